"""Clues: the record, comfort, calm and answers, as the facts look at them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final, TypeVar

from stepstool.method.calm import Calm
from stepstool.method.comfort import Comfort
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Entry, Record
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Sit

N: Final = topic("reasons")
COMFORT: Final = topic("comfort")

# What was asked about the last weeks is no news for ever.
ABOUT_LATELY: Final = {Topic.FOUR_WEEKS, Topic.SOFT_AND_PAINLESS}
NO_ANSWER: Final = {Told.DONT_KNOW}


@dataclass(frozen=True)
class Answers:
    """The family's answers up to the moment of a record."""

    record: Record

    @cached_property
    def newest(self) -> dict[Topic, Interview]:
        """The newest answer to each question, skipped ones too."""
        answers = self.record.of(Interview)
        return {
            answer.topic: answer for answer in answers if answer.topic is not UNKNOWN
        }

    def of(self, topic: Topic) -> tuple[Told, ...]:
        """What was ticked; nothing if it was skipped, not known, never asked, or old."""
        answer = self.newest.get(topic)
        if answer is None or answer.answers is UNKNOWN or self._is_old(answer):
            return ()
        return tuple(choice for choice in answer.answers if choice not in NO_ANSWER)

    def says(self, topic: Topic, answer: Told) -> datetime | None:
        """When this answer was told, if it holds."""
        return self.newest[topic].at if answer in self.of(topic) else None

    def _is_old(self, answer: Interview) -> bool:
        return (
            answer.topic in ABOUT_LATELY and self.record.at - answer.at > N.span.lately
        )


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Clues:
    """All that facts are read from; nothing older than the reading declares."""

    record: Record
    comfort: Comfort
    calm: Calm

    @cached_property
    def answers(self) -> Answers:
        """What was told in the interview."""
        return Answers(self.record)

    def within(self, kind: type[E], back: timedelta) -> tuple[E, ...]:
        """Entries of a kind in the time before the moment."""
        at = self.record.at
        return tuple(self.record.within(kind, at - back, at))

    @cached_property
    def poops(self) -> tuple[Poop, ...]:
        """The poops of the last weeks."""
        return self.within(Poop, N.span.lately)

    @cached_property
    def bouts(self) -> tuple[Bout, ...]:
        """The poops of the last weeks, joined into bouts."""
        since = self.record.at - N.span.lately
        return tuple(bout for bout in self.record.bouts if bout.at > since)

    @cached_property
    def hurting(self) -> tuple[Bout, ...]:
        """Those that hurt; a baby's crying before a soft one is normal (N5)."""
        return tuple(
            bout for bout in self.bouts if bout.hurt and not self._baby_cries(bout)
        )

    def _baby_cries(self, bout: Bout) -> bool:
        return bout.is_soft and self.is_under(
            COMFORT.count.straining_is_normal, self.record.clock.day(bout.at)
        )

    @cached_property
    def sits(self) -> tuple[Sit, ...]:
        """The sits of the last weeks."""
        return self.within(Sit, N.span.sits_lately)

    @cached_property
    def diapers_asked(self) -> int:
        """How often a diaper was asked for lately."""
        poops = [poop for poop in self.poops if poop.diaper_asked is YesNo.YES]
        return len(poops) + len(self.within(DiaperRequest, N.span.sits_lately))

    def is_under(self, months: int, day: date) -> bool:
        """Whether the child may still be under an age; unknown is under none."""
        age = self.record.child.youngest_months(day)
        return age is not UNKNOWN and age < months

    def day(self, moment: datetime) -> date:
        """The child's day of a moment."""
        return self.record.clock.day(moment)
