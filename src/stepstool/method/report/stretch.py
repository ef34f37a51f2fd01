"""Some days of a diary, up to a moment, and what was seen in them, counted.

A day is known or not, as everywhere (rule 9): what was not written down is no *none*.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Final, TypeVar

from stepstool.method.comfort.facts import is_holding
from stepstool.method.evidence import topic
from stepstool.method.record import Entry, Record
from stepstool.method.record.bout import Bout
from stepstool.method.record.clock import Days, learn
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import TummyAche
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.poop import Blood, NoneCame
from stepstool.method.record.kinds.toileting import Signal

N: Final = topic("report")
ONE_DAY: Final = timedelta(days=1)
E = TypeVar("E", bound=Entry)


class Feature(StrEnum):
    """What can be seen at home and is counted."""

    HARD = "hard"
    PELLETS = "pellets"
    RUNNY = "runny"
    BIG = "big"
    BLOCKED = "blocked"
    HURT = "hurt"
    HURT_A_LITTLE = "hurt_a_little"
    STRAINED = "strained"
    STREAK = "streak"
    BLOOD_MIXED_IN = "blood_mixed_in"
    LEAK = "leak"
    HOLDING = "holding"
    ACHE = "ache"
    ACHE_EASED = "ache_eased"
    NO_APPETITE_EASED = "no_appetite_eased"


def _strained(bout: Bout) -> bool:
    return any(poop.strain is YesNo.YES for poop in bout.poops)


OF_A_BOUT: Final[Mapping[Feature, Callable[[Bout], bool]]] = {
    Feature.HARD: lambda bout: bout.is_hard,
    Feature.PELLETS: lambda bout: bout.is_pellets,
    Feature.RUNNY: lambda bout: bout.is_runny,
    Feature.BIG: lambda bout: bout.is_big,
    Feature.BLOCKED: lambda bout: bout.blocked_the_toilet,
    Feature.HURT: lambda bout: bout.hurt,
    Feature.HURT_A_LITTLE: lambda bout: bout.hurt_a_little and not bout.hurt,
    Feature.STRAINED: _strained,
    Feature.STREAK: lambda bout: bout.blood is Blood.ON_THE_SURFACE,
    Feature.BLOOD_MIXED_IN: lambda bout: bout.blood is Blood.MIXED_IN,
    Feature.LEAK: lambda bout: bout.is_leak,
}


def _is_eased(ache: TummyAche) -> bool:
    return ache.better_after_poop is YesNo.YES


OF_AN_ACHE: Final[Mapping[Feature, Callable[[TummyAche], bool]]] = {
    Feature.ACHE: lambda _: True,
    Feature.ACHE_EASED: _is_eased,
    Feature.NO_APPETITE_EASED: lambda ache: (
        _is_eased(ache) and ache.appetite_gone is YesNo.YES
    ),
}


class Stretch:
    """The last days of a record, its own last day included."""

    def __init__(self, record: Record, days: int) -> None:
        """Take so many days up to the moment of the record."""
        self.record = record
        self.last = record.today
        self.first = self.last - ONE_DAY * (days - 1)
        self.since = record.clock.start(self.first)
        self.bouts = [bout for bout in record.bouts if bout.at >= self.since]
        self.full = [bout for bout in self.bouts if bout.is_full]

    @cached_property
    def days(self) -> Days:
        """Its days, and which of them are known."""
        days = Days(self.record.clock, self.first, self.last)
        before = [bout.at for bout in self.record.bouts if bout.is_full]
        answers = (self.record.of(NoneCame), self.record.of(Interview))
        learn(days, [at for at in before if at >= self.since], answers, ())
        unread = {days.index(entry.at) for entry in self.record.unread}
        days.know([known and n not in unread for n, known in enumerate(days.known)])
        return days

    @property
    def known_days(self) -> int:
        """How many of its days are known: with a full poop, or said to be without."""
        return sum(self.days.known)

    @property
    def in_toilet(self) -> int:
        """How many full poops landed in the potty or the toilet."""
        return sum(bout.in_toilet for bout in self.full)

    def a_week(self, count: int) -> float | None:
        """How often that is in a week of known days; None while less than one is known."""
        if self.known_days < N.count.week:
            return None
        return round(count * N.count.week / self.known_days, 1)

    @cached_property
    def longest_gap(self) -> timedelta | None:
        """The longest time from one full poop to the next, with all days between known."""
        moments = [bout.at for bout in self.full]
        return max(
            (b - a for a, b in pairwise(moments) if self._knows(a, b)), default=None
        )

    def _knows(self, since: datetime, until: datetime) -> bool:
        first, end = self.days.index(since), self.days.index(until)
        return self.days.count_known(first, end) == end - first

    def of(self, kind: type[E]) -> Sequence[E]:
        """Its entries of a kind, by their moment."""
        return [entry for entry in self.record.of(kind) if entry.at >= self.since]

    def moments(self, feature: Feature) -> list[datetime]:
        """When something was seen."""
        if feature in OF_A_BOUT:
            return [bout.at for bout in self.bouts if OF_A_BOUT[feature](bout)]
        if feature in OF_AN_ACHE:
            aches = self.of(TummyAche)
            return [ache.at for ache in aches if OF_AN_ACHE[feature](ache)]
        return [signal.at for signal in self.of(Signal) if is_holding(signal)]

    def count(self, feature: Feature) -> int:
        """How often something was seen."""
        return len(self.moments(feature))

    def days_with(self, feature: Feature) -> int:
        """On how many days something was seen."""
        return len({self.days.index(at) for at in self.moments(feature)})

    def weeks_with(self, feature: Feature) -> int:
        """In how many of its weeks, counted back from the last day, something was seen."""
        return len(set(map(self.week, self.moments(feature))))

    def week(self, moment: datetime) -> int:
        """The number of the week of a moment, counted back from the last day, from 0."""
        back = len(self.days) - 1 - self.days.index(moment)
        return back // N.count.week

    def days_of(self, entries: Sequence[Entry]) -> set[date]:
        """On which days some entries lie."""
        return {self.record.clock.day(entry.at) for entry in entries}
