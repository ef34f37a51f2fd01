"""The kinds of entry by name, each with its picture."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.words.table import Word


class KindWords(NamedTuple):
    """What a kind is called in the diary, on a button, and its picture."""

    title: Word
    button: Word
    picture: str


KINDS: Final[Mapping[str, KindWords]] = {
    "poop": KindWords(_("%(Poop)s"), _("%(Poop)s"), "poop"),
    "none_came": KindWords(_("No %(poop)s"), _("No %(poop)s today"), "none_came"),
    "pee": KindWords(_("Pee"), _("Pee"), "pee"),
    "sit": KindWords(_("A sit"), _("A sit"), "sit"),
    "signal": KindWords(_("A sign"), _("A sign"), "signal"),
    "diaper_request": KindWords(
        _("Asked for a diaper"), _("Asked for a diaper"), "diaper_request"
    ),
    "prompt": KindWords(_("It came up"), _("We brought it up"), "prompt"),
    "meal": KindWords(_("Meal"), _("Meal"), "meal"),
    "drink": KindWords(_("Drink"), _("Drink"), "drink"),
    "sleep": KindWords(_("Sleep"), _("Sleep"), "sleep"),
    "tummy_ache": KindWords(_("Tummy ache"), _("Tummy ache"), "tummy_ache"),
    "illness": KindWords(_("Ill"), _("Ill"), "illness"),
    "away": KindWords(_("Away from home"), _("Away from home"), "away"),
    "big_change": KindWords(_("A big change"), _("A big change"), "big_change"),
    "medicine_ordered": KindWords(
        _("Medicine ordered"), _("Medicine ordered"), "medicine_ordered"
    ),
    "medicine_given": KindWords(_("Medicine"), _("Medicine given"), "medicine_given"),
    "clinician_word": KindWords(
        _("The doctor’s word"), _("What the doctor said"), "clinician_word"
    ),
    "danger_sign": KindWords(
        _("A sign to call"), _("Something is wrong"), "danger_sign"
    ),
    "note": KindWords(_("Note"), _("A note"), "note"),
    "interview": KindWords(_("An answer"), _("An answer"), "interview"),
    "zone": KindWords(_("Time zone"), _("Time zone"), "clock"),
    "settings": KindWords(_("Your choices"), _("Your choices"), "stepstool"),
    "plan": KindWords(_("The plan"), _("The plan"), "stepstool"),
    "own_ladder": KindWords(_("Your own ladder"), _("Your own ladder"), "own_ladder"),
    "listening": KindWords(_("Listening"), _("Listening"), "listening"),
    "reward": KindWords(_("A reward"), _("A reward"), "reward"),
    "price": KindWords(_("What a step earns"), _("What a step earns"), "reward"),
    "prize": KindWords(_("The prize in sight"), _("The prize in sight"), "reward"),
}

# An entry of a newer version: kept and shown, without words of its own.
STRANGE: Final = KindWords(_("Not understood"), _("Not understood"), "file")


def kind_words(kind: str) -> KindWords:
    """Give the words of a kind; one of a newer version gets those for strangers."""
    return KINDS.get(kind, STRANGE)
