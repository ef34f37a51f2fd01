"""What a field says when something is missing or does not fit, in the words of the house.

Django brings sentences of its own ("Ensure this value has at most 40 characters"), which no
parent wrote and our catalogue does not hold. Here each is replaced where Django keeps it, so
that a field made anywhere speaks like all others; one that knows better says so itself
(`error_messages`).
"""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

_NOT_OFFERED: Final = _("Please choose one of those that are offered.")
_NO_FILE: Final = _("No file has arrived. Please choose it again.")
_WHOLE: Final = _("Please write a whole number, in digits.")
_LETTER: Final = _("There is a sign in it that can’t be kept. Please type it anew.")

FIELDS: Final[Mapping[type[forms.Field], Mapping[str, Any]]] = {
    forms.Field: {"required": _("Please fill this in.")},
    forms.IntegerField: {"invalid": _WHOLE},
    forms.FloatField: {"invalid": _("Please write a number, in digits.")},
    forms.DateField: {"invalid": _("Please choose a day, or write it as 2026-03-04.")},
    forms.TimeField: {"invalid": _("Please write a time of day, like 14:30.")},
    forms.DateTimeField: {"invalid": _("Please write a day and a time of day.")},
    forms.ChoiceField: {"invalid_choice": _NOT_OFFERED},
    forms.MultipleChoiceField: {
        "invalid_choice": _NOT_OFFERED,
        "invalid_list": _NOT_OFFERED,
    },
    forms.UUIDField: {"invalid": _NOT_OFFERED},
    forms.FileField: {
        "invalid": _NO_FILE,
        "missing": _NO_FILE,
        "empty": _("This file is empty."),
        "max_length": _("The name of this file is too long. Please shorten it."),
        "contradiction": _NO_FILE,
    },
}
VALIDATORS: Final[Mapping[Any, Any]] = {
    validators.MaxLengthValidator: ngettext_lazy(
        "A little shorter, please: %(limit_value)d letter at most.",
        "A little shorter, please: %(limit_value)d letters at most.",
        "limit_value",
    ),
    validators.MinLengthValidator: ngettext_lazy(
        "A little longer, please: %(limit_value)d letter at least.",
        "A little longer, please: %(limit_value)d letters at least.",
        "limit_value",
    ),
    validators.MaxValueValidator: _("%(limit_value)s at most, please."),
    validators.MinValueValidator: _("%(limit_value)s at least, please."),
    validators.ProhibitNullCharactersValidator: _LETTER,
}


def speak() -> None:
    """Put these words in the place of Django's; once, when the house starts."""
    for field, words in FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **words}
    for validator, sentence in VALIDATORS.items():
        validator.message = sentence
