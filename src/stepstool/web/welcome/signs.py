"""The danger signs of the first evening, asked in plain words that fit the age.

The signs of *now* and *today* (clinical_rules.md, part 2): what to do about one is the
method's to say, this is only how we ask.
"""

from datetime import date
from typing import Any, Final, NamedTuple, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.welcome.answers import Answers
from stepstool.web.welcome.forms import Question

_ALWAYS = 10_000
NONE_OF_THESE = "none"


class Sign(NamedTuple):
    """How a sign is asked for, and for which ages: from, and to below, in months."""

    key: str
    asks: Promise
    since: int = 0
    until: int = _ALWAYS


SIGNS: Final = (
    Sign("green_or_bloody_vomit", gettext_lazy("Green or bloody vomit")),
    Sign("swollen_hard_tummy", gettext_lazy("Tummy swollen and hard, with vomiting")),
    Sign(
        "keeps_vomiting",
        gettext_lazy("Vomits again and again (4 times in 2 hours), and no %(poop)s"),
    ),
    Sign(
        "pain_without_stop",
        gettext_lazy(
            "Tummy or bottom hurts for over an hour without a stop; or screams in "
            "waves, pale, knees pulled up"
        ),
    ),
    Sign("pain_with_fever", gettext_lazy("Bad tummy pain with fever")),
    Sign(
        "red_jelly_or_black",
        gettext_lazy("Red jelly or a lot of blood; or %(poop)s black as tar"),
    ),
    Sign(
        "weak_legs_or_no_pee",
        gettext_lazy("Legs newly weak, walks oddly, or cannot pee"),
        since=12,
    ),
    Sign(
        "weak_legs_or_no_pee",
        gettext_lazy("Legs newly weak, or cannot pee"),
        until=12,
    ),
    Sign(
        "hard_to_wake",
        gettext_lazy("Hard to wake, floppy, cold and blotchy; or no pee for 12 hours"),
    ),
    Sign(
        "young_baby",
        gettext_lazy("Weak cry, weak sucking, newly weak"),
        since=2,
        until=12,
    ),
    Sign(
        "young_baby",
        gettext_lazy("Weak cry, weak sucking; or breast-fed and no %(poop)s"),
        until=2,
    ),
    Sign(
        "after_enema",
        gettext_lazy(
            "After an enema: nothing out in 30 minutes, very sleepy, stiff, twitching, "
            "bleeding"
        ),
    ),
    Sign(
        "phosphate_enema",
        gettext_lazy("A second phosphate enema within a day"),
        since=24,
    ),
    Sign("phosphate_enema", gettext_lazy("A phosphate enema"), until=24),
    Sign("blood_mixed_in", gettext_lazy("Blood mixed into the %(poop)s")),
    Sign(
        "days_without",
        gettext_lazy(
            "No %(poop)s for 5 days; or for 4, with pain, vomiting or not eating"
        ),
        since=12,
    ),
    Sign(
        "days_without",
        gettext_lazy("No %(poop)s for 5 days, and not breast-fed"),
        until=12,
    ),
    Sign("no_pee_8_hours", gettext_lazy("No pee for 8 hours")),
    Sign("cannot_drink", gettext_lazy("Cannot keep a drink down")),
    Sign("tummy_pain_a_day", gettext_lazy("Tummy pain for more than a day")),
    Sign(
        "stuck_in_opening",
        gettext_lazy(
            "%(poop)s stuck in the opening, or something red bulging out. Please don’t "
            "pull it: no finger, no spoon, no thermometer"
        ),
    ),
    Sign(
        "peeing_hurts_and_ill",
        gettext_lazy("Peeing hurts, with fever, vomiting or back pain"),
    ),
    Sign("stuck_under_2_months", gettext_lazy("%(poop)s hard, or stuck"), until=2),
)


def signs_for(born: method.Month, word: str, day: date) -> list[tuple[str, str]]:
    """Give the signs to ask for, as choices, in the family's word.

    Only the birth month is known: a sign is asked if it may fit any day of it.
    """
    child = method.Child(born=born)
    youngest = cast("int", child.youngest_months(day))
    oldest = cast("int", child.oldest_months(day))
    asked: dict[str, str] = {}
    for sign in SIGNS:
        if youngest < sign.until and oldest >= sign.since:
            said = str(sign.asks) % {"poop": word or _("poop")}
            asked.setdefault(sign.key, said[:1].upper() + said[1:])
    return list(asked.items())


class SignsForm(Question):
    """Any of these today? None is an answer of its own, with its own button."""

    ticked = forms.MultipleChoiceField(
        label=gettext_lazy("Any of these today?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, answers: Answers, data: Any = None) -> None:
        super().__init__(answers, data)
        born, day = method.month(answers.born), timezone.now().date()
        field = cast("forms.MultipleChoiceField", self.fields["ticked"])
        field.choices = signs_for(born, answers.word, day)

    def told(self, answers: Answers) -> dict[str, Any]:
        return {"ticked": answers.signs or ()}

    def clean_ticked(self) -> list[str]:
        ticked = cast("list[str]", self.cleaned_data["ticked"])
        none = NONE_OF_THESE in self.data
        if none and ticked:
            told = _("You ticked one and pressed “None of these”. Which is it?")
            raise ValidationError(told)
        if not none and not ticked:
            raise ValidationError(_("Tick what you see, or press “None of these”."))
        return ticked

    def changes(self) -> dict[str, Any]:
        return {"signs": tuple(self.cleaned_data["ticked"])}
