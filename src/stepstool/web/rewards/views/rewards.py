"""What is due now, what was given, the prize in sight."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary.undo import Done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.households import names_of
from stepstool.web.rewards.presenters.page import present
from stepstool.web.rewards.presenters.touched import is_of_rewards, touched_of


@require_safe
@child_page()
def rewards(request: HttpRequest, visit: Visit) -> HttpResponse:
    shown = {
        "page": present(visit, names_of(visit.child.family_id)),
        "done": touched(visit, request.GET.get("touched", "")),
    }
    return render(request, "rewards/rewards.html", visit.frame("plan") | shown)


def touched(visit: Visit, entry_id: str) -> Done | None:
    """Give what was just done, for the line with its Undo."""
    if not entry_id:
        return None
    entry = visit.entry(entry_id)
    if not is_of_rewards(entry):
        raise Http404
    return touched_of(visit, entry)
