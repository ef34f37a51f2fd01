"""What was decided so far, by whom; and how the last poops stood to the steps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.households import names_of
from stepstool.web.plan.journey import journey_of
from stepstool.web.plan.presenters.so_far import present


@require_safe
@child_page()
def so_far(request: HttpRequest, visit: Visit) -> HttpResponse:
    journey = journey_of(visit)
    page = present(journey, names_of(visit.child.family_id))
    return render(
        request, "plan/so_far.html", journey.visit.frame("plan") | {"page": page}
    )
