"""Bringing what was read into a diary: a union, in which what is there already stays."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stepstool import method
from stepstool.trackers.reading import Reading


@dataclass(frozen=True, kw_only=True)
class United:
    """A diary with what was read in it. added: entries that are new or newer."""

    diary: method.DiaryFile
    added: int
    here_before: int


def unite(diary: method.DiaryFile, reading: Reading) -> United:
    """Add what the diary does not have; what was edited or removed there stays so.

    The zone of the file becomes a fact from its first entry on, unless it holds there
    already.
    """
    here = {entry.id: entry for entry in method.newest(diary.entries)}
    new = {
        entry.id: entry
        for entry in reading.entries
        if entry.id not in here or method.is_newer(entry, here[entry.id])
    }
    zone = [entry for entry in _zone(here, new, reading) if entry.id not in here]
    kept = [entry for entry in diary.entries if entry.id not in new]
    added = sorted(new.values(), key=method.in_time)
    return United(
        diary=replace(
            diary,
            child=_child(diary.child, reading.child),
            entries=(*kept, *zone, *added),
        ),
        added=len(new),
        here_before=len(reading.entries) - len(new),
    )


def _zone(
    here: dict[str, method.Entry], new: dict[str, method.Entry], reading: Reading
) -> Iterable[method.Entry]:
    """Give the zone as an entry, where the diary does not say so already."""
    if not new:
        return
    first = min(entry.at for entry in new.values())
    zones = method.zones_of([*here.values(), *new.values()])
    if zones and method.Clock(zones).zone_at(first).key == reading.zone:
        return
    if zones and reading.format.has_zone:
        return
    yield method.lasting.Zone(
        id=method.computed_id(reading.child_id, "zone", reading.zone, first),
        at=first,
        zone=reading.zone,
        origin={"app": reading.format.key},
    )


def _child(known: method.Child, brought: method.Child | None) -> method.Child:
    """Give the child of the diary; what it does not say, the file may."""
    if brought is None:
        return known
    return method.Child(
        born=known.born or brought.born,
        name=known.name or brought.name,
        id=known.id or brought.id,
    )
