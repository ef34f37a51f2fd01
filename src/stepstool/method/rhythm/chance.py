"""A chance, with how sure it is and how many poops are behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp, fsum, prod, sqrt
from typing import Final

from stepstool.method.rhythm.curves import CLOCK
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.numbers import CLOCK_BEHIND, INTERVAL
from stepstool.method.rhythm.smooth import SPEAKS_FOR
from stepstool.method.rhythm.tens import A_DAY

# How many poops the population's clock stands for around each time of day.
KNOWN: Final = [SPEAKS_FOR * CLOCK_BEHIND / A_DAY * each for each in CLOCK]


@dataclass(frozen=True, kw_only=True)
class Chance:
    """The chance, 0 to 1, of a poop in a stretch of time.

    low, high: it lies between them eight times in ten; poops: how many of the child's own
    at this time of day it rests on, older ones counting less.
    """

    since: datetime
    until: datetime
    chance: float
    low: float
    high: float
    poops: float


def chance(
    habit: Habit, tens: Sequence[int], between: tuple[datetime, datetime], value: float
) -> Chance:
    """Give a chance with its uncertainty: that of a rate of which so many were counted.

    tens: the tens of the day that it covers; value: the chance itself, capped at 1.
    """
    behind = fsum(habit.behind[ten] for ten in tens) / len(tens)
    known = fsum(KNOWN[ten] for ten in tens) / len(tens)
    spread = exp(INTERVAL / sqrt(behind + known))
    since, until = between
    return Chance(
        since=since,
        until=until,
        chance=min(value, 1.0),
        low=min(value / spread, 1.0),
        high=min(value * spread, 1.0),
        poops=round(behind, 1),
    )


def within(hazards: Iterable[float]) -> float:
    """Give the chance of at least one, from the chance in each ten if none came before."""
    return 1 - prod(1 - each for each in hazards)
