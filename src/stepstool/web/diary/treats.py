"""What may be earned: the family's choice, asked where a ladder begins and among its choices.

Sweets, one of some small things, something of its own, no sweets, or no things at all: nothing
is ticked before a family ticked it. Under four its own things are checked by their words, and
asked about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.visit import Visit

Settings = method.lasting.Settings
YES, NO = method.YesNo.YES, method.YesNo.NO
OWN: Final = "own"
NO_SWEETS, NO_THINGS = "no_sweets", "no_things"
# What each choice says of sweets and things, and what is earned; a thing says it by its name.
CHOICES: Final[Mapping[str, Mapping[str, Any]]] = {
    method.SWEETS: {"sweets": YES, "things": YES, "treat": method.SWEETS},
    **{key: {"things": YES, "treat": key} for key in method.SUBSTITUTES},
    OWN: {"things": YES},
    NO_SWEETS: {"sweets": NO, "things": YES, "treat": "sticker"},
    NO_THINGS: {"sweets": NO, "things": NO, "treat": "high_five"},
}
# Where only sweets were asked about.
BY_SWEETS: Final[Mapping[method.YesNo | method.Unknown, str]] = {
    YES: method.SWEETS,
    NO: NO_SWEETS,
    method.UNKNOWN: "",
}
WORDS: Final[Mapping[str, Promise]] = {
    method.SWEETS: _("Little sweets"),
    OWN: _("Something of our own"),
    NO_SWEETS: _("No sweets: a sticker"),
    NO_THINGS: _("No things at all: a wave goodbye and a high five"),
}
CHOKES: Final = _(
    "Under four this can choke. Something that is not hard, round, sticky or chewy, please."
)


class RewardsForm(forms.Form):
    """A form about rewards; it knows them as they are now."""

    # Its name on the page.
    key: ClassVar[str]

    def __init__(self, data: Any, rewards: method.Rewards) -> None:
        super().__init__(data)
        self.rewards = rewards

    @property
    def fault(self) -> str:
        """What is wrong, in words."""
        return " ".join(
            str(error) for errors in self.errors.values() for error in errors
        )

    def check_own(self, words: str) -> None:
        """Ask of the family's own thing whether it chokes, where the child is so young."""
        house = self.rewards.terms.house
        answer = self.cleaned_data.get("chokes")
        known = method.YesNo(answer) if answer else method.UNKNOWN
        risk = method.risk_of(words, known)
        if not house.is_young or risk is method.Risk.NONE:
            return
        asks = _("Is it hard, round, sticky or chewy? Yes or no.")
        self.add_error("chokes", CHOKES if risk is method.Risk.CHOKES else asks)


def choking_question() -> forms.ChoiceField:
    """Give the question whether the family's own thing is hard, round, sticky or chewy."""
    return forms.ChoiceField(required=False, choices=[(YES, YES), (NO, NO)])


class TreatForm(RewardsForm):
    """What this family gives for a success."""

    key = "treat"
    kind = forms.ChoiceField(
        choices=[(kind, kind) for kind in CHOICES],
        error_messages={"required": _("Which one? Tap one of them.")},
    )
    own = forms.CharField(required=False, max_length=60, strip=True)
    chokes = choking_question()

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if answers.get("kind") == OWN and not answers.get("own"):
            self.add_error("own", _("What is it? A word is enough."))
        elif answers.get("kind") == OWN:
            self.check_own(answers["own"])
        return answers

    def entry(self, entry_id: str, at: datetime, **more: Any) -> Settings:
        """Give what was chosen."""
        answers = self.cleaned_data
        chosen = {**CHOICES[answers["kind"]], **more}
        if answers["kind"] == OWN:
            chosen["treat"] = answers["own"]
            if answers["chokes"]:
                chosen["treat_chokes"] = method.YesNo(answers["chokes"])
        return Settings(id=entry_id, at=at, written_at=at, **chosen)


@dataclass(frozen=True, kw_only=True)
class TreatChoice:
    """One thing to choose."""

    key: str
    words: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Treats:
    """All there is to choose. own: the family's words; asks: whether it is asked if it chokes."""

    all: tuple[TreatChoice, ...]
    own: str
    asks: bool

    @property
    def plain(self) -> tuple[TreatChoice, ...]:
        """Sweets, none, or no things at all: these stand first."""
        return tuple(
            treat for treat in self.all if treat.key in WORDS and treat.key != OWN
        )

    @property
    def things(self) -> tuple[TreatChoice, ...]:
        """One of some small things, or something of the family's own."""
        return tuple(treat for treat in self.all if treat not in self.plain)

    @property
    def chosen(self) -> TreatChoice | None:
        """What was chosen; None before that."""
        return next((treat for treat in self.all if treat.chosen), None)


def treats_of(visit: Visit) -> Treats:
    """Give what this family may choose, and what it chose."""
    house, chosen = visit.advice.rewards.unspoken.terms.house, kind_of(visit.settings)
    treat = visit.settings.treat
    return Treats(
        all=tuple(_treats(visit, chosen)),
        own=str(treat) if chosen == OWN else "",
        asks=house.is_young,
    )


def kind_of(settings: Settings) -> str:
    """Give the choice that holds; empty where none was made."""
    if settings.things is NO:
        return NO_THINGS
    if settings.treat is method.UNKNOWN:
        return BY_SWEETS[settings.sweets]
    if settings.treat == "sticker":
        return NO_SWEETS
    return settings.treat if settings.treat in CHOICES else OWN


def _treats(visit: Visit, chosen: str) -> Iterator[TreatChoice]:
    house, speaker = visit.advice.rewards.unspoken.terms.house, visit.speaker
    for key in CHOICES:
        if key in WORDS:
            yield TreatChoice(key=key, words=str(WORDS[key]), chosen=key == chosen)
        elif house.is_safe(key):
            words = capfirst(method.treat_name(key, speaker))
            yield TreatChoice(key=key, words=words, chosen=key == chosen)
