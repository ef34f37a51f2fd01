"""What a decision sends, and what is wrong with it: in words, if a person can mend it."""

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.plan.journey import Journey, Move, Plan

YesNo = method.YesNo
OWN: Final = "own"
# A break of months is normal; one of years is a slip of the finger.
FARTHEST: Final = timedelta(days=366)
# What a person can leave open or get wrong; all else only a broken page sends.
MENDABLE: Final = frozenset({"until", "own_day", "step"})


class DecisionForm(forms.Form):
    """A decision: absolute, so that two of them can be compared.

    not_yet: the child said so; it carries the step to stay on, 0 before the first.
    until: a day, or `own` with own_day beside it; without_day: a break may have none.
    """

    ladder = forms.CharField(max_length=60)
    version = forms.IntegerField(min_value=1)
    move = forms.ChoiceField(required=False, choices=[(each, each) for each in Move])
    step = forms.IntegerField(required=False)
    needs_step = forms.BooleanField(required=False)
    child_agreed = forms.ChoiceField(
        required=False, choices=[(each, each) for each in YesNo]
    )
    not_yet = forms.IntegerField(required=False, min_value=0)
    without_day = forms.BooleanField(required=False)
    until = forms.CharField(required=False)
    own_day = forms.DateField(required=False)

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data)
        self.journey = journey

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        named = told.get("ladder", ""), told.get("version") or 0
        ladder = self.journey.ladder_named(*named)
        if ladder is None:
            raise ValidationError(_("This ladder is not there."))
        self._check_step(len(ladder.steps))
        self._check_day()
        return told

    def _check_step(self, steps: int) -> None:
        step, stays = self.cleaned_data.get("step"), self.cleaned_data.get("not_yet")
        if step is None and self.cleaned_data.get("needs_step") and stays is None:
            self.add_error("step", _("Which step? Tap one of them."))
        if any(each is not None and each > steps for each in (step, stays)):
            raise ValidationError(_("This step is not there."))
        if step is not None and step < 1:
            raise ValidationError(_("This step is not there."))

    def _check_day(self) -> None:
        is_break = self.cleaned_data.get("move") == Move.TAKE_A_BREAK
        needs_day = is_break and not self.cleaned_data.get("without_day")
        if not needs_day and "until" not in self.data:
            return
        today, day = self.journey.visit.today, self._day()
        if day is None:
            self.add_error("until", _("Which day? Tap one, or choose your own."))
        elif not today < day <= today + FARTHEST:
            self.add_error("until", _("A day that is still to come, within a year."))

    def _day(self) -> date | None:
        told = str(self.cleaned_data.get("until") or "")
        if told == OWN:
            return self.cleaned_data.get("own_day")
        try:
            return date.fromisoformat(told)
        except ValueError:
            return None

    @property
    def is_mendable(self) -> bool:
        """Whether what is wrong is a slip that a person can mend."""
        return MENDABLE.issuperset(self.errors)

    def decision(self) -> Plan:
        """Give the decision. Raises NonsenseError if it is none."""
        return Plan(**self.journey.visit.envelope(self.data), **self._answers())

    def _answers(self) -> dict[str, Any]:
        told = self.cleaned_data
        named = {"ladder": told["ladder"], "ladder_version": told["version"]}
        if told["not_yet"] is not None:
            return named | _not_yet(told["not_yet"])
        agreed = YesNo(told["child_agreed"]) if told["child_agreed"] else None
        answers = {
            "move": Move(told["move"]) if told["move"] else None,
            "step": told["step"],
            "child_agreed": agreed,
            "until_day": self._day(),
        }
        said = {name: value for name, value in answers.items() if value is not None}
        return named | said


def _not_yet(step: int) -> dict[str, Any]:
    """Write down that the child was asked and said not yet: it stays where it is."""
    if step == 0:
        return {"move": Move.START, "child_agreed": YesNo.NO}
    return {"move": Move.STAY, "step": step, "child_agreed": YesNo.NO}
