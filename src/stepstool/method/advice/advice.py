"""Today as one value, not yet in any language."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from stepstool.method.advice.then_and_now import ThenAndNow
from stepstool.method.advice.todo import Todo
from stepstool.method.calm import Calm, GoodTime
from stepstool.method.comfort import Comfort
from stepstool.method.ladder import PlanAdvice
from stepstool.method.record import Child, Saying
from stepstool.method.rewards import Rewards
from stepstool.method.words.situation import Situation


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
class Advice:
    """Today, in sayings: keys and gaps that a speaker turns into a family's words.

    at: the moment it is for. sentence: how it is. todo: the one thing. calm: whether it is a
    fight. plan: the ladder's advice. rewards: what is due and was given. last: the latest
    full poop that was written, and how it was. dots: the last seven days, today last. night:
    20:00 to 06:00 there. moments: the situations whose words fit now, the most pressing
    first. listening: whether now is a good time for it. progress: in weeks, None where there
    is none to tell.
    """

    at: datetime
    child: Child
    comfort: Comfort
    sentence: Saying
    todo: Todo
    calm: Calm
    plan: PlanAdvice
    rewards: Rewards
    last: tuple[Saying, ...]
    last_at: datetime | None
    dots: tuple[DayDot, ...]
    night: bool
    listening: GoodTime
    moments: tuple[Situation, ...]
    progress: ThenAndNow | None
