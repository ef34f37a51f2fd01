"""Meals by their usual hour: two taps say when it was."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from stepstool import method
from stepstool.web.diary.visit import Visit

MealKind = method.days.MealKind
# The hour that stands for a meal; from the second one on the page offers it first.
HOURS: Final[Mapping[method.days.MealKind, tuple[int, int]]] = {
    MealKind.BREAKFAST: (8, 4),
    MealKind.LUNCH: (12, 11),
    MealKind.SNACK: (15, 15),
    MealKind.DINNER: (18, 17),
}
DAY_STARTS: Final = 4
TODAY, YESTERDAY = "today", "yesterday"
DAYS: Final = {TODAY: timedelta(0), YESTERDAY: timedelta(days=1)}


def offered(visit: Visit) -> method.days.MealKind:
    """Give the meal that it probably is at this hour."""
    hour = (visit.clock.local(visit.now).hour - DAY_STARTS) % 24 + DAY_STARTS
    began = [meal for meal, (_, since) in HOURS.items() if hour >= since]
    return began[-1]


def moment(visit: Visit, meal: method.days.MealKind, day: str) -> datetime:
    """Give about when it was: at the meal's hour, and never in the future."""
    start = visit.clock.start(visit.today - DAYS[day])
    about = start + timedelta(hours=HOURS[meal][0] - DAY_STARTS)
    return min(about, visit.now)
