"""During: a calm clock without a countdown, and Stop at any moment."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.listening.presenters import present_during
from stepstool.web.listening.session import (
    Listening,
    goes_on,
    minutes_of,
    rewrite,
    session_of,
)


@require_safe
@child_page(Needs.WRITE, reads=Listening.KIND)
def during(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    session = session_of(visit, entry_id)
    if not goes_on(session, visit.now):
        return visit.to("listening-after", entry_id)
    page = {"page": present_during(visit, session), "session": session}
    return render(request, "listening/during.html", visit.frame("listening") | page)


@require_POST
@child_page(Needs.WRITE, reads=Listening.KIND)
def stop(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    session = session_of(visit, entry_id)
    minutes = minutes_of(session, visit.now)
    if goes_on(session, visit.now) and minutes is not None:
        rewrite(visit, session, minutes=minutes)
    return visit.to("listening-after", entry_id)
