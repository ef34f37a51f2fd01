"""The ladders to choose from, and one of them in full."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.plan.journey import Journey, journey_of
from stepstool.web.plan.presenters.ladders import ladder_page, ladders_page
from stepstool.web.plan.presenters.touched import Touched, touched_of


@require_safe
def ladders(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    journey = journey_of(request, family_id, child_id)
    page = journey.visit.frame("plan") | {"page": ladders_page(journey)}
    return render(request, "plan/ladders.html", page)


@require_safe
def ladder(
    request: HttpRequest, family_id: int, child_id: UUID, key: str
) -> HttpResponse:
    journey = journey_of(request, family_id, child_id)
    found = journey.ladder_named(key)
    if found is None:
        raise Http404
    shown = {
        "page": ladder_page(journey, found),
        "touched": _touched(journey, request.GET.get("touched", "")),
        "id": keys.new_id(),
    }
    return render(request, "plan/ladder.html", journey.visit.frame("plan") | shown)


def _touched(journey: Journey, entry_id: str) -> Touched | None:
    """Say that this ladder was kept a moment ago, if that is what the address names."""
    if not entry_id:
        return None
    visit = journey.visit
    entry = reading.entry(visit.membership, visit.child, entry_id)
    if not isinstance(entry, method.own_ladder.OwnLadder):
        raise Http404
    return touched_of(journey, entry)
