"""Writing down, after saving, the diary, one entry, and what is wrong."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from stepstool import method
from stepstool.web.asking.controls import KindForm
from stepstool.web.asking.typed import Typed, UnfitError, typed_in, typed_of
from stepstool.web.diary import keys, reading, writing
from stepstool.web.diary.earned import earned_by
from stepstool.web.diary.kinds import kind_of
from stepstool.web.diary.stop_and_call import stop_and_call
from stepstool.web.diary.undo import marking
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import May, Needs
from stepstool.web.log import whens
from stepstool.web.log.days import (
    ONE_DAY,
    DayEntries,
    EntryPage,
    meanwhile,
    page_of,
    story_of,
    writing_of,
)
from stepstool.web.log.forms import (
    correct,
    correction_form,
    desk_of,
    new_form,
    replace_by,
    sections,
    typed_envelope,
    write_down,
)
from stepstool.web.log.groups import asked_of
from stepstool.web.log.month import SORTS, diary_page
from stepstool.web.log.places import landed, places, step_tile
from stepstool.web.log.saved import (
    QUICK,
    present,
    quick_answer,
    step_answer,
    step_question,
)
from stepstool.web.log.signs import asked_once, levels, open_signs

# No diary is older than the entries that the method takes.
FIRST_DAY = date(2000, 1, 2)
LAST_DAY = date(2099, 12, 30)
# A day starts at 04:00; what is known of the whole day stands in its middle.
_TO_NOON = timedelta(hours=8)
Key, Answer = method.health.DangerKey, method.health.DangerAnswer
Word = TypeVar("Word", bound=StrEnum)
LONGEST_NAME = 100


@child_page(Needs.WRITE)
def poop(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method != "POST":
        return _poop_page(request, visit, typed_in(request.GET), {})
    typed = landed(typed_in(request.POST))
    try:
        entry = write_down(visit, "poop", typed)
    except UnfitError as unfit:
        return _poop_page(request, visit, typed, unfit.errors)
    return visit.to("saved", entry.id)


def _poop_page(
    request: HttpRequest, visit: Visit, typed: Typed, errors: dict[str, str]
) -> HttpResponse:
    frame = visit.frame("poop")
    desk = desk_of(visit)
    chosen = (typed.get("when") or ["now"])[0]
    page = {
        "step": step_tile(visit),
        "places": places(visit),
        "whens": whens.options(desk.clock, desk.now, chosen),
        "at": (typed.get("at") or [whens.local_minute(desk.clock, desk.now)])[0],
        "latest": whens.local_minute(desk.clock, desk.now),
        "errors": errors,
        "id": keys.new_id(),
    }
    status = 422 if errors else 200
    return render(request, "log/poop.html", frame | page, status=status)


@child_page(Needs.WRITE)
def more(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = {"sections": sections(visit)}
    return render(request, "log/more.html", visit.frame("more") | page)


@child_page(Needs.WRITE)
def write(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    if not kind_of(kind).by_hand or May.WRITE not in visit.may(kind):
        raise Http404
    posted = request.method == "POST"
    typed = typed_in(request.POST if posted else request.GET)
    errors = {}
    if posted:
        try:
            entry = write_down(visit, kind, typed)
        except UnfitError as unfit:
            errors = unfit.errors
        else:
            return visit.to("saved", entry.id)
    asking = KindForm(kind=kind, gaps=visit.gaps, typed=typed, errors=errors)
    page = visit.frame("more") | new_form(visit, asking)
    return render(request, "log/form.html", page, status=422 if errors else 200)


@child_page(Needs.WRITE)
def saved(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    after = present(visit, entry)
    # What the step hangs on is asked before anything is given for it.
    waits = entry.removed or after.step is not None
    page = {
        "saved": after,
        "entry": entry,
        "stop_and_call": [] if entry.removed else stop_and_call(visit, entry),
        "earned": None if waits else earned_by(visit, entry),
    }
    return render(request, "log/saved.html", visit.frame("saved") | page)


@require_POST
@child_page(Needs.WRITE)
def answer(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    entry = visit.entry(entry_id)
    tap = request.POST.get("answer", "")
    if not isinstance(entry, method.poop.Poop) or tap not in QUICK:
        raise Http404
    replace_by(visit, replace(entry, **quick_answer(entry, tap)))
    return visit.to("saved", entry_id)


@require_POST
@child_page(Needs.WRITE)
def answer_step(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    """Write what one tap says of the child's step; one that came too late changes nothing."""
    entry = visit.entry(entry_id)
    if step_question(visit, entry) is not None:
        try:
            fills = step_answer(visit, entry, request.POST.get("answer", ""))
        except KeyError:
            raise Http404 from None
        replace_by(visit, replace(entry, **fills))
    return visit.to("saved", entry_id)


def _to_saved(visit: Visit, entry: method.Entry) -> HttpResponse:
    return visit.to("saved", entry.id)


def _to_its_day(visit: Visit, entry: method.Entry) -> HttpResponse:
    day = visit.clock.day(entry.at).isoformat()
    return redirect(visit.address("day", day, touched=entry.id) + "#touched")


undo = marking(writing.undo, _to_saved)
remove = marking(writing.remove, _to_its_day)
restore = marking(writing.restore, _to_its_day)


@child_page()
def diary(request: HttpRequest, visit: Visit) -> HttpResponse:
    until, sort = request.GET.get("until", ""), request.GET.get("only", "")
    if sort and sort not in SORTS:
        raise Http404
    page = diary_page(visit, _day_in(visit, until) if until else visit.today, sort)
    to_come = reading.entries_to_come(visit.membership, visit.child, visit.now)
    shown = {"page": page, "to_come": len(to_come)}
    return render(request, "log/diary.html", visit.frame("diary") | shown)


