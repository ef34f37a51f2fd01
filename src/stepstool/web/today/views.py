"""Today, the night, and what the thumb asks for: held, a diaper, an answer to our question."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Final

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from stepstool import method
from stepstool.web.asking.controls import KindForm, Option, options_of
from stepstool.web.diary import keys, reading, writing
from stepstool.web.diary.undo import Done, done, marking
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May, Needs
from stepstool.web.today.page import present

DAY, NIGHT = "day", "night"
SIGN: Final = method.health.DangerSign.KIND
# By then a day without a word is over, and what it shows is shown.
A_DAY_ON: Final = timedelta(days=1)
SILENT: Final = method.DayMark.NOT_WRITTEN
# From this age on the cohorts say little (evidence: Taubman 1997 ended there).
FOUR_YEARS = 48
Idea = method.ideas.Idea
Plan, Move = method.lasting.Plan, method.lasting.Move
Topic, Told = method.interview.Topic, method.interview.Told
RECTAL = method.MedicineKind.RECTAL
# Longer than the method asks about a medicine.
LATELY = (method.Reads(kind=method.health.MedicineGiven, back=timedelta(days=30)),)
Meaning, Request = method.toileting.Meaning, method.toileting.DiaperRequest
Where = method.answers.Where
ROOMS: Final = (
    Where.BATHROOM,
    Where.HIDING_PLACE,
    Where.ELSEWHERE_AT_HOME,
    Where.ON_THE_WAY,
)


@require_safe
@child_page()
def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    with suppress(DatabaseError):  # where nothing can be written the next visit does it
        keep_old_signs(visit)
    night = request.GET.get("face", NIGHT if visit.advice.asleep else DAY) == NIGHT
    page = visit.frame("today") | {
        "today": present(visit),
        "id": keys.new_id(),
        "to_come": reading.has_come_too_early(visit.child, visit.now),
        "done": _touched(visit, request.GET.get("touched", "")),
    }
    if night:
        return render(request, "today/night.html", page | {"theme": NIGHT})
    return render(request, "today/today.html", page)


def keep_old_signs(visit: Visit) -> None:
    """Write down the open signs that have left the rules' sight, or soon would.

    Rules read some weeks; such a sign would age out, and only an answer may close one. It
    is written down once, under a computed id, by the first who looks and may write. Who
    comes back after weeks without a word finds what was open when the silence began
    (decision 11).
    """
    if May.WRITE not in visit.may(SIGN):
        return
    old = [*_of_now(visit), *_of_before_a_silence(visit)]
    if old:
        writing.write(visit.membership, visit.child, old)


def _of_now(visit: Visit) -> Iterator[method.health.DangerSign]:
    if visit.advice.alerts:
        child = reading.child_of_method(visit.child)
        moment = method.Record(child, [], visit.advice.at)
        yield from method.signs_to_keep(moment, visit.advice.comfort)


def _of_before_a_silence(visit: Visit) -> Iterator[method.health.DangerSign]:
    *days, _today = visit.advice.dots
    if any(day.mark is not SILENT for day in days):
        return
    last = reading.last_moment(
        visit.child, visit.now - method.span("comfort.keep_after") - A_DAY_ON
    )
    if last is not None:
        record = reading.record_of(visit.child, last + A_DAY_ON)
        yield from method.signs_to_keep(record, method.assess(record), visit.now)


@require_safe
@child_page()
def cannot_sleep(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = visit.frame("today") | {"theme": "night", "older": _is_older(visit)}
    return render(request, "today/cannot_sleep.html", page)


def _is_older(visit: Visit) -> bool:
    """Whether the child may be four already: then no figure is promised."""
    months = visit.advice.child.oldest_months(visit.clock.day(visit.now))
    return months is not method.UNKNOWN and months >= FOUR_YEARS


@require_POST
@child_page(Needs.WRITE)
def question(request: HttpRequest, visit: Visit, topic: str) -> HttpResponse:
    entry = _interview(visit, request, topic)
    if entry.topic is Topic.GAP and entry.answers == (Told.YES,):
        return redirect(f"{visit.address('poop')}?when=choose")
    if entry.answers:
        visit.write(entry)
    return visit.to("today")


@require_POST
@child_page(Needs.WRITE, writes=Plan.KIND)
def stop_asking(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Begin a break without a ladder: nobody asks until the day to look again."""
    look = visit.today + method.span("ladder.break_looks")
    entry = Plan(**visit.envelope(request.POST), move=Move.TAKE_A_BREAK, until_day=look)
    visit.write(entry)
    return visit.to("plan", touched=entry.id)


