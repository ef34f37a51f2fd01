"""The ladders to choose from, and one of them in full."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.undo import Done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.plan.journey import Journey, journey_of
from stepstool.web.plan.presenters.ladders import ladder_page, ladders_page
from stepstool.web.plan.presenters.touched import touched_of


@require_safe
@child_page()
def ladders(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    page = journey.visit.frame("plan") | {"page": ladders_page(journey)}
    return render(request, "plan/ladders.html", page)


@require_safe
@child_page()
def ladder(request: HttpRequest, visit: Visit, key: str) -> HttpResponse:
    journey = journey_of(visit)
    found = journey.ladder_named(key)
    if found is None:
        raise Http404
    shown = {
        "page": ladder_page(journey, found),
        "done": _touched(journey, request.GET.get("touched", "")),
        "id": keys.new_id(),
    }
    return render(request, "plan/ladder.html", journey.visit.frame("plan") | shown)


def _touched(journey: Journey, entry_id: str) -> Done | None:
    """Say that this ladder was kept a moment ago, if that is what the address names."""
    if not entry_id:
        return None
    visit = journey.visit
    entry = visit.entry(entry_id)
    if not isinstance(entry, method.own_ladder.OwnLadder):
        raise Http404
    return touched_of(journey, entry)
