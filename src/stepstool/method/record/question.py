"""Questions: what may be answered, how an answer is checked, read, written and described.

Each field of a kind of entry is a question. Its answers are data, so that forms, files,
the JSON Schema and the database share one definition. Every question takes *unknown*, a
value of its own, never the same as no, none or zero; none takes what a database or another
program can't keep; and an answer that can't be is a fault, said so that the one who wrote
it can mend it. An answer may be a row of smaller ones, its parts.
"""

import dataclasses
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from itertools import chain
from reprlib import Repr
from typing import Any, Final, TypeVar, dataclass_transform


class Unknown(Enum):
    """The one answer that every question takes."""

    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN

DEEPEST: Final = 20
"""Levels of lists and objects in one entry; ours has four."""

_written: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_NUL: Final = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def is_plain_text(text: str) -> bool:
    """Whether it holds neither NUL nor halves of characters."""
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False


def is_plain(value: object) -> bool:
    """Whether it is JSON that can be kept: plain texts, finite numbers, not too deep."""
    try:
        text = _written(value)
    except (RecursionError, TypeError, ValueError):
        return False
    if not is_plain_text(text) or _NUL.search(text):
        return False
    begun = text.count("[") + text.count("{")
    return begun <= DEEPEST or not is_deeper_than(DEEPEST, value)


def is_deeper_than(levels: int, value: object) -> bool:
    """Whether lists and objects lie in one another more often than this."""
    level = [value]
    for _ in range(levels + 1):
        level = list(chain.from_iterable(map(_inside, level)))
    return bool(level)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


_shown = Repr()
_shown.maxstring = _shown.maxother = 60


@dataclass(frozen=True, kw_only=True)
class AnswerFault:
    """One thing that can't be true, and what to do about it."""

    field: str
    value: object
    allowed: str
    cure: str

    def __str__(self) -> str:
        shown = _shown.repr(self.value)
        return f"{self.field} is {shown}; allowed is {self.allowed}. {self.cure}."


