"""Known or unknown: what the diary can say of a day without a poop.

Source: clinical_rules.md §1 and rule 9 of the method: a day without entries is not a day
without poop.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate

from stepstool.method.record.clock import Clock
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.record.unknown import UNKNOWN
from stepstool.method.record.unread import Unread

ONE_DAY = timedelta(days=1)


class Days:
    """A row of the child's days, counted from 0, and which of them are known."""

    def __init__(self, clock: Clock, first: date, last: date) -> None:
        self.dates = [first + ONE_DAY * n for n in range((last - first).days + 1)]
        self.starts = [clock.start(day) for day in self.dates]
        self.know([False] * len(self.dates))

    def __len__(self) -> int:
        return len(self.dates)

    def know(self, known: Sequence[bool]) -> None:
        """Say which days are known."""
        self.known = known
        gaps = (-1 if each else n for n, each in enumerate(known))
        self._counted = [0, *accumulate(known)]
        self._gaps = [-1, *accumulate(gaps, max)]

    def index(self, moment: datetime) -> int:
        """The number of the day a moment lies in; -1 before the first."""
        return bisect_right(self.starts, moment) - 1

    def place(self, day: date) -> int:
        """The number of a calendar day; outside the row below 0 or beyond the last."""
        return (day - self.dates[0]).days

    def count_known(self, first: int, end: int) -> int:
        """How many days are known, from `first` up to `end` (not included)."""
        first = max(first, 0)
        return self._counted[end] - self._counted[first] if end > first else 0

    def last_unknown(self, end: int) -> int:
        """The last day before `end` that is not known; -1 if all are."""
        return self._gaps[end]


def learn(
    days: Days,
    full: Sequence[datetime],
    said: tuple[Iterable[NoneCame], Iterable[Interview]],
    unread: Iterable[Unread],
) -> None:
    """Find out which days are known.

    full: the moments of full poops, in order. A day with an entry that can't be read is
    not known, whatever else stands there.
    """
    none_came, interviews = said
    known = [False] * len(days)
    for n in map(days.index, full):
        known[n] = True
    for first, last in [*_said(days, none_came), *_answered(days, full, interviews)]:
        _mark(known, first, last)
    for each in unread:
        if (n := days.index(each.at)) >= 0:
            known[n] = False
    days.know(known)


def _mark(known: list[bool], first: int, last: int) -> None:
    for n in range(max(first, 0), min(last, len(known) - 1) + 1):
        known[n] = True


def _said(days: Days, entries: Iterable[NoneCame]) -> Iterator[tuple[int, int]]:
    """Give the days the family said were without poop: first and last."""
    for each in entries:
        last = days.index(each.at)
        yield (last if each.since is UNKNOWN else days.place(each.since)), last


def _answered(
    days: Days, full: Sequence[datetime], interviews: Iterable[Interview]
) -> Iterator[tuple[int, int]]:
    """Give the complete days that "has there been a poop since?" with *no* made known.

    Where no poop was written yet, it was asked since the family told how it had been.
    """
    told = list(interviews)
    first = next((each.at for each in told if each.topic is Topic.FOUR_WEEKS), None)
    for each in told:
        if each.topic is Topic.GAP and each.answers == (Told.NO,):
            before = bisect_right(full, each.at)
            if before:
                yield days.index(full[before - 1]), days.index(each.at) - 1
            elif first is not None:
                yield days.index(first) + 1, days.index(each.at) - 1
