"""Rows of our own database as entries: quickly, and without checking them again."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from stepstool.method.record.entry import KINDS, Entry
from stepstool.method.record.entry_json import write_envelope
from stepstool.method.record.question import Reader, readers_of
from stepstool.method.record.unread import Unread

_READERS: dict[str, dict[str, Reader]] = {}


def row(
    kind: str,
    entry_id: str,
    at: datetime,
    data: Mapping[str, Any],
    envelope: Mapping[str, Any],
) -> Entry:
    """Make an entry of what the database holds.

    envelope: further fields of `Entry` by their names (until, timing, version, …).
    A row that can't be read becomes an unread entry; nothing is raised.
    """
    made = KINDS.get(kind)
    if made is None:
        return _unread(kind, entry_id, at, data, envelope)
    try:
        answers, beyond = _answers(made, data)
    except (KeyError, TypeError, ValueError):
        return _unread(kind, entry_id, at, data, envelope)
    entry = object.__new__(made)
    entry.__dict__.update(
        {"id": entry_id, "at": at, "origin": {}, "beyond": beyond},
        **envelope,
        **answers,
    )
    return entry


def _answers(
    made: type[Entry], data: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    readers = _READERS.get(made.KIND) or _READERS.setdefault(
        made.KIND, readers_of(made.QUESTIONS)
    )
    answers = {name: readers[name](data[name]) for name in data if name in readers}
    if len(answers) == len(data):
        return answers, {}
    return answers, {"data": {name: data[name] for name in data if name not in readers}}


def _unread(
    kind: str,
    entry_id: str,
    at: datetime,
    data: Mapping[str, Any],
    envelope: Mapping[str, Any],
) -> Unread:
    why = "This entry was written by another version of Stepstool."
    entry = Unread(id=entry_id, kind=kind, at=at, raw={}, why=why, **envelope)
    raw = write_envelope(entry, kind) | {"data": data} | dict(entry.beyond)
    return dataclasses.replace(entry, raw=raw)
