"""The answers that the questions of the first evening offer, in plain words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Choices = list[tuple[str, Promise]]

POOP, OWN = "poop", "own"
PRONOUNS: Final[Choices] = [
    ("she", _("she")),
    ("he", _("he")),
    ("they", _("they")),
    ("name_only", _("just the name")),
]
WORDS: Final[Choices] = [
    (POOP, _("poop")),
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


def word_of(key: str, own: str) -> str:
    """Give the family's word; empty for the usual one, which each language has."""
    named = {name: str(label) for name, label in WORDS} | {POOP: "", OWN: own.strip()}
    return named[key]


def word_key(word: str) -> str:
    """Give which choice this word came from."""
    found = (key for key, _label in WORDS if word_of(key, "") == word)
    return next(found, OWN)
