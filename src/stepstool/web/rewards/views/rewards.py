"""What is due now, what was given, the prize in sight."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit, visit_of
from stepstool.web.families.households import names_of
from stepstool.web.rewards.presenters.page import present
from stepstool.web.rewards.presenters.touched import Touched, is_of_rewards, touched_of


@require_safe
def rewards(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    shown = {
        "page": present(visit, names_of(family_id)),
        "touched": touched(visit, request.GET.get("touched", "")),
    }
    return render(request, "rewards/rewards.html", visit.frame("plan") | shown)


def touched(visit: Visit, entry_id: str) -> Touched | None:
    """Give what was just done, for the line with its Undo."""
    if not entry_id:
        return None
    entry = reading.entry(visit.membership, visit.child, entry_id)
    if not is_of_rewards(entry):
        raise Http404
    return touched_of(visit, entry)
