"""The forms of this room: the file, and how to read it."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from stepstool.web.diary.visit import Visit
from stepstool.web.exchange.looking import ReadingSettings
from stepstool.web.shell.zones import is_zone, zone_choices

# What a file may leave open, and how we ask for it.
QUESTIONS = {
    "date_order": _("In its dates, what comes first?"),
    "child": _("Whose diary is it?"),
}
ANSWERS = {
    "day_first": _("the day (31/12)"),
    "month_first": _("the month (12/31)"),
}


class FileForm(forms.Form):
    """One file."""

    file = forms.FileField(
        error_messages={
            "required": _("Choose the file that the other app exported."),
            "invalid": _("Choose the file that the other app exported."),
            "missing": _("The file did not arrive. Please try again."),
            "empty": _("This file is empty. Export it once more over there?"),
        }
    )

    @property
    def says(self) -> str:
        """What is wrong, in one sentence."""
        return str(next(iter(self.errors["file"])))


class ReadingForm(forms.Form):
    """In which zone a file was written, and what else it leaves open."""

    zone = forms.ChoiceField(
        choices=zone_choices,
        label=_("Where was it written?"),
        help_text=_("The file does not say. We took the place where you live."),
    )

    def __init__(self, visit: Visit, data: Any = None) -> None:
        """Begin with the child's own zone; answers that come along are kept."""
        self.usual = str(visit.clock.zone_at(visit.now))
        super().__init__(data, initial={"zone": self.usual}, label_suffix="")
        field = cast("forms.ChoiceField", self.fields["zone"])
        if not is_zone(self.usual):
            field.choices = [(self.usual, self.usual), *zone_choices()]
        for name in QUESTIONS:
            self.fields[name] = forms.CharField(
                required=False, max_length=100, widget=forms.HiddenInput
            )

    def ask(self, name: str, answers: Sequence[str]) -> None:
        """Ask what the file leaves open."""
        self.fields[name] = forms.ChoiceField(
            label=QUESTIONS[name],
            choices=[(answer, ANSWERS.get(answer, answer)) for answer in answers],
            widget=forms.RadioSelect,
        )

    def reading(self) -> ReadingSettings:
        """Give how to read the file; nonsense counts as not told."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else {}
        answers = {name: typed[name] for name in QUESTIONS if typed.get(name)}
        if answers.get("date_order") not in {None, *ANSWERS}:
            del answers["date_order"]
        return ReadingSettings(zone=typed.get("zone") or self.usual, answers=answers)
