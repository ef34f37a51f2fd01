"""Why we say so, what a parent sees differently, and a worry that is no entry."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.guide.presenters.why import may_differ, present

Topic, Told = method.interview.Topic, method.interview.Told


@require_safe
@child_page()
def why(request: HttpRequest, visit: Visit) -> HttpResponse:
    return render(
        request, "guide/why.html", visit.frame("why") | {"why": present(visit)}
    )


@require_POST
@child_page(Needs.WRITE)
def differently(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Remember that a parent sees it differently: shown, judged more gently, no argument."""
    if not may_differ(visit):
        raise PermissionDenied
    entry = method.interview.Interview(
        id=keys.new_id(),
        at=visit.now,
        written_at=visit.now,
        topic=Topic.SEE_IT_DIFFERENTLY,
        answers=(Told.YES,),
    )
    visit.write(entry)
    return visit.to("saved", entry.id)


@require_safe
@child_page()
def worry(request: HttpRequest, visit: Visit) -> HttpResponse:
    return render(request, "guide/worry.html", visit.frame("worry"))
