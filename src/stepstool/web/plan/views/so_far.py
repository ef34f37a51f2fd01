"""What was decided so far, by whom; and how the last poops stood to the steps."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.families.households import names_of
from stepstool.web.plan.journey import journey_of
from stepstool.web.plan.presenters.so_far import present


@require_safe
def so_far(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    journey = journey_of(request, family_id, child_id)
    page = present(journey, names_of(family_id))
    return render(
        request, "plan/so_far.html", journey.visit.frame("plan") | {"page": page}
    )