class NonsenseError(ValueError):
    """An entry that can't be; it names all its faults at once."""

    def __init__(self, faults: Sequence[AnswerFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(map(str, self.faults)))


DAY: Final = "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"
FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
_is_day: Final = re.compile(DAY).fullmatch


@dataclass(frozen=True)
class Question(ABC):
    """What is asked, in one sentence, and which answers it takes."""

    asks: str
    """In English, as families read it; pages translate it and fill its gaps: `%(name)s`,
    the child's name, and `%(poop)s`, the family's own word."""

    @property
    def asks_anybody(self) -> str:
        """What is asked of no child in particular."""
        return self.asks % {"name": "the child", "poop": "poop"}

    @property
    @abstractmethod
    def allowed(self) -> str:
        """The answers it takes, for people."""

    @property
    def cure(self) -> str:
        """What to do about another answer."""
        return "Choose one of these, or leave it out"

    @abstractmethod
    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""

    @abstractmethod
    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""

    def write(self, value: Any) -> Any:
        """Give the JSON form of an answer."""
        return value

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""

    def fault(self, field: str, value: object) -> AnswerFault:
        """Say what is wrong with an answer that it does not take."""
        return AnswerFault(
            field=field, value=value, allowed=self.allowed, cure=self.cure
        )


@dataclass(frozen=True)
class Choice(Question):
    """One of several words."""

    answers: type[StrEnum]

    @property
    def allowed(self) -> str:
        """The answers it takes, for people."""
        return "one of " + ", ".join(self.answers)

    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""
        return isinstance(value, self.answers)

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        return self.answers(raw)

    def write(self, value: Any) -> Any:
        """Give the JSON form of an answer."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        return {"enum": list(map(str, self.answers))}


@dataclass(frozen=True)
class Several(Question):
    """Any number of words, each once."""

    answers: type[StrEnum]

    @property
    def allowed(self) -> str:
        """The answers it takes, for people."""
        return "any of " + ", ".join(self.answers)

    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""
        return (
            isinstance(value, tuple)
            and all(isinstance(answer, self.answers) for answer in value)
            and len(set(value)) == len(value)
        )

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        if not isinstance(raw, list):
            raise TypeError(raw)
        return tuple(map(self.answers, raw))

    def write(self, value: Any) -> Any:
        """Give the JSON form of an answer."""
        return list(map(str, value))

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        words = {"enum": list(map(str, self.answers))}
        return {"type": "array", "items": words, "uniqueItems": True}


@dataclass(frozen=True)
class Whole(Question):
    """A whole number within bounds."""

    low: int
    high: int
    unit: str

    @property
    def allowed(self) -> str:
        """The answers it takes, for people."""
        return f"a whole number from {self.low} to {self.high} ({self.unit})"

    @property
    def cure(self) -> str:
        """What to do about another answer."""
        return "Write a number in this range, or leave it out"

    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""
        return type(value) is int and self.low <= value <= self.high

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        return whole(raw)

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        bounds = {"minimum": self.low, "maximum": self.high}
        return {"type": "integer", **bounds, "description": self.unit}


@dataclass(frozen=True)
class Text(Question):
    """Free words, within a length; the word "unknown" alone is no answer but unknown."""

    longest: int

    @property
    def allowed(self) -> str:
        """The answers it takes, for people."""
        return f"plain text of 1 to {self.longest} characters"

    @property
    def cure(self) -> str:
        """What to do about another answer."""
        return "Shorten it, or leave it out"

    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""
        if not isinstance(value, str) or value == "unknown":
            return False
        return 0 < len(value) <= self.longest and is_plain_text(value)

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        return raw

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@dataclass(frozen=True)
class Day(Question):
    """A calendar day of the child."""

    @property
    def allowed(self) -> str:
        """The answers it takes, for people."""
        return "a day from 2000 to 2099, such as 2026-03-04"

    @property
    def cure(self) -> str:
        """What to do about another answer."""
        return "Write it as year-month-day, or leave it out"

    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""
        return type(value) is date and FIRST_DAY <= value <= LAST_DAY

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        if not _is_day(raw):
            raise ValueError(raw)
        return date.fromisoformat(raw)

    def write(self, value: Any) -> Any:
        """Give the JSON form of an answer."""
        return value.isoformat()

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        return {"type": "string", "format": "date", "pattern": DAY}


def whole(raw: Any) -> Any:
    """Read 3.0 as 3, which are one number in JSON; anything else stays as it is."""
    return int(raw) if isinstance(raw, float) and raw.is_integer() else raw


def ask(question: Question) -> Any:
    """Make a field of an entry out of a question; unanswered it is unknown."""
    return dataclasses.field(default=UNKNOWN, metadata={"question": question})


def questions_of(kind: type) -> dict[str, Question]:
    """The questions of a kind of entry, by the name of the field, in order."""
    return {
        field.name: field.metadata["question"]
        for field in dataclasses.fields(kind)
        if "question" in field.metadata
    }


Reader = Callable[[Any], Any]


def readers_of(questions: Mapping[str, Question]) -> dict[str, Reader]:
    """How each answer is read from what we wrote ourselves: quickly, not checked again."""
    return {name: _reader(question) for name, question in questions.items()}


def _reader(question: Question) -> Reader:
    if isinstance(question, Choice):
        words: dict[str, Any] = {str(answer): answer for answer in question.answers}
        return (words | {"unknown": UNKNOWN}).__getitem__
    if isinstance(question, Whole | Text):
        return lambda raw: UNKNOWN if raw == "unknown" else raw
    return lambda raw: UNKNOWN if raw == "unknown" else question.read(raw)


P = TypeVar("P")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def part(made: type[P]) -> type[P]:
    """Make a class a part: frozen, with its fields as its questions."""
    return dataclass(frozen=True, kw_only=True)(made)


@dataclass(frozen=True)
class Parts(Question):
    """From one to so many parts, in order."""

    part: type
    """A class that was made one."""
    most: int

    @property
    def allowed(self) -> str:
        """The answers it takes, for people."""
        names = ", ".join(questions_of(self.part))
        return f"1 to {self.most} parts in a row, each made of {names}"

    @property
    def cure(self) -> str:
        """What to do about another answer."""
        return "Write each part with answers that its questions take"

    def takes(self, value: object) -> bool:
        """Whether this is one of its answers (unknown aside)."""
        if not isinstance(value, tuple) or not 0 < len(value) <= self.most:
            return False
        return all(isinstance(item, self.part) and _is_sound(item) for item in value)

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        if not isinstance(raw, list):
            raise TypeError(raw)
        return tuple(self.part(**_part_read(self.part, item)) for item in raw)

    def write(self, value: Any) -> Any:
        """Give the JSON form of an answer."""
        return list(map(_part_json, value))

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        asked = questions_of(self.part)
        own = {name: question.schema() for name, question in asked.items()}
        items = {"type": "object", "properties": own, "additionalProperties": False}
        return {"type": "array", "items": items, "minItems": 1, "maxItems": self.most}


def _is_sound(part: object) -> bool:
    answers = ((q, getattr(part, name)) for name, q in questions_of(type(part)).items())
    return all(answer is UNKNOWN or q.takes(answer) for q, answer in answers)


def _part_read(part: type, raw: Any) -> dict[str, Any]:
    asked = questions_of(part)
    return {name: asked[name].read(raw[name]) for name in dict(raw)}


def _part_json(part: object) -> dict[str, Any]:
    answers = ((n, q, getattr(part, n)) for n, q in questions_of(type(part)).items())
    return {n: q.write(answer) for n, q, answer in answers if answer is not UNKNOWN}
