"""Listening: before, during, after; all of it may stay open."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.asking.typed import (
    UnfitError,
    answered_anew,
    entry_now,
    typed_in,
    typed_of,
)
from stepstool.web.diary import keys
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.listening.forms import AFTER, BEGIN_NEEDS, after_controls
from stepstool.web.listening.page import present, present_during
from stepstool.web.listening.session import (
    Listening,
    goes_on,
    minutes_of,
    running,
    session_of,
)

GrownUp = method.listening.GrownUp


@require_safe
@child_page(reads=Listening.KIND)
def before(request: HttpRequest, visit: Visit) -> HttpResponse:
    touched = request.GET.get("touched", "")
    return _page(request, visit, kept=_kept(visit, touched) if touched else None)


def _kept(visit: Visit, entry_id: str) -> Done:
    """Say what was kept, and one kind sentence for how it ended."""
    session = session_of(visit, entry_id)
    ended = session.stopped_by
    known = ended is not method.UNKNOWN
    says = visit.speaker.say(f"listening.stopped.{ended}") if known else ""
    return done(session, f"{_('Kept.')} {says}")


def _page(
    request: HttpRequest,
    visit: Visit,
    *,
    kept: Done | None = None,
    not_now: str = "",
    status: int = 200,
) -> HttpResponse:
    page = {
        "page": present(visit),
        "running": running(visit),
        "done": kept,
        "not_now": not_now,
        "id": keys.new_id(),
    }
    frame = visit.frame("listening") | page
    return render(request, "listening/before.html", frame, status=status)


@require_POST
@child_page(Needs.WRITE, reads=Listening.KIND)
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    going_on = running(visit)
    if going_on:
        return visit.to("listening-now", going_on.id)
    try:
        envelope, typed = visit.envelope(request.POST), typed_in(request.POST)
        session = entry_now(Listening, envelope, typed, BEGIN_NEEDS)
    except UnfitError:
        return _page(request, visit, not_now="unanswered", status=422)
    if not _may_begin(visit, session):
        return _page(request, visit, not_now=_why_not(visit, session))
    visit.write(session)
    return visit.to("listening-now", session.id)


def _may_begin(visit: Visit, session: method.listening.Listening) -> bool:
    grown_up, talks = session.grown_up, session.child_talks
    if grown_up is method.UNKNOWN or talks is method.UNKNOWN:
        return False
    return visit.advice.listening.begins(grown_up, talks)


def _why_not(visit: Visit, session: method.listening.Listening) -> str:
    """Say kindly why not now; the gate's own reasons stand on the page already."""
    if session.grown_up is not GrownUp.RESTED:
        return visit.speaker.say(f"listening.not_rested.{session.grown_up}")
    if session.child_talks is not method.YesNo.YES:
        return visit.speaker.say("listening.not_rested.cannot_say")
    return ""


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
        visit.change(replace(session, minutes=minutes))
    return visit.to("listening-after", entry_id)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, reads=Listening.KIND)
def after(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    session = session_of(visit, entry_id)
    typed, errors = typed_of(session), {}
    if request.method == "POST":
        typed = typed_in(request.POST)
        try:
            visit.change(answered_anew(session, AFTER, typed))
        except UnfitError as unfit:
            errors = unfit.errors
        else:
            return visit.to("listening", touched=entry_id)
    page = {"controls": after_controls(visit, typed, errors)}
    status = 422 if errors else 200
    frame = visit.frame("listening") | page
    return render(request, "listening/after.html", frame, status=status)
