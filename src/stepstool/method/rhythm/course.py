"""A course: which class of a factor holds at each ten, from one event to the next."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter
from typing import Final

Event = tuple[int, bytes]
_TEN: Final = itemgetter(0)


class Course:
    """The classes of one factor over the tens of a diary.

    events: when something happened, each with the classes by tens since, of which the last
    one stays. before: the class before the first. lag: only so many tens later it counts,
    since what is written beside a poop must not foretell it.
    """

    def __init__(self, events: Iterable[Event], before: bytes, lag: int = 1) -> None:
        ordered = sorted(events, key=_TEN)
        self._tens = [ten for ten, _ in ordered]
        self._steps = [steps for _, steps in ordered]
        self._before = before[-1:]
        self._lag = lag

    def codes(self, size: int) -> bytes:
        """Give the classes of the first `size` tens, as each ten began."""
        lag, begins = self._lag, [min(ten + self._lag, size) for ten in self._tens]
        pieces = [
            steps[lag : lag + end - begin].ljust(end - begin, steps[-1:])
            for (begin, end), steps in zip(
                pairwise([*begins, size]), self._steps, strict=True
            )
        ]
        return self._before * [*begins, size][0] + b"".join(pieces)

    def ahead(self, now: int, length: int) -> bytes:
        """Give the classes from now on if nothing more happens; all before now counts."""
        last = bisect_left(self._tens, now) - 1
        if last < 0:
            return self._before * length
        steps, since = self._steps[last], now - self._tens[last]
        return steps[since : since + length].ljust(length, steps[-1:])

    def last_before(self, end: int) -> int:
        """Give the ten of the last event before this one; -1 if there is none."""
        last = bisect_left(self._tens, end) - 1
        return self._tens[last] if last >= 0 else -1
