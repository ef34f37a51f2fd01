"""The child's clock and days: which zone is in force, which day a moment belongs to.

A day starts at 04:00, so that a poop at night belongs to the evening before (rule 9 of
the house). Instants are kept in UTC; nothing here adds hours to a wall clock.

What the diary can say of a day without a poop: known or unknown, for a day without entries
is not a day without poop. Source: rule 9 of the method.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import Final
from zoneinfo import ZoneInfo

from stepstool.method.record.decision import Saying
from stepstool.method.record.entry import Entry, Timing, Unread
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.record.merge import newest
from stepstool.method.record.question import UNKNOWN

DAY_STARTS = time(4, 0)
ONE_DAY = timedelta(days=1)
NOWHERE = "UTC"
# Histories of zones whose days are remembered; each reading of a diary asks for them again.
HISTORIES_KEPT: Final = 32


class PartOfDay(Enum):
    """A part of a day that is known without a clock time, by where it is written down.

    An entry whose moment is known *about* and stands exactly there says no more than this.
    """

    MORNING = time(8)
    EVENING = time(20)

    @property
    def says(self) -> Saying:
        """What it is called."""
        return Saying(key=f"calendar.in_the_{self.name.lower()}")

    def on(self, day: date) -> Saying:
        """What it is called with its day."""
        return Saying(key="calendar.part", values={"day": day, "part": self.says})


_PARTS: Final = {part.value: part for part in PartOfDay}


class Clock:
    """Local days and clock times of one child, by the zone in force at each moment.

    The days part time without gap or overlap, whatever clocks and travellers do: a day
    that has begun does not end because somebody flew west, and one that a flight east
    leaps over is empty.
    """

    def __init__(self, zones: Iterable[Zone]) -> None:
        """Take the zones in the order of their moments."""
        known = [(zone.at, zone.zone) for zone in zones if zone.zone is not UNKNOWN]
        self._since = [at for at, _ in known][1:]
        self._zones = [ZoneInfo(name) for _, name in known] or [ZoneInfo(NOWHERE)]
        self._starts = _starts_of(tuple(self._zones), tuple(self._since))

    def zone_at(self, moment: datetime) -> ZoneInfo:
        """The zone in force; before the first one was told, the first one."""
        if not self._since:
            return self._zones[0]
        return self._zones[bisect_right(self._since, moment)]

    def local(self, moment: datetime) -> datetime:
        """The moment on the child's wall clock."""
        return moment.astimezone(self.zone_at(moment))

    def knows_time(self, entry: Entry) -> bool:
        """Whether a clock time is known: not only the day, nor "this morning"."""
        return entry.timing is not Timing.DAY and self.part_of_day(entry) is None

    def part_of_day(self, entry: Entry) -> PartOfDay | None:
        """The part of a day that is all that is known; None for a clock time, or a day."""
        if entry.timing is not Timing.ABOUT:
            return None
        return _PARTS.get(self.local(entry.at).time())

    def day(self, moment: datetime) -> date:
        """The child's day that the moment belongs to."""
        day = moment.date()
        while moment < self.start(day):
            day -= ONE_DAY
        while moment >= self.end(day):
            day += ONE_DAY
        return day

    def start(self, day: date) -> datetime:
        """The instant at which this day starts: the first time that it is 04:00."""
        start = self._starts.get(day)
        if start is None:
            start = self._starts[day] = self._first_time(day)
        return start

    def end(self, day: date) -> datetime:
        """The instant at which the next day starts."""
        return self.start(day + ONE_DAY)

    def _first_time(self, day: date) -> datetime:
        """Try each zone while it is in force; the last one holds for ever."""
        wall = datetime.combine(day, DAY_STARTS)
        since = datetime.min.replace(tzinfo=UTC)
        for zone, until in zip(self._zones, self._since, strict=False):
            start = max(_instant(wall, zone), since)
            if start < until:
                return start
            since = until
        return max(_instant(wall, self._zones[-1]), since)


@lru_cache(HISTORIES_KEPT)
def _starts_of(
    _zones: tuple[ZoneInfo, ...], _since: tuple[datetime, ...]
) -> dict[date, datetime]:
    """Give what all clocks of the same zones share: the starts that one of them worked out."""
    return {}


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC)


def zones_of(entries: Iterable[Entry]) -> list[Zone]:
    """Give the zones that are told and not taken back, in the order of their moments."""
    return [
        entry
        for entry in newest(entries)
        if isinstance(entry, Zone) and not entry.removed and entry.zone is not UNKNOWN
    ]


def days_between(first: date, last: date) -> Iterable[date]:
    """All days from the first to the last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


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
        gaps = (-1 if is_known else n for n, is_known in enumerate(known))
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
    answers: tuple[Iterable[NoneCame], Iterable[Interview]],
    unread: Iterable[Unread],
) -> None:
    """Find out which days are known.

    full: the moments of full poops, in order. A day with an entry that can't be read is
    not known, whatever else stands there.
    """
    none_came, interviews = answers
    known = [False] * len(days)
    for n in map(days.index, full):
        known[n] = True
    for first, last in [*_said(days, none_came), *_answered(days, full, interviews)]:
        _mark(known, first, last)
    for entry in unread:
        if (n := days.index(entry.at)) >= 0:
            known[n] = False
    days.know(known)


def _mark(known: list[bool], first: int, last: int) -> None:
    for n in range(max(first, 0), min(last, len(known) - 1) + 1):
        known[n] = True


def _said(days: Days, entries: Iterable[NoneCame]) -> Iterator[tuple[int, int]]:
    """Give the days the family said were without poop: first and last."""
    for entry in entries:
        last = days.index(entry.at)
        yield (last if entry.since is UNKNOWN else days.place(entry.since)), last


def _answered(
    days: Days, full: Sequence[datetime], interviews: Iterable[Interview]
) -> Iterator[tuple[int, int]]:
    """Give the complete days that "has there been a poop since?" with *no* made known.

    Where no poop was written yet, it was asked since the family told how it had been.
    """
    asked = list(interviews)
    first = next(
        (answer.at for answer in asked if answer.topic is Topic.FOUR_WEEKS), None
    )
    for asking in asked:
        if asking.topic is Topic.GAP and asking.answers == (Told.NO,):
            before = bisect_right(full, asking.at)
            if before:
                yield days.index(full[before - 1]), days.index(asking.at) - 1
            elif first is not None:
                yield days.index(first) + 1, days.index(asking.at) - 1
