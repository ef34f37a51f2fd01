"""Names people sign in with: the same however they are typed, and never unseen."""

import unicodedata
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Signs of the name of somebody.
LONGEST: Final = 60
# What Unicode counts among letters and symbols, and no font draws.
BLANKS: Final = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Controls, marks of direction and of format, halves, and what each font draws its own way.
UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# They join or part letters in Persian, in Indian scripts and in pictures of people.
JOINERS: Final = "\u200c\u200d"


def tidy(name: str) -> str:
    """Give a name as it is shown: composed letters, single spaces, nothing unseen."""
    composed = unicodedata.normalize("NFKC", name)
    seen = "".join(map(_as_seen, composed))
    return " ".join(word.strip(JOINERS) for word in seen.split()).strip()


def _as_seen(letter: str) -> str:
    if letter in JOINERS:
        return letter
    if letter.isspace():
        return " "
    unseen = letter in BLANKS or unicodedata.category(letter) in UNSEEN
    return "" if unseen else letter


def sign_in_name(name: str) -> str:
    """Give the form of a name that must be unique in the house, so that Anna is anna."""
    return unicodedata.normalize("NFKC", tidy(name).casefold())


class NameField(forms.CharField):
    """Somebody's name: tidied, and refused if nothing of it can be seen."""

    def clean(self, value: Any) -> str:
        """Give the name as it is shown."""
        written: str = super().clean(value)
        name = tidy(written)
        if written and not name:
            raise ValidationError(
                _("Nothing of this name can be seen. Please write it in letters.")
            )
        return name
