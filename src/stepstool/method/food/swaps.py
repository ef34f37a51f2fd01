"""Swaps a child accepts, as a table: balance, not bans (M16).

Each takes the place of something, goes into it or lies beside it; half and half counts. What this child
eats anyway comes first, and what it already knows before what is new.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import FOODS
from stepstool.method.food.days import eaten, plates
from stepstool.method.food.numbers import HABITS, SWAPS
from stepstool.method.record import Food, Record
from stepstool.method.record.kinds.days import Meal


class How(StrEnum):
    """Whether it takes the place of something, goes into it, or lies beside it."""

    INSTEAD = "instead"
    INTO = "into"
    BESIDE = "beside"


@dataclass(frozen=True, kw_only=True)
class Swap:
    """One idea. gain: grams of fibre more in a portion."""

    how: How
    old: Food
    new: Food

    @property
    def gain(self) -> float:
        """Grams of fibre more."""
        before = FOODS[self.old].fibre if self.how is How.INSTEAD else 0.0
        return round(FOODS[self.new].fibre - before, 1)


def _instead(old: Food, new: Food) -> Swap:
    return Swap(how=How.INSTEAD, old=old, new=new)


def _into(old: Food, new: Food) -> Swap:
    return Swap(how=How.INTO, old=old, new=new)


TABLE: Final = (
    _instead(Food.WHITE_BREAD, Food.WHOLEGRAIN_BREAD),
    _instead(Food.PEELED_APPLE, Food.APPLE_WITH_SKIN),
    _instead(Food.WHITE_PASTA, Food.WHOLEGRAIN_PASTA),
    _instead(Food.CORN_FLAKES, Food.WHEAT_BISCUIT),
    _instead(Food.WHITE_RICE, Food.BROWN_RICE),
    _instead(Food.APPLE_SAUCE, Food.PEAR_WITH_SKIN),
    _instead(Food.WHITE_CRACKERS, Food.OAT_RINGS),
    _instead(Food.GRAHAM_CRACKERS, Food.OAT_RINGS),
    _instead(Food.FLOUR_TORTILLA, Food.CORN_TORTILLA),
    _instead(Food.GRAPES, Food.STRAWBERRIES),
    _into(Food.YOGURT, Food.RASPBERRIES),
    _into(Food.MASHED_POTATO, Food.PEAS),
    _into(Food.MACARONI_AND_CHEESE, Food.BROCCOLI),
    _into(Food.WHITE_PASTA, Food.LENTILS),
    _into(Food.OATMEAL, Food.BLUEBERRIES),
    _into(Food.CHEESE_PIZZA, Food.SPINACH),
    Swap(how=How.BESIDE, old=Food.CHEESE, new=Food.PEAR_WITH_SKIN),
    _into(Food.EGG, Food.SPINACH),
)


def swaps_of(record: Record) -> tuple[Swap, ...]:
    """Give the ideas that lie nearest to what this child eats."""
    habits = _habits(record)
    fitting = [swap for swap in TABLE if habits[swap.old]]
    nearest = sorted(
        fitting, key=lambda swap: (not habits[swap.new], -habits[swap.old])
    )
    return tuple(nearest or TABLE)[:SWAPS]


def _habits(record: Record) -> Counter[Food]:
    meals = record.within(Meal, record.at - HABITS, record.at)
    return Counter(food for meal in plates(meals) for food in eaten(meal))
