"""The plan: where the child is, what may be decided and taken back, the ladders and our own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.diary import keys, writing
from stepstool.web.diary.treats import TreatForm
from stepstool.web.diary.undo import Done, marking
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs, may_enter
from stepstool.web.plan.decided import (
    TOLD_HERE,
    is_of_the_plan,
    so_far_page,
    touched_of,
)
from stepstool.web.plan.decisions import DecisionFault, end
from stepstool.web.plan.forms import DecisionForm
from stepstool.web.plan.journey import Journey, Move, Place, Plan, journey_of
from stepstool.web.plan.keepsake import CHOSEN, PARTS, is_there, keepsake_of
from stepstool.web.plan.own_ladder import (
    Draft,
    Faults,
    draft_in,
    draft_of,
    faults_of,
    findings_of,
    own_page,
)
from stepstool.web.plan.page import ladder_page, ladders_page, page_of

OwnLadder = method.own_ladder.OwnLadder
KEEP = "keep"
TODAY = "today"
Told, Topic = method.interview.Told, method.interview.Topic


@require_safe
@child_page()
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    return plan_page(request, journey, entry_id=request.GET.get("touched", ""))


def plan_page(
    request: HttpRequest,
    journey: Journey,
    *,
    fault: DecisionFault | None = None,
    entry_id: str = "",
) -> HttpResponse:
    """Show the plan; fault: what could not be decided and why."""
    visit, page = journey.visit, page_of(journey)
    shown = {
        "journey": journey,
        "page": page,
        "fault": fault,
        "done": _done(journey, entry_id) if entry_id else None,
        "id": keys.new_id(),
    }
    status = 422 if fault else 200
    return render(request, page.template, visit.frame("plan") | shown, status=status)


def _done(journey: Journey, entry_id: str) -> Done:
    visit = journey.visit
    entry = visit.entry(entry_id)
    if not is_of_the_plan(entry):
        raise Http404
    return touched_of(journey, entry)


@require_safe
@child_page()
def ladders(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    shown = {"journey": journey, "page": ladders_page(journey)}
    return render(request, "plan/ladders.html", visit.frame("plan") | shown)


@require_safe
@child_page()
def ladder(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    journey = journey_of(visit)
    ladder = journey.ladder_named(key)
    if ladder is None:
        raise Http404
    shown = {
        "journey": journey,
        "page": ladder_page(journey, ladder),
        "done": _kept_line(journey, request.GET.get("touched", "")),
        "id": keys.new_id(),
    }
    return render(request, "plan/ladder.html", journey.visit.frame("plan") | shown)


def _kept_line(journey: Journey, entry_id: str) -> Done | None:
    """Say that this ladder was kept a moment ago, if that is what the address names."""
    if not entry_id:
        return None
    visit = journey.visit
    entry = visit.entry(entry_id)
    if not isinstance(entry, method.own_ladder.OwnLadder):
        raise Http404
    return touched_of(journey, entry)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, writes=Plan.KIND)
def own(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    if request.method != "POST":
        return _editor(request, journey, _begun(request, journey), {})
    draft, action = draft_in(request.POST), request.POST.get("do", KEEP)
    if action != KEEP:
        return _editor(request, journey, draft.after(action), {})
    return _keep(request, journey, draft)


def _begun(request: HttpRequest, journey: Journey) -> Draft:
    """Begin with a ladder that the address names, else with an empty step."""
    ladder = journey.ladder_named(request.GET.get("from", ""))
    return draft_of(journey.visit, ladder) if ladder else Draft()


def _keep(request: HttpRequest, journey: Journey, draft: Draft) -> HttpResponse:
    """Keep it, or say what is wrong; what no field of ours sends is not there (404)."""
    if faults := faults_of(draft):
        return _editor(request, journey, draft, faults)
    try:
        entry = _entry(request, journey, draft)
    except method.NonsenseError:
        raise Http404 from None
    ladder = method.made_of(entry)
    if ladder is None or (faults := findings_of(ladder)):
        return _editor(request, journey, draft, faults)
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
        steps=tuple(step.own_step() for step in draft.steps),
    )


def _editor(
    request: HttpRequest, journey: Journey, draft: Draft, faults: Faults
) -> HttpResponse:
    page = {"own": own_page(journey, draft, faults), "id": keys.new_id()}
    status = 422 if faults else 200
    framed = journey.visit.frame("plan") | page
    return render(request, "plan/own.html", framed, status=status)


@require_safe
@child_page()
def so_far(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    page = so_far_page(journey, visit.names)
    return render(
        request, "plan/so_far.html", journey.visit.frame("plan") | {"page": page}
    )


@require_safe
@child_page()
def keepsake(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the keepsake with what was ticked; at first with all of it."""
    ticked = request.GET.getlist(CHOSEN)
    chosen = frozenset(ticked if "chosen" in request.GET else PARTS)
    journey = journey_of(visit)
    page = {"journey": journey, "page": keepsake_of(journey, chosen)}
    return render(request, "plan/keepsake.html", visit.frame("plan") | page)


