"""What the pages of listening send."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stepstool import method

GrownUp, StoppedBy = method.listening.GrownUp, method.listening.StoppedBy
STRENGTHS = range(5)
MOST_MINUTES = 240


def _one_of(words: Iterable[object]) -> list[tuple[str, str]]:
    return [(str(each), str(each)) for each in words]


def _kind(kind: type[StrEnum]) -> Any:
    return lambda text: kind(text) if text else method.UNKNOWN


def _number(text: str) -> Any:
    return int(text) if text else method.UNKNOWN


class BeginForm(forms.Form):
    """Asked last, since only they can know: is somebody rested, does the child talk."""

    grown_up = forms.TypedChoiceField(choices=_one_of(GrownUp), coerce=GrownUp)
    talks = forms.TypedChoiceField(choices=_one_of(method.YesNo), coerce=method.YesNo)


class AfterForm(forms.Form):
    """How it was. Any of it may stay open."""

    strength_before = forms.TypedChoiceField(
        choices=_one_of(STRENGTHS), coerce=_number, required=False, empty_value=None
    )
    strength_after = forms.TypedChoiceField(
        choices=_one_of(STRENGTHS), coerce=_number, required=False, empty_value=None
    )
    stopped_by = forms.TypedChoiceField(
        choices=_one_of(StoppedBy),
        coerce=_kind(StoppedBy),
        required=False,
        empty_value=None,
    )
    minutes = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
        error_messages={
            "invalid": _("A whole number of minutes, or nothing."),
            "min_value": _("A whole number of minutes, or nothing."),
            "max_value": _("At most %(limit_value)s minutes fit here."),
        },
    )

    def answers(self) -> dict[str, Any]:
        """Give what was said; what was left open is unknown."""
        return {
            name: method.UNKNOWN if told is None else told
            for name, told in self.cleaned_data.items()
        }
