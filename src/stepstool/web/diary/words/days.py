"""Words for the rest of the day: meals, drinks, sleep, being away, big changes."""

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.words.table import Answers


def _food_name(food: str) -> str:
    """Say a food; the method's catalogue knows their names."""
    return method.food_name(food, get_language() or "")


_food = lazy(_food_name, str)

ANSWERS: Answers = {
    "MealKind": {
        "breakfast": _("Breakfast"),
        "lunch": _("Lunch"),
        "dinner": _("Dinner"),
        "snack": _("Snack"),
        "breast": _("Breast"),
        "bottle": _("Bottle"),
    },
    "Food": {food: _food(food) for food in method.Food},
    "Appetite": {"good": _("Plenty"), "little": _("A little"), "none": _("Nothing")},
    "DrinkKind": {
        "water": _("Water"),
        "milk": _("Milk"),
        "juice": _("Juice"),
        "other": _("Something else"),
    },
    "SleepKind": {"nap": _("Nap"), "night": _("Night")},
    "AwayKind": {
        "travel": _("Travelling"),
        "preschool": _("Preschool"),
        "other_home": _("The other home"),
        "hospital": _("Hospital"),
    },
    "ChangeKind": {
        "new_baby": _("A new baby"),
        "new_home": _("A new home"),
        "new_preschool": _("A new preschool"),
        "parents_apart": _("Parents live apart"),
        "loss": _("A loss"),
        "other": _("Something else"),
    },
}
