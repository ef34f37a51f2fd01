"""During: a calm clock without a countdown, and Stop at any moment."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.families.roles import Needs
from stepstool.web.listening.presenters import present_during
from stepstool.web.listening.session import (
    goes_on,
    minutes_of,
    rewrite,
    session_of,
    visit_to,
)


@require_safe
def during(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_to(request, family_id, child_id, Needs.WRITE)
    session = session_of(visit, entry_id)
    if not goes_on(session, visit.now):
        return redirect("listening-after", family_id, child_id, entry_id)
    page = {"page": present_during(visit, session), "session": session}
    return render(request, "listening/during.html", visit.frame("listening") | page)


@require_POST
def stop(
    request: HttpRequest, family_id: int, child_id: UUID, entry_id: str
) -> HttpResponse:
    visit = visit_to(request, family_id, child_id, Needs.WRITE)
    session = session_of(visit, entry_id)
    minutes = minutes_of(session, visit.now)
    if goes_on(session, visit.now) and minutes is not None:
        rewrite(visit, session, minutes=minutes)
    return redirect("listening-after", family_id, child_id, entry_id)
