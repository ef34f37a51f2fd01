"""A diary is a set of entries: merging two diaries is the union of their newest versions."""

import json
from collections.abc import Iterable

from stepstool.method.record.entry import Entry, in_time
from stepstool.method.record.entry_json import write_entry


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """Keep one version of each entry, in the order of their moments.

    Versions compare as (counter, device); on equal counters a removal beats an edit.
    The order in which they come does not matter, nor how often.
    """
    kept: dict[str, Entry] = {}
    for entry in entries:
        other = kept.setdefault(entry.id, entry)
        if other is not entry and _wins(entry, other):
            kept[entry.id] = entry
    return sorted(kept.values(), key=in_time)


def is_newer(entry: Entry, other: Entry) -> bool:
    """Whether this version of an entry replaces the other one."""
    return _rank(entry) > _rank(other)


def _wins(entry: Entry, other: Entry) -> bool:
    """Two contents under one version are a fault; all devices then keep the same one."""
    if _rank(entry) != _rank(other):
        return _rank(entry) > _rank(other)
    return _content(entry) > _content(other)


def _rank(entry: Entry) -> tuple[int, bool, str]:
    return (entry.version.counter, entry.removed, entry.version.device)


def _content(entry: Entry) -> str:
    return json.dumps(write_entry(entry), sort_keys=True)
