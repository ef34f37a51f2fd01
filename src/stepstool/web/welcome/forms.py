"""The questions of the first evening: each form one small page, its answers in plain words."""

from datetime import date, timedelta
from typing import Any, ClassVar, Final, NamedTuple, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.forms import TALKS
from stepstool.web.diary.kinds.poop import WORD
from stepstool.web.families.names import NameField
from stepstool.web.shell.zones import is_zone, short_list, zone_choices
from stepstool.web.welcome.answers import EveningAnswers

Choices = list[tuple[str, Promise]]

POOP, OWN = "poop", "own"
PRONOUNS: Final[Choices] = [
    ("she", _("she")),
    ("he", _("he")),
    ("they", _("they")),
    ("name_only", _("just the name")),
]
WORDS: Final[Choices] = [
    (POOP, WORD),
    ("poo", _("poo")),
    ("number two", _("number two")),
    (OWN, _("our own word")),
]
# Keys of the method's interview; each has a picture of the same name.
WHERE: Final[Choices] = [
    ("diaper_anywhere", _("in a diaper, anywhere")),
    ("diaper_in_hiding_place", _("in a diaper, in a hiding place")),
    ("diaper_in_bathroom", _("in a diaper, in the bathroom")),
    ("pants", _("in the pants")),
    ("only_asleep", _("only asleep")),
    ("sometimes_potty", _("sometimes in the potty")),
]
LATELY: Final[Choices] = [
    ("soft_and_easy", _("soft and easy")),
    ("hard", _("hard, or pellets")),
    ("hurts", _("it hurts")),
    ("holds_3_days", _("held back 3 days or more")),
    ("huge", _("huge")),
    ("leaks", _("leaks into the pants")),
    ("dont_know", _("don’t know")),
]
# For which ages Stepstool is made.
FROM_MONTHS, YEARS_MOST = 2, 12
_MONTHS = 12
# The farthest place is 14 hours ahead of UTC: there the next month has begun already.
_FARTHEST = timedelta(hours=14)
_YEARS_SHOWN = YEARS_MOST + 7


class Outside(NamedTuple):
    """A kind word for ages from (inclusive) to (exclusive), in months."""

    since: int
    until: int
    says: Promise


OUTSIDE = (
    Outside(
        0,
        FROM_MONTHS,
        _(
            "So new! Stepstool begins at about two months. Until then, your midwife or "
            "doctor knows best. You can look in already, if you like."
        ),
    ),
    Outside(
        YEARS_MOST * _MONTHS,
        100 * _MONTHS,
        _(
            "Stepstool is made for about 18 months to 6 years; some of what it says will "
            "not fit an older child. A doctor helps at this age too, and it is worth "
            "asking. You can look in, if you like."
        ),
    ),
)


def months_between(born: date, day: date) -> int:
    """Give the age in months, by the calendar."""
    return (day.year - born.year) * _MONTHS + day.month - born.month


def word_for(born: date, day: date) -> str:
    """Give what to say about an age that we know little about; empty for the others."""
    age = months_between(born, day)
    words = (
        outside.says for outside in OUTSIDE if outside.since <= age < outside.until
    )
    return str(next(words, ""))


def word_of(key: str, own: str) -> str:
    """Give the family's word; empty for the usual one, which each language has."""
    named = {name: str(label) for name, label in WORDS} | {POOP: "", OWN: own.strip()}
    return named[key]


def word_key(word: str) -> str:
    """Give which choice this word came from."""
    keys = (key for key, _label in WORDS if word_of(key, "") == word)
    return next(keys, OWN)


class EveningForm(forms.Form):
    """One page of questions, which knows its place in the answers."""

    def __init__(self, answers: EveningAnswers, data: Any = None) -> None:
        """Show what was answered before, or read what was answered now."""
        super().__init__(data, initial=self.before(answers), label_suffix="")

    def before(self, answers: EveningAnswers) -> dict[str, Any]:
        """Give what was answered before, by the names of the fields."""
        raise NotImplementedError

    def changes(self) -> dict[str, Any]:
        """Give what is answered now, by the names of the answers."""
        raise NotImplementedError


