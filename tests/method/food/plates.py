"""Made-up plates and drinks, for the tests of food. Day 20 is today, at eight in the evening."""

from typing import Any

from stepstool.method import food
from stepstool.method.comfort import assess
from stepstool.method.record import Child, Entry, Food, Month, Record
from stepstool.method.record.kinds.days import Drink, DrinkKind, Meal, MealKind
from tests.method.calm.diary import at, entry

TODAY = 20
NOW = at(TODAY, 20)
MIA = Child(name="Mia", born=Month(2022, 2))
THREE = (MealKind.BREAKFAST, MealKind.LUNCH, MealKind.DINNER)
HOURS = {MealKind.BREAKFAST: 8, MealKind.LUNCH: 12, MealKind.DINNER: 18}


def plate(*foods: Food, day: int = TODAY, **told: Any) -> Meal:
    meal = told.pop("meal", MealKind.LUNCH)
    moment = at(day, HOURS.get(meal, 15))
    return entry(Meal, moment, meal=meal, plate=foods, **told)


def whole_day(day: int, *foods: Food) -> list[Meal]:
    """Write three meals: these foods at lunch, nothing told of at the others."""
    others = [plate(day=day, meal=meal) for meal in THREE if meal is not MealKind.LUNCH]
    return [plate(*foods, day=day), *others]


def drink(kind: DrinkKind, amount: int | None = 120, day: int = TODAY) -> Drink:
    told = {} if amount is None else {"amount": amount}
    return entry(Drink, at(day, 10), drink=kind, **told)


def picture(*entries: Entry, child: Child = MIA) -> food.FoodPicture:
    record = Record(child, entries, NOW)
    return food.picture(record, assess(record))
