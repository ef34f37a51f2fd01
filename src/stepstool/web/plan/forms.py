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
    """A decision: absolute, so that two of them can be compared."""

    ladder = forms.CharField(max_length=60)
    version = forms.IntegerField(min_value=1)
    move = forms.ChoiceField(required=False, choices=[(move, move) for move in Move])
    step = forms.IntegerField(required=False)
    needs_step = forms.BooleanField(required=False)
    child_agreed = forms.ChoiceField(
        required=False, choices=[(answer, answer) for answer in YesNo]
    )
    # The child said so; it carries the step to stay on, 0 before the first.
    not_yet = forms.IntegerField(required=False, min_value=0)
    # A break may have none.
    without_day = forms.BooleanField(required=False)
    # A day, or `own` with own_day beside it.
    until = forms.CharField(required=False)
    own_day = forms.DateField(required=False)

    def __init__(self, data: Any, journey: Journey) -> None:
        super().__init__(data)
        self.journey = journey

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        named = answers.get("ladder", ""), answers.get("version") or 0
        ladder = self.journey.ladder_named(*named)
        if ladder is None:
            raise ValidationError(_("This ladder is not there."))
        self._check_step(len(ladder.steps))
        self._check_day()
        return answers

    def _check_step(self, steps: int) -> None:
        step, stays = self.cleaned_data.get("step"), self.cleaned_data.get("not_yet")
        if step is None and self.cleaned_data.get("needs_step") and stays is None:
            self.add_error("step", _("Which step? Tap one of them."))
        if any(number is not None and number > steps for number in (step, stays)):
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
        typed = str(self.cleaned_data.get("until") or "")
        if typed == OWN:
            return self.cleaned_data.get("own_day")
        try:
            return date.fromisoformat(typed)
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
        answers = self.cleaned_data
        named = {"ladder": answers["ladder"], "ladder_version": answers["version"]}
        if answers["not_yet"] is not None:
            return named | _not_yet(answers["not_yet"])
        agreed = YesNo(answers["child_agreed"]) if answers["child_agreed"] else None
        answers = {
            "move": Move(answers["move"]) if answers["move"] else None,
            "step": answers["step"],
            "child_agreed": agreed,
            "until_day": self._day(),
        }
        answered = {name: value for name, value in answers.items() if value is not None}
        return named | answered


def _not_yet(step: int) -> dict[str, Any]:
    """Write down that the child was asked and said not yet: it stays where it is."""
    if step == 0:
        return {"move": Move.START, "child_agreed": YesNo.NO}
    return {"move": Move.STAY, "step": step, "child_agreed": YesNo.NO}