@require_safe
@child_page()
def goodbye(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    ends = journey.may_decide and journey.plan.place is Place.ON_STEP
    page = {
        "journey": journey,
        "is_there": is_there(journey),
        "end": end(journey) if ends else None,
        "takes_along": may_enter(visit.membership.role, Needs.MANAGE),
        "id": keys.new_id(),
    }
    return render(request, "plan/goodbye.html", visit.frame("plan") | page)


@require_POST
@child_page(Needs.WRITE, writes=Plan.KIND)
def decide(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    form = DecisionForm(request.POST, journey)
    if not form.is_valid():
        return _faulty(request, journey, form)
    decision = _decision(form)
    if journey.is_shut and journey.asks_more(decision):
        return plan_page(request, journey, fault=DecisionFault("", _softness_first()))
    if not (decision.move is Move.START and request.POST.get("kind")):
        return _written(visit, decision, back=request.POST.get("back", ""))
    treat = TreatForm(request.POST, visit.advice.rewards.unspoken)
    if not treat.is_valid():
        fault = DecisionFault(request.POST.get("form", ""), treat.fault)
        return plan_page(request, journey, fault=fault)
    treat_id = method.computed_id(str(visit.child.id), "treat", decision.id)
    return _written(visit, decision, treat.entry(treat_id, visit.now))


def _softness_first() -> str:
    return _(
        "Softness comes first, so nothing was changed. This can be decided as soon as "
        "it is soft and easy again."
    )


def _faulty(request: HttpRequest, journey: Journey, form: DecisionForm) -> HttpResponse:
    """Say what a person can mend; what no button of ours sends is not there."""
    if not form.is_mendable:
        raise Http404
    words = " ".join(str(error) for errors in form.errors.values() for error in errors)
    fault = DecisionFault(request.POST.get("form", ""), words)
    return plan_page(request, journey, fault=fault)


def _decision(form: DecisionForm) -> Plan:
    try:
        return form.decision()
    except method.NonsenseError:
        raise Http404 from None


@require_POST
@child_page(Needs.WRITE)
def tell(request: HttpRequest, visit: Visit, topic: str) -> HttpResponse:
    """Write down that it has become a fight, or that it is soft and painless."""
    journey = journey_of(visit)
    try:
        asked, answer = Topic(topic), Told(request.POST.get("answers", ""))
        entry = method.interview.Interview(
            **journey.visit.envelope(request.POST),
            topic=asked,
            answers=(answer,),
        )
    except ValueError:
        raise Http404 from None
    if asked not in TOLD_HERE:
        raise Http404
    return _written(journey.visit, entry)


def _written(
    visit: Visit, entry: method.Entry, *more: method.Entry, back: str = ""
) -> HttpResponse:
    """Write it down and go back: to today if its card was answered, else to the plan."""
    visit.write(entry, *more)
    return visit.to(TODAY, touched=entry.id) if back == TODAY else to_plan(visit, entry)


def to_plan(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Go back to the plan, which shows what was just done, with its Undo."""
    return visit.to("plan", touched=entry.id)


undo = marking(writing.undo, to_plan, is_of_the_plan)
restore = marking(writing.restore, to_plan, is_of_the_plan)
