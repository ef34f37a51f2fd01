"""Clues: the record, comfort, calm and answers, as the facts look at them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeVar

from stepstool.method.calm import Calm
from stepstool.method.comfort import Comfort
from stepstool.method.reasons.numbers import BABY_CRIES, LATELY, SITS_LATELY
from stepstool.method.reasons.told import Answers
from stepstool.method.record import UNKNOWN, Entry, Record
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Sit

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Clues:
    """All that facts are read from; nothing older than the reading declares."""

    record: Record
    comfort: Comfort
    calm: Calm

    @cached_property
    def told(self) -> Answers:
        """What was told in the interview."""
        return Answers(self.record)

    def within(self, kind: type[E], back: timedelta) -> tuple[E, ...]:
        """Entries of a kind in the time before the moment."""
        at = self.record.at
        return tuple(self.record.within(kind, at - back, at))

    @cached_property
    def poops(self) -> tuple[Poop, ...]:
        """The poops of the last weeks."""
        return self.within(Poop, LATELY)

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """The poops of the last weeks, joined into bouts."""
        since = self.record.at - LATELY
        return tuple(each for each in self.record.bouts if each.at > since)

    @cached_property
    def hurting(self) -> tuple[Bout, ...]:
        """Those that hurt; a baby's crying before a soft one is normal (N5)."""
        return tuple(
            each for each in self.bouts if each.hurt and not self._baby_cries(each)
        )

    def _baby_cries(self, bout: Bout) -> bool:
        return bout.is_soft and self.is_under(
            BABY_CRIES, self.record.clock.day(bout.at)
        )

    @cached_property
    def sits(self) -> tuple[Sit, ...]:
        """The sits of the last weeks."""
        return self.within(Sit, SITS_LATELY)

    @cached_property
    def diapers_asked(self) -> int:
        """How often a diaper was asked for lately."""
        poops = [each for each in self.poops if each.diaper_asked is YesNo.YES]
        return len(poops) + len(self.within(DiaperRequest, SITS_LATELY))

    def is_under(self, months: int, day: date) -> bool:
        """Whether the child may still be under an age; unknown is under none."""
        age = self.record.child.youngest_months(day)
        return age is not UNKNOWN and age < months

    def day(self, moment: datetime) -> date:
        """The child's day of a moment."""
        return self.record.clock.day(moment)
