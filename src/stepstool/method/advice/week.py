"""What was written last, and the last seven days as dots."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from stepstool.method.advice.advice import DayDot, DayMark
from stepstool.method.evidence import span
from stepstool.method.record import Record, Saying, Timing, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.known_day import Days

ONE_DAY: Final = timedelta(days=1)
WEEK: Final = span("today.dots")
# The more careful one first: it is what the dot of a day with several shows.
CAREFUL: Final = (
    DayMark.HARD,
    DayMark.RUNNY,
    DayMark.SOFT,
    DayMark.CAME,
    DayMark.SOILED,
)


def last_full(record: Record) -> Bout | None:
    """The latest full poop that was written down, if there is one."""
    return next((each for each in reversed(record.bouts) if each.is_full), None)


def last_sayings(record: Record, last: Bout | None) -> tuple[Saying, ...]:
    """Say when the last one was, and how it was if that was written down."""
    if last is None and record.bouts:
        when = _when(record, record.bouts[-1])
        return (Saying(key="since.only_soiled", values={"when": when}),)
    if last is None:
        return (Saying(key="since.never"),)
    texture = _mark(last)
    how = () if texture is DayMark.CAME else (Saying(key=f"since.{texture}"),)
    return (_when(record, last), *how)


def seven_dots(record: Record, days: Days) -> tuple[DayDot, ...]:
    """Give a dot for each of the last seven days, today last."""
    first = record.today - WEEK + ONE_DAY
    since = record.clock.start(first)
    marks: dict[date, list[DayMark]] = {}
    for bout in takewhile(lambda each: each.at >= since, reversed(record.bouts)):
        marks.setdefault(record.clock.day(bout.at), []).append(_mark(bout))
    return tuple(
        DayDot(day=day, mark=_dot(marks.get(day, ()), _without(days, day)))
        for day in (first + ONE_DAY * n for n in range(WEEK.days))
    )


def _dot(marks: Sequence[DayMark], without: DayMark) -> DayMark:
    return next((each for each in CAREFUL if each in marks), without)


def _without(days: Days, day: date) -> DayMark:
    known = days.known[days.place(day)]
    return DayMark.NONE if known else DayMark.NOT_WRITTEN


def _mark(bout: Bout) -> DayMark:
    if not bout.is_full:
        return DayMark.SOILED
    if bout.texture is None:
        return DayMark.CAME
    if bout.is_soft:
        return DayMark.SOFT
    return DayMark.HARD if bout.is_hard else DayMark.RUNNY


def _when(record: Record, last: Bout) -> Saying:
    local = record.clock.local(last.at)
    day = record.clock.day(last.at)
    ago = (record.today - day).days
    key = _key(ago, last.poops[0].timing)
    values: dict[str, Value] = {"day": day, "clock": f"{local:%H:%M}"}
    return Saying(key=f"since.{key}", values=values)


def _key(ago: int, timing: Timing) -> str:
    if timing is Timing.DAY:
        return "only_day"
    near = {0: "today", 1: "yesterday"}
    return near.get(ago, "weekday" if ago < WEEK.days else "long_ago")
