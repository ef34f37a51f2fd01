"""The plan: where the child is, what is advised, and what may be decided."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import keys
from stepstool.web.diary.undo import Done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.plan.journey import Journey, journey_of
from stepstool.web.plan.presenters.asking import Fault
from stepstool.web.plan.presenters.page import present
from stepstool.web.plan.presenters.touched import is_of_the_plan, touched_of


@require_safe
@child_page()
def plan(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
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
        "done": _touched(journey, entry_id) if entry_id else None,
        "id": keys.new_id(),
    }
    status = 422 if fault else 200
    return render(request, page.template, visit.frame("plan") | shown, status=status)


def _touched(journey: Journey, entry_id: str) -> Done:
    visit = journey.visit
    entry = visit.entry(entry_id)
    if not is_of_the_plan(entry):
        raise Http404
    return touched_of(journey, entry)
