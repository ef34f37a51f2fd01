"""Parts: an answer that is a row of smaller ones, each with questions of its own."""

from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

from stepstool.method.record.question import Question, questions_of
from stepstool.method.record.unknown import UNKNOWN

P = TypeVar("P")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def part(made: type[P]) -> type[P]:
    """Make a class a part: frozen, with its fields as its questions."""
    return dataclass(frozen=True, kw_only=True)(made)


@dataclass(frozen=True)
class Parts(Question):
    """From one to so many parts, in order. part: a class that was made one."""

    part: type
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
        return all(isinstance(each, self.part) and _is_sound(each) for each in value)

    def read(self, raw: Any) -> Any:
        """Turn the JSON form into the answer; KeyError, TypeError or ValueError if none."""
        if not isinstance(raw, list):
            raise TypeError(raw)
        return tuple(self.part(**_read(self.part, each)) for each in raw)

    def write(self, value: Any) -> Any:
        """Give the JSON form of an answer."""
        return list(map(_written, value))

    def schema(self) -> dict[str, Any]:
        """Describe its answers as JSON Schema (unknown aside)."""
        asked = questions_of(self.part)
        own = {name: each.schema() for name, each in asked.items()}
        items = {"type": "object", "properties": own, "additionalProperties": False}
        return {"type": "array", "items": items, "minItems": 1, "maxItems": self.most}


def _is_sound(part: object) -> bool:
    answers = ((q, getattr(part, name)) for name, q in questions_of(type(part)).items())
    return all(answer is UNKNOWN or q.takes(answer) for q, answer in answers)


def _read(part: type, raw: Any) -> dict[str, Any]:
    asked = questions_of(part)
    return {name: asked[name].read(raw[name]) for name in dict(raw)}


def _written(part: object) -> dict[str, Any]:
    answers = ((n, q, getattr(part, n)) for n, q in questions_of(type(part)).items())
    return {n: q.write(answer) for n, q, answer in answers if answer is not UNKNOWN}
