"""What was seen: the diary as tens, from the first day looked at to the moment."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import cycle
from typing import Final, TypeVar

from stepstool.method.record import Entry, Record
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import Meal, Sleep
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Pee, Sit
from stepstool.method.record.known_day import ONE_DAY
from stepstool.method.rhythm import curves
from stepstool.method.rhythm.came import Came, came
from stepstool.method.rhythm.course import Course, Event
from stepstool.method.rhythm.known import sound_days, trusts, written_days
from stepstool.method.rhythm.numbers import LOOK_BACK
from stepstool.method.rhythm.sleeps import sleeps
from stepstool.method.rhythm.tens import A_DAY
from stepstool.method.rhythm.timeline import Timeline

E = TypeVar("E", bound=Entry)
# What is written beside a poop must not foretell it.
CHANGE_LAG: Final = 2


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """The diary of one child as the rhythm looks at it.

    poops: the full ones, with the ten of each; written: by day, whether the diaper was
    written down; sound: by day, whether it teaches something; trust: by day, how much it
    counts beside its age; courses: of poop, sleep, meal, change and texture; offers: the
    tens of sits that were offered.
    """

    timeline: Timeline
    poops: Sequence[tuple[int, Came]]
    written: Sequence[bool]
    sound: Sequence[bool]
    trust: Sequence[float]
    courses: Sequence[Course]
    offers: Sequence[int]

    @property
    def today(self) -> int:
        """The number of the day of the moment: the last one."""
        return len(self.written) - 1

    def last_event(self, end: int) -> int:
        """Give the ten in which something was last written before this one; -1 if never."""
        offers = [ten for ten in self.offers if ten < end]
        return max(*(each.last_before(end) for each in self.courses), *offers[-1:])

    @cached_property
    def codes(self) -> list[bytes]:
        """Give for each course its class at each ten, up to the end of the last day."""
        return [each.codes(self.timeline.size) for each in self.courses]


def see(record: Record, first: date | None = None) -> Seen:
    """Look at a record, from a day on; usually as far back as the rhythm reads."""
    return _Looking(record, first or record.today - LOOK_BACK * ONE_DAY).seen()


class _Looking:
    """One look at a record; entries before the first day are not there."""

    def __init__(self, record: Record, first: date) -> None:
        self._record = record
        self._timeline = Timeline(record.clock, first, record.today)
        self._poops = came(self._of(Poop), self._of(Sit))
        self._tens = self._timeline.tens(each.at for each in self._poops)

    def _of(self, kind: type[E]) -> Sequence[E]:
        entries, start = self._record.of(kind), self._timeline.days.starts[0]
        return entries[bisect_left(entries, start, key=lambda each: each.at) :]

    def _tens_of(self, kind: type[Entry]) -> list[int]:
        return self._timeline.tens(each.at for each in self._of(kind))

    def seen(self) -> Seen:
        days, pees = self._timeline.days, self._tens_of(Pee)
        diapers = [*pees, *self._tens_of(Sit), *self._tens_of(DiaperRequest)]
        full = [each.at for each in self._poops]
        written = written_days(self._record, days, full, {n // A_DAY for n in diapers})
        changes = [*pees, *self._tens_of(Poop)]
        offered = [each.at for each in self._of(Sit) if each.offered is YesNo.YES]
        return Seen(
            timeline=self._timeline,
            poops=list(zip(self._tens, self._poops, strict=True)),
            written=written,
            sound=sound_days(self._record, days, written),
            trust=trusts(self._record, days),
            courses=(
                Course([*self._came(), *_holes(written)], before=curves.UNKNOWN_POOP),
                Course(self._slept(), before=curves.AWAKE),
                _after(self._tens_of(Meal), curves.AFTER_MEAL),
                _after(changes, curves.AFTER_CHANGE, CHANGE_LAG),
                Course(self._textures(), before=bytes(1)),
            ),
            offers=self._timeline.tens(offered),
        )

    def _came(self) -> Iterator[Event]:
        for ten, each in zip(self._tens, self._poops, strict=True):
            yield ten, curves.AFTER_POOP if each.timed else curves.UNKNOWN_POOP

    def _textures(self) -> Iterator[Event]:
        for ten, each in zip(self._tens, self._poops, strict=True):
            yield ten, bytes([each.texture])

    def _slept(self) -> list[Event]:
        slept = sleeps(self._of(Sleep), self._busy, self._record.at)
        turns = [moment for each in slept for moment in each if moment is not None]
        steps = cycle((curves.ASLEEP, curves.AWAKE))
        return list(zip(self._timeline.tens(turns), steps, strict=False))

    def _busy(self) -> list[datetime]:
        """Give the moments, in order, at which the child was certainly awake."""
        kinds = (Poop, Pee, Meal, Sit)
        return sorted(each.at for kind in kinds for each in self._of(kind))


def _after(tens: Sequence[int], steps: bytes, lag: int = 1) -> Course:
    return Course(((ten, steps) for ten in tens), before=steps, lag=lag)


def _holes(written: Sequence[bool]) -> Iterator[Event]:
    """After a day that was not written down nobody knows how long ago the last one was."""
    for day, known in enumerate(written[:-1]):
        if not known:
            yield (day + 1) * A_DAY - 1, curves.UNKNOWN_POOP
