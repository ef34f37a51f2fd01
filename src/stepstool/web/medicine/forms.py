"""What the pages of medicine send."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stepstool import method

LONGEST_ORDER, LONGEST_NAME = 500, 100
_WHO = _("Who ordered it? Without a name we write nothing down.")
_WHAT = _("What was said, in the clinician’s words?")
_KIND = _("What is it for? Tap one of them.")


def _choices(words: Any) -> list[tuple[str, str]]:
    return [(str(each), str(each)) for each in words]


class GivenForm(forms.Form):
    """What became of a medicine; of one from below, whether it was phosphate."""

    medicine = forms.TypedChoiceField(
        choices=_choices(method.MedicineKind), coerce=method.MedicineKind
    )
    outcome = forms.TypedChoiceField(
        choices=_choices(method.health.Given), coerce=method.health.Given
    )
    phosphate = forms.TypedChoiceField(
        choices=_choices(method.YesNo),
        coerce=method.YesNo,
        required=False,
        empty_value=None,
    )

    def answers(self) -> dict[str, Any]:
        """Give what was said; what was left open is unknown."""
        told = self.cleaned_data
        return told | {"phosphate": told["phosphate"] or method.UNKNOWN}


class OrderForm(forms.Form):
    """An order, in the clinician's words. Who ordered it is not left open."""

    medicine = forms.TypedChoiceField(
        choices=_choices(method.MedicineKind),
        coerce=method.MedicineKind,
        error_messages={"required": _KIND, "invalid_choice": _KIND},
    )
    order = forms.CharField(
        max_length=LONGEST_ORDER,
        label=_("What was ordered, in the clinician’s words?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _WHAT},
    )
    ordered_by = forms.CharField(
        max_length=LONGEST_NAME,
        label=_("By whom?"),
        error_messages={"required": _WHO},
    )
    until_day = forms.DateField(
        required=False,
        label=_("Until which day? (if it was said)"),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def answers(self) -> dict[str, Any]:
        """Give what was said; what was left open is unknown."""
        told = self.cleaned_data
        return told | {"until_day": told["until_day"] or method.UNKNOWN}
