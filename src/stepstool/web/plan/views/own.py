"""Our own ladder: drawn up without script, each button a form sent; kept once it is sound."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.plan.journey import Journey, Plan, journey_of
from stepstool.web.plan.own.checking import Faults, faults_of, findings_of
from stepstool.web.plan.own.draft import Draft, draft_in, draft_of
from stepstool.web.plan.own.page import present

OwnLadder = method.own_ladder.OwnLadder
KEEP = "keep"


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=Plan.KIND)
def own(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    if request.method != "POST":
        return _page(request, journey, _begun(request, journey), {})
    draft, action = draft_in(request.POST), request.POST.get("do", KEEP)
    if action != KEEP:
        return _page(request, journey, draft.after(action), {})
    return _kept(request, journey, draft)


def _begun(request: HttpRequest, journey: Journey) -> Draft:
    """Begin with a ladder that the address names, else with an empty step."""
    ladder = journey.ladder_named(request.GET.get("from", ""))
    return draft_of(journey.visit, ladder) if ladder else Draft()


def _kept(request: HttpRequest, journey: Journey, draft: Draft) -> HttpResponse:
    """Keep it, or say what is wrong; what no field of ours sends is not there (404)."""
    if faults := faults_of(draft):
        return _page(request, journey, draft, faults)
    try:
        entry = _entry(request, journey, draft)
    except method.NonsenseError:
        raise Http404 from None
    ladder = method.made_of(entry)
    if ladder is None or (faults := findings_of(ladder)):
        return _page(request, journey, draft, faults)
    journey.visit.write(entry)
    return journey.visit.to("ladder", ladder.key, touched=entry.id)


def _entry(request: HttpRequest, journey: Journey, draft: Draft) -> OwnLadder:
    """Make the entry: the first version of a new ladder, or the next one of its own."""
    entry_id, now = keys.id_in(request.POST), journey.visit.now
    before = journey.ladder_named(draft.ladder) if draft.ladder else None
    return OwnLadder(
        id=entry_id,
        at=now,
        written_at=now,
        ladder=before.key if before else f"{method.OWN_LADDER}{entry_id[:8]}",
        ladder_version=before.version + 1 if before else 1,
        title=draft.title,
        steps=tuple(each.own_step() for each in draft.steps),
    )


def _page(
    request: HttpRequest, journey: Journey, draft: Draft, faults: Faults
) -> HttpResponse:
    page = {"own": present(journey, draft, faults), "id": keys.new_id()}
    status = 422 if faults else 200
    framed = journey.visit.frame("plan") | page
    return render(request, "plan/own.html", framed, status=status)
