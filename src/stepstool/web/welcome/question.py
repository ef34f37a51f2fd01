"""A question of the first evening: a form that knows its place in the answers."""

from typing import Any

from django import forms

from stepstool.web.welcome.answers import Answers


class Question(forms.Form):
    """One page of questions, which knows its place in the answers."""

    def __init__(self, answers: Answers, data: Any = None) -> None:
        """Show what was answered before, or read what was answered now."""
        super().__init__(data, initial=self.told(answers), label_suffix="")

    def told(self, answers: Answers) -> dict[str, Any]:
        """Give what was told before, by the names of the fields."""
        raise NotImplementedError

    def changes(self) -> dict[str, Any]:
        """Give what is told now, by the names of the answers."""
        raise NotImplementedError
