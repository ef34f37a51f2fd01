"""The ladders to choose from, and one of them in full."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.plan.journey import journey_of
from stepstool.web.plan.presenters.ladders import ladder_page, ladders_page


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
    found = method.LADDERS.get(key)
    if found is None:
        raise Http404
    shown = {"page": ladder_page(journey, found), "id": keys.new_id()}
    return render(request, "plan/ladder.html", journey.visit.frame("plan") | shown)
