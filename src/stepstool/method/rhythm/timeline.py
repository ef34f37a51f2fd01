"""Days in tens: ten minutes, counted from 04:00, are the finest part that is told apart.

A timeline puts moments into the tens of a row of days; a trace says which class of a factor
holds at each of them; what happened at one time of day speaks for the times beside it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import exp
from operator import mul
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record.clock import DAY_STARTS, ONE_DAY, Clock, Days

N: Final = topic("rhythm")
A_DAY: Final = timedelta(days=1) // N.span.ten
HOUR: Final = timedelta(hours=1) // N.span.ten
MINUTES_AN_HOUR: Final = timedelta(hours=1) // timedelta(minutes=1)
HALF_AN_HOUR: Final = HOUR // 2
_DAY_STARTS: Final = timedelta(hours=DAY_STARTS.hour, minutes=DAY_STARTS.minute)
_SECONDS: Final = N.span.ten.total_seconds()


def tens(length: timedelta) -> int:
    """Give how many whole tens a length of time has."""
    return length // N.span.ten


def of_clock(after_midnight: timedelta) -> int:
    """Give the ten of the day at a time of the wall clock."""
    return ((after_midnight - _DAY_STARTS) // N.span.ten) % A_DAY


def clock_time(ten: int) -> str:
    """Give the time of the wall clock at which a ten of the day begins."""
    minutes = (
        (_DAY_STARTS + ten * N.span.ten) % timedelta(days=1) // timedelta(minutes=1)
    )
    return "{:02}:{:02}".format(*divmod(minutes, MINUTES_AN_HOUR))


WAKING: Final = range(of_clock(N.span.waking_from), of_clock(N.span.waking_until))
WIDTH: Final = tens(N.span.window)
"""How long a window stays open, in tens."""


class Tens(dict[datetime, int]):
    """The ten of each moment that was asked for; a diary asks for the same ones all day."""

    def __init__(self, starts: Iterable[datetime]) -> None:
        super().__init__()
        self._starts = [start.timestamp() for start in starts]

    def __missing__(self, moment: datetime) -> int:
        second = moment.timestamp()
        day = bisect_right(self._starts, second) - 1
        of_day = int((second - self._starts[day]) / _SECONDS)
        self[moment] = ten = day * A_DAY + min(of_day, A_DAY - 1)
        return ten


class Timeline:
    """The tens from the first to the last day, both included, counted from 0.

    The day changes its length with daylight saving and travel; what lies beyond its 144th
    ten belongs to the last one, so that nothing moves to another day.
    """

    def __init__(
        self, clock: Clock, first: date, last: date, before: "Timeline | None" = None
    ) -> None:
        """Lay it out; before: one at hand, whose tens serve again if its days are the same."""
        self.days = Days(clock, first, last)
        after = (clock.end(last + n * ONE_DAY) for n in range(3))
        self._begins = [*self.days.starts, *after]
        serves = before is not None and before.days.starts == self.days.starts
        self.known: Tens = before.known if before and serves else Tens(self.days.starts)

    @property
    def size(self) -> int:
        """How many tens there are."""
        return len(self.days) * A_DAY

    def ten(self, moment: datetime) -> int:
        """Give the ten in which a moment lies; below 0 before the first day."""
        return self.known[moment]

    def tens(self, moments: Iterable[datetime]) -> list[int]:
        """Give the tens in which moments lie; below 0 before the first day."""
        return list(map(self.known.__getitem__, moments))

    def moment(self, ten: int) -> datetime:
        """Give the moment at which a ten begins, up to the end of the day after the last.

        What a shorter day does not have begins and ends with its end.
        """
        day, of_day = divmod(ten, A_DAY)
        return min(self._begins[day] + of_day * N.span.ten, self._begins[day + 1])


@dataclass(frozen=True, kw_only=True)
class Trace:
    """Which class of one factor holds at each ten, from one event to the next.

    tens, steps: when something happened, in order, each with the classes by tens since, of
    which the last one stays. start: the class before the first. lag: only so many tens
    later it counts, since what is written beside a poop must not foretell it.
    """

    tens: Sequence[int]
    steps: Sequence[bytes]
    start: bytes
    lag: int

    def before(self, end: int) -> "Trace":
        """Give the trace of what happened before a ten: all that its classes rest on."""
        count = bisect_left(self.tens, end)
        return Trace(
            tens=self.tens[:count],
            steps=self.steps[:count],
            start=self.start,
            lag=self.lag,
        )

    def codes(self, size: int) -> bytes:
        """Give the classes of the first `size` tens, as each ten began."""
        lag, begins = self.lag, [min(ten + self.lag, size) for ten in self.tens]
        pieces = [
            steps[lag : lag + end - begin].ljust(end - begin, steps[-1:])
            for (begin, end), steps in zip(
                pairwise([*begins, size]), self.steps, strict=True
            )
        ]
        return self.start * [*begins, size][0] + b"".join(pieces)

    def ahead(self, now: int, length: int) -> bytes:
        """Give the classes from now on if nothing more happens; all before now counts."""
        last = bisect_left(self.tens, now) - 1
        if last < 0:
            return self.start * length
        steps, since = self.steps[last], now - self.tens[last]
        return steps[since : since + length].ljust(length, steps[-1:])

    def last_before(self, end: int) -> int:
        """Give the ten of the last event before this one; -1 if there is none."""
        last = bisect_left(self.tens, end) - 1
        return self.tens[last] if last >= 0 else -1


def trace(tens: Sequence[int], steps: Sequence[bytes], start: bytes) -> Trace:
    """Give the trace of events in order; of `start` the last class holds."""
    return Trace(tens=tens, steps=steps, start=start[-1:], lag=1)


def trace_after(tens: Iterable[int], steps: bytes, lag: int = 1) -> Trace:
    """Give the trace of events of one sort, in any order; the last class holds before."""
    ordered = sorted(tens)
    return Trace(tens=ordered, steps=[steps] * len(ordered), start=steps[-1:], lag=lag)


_DEVIATION: Final = N.span.kernel / N.span.ten
_REACH: Final = round(4 * _DEVIATION)
_BELL: Final = [exp(-((n / _DEVIATION) ** 2) / 2) for n in range(-_REACH, _REACH + 1)]
_WEIGHTS: Final = [height / sum(_BELL) for height in _BELL]
CENTRE: Final = max(_WEIGHTS)
"""How much of one poop stays at its own ten."""
SPEAKS_FOR: Final = 1 / sum(weight * weight for weight in _WEIGHTS)
"""For how many tens one poop speaks."""


def smooth(values: Sequence[float]) -> list[float]:
    """Spread the values of a day's tens over their neighbours, midnight being no border."""
    around = [*values[-_REACH:], *values, *values[:_REACH]]
    width = len(_WEIGHTS)
    return [sum(map(mul, _WEIGHTS, around[n : n + width])) for n in range(A_DAY)]
