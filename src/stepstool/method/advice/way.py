"""The story of the way, week after week: how often it came, how it felt, where, on which step.

A week begins on its Monday. What nobody wrote down is not counted, neither for nor against: soft
ones are counted among those whose form is known, and "none hurt" is said only where it was
asked of all. Nobody is measured by it (M20); there is no goal and no percentage.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from stepstool.method.advice.week import (
    ONE_DAY,
    DayDot,
    DayMark,
    Landed,
    calendar,
    landed_of,
)
from stepstool.method.calm import Course, PlanPlace, course_of
from stepstool.method.record import Record, Saying, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.lasting import Plan

A_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, kw_only=True)
class WeekOfWay:
    """One week: its days as dots, what came, and the steps it was lived on."""

    dots: tuple[DayDot, ...]
    """From Monday on; of the week that runs, up to today."""
    bouts: tuple[Bout, ...]
    """The full poops, in order."""
    steps: tuple[int, ...]
    """The steps of the plan, in order, no two alike side by side; 0 is a break."""

    @property
    def monday(self) -> date:
        """Its first day."""
        return self.dots[0].day

    @property
    def is_written(self) -> bool:
        """Whether anything is known of any of its days."""
        return any(dot.mark is not DayMark.NOT_WRITTEN for dot in self.dots)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """The week in some plain sentences, without its first times."""
        return tuple(self._sayings())

    def _sayings(self) -> Iterator[Saying]:
        if self.bouts:
            yield _came(self.bouts)
            yield from _soft(self.bouts)
            yield from _pains(self.bouts)
        else:
            yield Saying(key="way.none" if self.is_written else "way.not_written")
        yield from _steps(self.steps)


def _came(bouts: Sequence[Bout]) -> Saying:
    """Say how often it came, and where, if that was at one of the places of the way."""
    counted = Counter(map(landed_of, bouts))
    ((place, times),) = counted.most_common(1)
    values: dict[str, Value] = {"count": len(bouts)}
    if place is Landed.ELSEWHERE:
        return Saying(key="way.came", values=values)
    values["place"] = Saying(key=f"then_and_now.landed.{place.name.lower()}")
    all_there = times == len(bouts)
    return Saying(key="way.came_there" if all_there else "way.mostly", values=values)


def _soft(bouts: Sequence[Bout]) -> Iterator[Saying]:
    """Say how many were soft, of those whose form is known."""
    known = [bout for bout in bouts if bout.texture is not None]
    soft = sum(bout.is_soft for bout in known)
    if soft and soft == len(bouts):
        yield Saying(key="way.all_soft", values={"count": soft})
    elif soft:
        yield Saying(key="way.soft", values={"count": soft, "of": len(known)})
    elif known:
        yield Saying(key="way.none_soft")


def _pains(bouts: Sequence[Bout]) -> Iterator[Saying]:
    """Say how many hurt, and how many a little; "none" only if it was said of all."""
    hurt = sum(bout.hurt for bout in bouts)
    a_little = sum(bout.hurt_a_little for bout in bouts) - hurt
    if hurt:
        yield Saying(key="way.hurt", values={"count": hurt})
    if a_little:
        yield Saying(key="way.hurt_a_little", values={"count": a_little})
    if all(bout.pain is not None and not bout.hurt_a_little for bout in bouts):
        yield Saying(key="way.none_hurt")


def _steps(steps: Sequence[int]) -> Iterator[Saying]:
    """Say on which steps it was lived; 0 is a break."""
    for place, step in enumerate(steps):
        what = "step" if step else "break"
        key = f"way.then_{what}" if place else f"way.{what}"
        yield Saying(key=key, values={"step": step})


def story_of_the_way(record: Record, since: date) -> tuple[WeekOfWay, ...]:
    """Give the weeks from the one in which something is known first, the newest first.

    since: no week before the one of this day is told.
    """
    monday, today = _monday(since), record.today
    dots = calendar(record, monday, today)
    course = course_of(record.of(Plan))
    weeks = [
        _week(record, course, dots[first : first + A_WEEK.days])
        for first in range(0, len(dots), A_WEEK.days)
    ]
    known = next((n for n, week in enumerate(weeks) if week.is_written), len(weeks))
    return tuple(reversed(weeks[known:]))


def _monday(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def _week(record: Record, course: Course, dots: tuple[DayDot, ...]) -> WeekOfWay:
    days = {dot.day for dot in dots}
    return WeekOfWay(
        dots=dots,
        bouts=tuple(
            bout
            for bout in record.bouts
            if bout.is_full and record.clock.day(bout.at) in days
        ),
        steps=tuple(_stood_on(record, course, dots)),
    )


def _stood_on(
    record: Record, course: Course, dots: tuple[DayDot, ...]
) -> Iterator[int]:
    """Give the steps on which its days ended; a break is 0."""
    before = None
    for dot in dots:
        step = _step_at(course, record.clock.end(dot.day) - timedelta.resolution)
        if step is not None and step != before:
            yield step
        before = step


def _step_at(course: Course, at: datetime) -> int | None:
    stretch = course.at(at)
    if stretch is None:
        return None
    standing = stretch.standing
    steps = {PlanPlace.ON_STEP: standing.step, PlanPlace.ON_BREAK: 0}
    return steps.get(standing.place)
