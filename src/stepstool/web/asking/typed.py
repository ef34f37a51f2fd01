"""What stands in the fields of a form, the answers that it means, and its entry.

Fields hold text. What cannot be read is handed on as it was typed, so that the method
refuses it by name and the form shows it again, with a sentence at each field that says what
to do.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.visit import Envelope

E = TypeVar("E", bound=method.Entry)
Typed = Mapping[str, list[str]]
# What may not stay open, with the sentence for who left it so.
Needed = Mapping[str, str | Promise]


def typed_in(posted: QueryDict) -> Typed:
    """Give what somebody typed, without empty fields."""
    lists = ((name, [text.strip() for text in posted.getlist(name)]) for name in posted)
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
    return [str(answer) for answer in raw] if isinstance(raw, list) else [str(raw)]


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


class UnfitError(ValueError):
    """What was typed is no entry; `errors` has a sentence for each field."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        """Keep the sentences by field."""
        self.errors = dict(errors)
        super().__init__(" ".join(self.errors.values()))


def entry_now(
    of: type[E], envelope: Envelope, typed: Typed, needed: Needed = MappingProxyType({})
) -> E:
    """Make an entry of this kind that is written down now. Raises UnfitError."""
    raw = {
        "kind": of.KIND,
        "id": envelope["id"],
        "at": envelope["at"].isoformat(),
        "written_at": envelope["written_at"].isoformat(),
        "data": raw_of(of.KIND, of.QUESTIONS, typed),
    }
    missing = {name: str(needed[name]) for name in needed if not typed.get(name)}
    return cast("E", entry_of(raw, missing))


def answered_anew(
    entry: method.Entry, names: Collection[str], typed: Typed
) -> method.Entry:
    """Answer these questions of an entry anew; others stay. Raises UnfitError."""
    return entry_of(method.write_entry(entry) | data_anew(entry, names, typed))


def data_anew(
    entry: method.Entry, names: Collection[str], typed: Typed
) -> dict[str, Any]:
    """Give the answers of an entry in their JSON form, those to these questions anew."""
    stored = method.write_entry(entry)["data"]
    kept = {name: stored[name] for name in stored if name not in names}
    return {"data": kept | raw_of(entry.KIND, names, typed)}


def entry_of(
    raw: Mapping[str, Any], errors: Mapping[str, str] = MappingProxyType({})
) -> method.Entry:
    """Read an entry strictly. Raises UnfitError, also for errors that were known before."""
    try:
        entry = method.read_entry(raw)
    except method.NonsenseError as nonsense:
        faults = _errors_of(raw["kind"], nonsense.faults)
        raise UnfitError(faults | dict(errors)) from None
    if errors:
        raise UnfitError(errors)
    return entry


def _errors_of(kind: str, faults: Iterable[method.AnswerFault]) -> dict[str, str]:
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
