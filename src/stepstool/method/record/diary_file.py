"""A diary file: one child's entries as JSON, made to be kept and carried away.

`{"format": "stepstool-diary", "version": 1, "child": {"born", …}, "entries": […]}`.
Files of a newer version keep what this one does not understand.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from stepstool.method.record.child import Child, month
from stepstool.method.record.entry import Entry
from stepstool.method.record.entry_json import read_or_keep, unread, write_entry
from stepstool.method.record.unknown import UNKNOWN

FORMAT: Final = "stepstool-diary"
VERSION: Final = 1


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
    """Give the text of a diary file."""
    child = {"born": str(diary.child.born)} if diary.child.born else {}
    child |= {"name": diary.child.name} if diary.child.name else {}
    child |= {"id": diary.child.id} if diary.child.id else {}
    raw = {
        "format": FORMAT,
        "version": diary.version,
        "child": child | dict(diary.child_beyond),
        **diary.beyond,
        "entries": [write_entry(entry) for entry in diary.entries],
    }
    return json.dumps(raw, ensure_ascii=False, indent=1) + "\n"


_KNOWN: Final = ("format", "version", "child", "entries")
_CHILD: Final = ("born", "name", "id")


def _parsed(text: str) -> dict[str, Any]:
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotADiaryError(f"This is no diary file: {error}.") from None
    if not isinstance(raw, dict) or raw.get("format", FORMAT) != FORMAT:
        message = f'This is no diary file; it would begin with "format": "{FORMAT}".'
        raise NotADiaryError(message)
    return raw


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
    try:
        born = raw.get("born") or "unknown"
        known = UNKNOWN if born == "unknown" else month(born)
    except (TypeError, ValueError) as error:
        raise NotADiaryError(f"child.born: {error}.") from None
    child = Child(born=known, name=str(raw.get("name", "")), id=str(raw.get("id", "")))
    return child, {k: raw[k] for k in raw if k not in _CHILD}
