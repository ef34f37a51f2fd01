"""Plain text and plain JSON: what every database and every program can keep."""

import json
import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

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
