"""The rest of a child's day: meals, drinks, sleep, being away, big changes, and notes."""

from typing import Final

from django.utils.functional import lazy
from django.utils.translation import get_language, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.kinds.kind import (
    PLAIN,
    Answers,
    Field,
    FormGroup,
    Heading,
    Kind,
)
from stepstool.web.families.roles import DAY, Access, May

D = method.days


def _food_name(food: str) -> str:
    """Say a food; the method's catalogue knows their names."""
    return method.food_name(food, method.speaker_in(get_language() or ""))


_food = lazy(_food_name, str)

_MEAL: Final = {
    "meal": PLAIN,
    "foods": PLAIN,
    "appetite": Field(
        statements={
            "good": _("Ate plenty"),
            "little": _("Ate a little"),
            "none": _("Ate nothing"),
        }
    ),
}

KINDS: Final = (
    Kind(
        of=D.Meal,
        title=_("Meal"),
        access=DAY,
        more=Heading.THE_DAY,
        plural=ngettext_lazy("meal", "meals", "number"),
        form=(FormGroup("", _MEAL),),
        elsewhere={"the page of a plate": {"plate": PLAIN, "seconds": PLAIN}},
    ),
    Kind(
        of=D.Drink,
        title=_("Drink"),
        access=DAY,
        more=Heading.THE_DAY,
        plural=ngettext_lazy("drink", "drinks", "number"),
        form=(
            FormGroup("", {"drink": PLAIN, "amount": Field(unit=_("%(number)s ml"))}),
        ),
    ),
    Kind(
        of=D.Sleep,
        title=_("Sleep"),
        access=DAY,
        more=Heading.THE_DAY,
        plural=ngettext_lazy("sleep", "sleeps", "number"),
        form=(FormGroup("", {"sleep": PLAIN}),),
    ),
    Kind(
        of=D.Away,
        title=_("Away from home"),
        access=Access(
            parent=May.ALL, carer=May.CARE, preschool=May.READ, reader=May.READ
        ),
        more=Heading.THE_DAY,
        form=(FormGroup("", {"place": PLAIN}),),
    ),
    Kind(
        of=D.BigChange,
        title=_("A big change"),
        access=Access(
            parent=May.ALL, carer=May.CARE, preschool=May.NOTHING, reader=May.READ
        ),
        more=Heading.THE_DAY,
        form=(FormGroup("", {"change": PLAIN}),),
    ),
    Kind(
        of=D.Note,
        title=_("Note"),
        button=_("A note"),
        access=Access(
            parent=May.ALL, carer=May.CARE, preschool=May.NOTE, reader=May.READ
        ),
        more=Heading.THE_DAY,
        plural=ngettext_lazy("note", "notes", "number"),
    ),
)

ANSWERS: Final[Answers] = {
    D.MealKind: {
        "breakfast": _("Breakfast"),
        "lunch": _("Lunch"),
        "dinner": _("Dinner"),
        "snack": _("Snack"),
        "breast": _("Breast"),
        "bottle": _("Bottle"),
    },
    method.Food: {food: _food(food) for food in method.Food},
    D.Appetite: {"good": _("Plenty"), "little": _("A little"), "none": _("Nothing")},
    D.DrinkKind: {
        "water": _("Water"),
        "milk": _("Milk"),
        "juice": _("Juice"),
        "other": _("Something else"),
    },
    D.SleepKind: {"nap": _("Nap"), "night": _("Night")},
    D.AwayKind: {
        "travel": _("Travelling"),
        "preschool": _("Preschool"),
        "other_home": _("The other home"),
        "hospital": _("Hospital"),
    },
    D.ChangeKind: {
        "new_baby": _("A new baby"),
        "new_home": _("A new home"),
        "new_preschool": _("A new preschool"),
        "parents_apart": _("Parents live apart"),
        "loss": _("A loss"),
        "other": _("Something else"),
    },
}
