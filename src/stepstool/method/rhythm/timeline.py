"""A timeline: the tens of a row of days, each day from 04:00 on the child's own clock.

The day changes its length with daylight saving and travel; what lies beyond its 144th ten
belongs to the last one, so that nothing moves to another day.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from stepstool.method.record.clock import Clock
from stepstool.method.record.known_day import ONE_DAY, Days
from stepstool.method.rhythm.numbers import TEN
from stepstool.method.rhythm.tens import A_DAY

_A_TEN: Final = TEN.total_seconds()
_SECONDS: Final = datetime.timestamp


class Timeline:
    """The tens from the first to the last day, both included, counted from 0."""

    def __init__(self, clock: Clock, first: date, last: date) -> None:
        self.days = Days(clock, first, last)
        after = (clock.end(last + n * ONE_DAY) for n in range(3))
        self._begins = [*self.days.starts, *after]
        self._starts = [start.timestamp() for start in self.days.starts]

    @property
    def size(self) -> int:
        """How many tens there are."""
        return len(self.days) * A_DAY

    def ten(self, moment: datetime) -> int:
        """Give the ten in which a moment lies; below 0 before the first day."""
        return self.tens([moment])[0]

    def tens(self, moments: Iterable[datetime]) -> list[int]:
        """Give the tens in which moments lie; below 0 before the first day."""
        starts, last = self._starts, A_DAY - 1
        since = [(at, bisect_right(starts, at) - 1) for at in map(_SECONDS, moments)]
        return [
            day * A_DAY + min(int((at - starts[day]) // _A_TEN), last)
            for at, day in since
        ]

    def moment(self, ten: int) -> datetime:
        """Give the moment at which a ten begins, up to the end of the day after the last.

        What a shorter day does not have begins and ends with its end.
        """
        day, of_day = divmod(ten, A_DAY)
        return min(self._begins[day] + of_day * TEN, self._begins[day + 1])
