"""The danger signs of the first evening, asked in plain words that fit the age.

The signs of *now* and *today* (docs/method/comfort.md): what to do about one is the
method's to say, and its words are; here stands for which ages we ask in which.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple, cast

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundWidget
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.kinds.poop import WORD
from stepstool.web.welcome.answers import EveningAnswers
from stepstool.web.welcome.forms import EveningForm

K: Final = method.health.DangerKey
_ALWAYS = 10_000
NONE_OF_THESE = "none"


class AskedSign(NamedTuple):
    """A sign to ask for, and for which ages: from, and to below, in months.

    words: its sentence, `danger.…`, where the age asks for other words than its own.
    """

    key: str
    words: str = ""
    since: int = 0
    until: int = _ALWAYS


SIGNS: Final = (
    AskedSign(K.GREEN_OR_BLOODY_VOMIT),
    AskedSign(K.SWOLLEN_HARD_TUMMY),
    AskedSign(K.KEEPS_VOMITING),
    AskedSign(K.PAIN_WITHOUT_STOP),
    AskedSign(K.PAIN_WITH_FEVER),
    AskedSign(K.RED_JELLY_OR_BLACK),
    AskedSign(K.WEAK_LEGS_OR_NO_PEE, since=12),
    AskedSign(K.WEAK_LEGS_OR_NO_PEE, "weak_legs_or_no_pee_baby", until=12),
    AskedSign(K.HARD_TO_WAKE),
    AskedSign(K.YOUNG_BABY, "young_baby_months", since=2, until=12),
    AskedSign(K.YOUNG_BABY, "young_baby_weeks", until=2),
    AskedSign(K.AFTER_ENEMA),
    AskedSign(K.PHOSPHATE_ENEMA, "phosphate_enema_again", since=24),
    AskedSign(K.PHOSPHATE_ENEMA, "phosphate_enema_young", until=24),
    AskedSign(K.BLOOD_MIXED_IN),
    AskedSign(K.DAYS_WITHOUT, "days_without_of_child", since=12),
    AskedSign(K.DAYS_WITHOUT, "days_without_baby", until=12),
    AskedSign(K.NO_PEE_8_HOURS),
    AskedSign(K.CANNOT_DRINK),
    AskedSign(K.TUMMY_PAIN_A_DAY),
    AskedSign(K.STUCK_IN_OPENING, "stuck_in_opening_leave_it"),
    AskedSign(K.PEEING_HURTS_AND_ILL),
    AskedSign(K.STUCK_UNDER_2_MONTHS, "stuck_under_2_months_asked", until=2),
)


# What they are about, in the order in which they are asked.
GROUPS: Final[Mapping[Promise, frozenset[str]]] = {
    gettext_lazy("Tummy and throwing up"): frozenset(
        {
            K.GREEN_OR_BLOODY_VOMIT,
            K.SWOLLEN_HARD_TUMMY,
            K.KEEPS_VOMITING,
            K.PAIN_WITHOUT_STOP,
            K.PAIN_WITH_FEVER,
            K.TUMMY_PAIN_A_DAY,
        }
    ),
    gettext_lazy("What comes out, or does not"): frozenset(
        {
            K.RED_JELLY_OR_BLACK,
            K.BLOOD_MIXED_IN,
            K.DAYS_WITHOUT,
            K.STUCK_IN_OPENING,
            K.STUCK_UNDER_2_MONTHS,
        }
    ),
    gettext_lazy("Drinking and pee"): frozenset(
        {K.CANNOT_DRINK, K.NO_PEE_8_HOURS, K.PEEING_HURTS_AND_ILL}
    ),
    gettext_lazy("The whole child"): frozenset(
        {K.WEAK_LEGS_OR_NO_PEE, K.HARD_TO_WAKE, K.YOUNG_BABY}
    ),
    gettext_lazy("After an enema"): frozenset({K.AFTER_ENEMA, K.PHOSPHATE_ENEMA}),
}


class SignGroup(NamedTuple):
    """Signs about one thing, each with its box."""

    title: str
    boxes: list[BoundWidget]


def signs_for(born: method.Month, word: str, day: date) -> list[tuple[str, str]]:
    """Give the signs to ask for, as choices, in the family's word.

    Only the birth month is known: a sign is asked if it may fit any day of it.
    """
    child = method.Child(born=born)
    youngest = cast("int", child.youngest_months(day))
    oldest = cast("int", child.oldest_months(day))
    language = method.language(get_language() or "")
    voice = method.Voice(word=word or str(WORD))
    asked: dict[str, str] = {}
    for sign in SIGNS:
        if youngest < sign.until and oldest >= sign.since:
            says = method.Saying(key=f"danger.{sign.words or sign.key}")
            asked.setdefault(str(sign.key), language.say(says, voice))
    return list(asked.items())


class SignsForm(EveningForm):
    """Any of these today? None is an answer of its own, with its own button."""

    ticked = forms.MultipleChoiceField(
        label=gettext_lazy("Any of these today?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, answers: EveningAnswers, data: Any = None) -> None:
        super().__init__(answers, data)
        born, day = method.month(answers.born), timezone.now().date()
        field = cast("forms.MultipleChoiceField", self.fields["ticked"])
        field.choices = signs_for(born, answers.word, day)

    @property
    def groups(self) -> list[SignGroup]:
        """The signs by what they are about; a group of which none fits the age is not there."""
        boxes = {str(box.data["value"]): box for box in self["ticked"]}
        groups = (
            SignGroup(str(title), [box for key, box in boxes.items() if key in keys])
            for title, keys in GROUPS.items()
        )
        return [group for group in groups if group.boxes]

    def before(self, answers: EveningAnswers) -> dict[str, Any]:
        return {"ticked": answers.signs or ()}

    def clean_ticked(self) -> list[str]:
        ticked = cast("list[str]", self.cleaned_data["ticked"])
        none = NONE_OF_THESE in self.data
        if none and ticked:
            sentence = _("You ticked one and pressed “None of these”. Which is it?")
            raise ValidationError(sentence)
        if not none and not ticked:
            raise ValidationError(_("Tick what you see, or press “None of these”."))
        return ticked

    def changes(self) -> dict[str, Any]:
        return {"signs": tuple(self.cleaned_data["ticked"])}
