"""What is usual at an age: a band of fibre, and drinks a day (evidence §4.1, §4.2)."""

from dataclasses import dataclass

from stepstool.method.food.numbers import (
    DRINKS_CHILD,
    DRINKS_CHILD_FROM,
    DRINKS_FROM,
    DRINKS_TODDLER,
    DRINKS_UNTIL,
    FLOOR_FROM,
    FLOOR_PLUS,
    GOAL,
    GOAL_FROM,
    GOAL_SCHOOL,
    GOAL_SCHOOL_FROM,
    GOAL_UNTIL,
    JUICE_LITTLE,
    JUICE_MORE,
)
from stepstool.method.record import UNKNOWN, Unknown

A_YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Band:
    """Grams of fibre a day, from a floor to a goal. floor: None where none was published."""

    floor: int | None
    goal: int


def band_of(months: int | Unknown) -> Band | None:
    """Give the band for an age in whole months; None where none holds."""
    if months is UNKNOWN or not GOAL_FROM <= months < GOAL_UNTIL:
        return None
    floor = months // A_YEAR + FLOOR_PLUS if months >= FLOOR_FROM else None
    return Band(floor=floor, goal=GOAL_SCHOOL if months >= GOAL_SCHOOL_FROM else GOAL)


def drinks_of(months: int | Unknown) -> int | None:
    """Give the ml that drinks usually bring in a day; None where no figure holds."""
    if months is UNKNOWN or not DRINKS_FROM <= months < DRINKS_UNTIL:
        return None
    return DRINKS_CHILD if months >= DRINKS_CHILD_FROM else DRINKS_TODDLER


def juice_of(months: int | Unknown) -> int | None:
    """Give the ml of juice a day that is plenty; None where no figure holds."""
    if drinks_of(months) is None:
        return None
    return JUICE_MORE if drinks_of(months) == DRINKS_CHILD else JUICE_LITTLE
