"""The form of a child: name, month of birth, words, zone."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.children import About
from stepstool.web.families.names import NameField
from stepstool.web.shell.zones import short_list, zone_choices

YEARS_BACK = 20
# A month of birth is never made up.
CHOOSE = [("", _("Choose"))]
PRONOUNS = [
    ("she", _("she")),
    ("he", _("he")),
    ("they", _("they")),
    ("name_only", _("just the name")),
]
TALKS = [
    ("sentences", _("in sentences")),
    ("few_words", _("with a few words")),
    ("no_words", _("without words: gestures, cards")),
]
PRAISE = [
    ("aloud", _("aloud: a cheer is fine")),
    ("quiet", _("quietly: a nod, no cheering")),
]


class ChildForm(forms.Form):
    """What a family says of a child."""

    nickname = NameField(label=_("Nickname"), max_length=40)
    month = forms.TypedChoiceField(
        label=_("Month of birth"), choices=[*CHOOSE, *MONTHS.items()], coerce=int
    )
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    pronoun = forms.ChoiceField(
        label=_("How do we speak of your child?"),
        choices=PRONOUNS,
        widget=forms.RadioSelect,
    )
    word = forms.CharField(
        label=_("Your own word for poop"), max_length=30, required=False
    )
    talks = forms.ChoiceField(
        label=_("How does your child talk?"),
        choices=TALKS,
        widget=forms.RadioSelect,
        required=False,
    )
    praise = forms.ChoiceField(
        label=_("How does your child like praise?"),
        choices=PRAISE,
        widget=forms.RadioSelect,
        required=False,
    )
    zone = forms.ChoiceField(label=_("Where are you at home?"), choices=zone_choices)

    def __init__(self, data: Any = None, described: About | None = None) -> None:
        super().__init__(data, initial=_initial(described))
        latest = timezone.now().year
        years = range(latest, latest - YEARS_BACK, -1)
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            *CHOOSE,
            *((year, str(year)) for year in years),
        ]
        # The browser's zone is offered for a new child only (shell/zone.js).
        kept = bool(described or data)
        self.fields["zone"].widget.attrs |= short_list(kept=kept)

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("month") and answers.get("year"):
            answers["born"] = date(answers["year"], answers["month"], 1)
            if answers["born"] > timezone.now().date():
                raise ValidationError(
                    _("This month has not come yet. Which one was it?")
                )
        return answers

    def about(self) -> About:
        """Give the child as it is described here."""
        answers = self.cleaned_data
        return About(**{name: answers[name] for name in About._fields})


def _initial(described: About | None) -> dict[str, Any]:
    if described is None:
        return {"zone": "UTC", "pronoun": "they"}
    return {
        **described._asdict(),
        "month": described.born.month,
        "year": described.born.year,
    }
