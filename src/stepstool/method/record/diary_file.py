"""A diary file: one child's entries as JSON, made to be kept and carried away.

`{"format": "stepstool-diary", "version": 1, "child": {"born", …}, "entries": […]}`.
Files of a newer version keep what this one does not understand.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, Final, NoReturn

from stepstool.method.record.child import Child, Month, month
from stepstool.method.record.entry import Entry
from stepstool.method.record.entry_json import read_or_keep, unread, write_entry
from stepstool.method.record.plain import is_deeper_than, is_plain_text
from stepstool.method.record.unknown import UNKNOWN, Unknown

FORMAT: Final = "stepstool-diary"
VERSION: Final = 1
DEEPEST_FILE: Final = 100
"""Levels of lists and objects in a file; what one cannot write back is not read."""


class NotADiaryError(ValueError):
    """A file that is no diary; the sentence says what to do."""


@dataclass(frozen=True, kw_only=True)
class DiaryFile:
    """The content of a diary file: the child, its entries, and what came beyond."""

    child: Child
    entries: tuple[Entry, ...]
    version: int = VERSION
    beyond: Mapping[str, Any] = field(default_factory=dict)
    child_beyond: Mapping[str, Any] = field(default_factory=dict)


def read_diary(text: str) -> DiaryFile:
    """Read a diary file; entries that can't be read are kept unread.

    Raises NotADiaryError when the text is no diary at all.
    """
    raw = _parsed(text)
    child, child_beyond = _read_child(raw.get("child"))
    entries = raw.get("entries")
    if not isinstance(entries, list):
        raise NotADiaryError('The diary has no list of entries; add "entries": [].')
    return DiaryFile(
        child=child,
        entries=tuple(map(_read_one, entries)),
        version=max(VERSION, _version(raw)),
        beyond={k: raw[k] for k in raw if k not in _KNOWN},
        child_beyond=child_beyond,
    )


def write_diary(diary: DiaryFile) -> str:
    """Give the text of a diary file, one entry a line."""
    return "".join(_text_of(diary, diary.entries))


def stream_diary(child: Child, entries: Iterable[Entry]) -> Iterator[str]:
    """Give the text of a diary file, piece by piece while the entries come."""
    return _text_of(DiaryFile(child=child, entries=()), entries)


def _text_of(diary: DiaryFile, entries: Iterable[Entry]) -> Iterator[str]:
    """Give what comes before the entries, a piece for each of them, and the end."""
    head = {
        "format": FORMAT,
        "version": diary.version,
        "child": _write_child(diary.child) | dict(diary.child_beyond),
        **diary.beyond,
    }
    yield "{" + "".join(f"{_json(key)}: {_json(head[key])},\n" for key in head)
    yield '"entries": [\n'
    between = ""
    for entry in entries:
        yield between + _json(write_entry(entry))
        between = ",\n"
    yield "\n]}\n"


def _write_child(child: Child) -> dict[str, Any]:
    born = {"born": str(child.born)} if child.born else {}
    return born | {key: text for key in ("name", "id") if (text := getattr(child, key))}


_KNOWN: Final = ("format", "version", "child", "entries")
_CHILD: Final = ("born", "name", "id")
_letters: Final = json.JSONEncoder(ensure_ascii=False).encode


def _json(value: object) -> str:
    """Write for people's eyes; half a character, which nothing can show, as a number."""
    text = _letters(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def _parsed(text: str) -> dict[str, Any]:
    try:
        raw = json.loads(text, parse_constant=_no_number, parse_float=_number)
    except RecursionError:
        raw = None
    except ValueError as error:
        raise NotADiaryError(f"This is no diary file: {error}.") from None
    if not isinstance(raw, dict) or raw.get("format", FORMAT) != FORMAT:
        message = f'This is no diary file; it would begin with "format": "{FORMAT}".'
        raise NotADiaryError(message)
    if is_deeper_than(DEEPEST_FILE, raw):
        raise NotADiaryError("This diary is nested too deep to be true.")
    return raw


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number in JSON")


def _number(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _no_number(digits)


def _read_one(raw: object) -> Entry:
    if isinstance(raw, dict):
        return read_or_keep(raw)
    return unread({"raw": raw}, "An entry is an object with id, kind, at and data.")


def _version(raw: Mapping[str, Any]) -> int:
    version = raw.get("version", VERSION)
    if type(version) is int:
        return version
    raise NotADiaryError(f"The version of the diary is {version!r}; write {VERSION}.")


def _read_child(raw: Any) -> tuple[Child, dict[str, Any]]:
    if not isinstance(raw, dict):
        raise NotADiaryError('The diary names no child; add "child": {"born": …}.')
    child = Child(
        born=_born(raw.get("born")), name=_text(raw, "name"), id=_text(raw, "id")
    )
    return child, {k: raw[k] for k in raw if k not in _CHILD}


def _born(raw: object) -> Month | Unknown:
    if raw is None or raw == "unknown":
        return UNKNOWN
    try:
        return month(str(raw))
    except ValueError as error:
        raise NotADiaryError(f"child.born: {error}.") from None


def _text(raw: Mapping[str, Any], name: str) -> str:
    value = raw.get(name, "")
    if isinstance(value, str) and is_plain_text(value):
        return value
    raise NotADiaryError(
        f"child.{name} is no text; write it in quotes, or leave it out."
    )
