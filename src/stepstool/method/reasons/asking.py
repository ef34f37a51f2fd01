"""The interview: its questions in order, and when to ask them (again).

A minute; each question is one tap or several, and each can be skipped. Asked anew when
things change: a big change, a fight, soft again after being stuck, no step forward.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from stepstool.method.calm import Level, Place, course_of
from stepstool.method.comfort import State
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.numbers import (
    AGAIN_FIGHT,
    AGAIN_LONG_AGO,
    AGAIN_NO_STEP,
)
from stepstool.method.record import Because, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.days import BigChange
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic
from stepstool.method.record.kinds.lasting import Plan


@dataclass(frozen=True)
class Asked:
    """One question. several: any number of answers fit; else one."""

    topic: Topic
    several: bool = True

    @property
    def text(self) -> Saying:
        """The question."""
        return Saying(key=f"reasons.ask.{self.topic}")

    @property
    def answers(self) -> tuple[Told, ...]:
        """Its answers."""
        return ANSWERS[self.topic]


QUESTIONS: Final = (
    Asked(Topic.WHEN_OFFERED),
    Asked(Topic.SAYS_OR_DOES),
    Asked(Topic.BEGAN_WITH),
    Asked(Topic.SINCE_WHEN, several=False),
    Asked(Topic.WITHOUT_DIAPERS),
    Asked(Topic.FEELS_IT, several=False),
    Asked(Topic.SEAT),
    Asked(Topic.WHO_IS_THERE),
    Asked(Topic.GROWN_UPS),
    Asked(Topic.SENSES),
    Asked(Topic.PRESCHOOL),
    Asked(Topic.CONDITIONS),
    Asked(Topic.CAN_ALREADY),
)
FIRST: Final = "first"
# What is told once of a life: a change at home does not make it old.
LASTING: Final = {Topic.CONDITIONS}


def again_of(clues: Clues) -> Because | None:
    """Say why to ask now; None if there is no need."""
    asked = _asked(clues)
    if asked is None:
        return _because(FIRST)
    row = first_that_fits(AGAIN, Since(clues=clues, asked=asked))
    return None if row.key == NOT_NOW else _because(row.key)


def open_questions(clues: Clues) -> tuple[Topic, ...]:
    """Give the questions to ask: those never asked, and all if things have changed."""
    told = clues.told.newest
    new = tuple(each.topic for each in QUESTIONS if each.topic not in told)
    if again_of(clues) is None or not told:
        return new
    return tuple(
        each.topic
        for each in QUESTIONS
        if each.topic not in told or each.topic not in LASTING
    )


def _asked(clues: Clues) -> datetime | None:
    """When the interview was last answered or skipped, if ever."""
    topics = {each.topic for each in QUESTIONS}
    told = clues.told.newest
    return max(
        (each.at for topic, each in told.items() if topic in topics), default=None
    )


@dataclass(frozen=True, kw_only=True)
class Since:
    """What is known, and when the interview was last answered or skipped."""

    clues: Clues
    asked: datetime

    @property
    def lasted(self) -> timedelta:
        """How long ago that was."""
        return self.clues.record.at - self.asked


def _big_change(since: Since) -> bool:
    changes = since.clues.record.of(BigChange)
    return any(each.at > since.asked for each in changes)


def _soft_again(since: Since) -> bool:
    """It was stuck when it was asked, and now it is not."""
    comfort = since.clues.comfort
    was = any(begun <= since.asked < until for begun, until in comfort.past.stuck)
    return was and comfort.body is not State.CONSTIPATED


def _fight(since: Since) -> bool:
    return since.clues.calm.level is Level.FIGHT and since.lasted >= AGAIN_FIGHT


def _no_step(since: Since) -> bool:
    """On the same step for weeks, and not asked since."""
    record = since.clues.record
    stretches = course_of(record.of(Plan)).stretches
    if not stretches or stretches[-1].standing.place is not Place.ON_STEP:
        return False
    return record.at - max(stretches[-1].since, since.asked) >= AGAIN_NO_STEP


@dataclass(frozen=True, kw_only=True)
class AgainRow(Row[Since]):
    """One reason to ask anew."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The reason in words."""
        return (f"reasons.again.{self.key}",)


NOT_NOW: Final = "not_now"
AGAIN: Final = decision_table(
    AgainRow(key="big_change", fits=_big_change),
    AgainRow(key="soft_again", fits=_soft_again),
    AgainRow(key="fight", fits=_fight),
    AgainRow(key="no_step", fits=_no_step),
    AgainRow(key="long_ago", fits=lambda since: since.lasted >= AGAIN_LONG_AGO),
    Row(key=NOT_NOW, fits=always),
)


def _because(name: str) -> Because:
    saw = Saying(key=f"reasons.again.{name}")
    return Because(rule=f"again_{name}", saw=saw, sources=("I",))
