"""For who cannot sleep: what can wait, what cannot, whom to call, one true figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page

# From this age on the cohorts say little (evidence: Taubman 1997 ended there).
FOUR_YEARS = 48


@require_safe
@child_page()
def cannot_sleep(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = visit.frame("today") | {"theme": "night", "older": _is_older(visit)}
    return render(request, "today/cannot_sleep.html", page)


def _is_older(visit: Visit) -> bool:
    """Whether the child may be four already: then no figure is promised."""
    months = visit.advice.child.oldest_months(visit.clock.day(visit.now))
    return months is not method.UNKNOWN and months >= FOUR_YEARS
