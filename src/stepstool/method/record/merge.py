"""A diary is a set of entries: merging two diaries is the union of their newest versions."""

from collections.abc import Iterable

from stepstool.method.record.entry import Entry


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """Keep one version of each entry, in the order of their moments.

    Versions compare as (counter, device); on equal counters a removal beats an edit.
    The order in which they come does not matter, nor how often.
    """
    kept: dict[str, Entry] = {}
    for entry in entries:
        other = kept.get(entry.id)
        if other is None or _rank(entry) > _rank(other):
            kept[entry.id] = entry
    return sorted(kept.values(), key=lambda entry: entry.order)


def is_newer(entry: Entry, other: Entry) -> bool:
    """Whether this version of an entry replaces the other one."""
    return _rank(entry) > _rank(other)


def _rank(entry: Entry) -> tuple[int, bool, str]:
    return (entry.version.counter, entry.removed, entry.version.device)
