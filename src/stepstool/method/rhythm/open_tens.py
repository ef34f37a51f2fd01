"""The tens of today in which windows may still lie."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from stepstool.method.record.clock import Clock
from stepstool.method.rhythm.ahead import ahead
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.numbers import (
    ASLEEP_MOSTLY,
    TEN,
    WAKING_FROM,
    WAKING_UNTIL,
)
from stepstool.method.rhythm.seen import Seen
from stepstool.method.rhythm.tens import A_DAY, WAKING


@dataclass(frozen=True, kw_only=True)
class OpenTen:
    """Ten minutes of today: ten of the day, when they begin, and the chance of a poop.

    hazard: the chance if none came before; free: whether a window may lie there: awake by
    the clock and by habit.
    """

    ten: int
    at: datetime
    hazard: float
    free: bool


def open_tens(seen: Seen, habit: Habit, clock: Clock, now: int) -> tuple[OpenTen, ...]:
    """Give the tens from now to the end of the waking day; none after it."""
    morning = seen.today * A_DAY
    begin = max(now, morning + WAKING.start)
    length = morning + WAKING.stop - begin
    if length <= 0:
        return ()
    hazards = ahead(seen, habit, begin, length).hazards
    places = range(begin - morning, WAKING.stop)
    moments = [seen.timeline.moment(morning + place) for place in places]
    free = free_tens(seen, habit, clock)[-length:]
    return tuple(
        OpenTen(ten=place, at=at, hazard=hazard, free=is_free)
        for place, at, hazard, is_free in zip(
            places, moments, hazards, free, strict=True
        )
    )


def free_tens(seen: Seen, habit: Habit, clock: Clock) -> list[bool]:
    """Say for each waking ten of today whether a window may lie there."""
    morning = seen.today * A_DAY
    return [
        habit.asleep[ten] <= ASLEEP_MOSTLY
        and is_waking(clock.local(seen.timeline.moment(morning + ten)))
        for ten in WAKING
    ]


def is_waking(local: datetime) -> bool:
    """Whether ten minutes from here on lie in waking hours by the wall clock."""
    since = timedelta(hours=local.hour, minutes=local.minute)
    return since >= WAKING_FROM and since + TEN <= WAKING_UNTIL
