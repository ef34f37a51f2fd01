"""Listening: before, during, after; all of it may stay open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.diary import keys
from stepstool.web.diary.undo import Done, done
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.listening.forms import AfterForm, BeginForm, GrownUp
from stepstool.web.listening.page import endings, present, present_during, scales
from stepstool.web.listening.session import (
    Listening,
    goes_on,
    minutes_of,
    rewrite,
    running,
    session_of,
)


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
    form = BeginForm(request.POST)
    if not form.is_valid():
        return _page(request, visit, not_now="unanswered", status=422)
    told = form.cleaned_data
    if not visit.advice.listening.begins(told["grown_up"], told["talks"]):
        return _page(request, visit, not_now=_why_not(visit, told))
    return visit.to("listening-now", _begun(request, visit).id)


def _why_not(visit: Visit, told: dict[str, str]) -> str:
    """Say kindly why not now; the gate's own reasons stand on the page already."""
    if told["grown_up"] != GrownUp.RESTED:
        return visit.speaker.say(f"listening.not_rested.{told['grown_up']}")
    if told["talks"] != method.YesNo.YES:
        return visit.speaker.say("listening.not_rested.cannot_say")
    return ""


def _begun(request: HttpRequest, visit: Visit) -> method.Entry:
    entry = Listening(
        **visit.envelope(request.POST),
        grown_up=GrownUp.RESTED,
        child_talks=method.YesNo.YES,
    )
    visit.write(entry)
    return visit.entry(entry.id)


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


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE, reads=Listening.KIND)
def after(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    session = session_of(visit, entry_id)
    form = AfterForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        rewrite(visit, session, **form.answers())
        return visit.to("listening", touched=entry_id)
    page = {
        "session": session,
        "scales": scales(visit, session),
        "endings": endings(visit, session),
        "minutes": "" if session.minutes is method.UNKNOWN else session.minutes,
        "form": form,
    }
    status = 422 if form.errors else 200
    frame = visit.frame("listening") | page
    return render(request, "listening/after.html", frame, status=status)