class WhoForm(EveningForm):
    """Nickname, birth month, she or he, how it talks, the word for poop, and the clock."""

    nickname = NameField(
        max_length=40,
        label=_("What do you call your child?"),
        help_text=_("A nickname is enough."),
        error_messages={"required": _("Write a name; any pet name will do.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    month = forms.TypedChoiceField(
        coerce=int,
        label=_("Month"),
        error_messages={"required": _("Choose the month of birth.")},
    )
    year = forms.TypedChoiceField(
        coerce=int,
        label=_("Year"),
        error_messages={"required": _("Choose the year of birth.")},
    )
    pronoun = forms.ChoiceField(
        choices=PRONOUNS,
        label=_("How do we speak of your child?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one, or “just the name”.")},
    )
    talks = forms.ChoiceField(
        choices=TALKS,
        label=_("How does your child talk?"),
        widget=forms.RadioSelect,
        required=False,
    )
    word = forms.ChoiceField(
        choices=WORDS,
        label=_("What do you call it at home?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a word, or write your own.")},
    )
    own_word = forms.CharField(
        max_length=30,
        required=False,
        label=_("Your own word"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    zone = forms.CharField(
        max_length=64,
        label=_("Where are you at home?"),
        help_text=_("So that our evening is your evening."),
        error_messages={"required": _("Choose the place nearest to you.")},
        widget=forms.Select,
    )
    anyway = forms.BooleanField(required=False, label=_("Go on anyway"))

    def __init__(self, answers: EveningAnswers, data: Any = None) -> None:
        super().__init__(answers, data)
        self.latest = (timezone.now() + _FARTHEST).date()
        years = range(self.latest.year, self.latest.year - _YEARS_SHOWN, -1)
        blank = [("", _("Choose"))]
        _choices(self, "month", [*blank, *MONTHS.items()])
        _choices(self, "year", [*blank, *((year, year) for year in years)])
        _choices(self, "zone", [*blank, *zone_choices()])
        kept = bool(answers.zone or data)
        self.fields["zone"].widget.attrs |= short_list(kept=kept)

    def before(self, answers: EveningAnswers) -> dict[str, Any]:
        word = word_key(answers.word)
        born = method.month(answers.born) if answers.born else None
        return {
            "nickname": answers.nickname,
            "month": born and born.month,
            "year": born and born.year,
            "pronoun": answers.pronoun,
            "talks": answers.talks,
            "word": word,
            "own_word": answers.word if word == OWN else "",
            "zone": answers.zone,
        }

    def clean_zone(self) -> str:
        zone = cast("str", self.cleaned_data["zone"])
        if not is_zone(zone):
            raise ValidationError(_("Choose the place nearest to you from the list."))
        return zone

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("word") == OWN and not data.get("own_word"):
            self.add_error("own_word", _("Write the word you use at home."))
        if "month" in data and "year" in data:
            self._check_born(date(data["year"], data["month"], 1))
        return data

    def _check_born(self, born: date) -> None:
        if born > self.latest:
            sentence = _("That month is still to come. Is it the right year?")
            self.add_error("month", sentence)
            return
        outside = word_for(born, self.latest)
        if outside and not self.cleaned_data.get("anyway"):
            self.add_error("anyway", outside)

    def changes(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "nickname": data["nickname"],
            "born": str(method.Month(data["year"], data["month"])),
            "pronoun": data["pronoun"],
            "talks": data["talks"],
            "word": word_of(data["word"], data["own_word"]),
            "zone": data["zone"],
        }


class Ticks(EveningForm):
    """Pictures to tick, several; the page can be skipped."""

    answer: ClassVar[str]
    ticked = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)

    def before(self, answers: EveningAnswers) -> dict[str, Any]:
        return {"ticked": getattr(answers, self.answer) or ()}

    def changes(self) -> dict[str, Any]:
        return {self.answer: tuple(self.cleaned_data["ticked"])}


class WhereForm(Ticks):
    """Where it happens now."""

    answer = "where"
    ticked = forms.MultipleChoiceField(
        choices=WHERE,
        label=_("Where does it happen now?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tap what fits, one or several. Or skip it.")},
    )


class LatelyForm(Ticks):
    """How it has been, these four weeks."""

    answer = "lately"
    ticked = forms.MultipleChoiceField(
        choices=LATELY,
        label=_("How has it been, these four weeks?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tap what fits, one or several. “Don’t know” is fine.")
        },
    )


def _choices(form: forms.Form, name: str, choices: Any) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices
    else:
        cast("forms.Select", field.widget).choices = choices
