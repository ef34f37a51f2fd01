"""What was written last, the last seven days as dots, and progress told in weeks (M20).

Progress is told only where there is some: the first week of the last months of which enough was
written, beside the last seven days: where it came, how often, and how it felt. Nobody is
measured by it: what did not get better is not said.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from itertools import takewhile
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record, Saying, Timing, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.clock import Days, days_between, learn
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.poop import IN_A_DIAPER, NoneCame

N: Final = topic("today")

ONE_DAY: Final = timedelta(days=1)
AN_HOUR: Final = timedelta(hours=1)


class DayMark(StrEnum):
    """What one of the seven dots shows."""

    SOFT = "soft"
    HARD = "hard"
    RUNNY = "runny"
    CAME = "came"
    SOILED = "soiled"
    NONE = "none"
    NOT_WRITTEN = "not_written"


class Landed(IntEnum):
    """Where it mostly came, the nearer to the potty the higher."""

    ELSEWHERE = 0
    IN_A_DIAPER = 1
    IN_THE_BATHROOM = 2
    IN_THE_POTTY = 3


@dataclass(frozen=True, kw_only=True)
class DayDot:
    """One day of the last seven, with what was written of it."""

    day: date
    mark: DayMark
    landed: Landed | None = None  # of its full poops the nearest to the potty
    hurt: bool = False  # whether one of them hurt
    success: bool = False  # whether one of them was a success on the child's step


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
    return (_when(record, last), *_how(last))


def since_sayings(record: Record, last: Bout | None) -> tuple[Saying, ...]:
    """Say how long ago the last one came, and how it was if that was written down.

    From a day on it is said to be the last one written: the days between may be silent (rule 9).
    """
    if last is None or last.poops[0].timing is Timing.DAY:
        return last_sayings(record, last)
    ago = record.at - last.at
    key, unit = ("days", ONE_DAY) if ago >= ONE_DAY else ("hours", AN_HOUR)
    count = ago // unit
    says = Saying(key=f"since.{key}", values={"count": count})
    if not count:
        says = Saying(key="since.just_now")
    return (says, *_how(last))


def _how(last: Bout) -> tuple[Saying, ...]:
    texture = _mark(last)
    return () if texture is DayMark.CAME else (Saying(key=f"since.{texture}"),)


def seven_dots(
    record: Record, days: Days, successes: Collection[date] = ()
) -> tuple[DayDot, ...]:
    """Give a dot for each of the last seven days, today last.

    successes: the days on which one counted on the child's step.
    """
    dots = _dots(record, days, record.today - N.span.dots + ONE_DAY, record.today)
    return tuple(replace(dot, success=dot.day in successes) for dot in dots)


def calendar(record: Record, first: date, last: date) -> tuple[DayDot, ...]:
    """Give a dot for each day from the first to the last, of a record that ends with it."""
    days = Days(record.clock, first, last)
    since = record.clock.start(first)
    full = [bout.at for bout in record.bouts if bout.is_full and bout.at >= since]
    answers = (record.of(NoneCame), record.of(Interview))
    learn(days, full, answers, record.unread)
    return _dots(record, days, first, last)


def _dots(record: Record, days: Days, first: date, last: date) -> tuple[DayDot, ...]:
    since = record.clock.start(first)
    bouts: dict[date, list[Bout]] = {}
    for bout in takewhile(lambda each: each.at >= since, reversed(record.bouts)):
        bouts.setdefault(record.clock.day(bout.at), []).append(bout)
    return tuple(
        _dot(day, bouts.get(day, ()), _without(days, day))
        for day in days_between(first, last)
    )


def _dot(day: date, bouts: Sequence[Bout], without: DayMark) -> DayDot:
    marks = set(map(_mark, bouts))
    full = [bout for bout in bouts if bout.is_full]
    known = [bout for bout in full if bout.poops[-1].place is not UNKNOWN]
    return DayDot(
        day=day,
        mark=next((each for each in CAREFUL if each in marks), without),
        landed=max(map(landed_of, known), default=None),
        hurt=any(bout.hurt for bout in full),
    )


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
    part = record.clock.part_of_day(last.poops[0])
    clock: Value = part.says if part else f"{local:%H:%M}"
    values: dict[str, Value] = {"day": day, "clock": clock}
    return Saying(key=f"since.{key}", values=values)


def _key(ago: int, timing: Timing) -> str:
    if timing is Timing.DAY:
        return "only_day"
    near = {0: "today", 1: "yesterday"}
    return near.get(ago, "weekday" if ago < N.span.dots.days else "long_ago")


class Often(IntEnum):
    """On how many days of the week it came."""

    SOME_DAYS = 0
    MOST_DAYS = 1
    EVERY_DAY = 2


class Felt(IntEnum):
    """How it felt."""

    HURT = 0
    UNSAID = 1
    SOFT = 2


@dataclass(frozen=True, kw_only=True)
class Week:
    """What one week was like."""

    landed: Landed
    often: Often
    felt: Felt

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Where, how often and how, in words; how it felt only where that is known."""
        told = [("landed", self.landed.name), ("often", self.often.name)]
        if self.felt is not Felt.UNSAID:
            told.append(("felt", self.felt.name))
        return tuple(
            Saying(key=f"then_and_now.{what}.{how.lower()}") for what, how in told
        )

    def is_better_than(self, before: "Week") -> bool:
        """Whether something got better, and neither the place nor the feeling worse."""
        gains = (self.landed - before.landed, self.felt - before.felt)
        often = self.often - before.often
        return min(gains) >= 0 and max(*gains, often) > 0


@dataclass(frozen=True, kw_only=True)
class ThenAndNow:
    """How it was so many weeks ago, and how it is now."""

    weeks: int
    then: Week
    now: Week


def then_and_now(record: Record) -> ThenAndNow | None:
    """Give how it was weeks ago and how it is now; None without progress to tell."""
    now = _week(record, 0)
    if now is None:
        return None
    for weeks in range(N.count.then_most, N.count.then_least - 1, -1):
        then = _week(record, weeks)
        if then is not None:
            better = now.is_better_than(then)
            return ThenAndNow(weeks=weeks, then=then, now=now) if better else None
    return None


def _week(record: Record, ago: int) -> Week | None:
    until = record.at - ago * N.span.dots
    first, last = (
        bisect_right(record.bouts, at, key=lambda bout: bout.at)
        for at in (until - N.span.dots, until)
    )
    bouts = [each for each in record.bouts[first:last] if each.is_full]
    if len(bouts) < N.count.then_few:
        return None
    days = len({record.clock.day(each.at) for each in bouts})
    often = (days >= N.count.then_most_days) + (days >= N.count.then_every_day)
    landed, _ = Counter(map(landed_of, bouts)).most_common(1)[0]
    return Week(landed=landed, often=Often(often), felt=_felt(bouts))


def landed_of(bout: Bout) -> Landed:
    """Give where it landed, how near to the potty."""
    last = bout.poops[-1]
    if bout.in_toilet:
        return Landed.IN_THE_POTTY
    if last.place not in IN_A_DIAPER:
        return Landed.ELSEWHERE
    there = last.where is Where.BATHROOM
    return Landed.IN_THE_BATHROOM if there else Landed.IN_A_DIAPER


def _felt(bouts: Sequence[Bout]) -> Felt:
    if any(each.hurt for each in bouts):
        return Felt.HURT
    soft = sum(each.is_soft for each in bouts)
    return Felt.SOFT if soft * 2 > len(bouts) else Felt.UNSAID
