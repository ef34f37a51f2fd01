"""The tens of today in which windows may lie, and what each is worth.

They are planned as of the last thing written today, or the morning, and not as of now: a
plan that changes only when something happens does not run away from the one who reads it.
"""

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

    free: whether a window may lie there: awake by the clock and by habit.
    """

    ten: int
    at: datetime
    worth: float
    free: bool


def open_tens(seen: Seen, habit: Habit, clock: Clock, now: int) -> tuple[OpenTen, ...]:
    """Give the tens from the planning to the end of the waking day; none after it."""
    morning = seen.today * A_DAY
    begin = max(seen.last_event(now) + 1, morning + WAKING.start)
    length = morning + WAKING.stop - begin
    if length <= 0:
        return ()
    worth = ahead(seen, habit, begin, length).expected()
    return tuple(
        OpenTen(
            ten=(begin + n) % A_DAY,
            at=(at := seen.timeline.moment(begin + n)),
            worth=each,
            free=_is_free(habit, (begin + n) % A_DAY, clock.local(at)),
        )
        for n, each in enumerate(worth)
    )


def _is_free(habit: Habit, ten: int, local: datetime) -> bool:
    return habit.asleep[ten] <= ASLEEP_MOSTLY and is_waking(local)


def is_waking(local: datetime) -> bool:
    """Whether ten minutes from here on lie in waking hours by the wall clock."""
    since = timedelta(hours=local.hour, minutes=local.minute)
    return since >= WAKING_FROM and since + TEN <= WAKING_UNTIL
