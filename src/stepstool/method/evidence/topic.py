"""The numbers of one topic, read by name where they are used.

    N: Final = topic("comfort")
    gap >= N.span.long_gap

A number is a length of time, a count or a share; which of them is said where it is read, so
that a type checker knows it too.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from typing import Final

from stepstool.method.evidence.number import NUMBERS, UNITS, Number

FIELDS: Final = "value, unit, meaning, sources, reviewed"


class MissingNumberError(AttributeError):
    """A number that the code reads and nobody wrote down; it says where to write it."""


class _Kind(ABC):
    """The numbers of a topic that are of one kind, as attributes."""

    what = "number"

    def __init__(self, topic: str, numbers: Iterable[Number]) -> None:
        self._topic = topic
        for number in numbers:
            self.__dict__[number.key.partition(".")[2]] = self.read(number)

    @abstractmethod
    def read(self, number: Number) -> object:
        """Read a number as this kind."""

    def _missing(self, name: str) -> MissingNumberError:
        home = f"evidence/numbers/{self._topic}.toml"
        if f"{self._topic}.{name}" in NUMBERS:
            return MissingNumberError(f"{home}: [{name}] is no {self.what}.")
        return MissingNumberError(
            f"{home} has no [{name}]; add it with {FIELDS}; it is read as a {self.what}."
        )


class Spans(_Kind):
    """Lengths of time: minutes, hours, days or weeks."""

    what = "length of time (minutes, hours, days, weeks)"

    def read(self, number: Number) -> timedelta:
        """Read a number as a length of time."""
        return timedelta(seconds=number.value * UNITS[number.unit])

    def __getattr__(self, name: str) -> timedelta:
        raise self._missing(name)


class Counts(_Kind):
    """Whole numbers of things."""

    what = "whole number"

    def read(self, number: Number) -> int:
        """Read a number as a count."""
        return int(number.value)

    def __getattr__(self, name: str) -> int:
        raise self._missing(name)


class Shares(_Kind):
    """Shares and other values, as they are written."""

    def read(self, number: Number) -> float:
        """Read a number as it is written."""
        return number.value

    def __getattr__(self, name: str) -> float:
        raise self._missing(name)


class Numbers:
    """The numbers of one topic: `span`, `count` and `share`, each by name."""

    def __init__(self, name: str, numbers: Iterable[Number]) -> None:
        some = tuple(numbers)
        self.name = name
        self.span = Spans(name, (number for number in some if number.unit in UNITS))
        self.count = Counts(name, (e for e in some if float(e.value).is_integer()))
        self.share = Shares(name, some)


@cache
def topic(name: str) -> Numbers:
    """Give the numbers of a topic, which is the name of its file in evidence/numbers."""
    numbers = [number for key, number in NUMBERS.items() if key.startswith(f"{name}.")]
    if not numbers:
        raise MissingNumberError(f"evidence/numbers/{name}.toml has no numbers.")
    return Numbers(name, numbers)
