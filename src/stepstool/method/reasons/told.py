"""What the family told in the interview: for each question the newest answer."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from stepstool.method.reasons.numbers import LATELY
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.interview import Interview, Told, Topic

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
        told = self.record.of(Interview)
        return {each.topic: each for each in told if each.topic is not UNKNOWN}

    def of(self, topic: Topic) -> tuple[Told, ...]:
        """What was ticked; nothing if it was skipped, not known, never asked, or old."""
        told = self.newest.get(topic)
        if told is None or told.answers is UNKNOWN or self._is_old(told):
            return ()
        return tuple(each for each in told.answers if each not in NO_ANSWER)

    def says(self, topic: Topic, answer: Told) -> datetime | None:
        """When this answer was told, if it holds."""
        return self.newest[topic].at if answer in self.of(topic) else None

    def _is_old(self, told: Interview) -> bool:
        return told.topic in ABOUT_LATELY and self.record.at - told.at > LATELY
