"""The interview: its questions in order, and when to ask them (again).

A minute; each question is one tap or several, and each can be skipped. Asked anew when
things change: a big change, a fight, soft again after being stuck, no step forward.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
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
# What is told once of a life: a change at home does not make it old.
LASTING: Final = {Topic.CONDITIONS}


def again_of(clues: Clues) -> Because | None:
    """Say why to ask now; None if there is no need."""
    asked = _asked(clues)
    if asked is None:
        return _because("first")
    return next((_because(name) for name, is_so in AGAIN if is_so(clues, asked)), None)


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


def _big_change(clues: Clues, asked: datetime) -> bool:
    return any(each.at > asked for each in clues.record.of(BigChange))


def _soft_again(clues: Clues, asked: datetime) -> bool:
    """It was stuck when it was asked, and now it is not."""
    stuck = clues.comfort.past.stuck
    was = any(since <= asked < until for since, until in stuck)
    return was and clues.comfort.body is not State.CONSTIPATED


def _fight(clues: Clues, asked: datetime) -> bool:
    now = clues.calm.level is Level.FIGHT
    return now and clues.record.at - asked >= AGAIN_FIGHT


def _no_step(clues: Clues, asked: datetime) -> bool:
    """On the same step for weeks, and not asked since."""
    stretches = course_of(clues.record.of(Plan)).stretches
    if not stretches or stretches[-1].standing.place is not Place.ON_STEP:
        return False
    since = max(stretches[-1].since, asked)
    return clues.record.at - since >= AGAIN_NO_STEP


def _long_ago(clues: Clues, asked: datetime) -> bool:
    return clues.record.at - asked >= AGAIN_LONG_AGO


AGAIN: Final[tuple[tuple[str, Callable[[Clues, datetime], bool]], ...]] = (
    ("big_change", _big_change),
    ("soft_again", _soft_again),
    ("fight", _fight),
    ("no_step", _no_step),
    ("long_ago", _long_ago),
)


def _because(name: str) -> Because:
    saw = Saying(key=f"reasons.again.{name}")
    return Because(rule=f"again_{name}", saw=saw, sources=("I",))
