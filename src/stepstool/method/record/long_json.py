"""Reads a JSON object with long lists: each element becomes something else as it is met.

So neither a whole list nor one endless value in it is ever in memory as JSON has it, which costs
some twenty times what the text does.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

LONGEST_VALUE: Final = 1_000_000
"""Characters of one element, or of what else stands in the object. An entry has some hundred."""

_past_space: Final = re.compile(r"[ \t\n\r]*").match
Lists = Mapping[str, Callable[[Any], Any]]


class DamagedError(ValueError):
    """A text that is no JSON, or holds a value without end. line: where, counted from 1."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"damaged in line {line}")


def read_object(text: str, lists: Lists, decoder: json.JSONDecoder) -> Any:
    """Read a JSON text as the decoder does.

    lists: what becomes of each element of the lists that stand under these names in the
    outermost object. Raises DamagedError, and what the decoder raises of numbers and depth.
    """
    return _LongObject(text, lists, decoder).read()


class _LongObject:
    """Where the reading is. The window is the piece of text that the decoder is shown."""

    def __init__(self, text: str, lists: Lists, decoder: json.JSONDecoder) -> None:
        self._text, self._lists, self._decode = text, lists, decoder.raw_decode
        self._at = self._begin = 0
        self._window = ""

    def read(self) -> Any:
        is_object = self._sign() == "{"
        value = dict(self._members()) if is_object else self._value()
        if self._sign():
            raise self._damaged()
        return value

    def _members(self) -> Iterator[tuple[str, Any]]:
        for _ in self._separated("}"):
            if self._sign() != '"':
                raise self._damaged()
            key = self._value()
            self._take(":")
            yield key, self._member(key)

    def _member(self, key: str) -> Any:
        if key in self._lists and self._sign() == "[":
            become = self._lists[key]
            return [become(self._value()) for _ in self._separated("]")]
        return self._value()

    def _separated(self, end: str) -> Iterator[None]:
        """Stop before each of what stands between this bracket, commas and the end."""
        self._at += 1
        if self._sign() != end:
            yield
            while self._sign() != end:
                self._take(",")
                yield
        self._at += 1

    def _sign(self) -> str:
        """Give the next sign that is no space, "" at the end."""
        space = _past_space(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _take(self, sign: str) -> None:
        if self._sign() != sign:
            raise self._damaged()
        self._at += 1

    def _value(self) -> Any:
        """Read a value; of one that the window does not hold as a whole, move it there."""
        self._sign()
        value, end = self._scanned()
        if not self._is_whole(end):
            self._begin = self._at
            self._window = self._text[self._at : self._at + LONGEST_VALUE]
            value, end = self._scanned()
        if not self._is_whole(end):
            raise self._damaged()
        self._at = self._begin + end
        return value

    def _scanned(self) -> tuple[Any, int]:
        """Give what begins here in the window, and its end there; -1 where nothing ends."""
        try:
            return self._decode(self._window, self._at - self._begin)
        except json.JSONDecodeError:
            return None, -1

    def _is_whole(self, end: int) -> bool:
        """Whether it ends in the window: 12 may be the beginning of 123."""
        last = self._begin + len(self._window) == len(self._text)
        return 0 <= end < len(self._window) + last

    def _damaged(self) -> DamagedError:
        return DamagedError(self._text.count("\n", 0, self._at) + 1)
