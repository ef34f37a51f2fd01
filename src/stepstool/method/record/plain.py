"""Plain text and plain JSON: what every database and every program can keep."""

from collections.abc import Iterable
from itertools import chain
from math import isfinite
from typing import Final

DEEPEST: Final = 20
"""Levels of lists and objects in one entry; ours has four."""


def is_plain_text(text: str) -> bool:
    """Whether it holds neither NUL nor halves of characters."""
    try:
        return b"\x00" not in text.encode()
    except UnicodeEncodeError:
        return False


def is_plain(value: object) -> bool:
    """Whether it is JSON that can be kept: plain texts, finite numbers, not too deep."""
    level = [value]
    for _ in range(DEEPEST):
        if not all(map(_is_plain_leaf, level)):
            return False
        level = list(chain.from_iterable(map(_inside, level)))
    return not level


def is_deeper_than(levels: int, value: object) -> bool:
    """Whether lists and objects lie in one another more often than this."""
    level = [value]
    for _ in range(levels + 1):
        level = list(chain.from_iterable(map(_inside, level)))
    return bool(level)


def _is_plain_leaf(value: object) -> bool:
    if isinstance(value, str):
        return is_plain_text(value)
    return not isinstance(value, float) or isfinite(value)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return chain(value.keys(), value.values())
    return value if isinstance(value, list) else ()
