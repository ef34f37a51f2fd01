"""What stands in the fields of a form, and the answers that it means.

Fields hold text. What cannot be read is handed on as it was typed, so that the method
refuses it by name and the form shows it again.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.http import QueryDict

from stepstool import method

Typed = Mapping[str, list[str]]


def typed_in(posted: QueryDict) -> Typed:
    """Give what somebody typed, without empty fields."""
    lists = ((name, [each.strip() for each in posted.getlist(name)]) for name in posted)
    return {name: kept for name, texts in lists if (kept := [t for t in texts if t])}


def typed_of(entry: method.Entry) -> Typed:
    """Give what would have to be typed for the answers of an entry."""
    answered = {name: getattr(entry, name) for name in entry.QUESTIONS}
    return {
        name: _texts(entry.QUESTIONS[name].write(value))
        for name, value in answered.items()
        if value is not method.UNKNOWN
    }


def _texts(raw: Any) -> list[str]:
    return [str(each) for each in raw] if isinstance(raw, list) else [str(raw)]


def raw_of(kind: str, names: Iterable[str], typed: Typed) -> dict[str, Any]:
    """Give the answers to these questions in their JSON form; empty ones are left out."""
    questions = method.KINDS[kind].QUESTIONS
    return {
        name: _READ.get(type(questions[name]), _first)(typed[name])
        for name in names
        if typed.get(name)
    }


def _first(texts: list[str]) -> str:
    return texts[0]


def _whole(texts: list[str]) -> int | str:
    try:
        return int(texts[0])
    except ValueError:
        return texts[0]


_READ: Final[Mapping[type[Any], Callable[[list[str]], Any]]] = {
    method.Several: list,
    method.Whole: _whole,
}