@require_POST
@child_page(Needs.WRITE, writes=Idea.KIND)
def idea(request: HttpRequest, visit: Visit, idea: str) -> HttpResponse:
    """Write down what became of today's idea; it is an entry like any other."""
    try:
        entry = Idea(
            **visit.envelope(request.POST),
            idea=method.ideas.IdeaKey(idea),
            answer=method.ideas.IdeaAnswer(request.POST.get("answer", "")),
        )
    except ValueError:
        raise Http404 from None
    visit.write(entry)
    return _to_today(visit, entry)


def _to_today(visit: Visit, entry: method.Entry) -> HttpResponse:
    """Go back to today, which says what was just done, with its Undo."""
    return visit.to("today", touched=entry.id)


def _is_of_today(entry: method.Entry) -> bool:
    """Whether it is answered on today's page: an idea, or what the card asks."""
    return isinstance(entry, Idea | Plan)


undo = marking(writing.undo, _to_today, _is_of_today)
restore = marking(writing.restore, _to_today, _is_of_today)


def _touched(visit: Visit, entry_id: str) -> Done | None:
    """Say what was answered here a moment ago, if that is what the address names."""
    if not entry_id:
        return None
    entry = visit.entry(entry_id)
    if not _is_of_today(entry):
        raise Http404
    return done(entry, _line(entry), ways=("today-undo", "today-restore"))


@require_POST
@child_page(Needs.WRITE)
def phosphate(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say what the last medicine from below was: it is an answer of its own entry."""
    try:
        answer = method.YesNo(request.POST.get("answer", ""))
    except ValueError:
        raise Http404 from None
    visit.change(replace(_last_from_below(visit), phosphate=answer))
    return visit.to("today")


def _last_from_below(visit: Visit) -> method.health.MedicineGiven:
    record = reading.record_of(visit.child, visit.now, LATELY)
    doses = record.of(method.health.MedicineGiven)
    rectal = [dose for dose in doses if dose.medicine is RECTAL]
    if not rectal:
        raise Http404
    stored = visit.entry(rectal[-1].id)
    assert isinstance(stored, method.health.MedicineGiven)  # noqa: S101 - read as one
    return stored


def _interview(
    visit: Visit, request: HttpRequest, topic: str
) -> method.interview.Interview:
    """Read the answer; what no button of ours sends is not there (404)."""
    try:
        asked = Topic(topic)
        answers = tuple(dict.fromkeys(map(Told, request.POST.getlist("answer"))))
        return method.interview.Interview(
            **visit.envelope(request.POST),
            topic=asked,
            answers=answers,
        )
    except ValueError:
        raise Http404 from None


@require_POST
@child_page(Needs.WRITE)
def asks(request: HttpRequest, visit: Visit) -> HttpResponse:
    entry = Request(
        **visit.envelope(request.POST),
        given=method.YesNo.YES,
    )
    visit.write(entry)
    return visit.to("diaper-given", entry.id)


def _done(entry: method.Entry) -> Done:
    """Say what became of the tap."""
    return done(entry, _line(entry))


def _line(entry: method.Entry) -> str:
    taken_back, written = _("Taken back."), _("Written down, just now.")
    return taken_back if entry.removed else written


@require_safe
@child_page(Needs.WRITE)
def diaper_given(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    page = visit.frame("today") | {
        "entry": entry,
        "done": _done(entry),
        "rooms": _rooms(visit, entry),
    }
    return render(request, "today/give_it.html", page)


def _rooms(visit: Visit, entry: method.Entry) -> tuple[Option, ...]:
    """Give the rooms where it may have been put on, while nobody said which."""
    if not isinstance(entry, Request) or entry.removed or entry.where:
        return ()
    return options_of(KindForm(kind=Request.KIND, gaps=visit.gaps), "where", ROOMS)


@require_POST
@child_page(Needs.WRITE)
def room(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    """Say where the diaper was put on."""
    entry = visit.entry(entry_id)
    posted = request.POST.get("where", "")
    if not isinstance(entry, Request) or posted not in ROOMS:
        raise Http404
    visit.change(replace(entry, where=Where(posted)))
    return visit.to("diaper-given", entry.id)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page(Needs.WRITE)
def which(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method != "POST":
        page = visit.frame("today") | {"id": keys.new_id()}
        return render(request, "today/which.html", page)
    entry = _signal(visit, request)
    return visit.to("what-helps", entry.id)


def _signal(visit: Visit, request: HttpRequest) -> method.Entry:
    try:
        meaning = Meaning(request.POST.get("meaning", ""))
    except ValueError:
        raise Http404 from None
    entry = method.toileting.Signal(**visit.envelope(request.POST), meaning=meaning)
    visit.write(entry)
    return entry


@require_safe
@child_page(Needs.WRITE)
def what_helps(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    if not isinstance(entry, method.toileting.Signal):
        raise Http404
    page = {
        "entry": entry,
        "done": _done(entry),
        "holding": entry.meaning is Meaning.HOLDING,
    }
    return render(request, "today/what_helps.html", visit.frame("today") | page)
