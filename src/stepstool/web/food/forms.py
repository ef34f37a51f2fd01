"""A plate as it is typed: which meal, of which day, what was on it, and how much was eaten."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.controls import KindForm, Option, options_of
from stepstool.web.asking.typed import Typed, entry_now, typed_in
from stepstool.web.diary.visit import Visit

Meal, MealKind, Appetite = method.days.Meal, method.days.MealKind, method.days.Appetite
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


def plate_in(posted: QueryDict) -> Typed:
    """Give what was tapped: each food once, and a second portion only of what was eaten."""
    typed = typed_in(posted)
    eaten = list(dict.fromkeys(typed.get("plate", [])))
    twice = [food for food in eaten if food in typed.get("seconds", [])]
    return {"day": [TODAY], **typed, "plate": eaten, "seconds": twice}


def is_answered(typed: Typed) -> bool:
    """Whether something was eaten, or somebody says that nothing was."""
    return bool(typed["plate"]) or typed.get("appetite") == [Appetite.NONE]


def meal_of(visit: Visit, posted: QueryDict, typed: Typed) -> method.days.Meal:
    """Give the meal; ValueError for what our own page never sends."""
    kind, day = MealKind(typed.get("meal", [""])[0]), typed["day"][0]
    if kind not in HOURS or day not in DAYS:
        raise ValueError(day)
    envelope = visit.envelope(posted)
    envelope["at"] = moment(visit, kind, day)
    meal = entry_now(Meal, envelope, typed)
    plate = () if meal.plate is method.UNKNOWN else meal.plate
    return replace(meal, timing=method.Timing.ABOUT, plate=plate)


def moment(visit: Visit, meal: method.days.MealKind, day: str) -> datetime:
    """Give about when it was: at the meal's hour, and never in the future."""
    start = visit.clock.start(visit.today - DAYS[day])
    about = start + timedelta(hours=HOURS[meal][0] - DAY_STARTS)
    return min(about, visit.now)


def offered(visit: Visit) -> method.days.MealKind:
    """Give the meal that it probably is at this hour."""
    hour = (visit.clock.local(visit.now).hour - DAY_STARTS) % 24 + DAY_STARTS
    began = [meal for meal, (_, since) in HOURS.items() if hour >= since]
    return began[-1]


def meals(visit: Visit, typed: Typed) -> tuple[Option, ...]:
    """Ask which meal; that of the hour is chosen already."""
    asking = KindForm(
        kind=Meal.KIND, gaps=visit.gaps, typed={"meal": [offered(visit)], **typed}
    )
    return options_of(asking, "meal", HOURS)


def appetites(visit: Visit, typed: Typed) -> tuple[Option, ...]:
    """Ask how much of it was eaten."""
    asking = KindForm(kind=Meal.KIND, gaps=visit.gaps, typed=typed)
    return options_of(asking, "appetite", Appetite)


def days(typed: Typed) -> tuple[Option, ...]:
    """Ask of which day it was."""
    names = {TODAY: _("Today"), YESTERDAY: _("Yesterday")}
    return tuple(
        Option(value=day, words=name, chosen=day in typed["day"])
        for day, name in names.items()
    )
