"""Today as one value: what a page, a push, a report or a program shows of the advice."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from stepstool.method.advice.earned import SpokenRewards
from stepstool.method.advice.plan import SpokenPlan
from stepstool.method.advice.reason import Reason
from stepstool.method.advice.todo import Todo
from stepstool.method.calm import Calm, GoodTime
from stepstool.method.comfort import Asking, Comfort, Urgency
from stepstool.method.record import Child
from stepstool.method.record.kinds.health import DangerAnswer
from stepstool.method.words import Situation


class DayMark(StrEnum):
    """What one of the seven dots shows."""

    SOFT = "soft"
    HARD = "hard"
    RUNNY = "runny"
    CAME = "came"
    SOILED = "soiled"
    NONE = "none"
    NOT_WRITTEN = "not_written"


@dataclass(frozen=True, kw_only=True)
class DayDot:
    """One day of the last seven, with what was written of it."""

    day: date
    mark: DayMark


@dataclass(frozen=True, kw_only=True)
class SpokenAlert:
    """A danger sign that is open, in plain words. urgency: soon, today or now.

    closed_by: the answers that close it; comes_back: "it has stopped" is none of them.
    """

    key: str
    urgency: str
    text: str
    because: tuple[Reason, ...]
    closed_by: frozenset[DangerAnswer]
    comes_back: bool


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question to the family, in plain words, and what its answer is written to."""

    asking: Asking
    text: str


@dataclass(frozen=True, kw_only=True)
class Advice:
    """Today, in the family's words.

    at: the moment it is for. sentence: how it is. state_word: the word on the page for
    the comfort state. todo: the one thing. calm: whether it is a fight. plan: the ladder's
    advice. because, notes, tell: why, what else to know, and what to tell at the next visit. questions: what asks before it alarms. last: the latest full poop that was
    written. dots: the last seven days, today last. night: 20:00 to 06:00 there.
    moments: the situations whose words fit now, the most pressing first.
    listening: whether now is a good time for it. rewards: what is due and was given.
    then_and_now: progress in weeks, empty where there is none to tell.
    """

    at: datetime
    child: Child
    comfort: Comfort
    sentence: str
    state_word: str
    todo: Todo
    calm: Calm
    plan: SpokenPlan
    rewards: SpokenRewards
    because: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    tell: tuple[Reason, ...]
    alerts: tuple[SpokenAlert, ...]
    questions: tuple[Question, ...]
    last: str
    last_at: datetime | None
    dots: tuple[DayDot, ...]
    night: bool
    listening: GoodTime
    moments: tuple[Situation, ...] = ()
    then_and_now: str = ""

    @property
    def today(self) -> tuple[str, ...]:
        """The sentences of today's page, the most urgent first; at night *soon* waits."""
        waits = {Urgency.SOON} if self.night else set[Urgency]()
        urgent = tuple(e.text for e in self.alerts if e.urgency not in waits)
        return (*urgent, self.sentence, self.todo.text)
