"""Ready? The list to tick: what may be in place first (M21). It is never a gate."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.reasons.telling import answers_in, keep, reasons_of, visit_with

# Many signs were named, and no agreement found.
RESTS_ON = "KAERTS-2012"
LIST = method.interview.Topic.CAN_ALREADY


@require_safe
def ready(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_with(May.READ, request, family_id, child_id)
    page = {
        "found": reasons_of(visit),
        "source": method.SOURCES[RESTS_ON],
        "kept": _kept(visit, request.GET.get("kept", "")),
        "id": keys.new_id(),
        "theme": visit.theme,
        "may_answer": May.WRITE in visit.may("interview"),
    }
    return render(request, "reasons/ready.html", visit.frame("plan") | page)


@require_POST
def ticked(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    """Keep the list as it was ticked; none ticked is an answer too."""
    visit = visit_with(May.WRITE, request, family_id, child_id)
    try:
        answers = answers_in(request) or (method.interview.Told.NOTHING_OF_THIS,)
        entry = keep(visit, request, LIST, answers)
    except ValueError:
        raise Http404 from None
    return redirect(f"{reverse('ready', args=[family_id, child_id])}?kept={entry.id}")


def _kept(visit: Visit, entry_id: str) -> method.interview.Interview | None:
    """Give the list that was kept a moment ago, if that is what the address names."""
    if not entry_id:
        return None
    try:
        entry = reading.entry(visit.membership, visit.child, entry_id)
    except Http404:
        return None
    if not isinstance(entry, method.interview.Interview) or entry.removed:
        return None
    return entry if entry.topic is LIST else None
