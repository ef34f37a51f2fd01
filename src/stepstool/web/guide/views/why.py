"""Why we say so, what a parent sees differently, and a worry that is no entry."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.diary import keys, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import visit_of
from stepstool.web.families.roles import Needs
from stepstool.web.guide.presenters.why import may_differ, present

Topic, Told = method.interview.Topic, method.interview.Told


@require_safe
def why(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    return render(
        request, "guide/why.html", visit.frame("why") | {"why": present(visit)}
    )


@require_POST
def differently(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    """Remember that a parent sees it differently: shown, judged more gently, no argument."""
    visit = visit_of(request, family_id, child_id, Needs.WRITE)
    if not may_differ(visit):
        raise PermissionDenied
    entry = method.interview.Interview(
        id=keys.new_id(),
        at=visit.now,
        written_at=visit.now,
        topic=Topic.SEE_IT_DIFFERENTLY,
        answers=(Told.YES,),
    )
    with denied_if_refused():
        writing.write(visit.membership, visit.child, [entry])
    return redirect("saved", family_id, child_id, entry.id)


@require_safe
def worry(request: HttpRequest, family_id: int, child_id: UUID) -> HttpResponse:
    visit = visit_of(request, family_id, child_id)
    return render(request, "guide/worry.html", visit.frame("worry"))
