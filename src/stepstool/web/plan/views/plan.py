"""The plan: where the child is, what is advised, and what may be decided."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys, reading
from stepstool.web.plan.journey import Journey, journey_of
from stepstool.web.plan.presenters.asking import Fault
from stepstool.web.plan.presenters.page import present
from stepstool.web.plan.presenters.touched import is_of_the_plan, touched_of


@require_safe
def plan(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    journey = journey_of(request, family_id, child_id)
    return plan_page(request, journey, entry_id=request.GET.get("touched", ""))


def plan_page(
    request: HttpRequest,
    journey: Journey,
    *,
    fault: Fault | None = None,
    entry_id: str = "",
) -> HttpResponse:
    """Show the plan; fault: what could not be decided and why."""
    visit, page = journey.visit, present(journey)
    shown = {
        "page": page,
        "fault": fault,
        "touched": _touched(journey, entry_id) if entry_id else None,
        "id": keys.new_id(),
    }
    status = 422 if fault else 200
    return render(request, page.template, visit.frame("plan") | shown, status=status)


def _touched(journey: Journey, entry_id: str) -> object:
    visit = journey.visit
    entry = reading.entry(visit.membership, visit.child, entry_id)
    if not is_of_the_plan(entry):
        raise Http404
    return touched_of(journey, entry)