@child_page()
def day(request: HttpRequest, visit: Visit, day: str) -> HttpResponse:
    return _day_page(request, visit, _day_with_entries(visit, day))


@require_POST
@child_page(Needs.WRITE)
def none_came(request: HttpRequest, visit: Visit, day: str) -> HttpResponse:
    """Write that a day was without: it is known then, and no longer silent."""
    the_day = _day_in(visit, day)
    noon = visit.clock.start(the_day) + _TO_NOON
    entry = method.poop.NoneCame(
        id=keys.new_id(),
        at=min(noon, visit.now),
        timing=method.Timing.DAY,
        written_at=visit.now,
    )
    visit.write(entry)
    return visit.to("saved", entry.id)


def _day_page(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    entries = reading.entries_of_days(
        visit.membership, visit.child, (day - ONE_DAY, day), removed=True
    )
    start = visit.clock.start(day)
    written = DayEntries(
        day=day,
        entries=[entry for entry in entries if entry.at >= start],
        before=[entry for entry in entries if entry.at < start],
    )
    page = page_of(visit, written, visit.names, request.GET.get("touched", ""))
    return render(request, "log/day.html", visit.frame("diary") | {"page": page})


def _day_with_entries(visit: Visit, text: str) -> date:
    """Give a day that has come; or one to come for which something was written all the same."""
    day = _date_in(text)
    if not visit.today < day <= LAST_DAY:
        return _day_in(visit, text)
    if not reading.entries_of_day(visit.membership, visit.child, day, removed=True):
        raise Http404
    return day


def _date_in(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def _day_in(visit: Visit, text: str) -> date:
    day = _date_in(text)
    if not FIRST_DAY <= day <= visit.today:
        raise Http404
    return day


@child_page()
def entry(request: HttpRequest, visit: Visit, entry_id: str) -> HttpResponse:
    versions = reading.history(visit.membership, visit.child, entry_id)
    story = story_of(visit, versions)
    if not story.may_correct:
        page = _frame(visit, story)
        return render(request, "log/entry.html", page)
    if request.method == "POST":
        return _corrected(request, visit, versions[0], story)
    typed = {**typed_of(versions[0]), **typed_envelope(visit, versions[0])}
    return _correction(request, visit, story, typed, {})


def _corrected(
    request: HttpRequest, visit: Visit, stored: method.Entry, story: EntryPage
) -> HttpResponse:
    typed = typed_in(request.POST)
    # Who began from an older version is told what came meanwhile, and keeps what was typed.
    if request.POST.get("version", writing_of(stored)) != writing_of(stored):
        return _correction(
            request, visit, story, typed, {"meanwhile": meanwhile(story)}
        )
    before = KindForm(kind=stored.KIND, gaps=visit.gaps, typed=typed_of(stored))
    try:
        correct(visit, stored, asked_of(before), typed)
    except UnfitError as unfit:
        return _correction(request, visit, story, typed, unfit.errors)
    return visit.to("saved", stored.id)


def _frame(visit: Visit, story: EntryPage) -> dict[str, Any]:
    shown = {"story": story, "stop_and_call": stop_and_call(visit, story.entry)}
    return visit.frame("diary") | shown


def _correction(
    request: HttpRequest,
    visit: Visit,
    story: EntryPage,
    typed: Typed,
    errors: dict[str, str],
) -> HttpResponse:
    asking = KindForm(
        kind=story.entry.KIND, gaps=visit.gaps, typed=typed, errors=errors
    )
    form = correction_form(visit, asking, story.entry)
    page = _frame(visit, story) | form | {"version": writing_of(story.entry)}
    status = 422 if errors else 200
    return render(request, "log/form.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@child_page()
def signs(request: HttpRequest, visit: Visit) -> HttpResponse:
    if request.method == "POST":
        return _tick(request, visit)
    page = {"open": open_signs(visit), "levels": levels(visit)}
    frame = visit.frame("signs") | page | {"alerts": []}
    return render(request, "log/signs.html", frame)


def _tick(request: HttpRequest, visit: Visit) -> HttpResponse:
    if not visit.may_write:
        raise PermissionDenied
    ticked = [_known(Key, text) for text in request.POST.getlist("signs")]
    here = [] if "none" in request.POST else ticked
    answers = [_sign(visit, key, Answer.HERE) for key in here]
    if "none" in request.POST:
        answers.append(_sign(visit, None, Answer.NOT_HERE))
    once = (key for key in asked_once(visit) if answers and key not in here)
    visit.write(*answers, *(_sign(visit, key, Answer.NOT_HERE) for key in once))
    return visit.to("today")


@require_POST
@child_page(Needs.WRITE)
def answer_sign(request: HttpRequest, visit: Visit, sign: str) -> HttpResponse:
    answer = _known(Answer, request.POST.get("answer", ""))
    by_whom = request.POST.get("by_whom", "").strip()[:LONGEST_NAME]
    entry = _sign(visit, _known(Key, sign), answer, by_whom)
    visit.write(entry)
    return visit.to("saved", entry.id)


def _sign(
    visit: Visit,
    key: method.health.DangerKey | None,
    answer: method.health.DangerAnswer,
    by_whom: str = "",
) -> method.Entry:
    return method.health.DangerSign(
        **visit.envelope(),
        sign=key or method.UNKNOWN,
        answer=answer,
        by_whom=by_whom or method.UNKNOWN,
    )


def _known(words: type[Word], text: str) -> Word:
    try:
        return words(text)
    except ValueError:
        raise Http404 from None
