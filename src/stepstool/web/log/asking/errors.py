"""Faults of an entry as sentences for whoever typed it: what is wrong, what to do."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from stepstool import method


def errors_of(kind: str, faults: Iterable[method.Fault]) -> dict[str, str]:
    """Give a sentence for each field that is at fault."""
    questions = method.KINDS[kind].QUESTIONS
    return {
        fault.field: _sentence(fault.field, questions.get(fault.field))
        for fault in faults
    }


def _sentence(field: str, question: Any) -> str:
    if question is None:
        return _OF_ENVELOPE.get(field, _something)()
    return _OF_QUESTION.get(type(question), _something)(question)


def _something(_question: Any = None) -> str:
    return _("This does not fit. Correct it, or leave it empty.")


def _choose(_question: Any) -> str:
    return _("Choose one of these, or leave it open.")


def _number(question: method.Whole) -> str:
    bounds = {"low": question.low, "high": question.high}
    return _("A whole number from %(low)s to %(high)s, or nothing.") % bounds


def _shorter(question: method.Text) -> str:
    longest = {"longest": question.longest}
    return _("At most %(longest)s characters fit here. Please shorten it.") % longest


def _day(_question: Any) -> str:
    return _("Write a day such as 2026-03-04, or leave it empty.")


def _note() -> str:
    return _("At most 2000 characters fit here. Please shorten it.")


def _moment() -> str:
    return _("Choose a day and a time from the year 2000 on.")


def _end() -> str:
    return _("The end lies before the beginning. Correct one of them.")


_OF_QUESTION: Final[Mapping[type[Any], Callable[[Any], str]]] = {
    method.Choice: _choose,
    method.Several: _choose,
    method.Whole: _number,
    method.Text: _shorter,
    method.Day: _day,
}
_OF_ENVELOPE: Final[Mapping[str, Callable[[], str]]] = {
    "at": _moment,
    "until": _end,
    "note": _note,
}
