"""Writing a diary: new entries, changes, removals, and taking any of it back.

    written = write(membership, child, entries)       as they are, with their versions
    written = change(membership, child, entry)        a new version of a stored entry
    written = remove(membership, child, [entry_id])   restore and undo look alike

All or nothing: RefusedError says what was refused and why, and nothing is written.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.dispatch import Signal

from stepstool import method
from stepstool.web.diary.checking import not_allowed, refusals, refuse
from stepstool.web.diary.ledger import VERSION, Ledger, entered
from stepstool.web.diary.models import EMPTIED, StoredEntry, Superseded
from stepstool.web.diary.rows import columns_of, entry_of, is_whole, kind_of
from stepstool.web.families.models import Child, Membership

# Versions made here: the house itself is the device, and has always seen the newest.
HOUSE = "house"
TAKEN_BACK = "taken back"
# Entries of an import that are written at once, while others wait: some tenths of a second.
A_STRETCH = 1000
# Says after each writing how many entries it changed, and nothing of them.
entries_written = Signal()


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was written (as it is stored now), and how much was there already."""

    entries: list[method.Entry]
    unchanged: int = 0

    @property
    def ids(self) -> list[str]:
        """The ids of what was written, for an Undo."""
        return [entry.id for entry in self.entries]


def write(
    membership: Membership,
    child: Child,
    entries: Iterable[method.Entry],
    *,
    batch: str = "",
) -> Written:
    """Unite the diary with these entries; writing them twice changes nothing.

    The higher version of an entry becomes the current one, others are kept in its
    history. `batch` names an import, so that it can be taken back as a whole; importing
    again brings back what was taken back, and leaves removed what a hand removed.
    """
    new = list(entries)

    def unite(ledger: Ledger) -> None:
        ledger.look_up(entry.id for entry in new)
        refuse(refusals(ledger, new))
        ledger.unchanged = sum(not _settle(ledger, entry, batch) for entry in new)

    return _written(membership, child, unite)


def change(membership: Membership, child: Child, entry: method.Entry) -> Written:
    """Replace a stored entry by what is said now; the one before is kept."""
    return change_all(membership, child, [entry])


def change_all(
    membership: Membership, child: Child, entries: Iterable[method.Entry]
) -> Written:
    """Replace stored entries, all of them or none; those before are kept."""
    new = list(entries)

    def put_in_place(ledger: Ledger) -> None:
        ledger.look_up(entry.id for entry in new)
        refuse(refusals(ledger, new, must_be_there=True))
        for entry in new:
            _next(ledger, entry.id, {**columns_of(entry), "removed": False})

    return _written(membership, child, put_in_place)


def remove(membership: Membership, child: Child, entry_ids: Iterable[str]) -> Written:
    """Mark entries as removed; they are kept and can be restored."""
    return _mark(membership, child, entry_ids, removed=True)


def restore(membership: Membership, child: Child, entry_ids: Iterable[str]) -> Written:
    """Bring removed entries back, each as a new version."""
    return _mark(membership, child, entry_ids, removed=False)


def undo(membership: Membership, child: Child, entry_ids: Iterable[str]) -> Written:
    """Go back to the version before, as a new version; what was new is removed.

    Where nobody knows any more what was said before, the entry stays as it is.
    """
    wanted = list(entry_ids)

    def go_back(ledger: Ledger) -> None:
        ledger.look_up(wanted)
        refuse(not_allowed(ledger, wanted))
        for entry_id in wanted:
            columns = _columns_before(ledger, entry_id)
            if columns.get("shape") != EMPTIED:
                _next(ledger, entry_id, columns)

    return _written(membership, child, go_back)


def batch_of(child: Child, batch: str) -> QuerySet[StoredEntry]:
    """Give what an import brought and nobody has removed since."""
    return StoredEntry.objects.filter(
        family_id=child.family_id, child_id=child.id, batch=batch, removed=False
    )


def take_back(membership: Membership, child: Child, batch: str) -> int:
    """Remove all that an import brought; give how many that were.

    In stretches, between which others write; done again it goes on.
    """
    taken = 0
    while ids := list(batch_of(child, batch).values_list("id", flat=True)[:A_STRETCH]):
        taken += len(_remove_again(membership, child, ids).entries)
    return taken


def _remove_again(membership: Membership, child: Child, ids: list[str]) -> Written:
    def remove_all(ledger: Ledger) -> None:
        ledger.look_up(ids)
        refuse(not_allowed(ledger, ids))
        for entry_id in ids:
            _next(ledger, entry_id, {"removed": True, "device": TAKEN_BACK})

    return _written(membership, child, remove_all)


def bring_back(membership: Membership, child: Child, batch: str) -> None:
    """Restore what was taken back of an import, in stretches; what a hand removed stays so."""
    gone = StoredEntry.objects.filter(
        family_id=child.family_id,
        child_id=child.id,
        batch=batch,
        removed=True,
        device=TAKEN_BACK,
    ).exclude(shape=EMPTIED)
    while ids := list(gone.values_list("id", flat=True)[:A_STRETCH]):
        restore(membership, child, ids)


def _mark(
    membership: Membership, child: Child, entry_ids: Iterable[str], *, removed: bool
) -> Written:
    wanted = list(entry_ids)

    def mark(ledger: Ledger) -> None:
        ledger.look_up(wanted)
        refuse(not_allowed(ledger, wanted))
        for entry_id in wanted:
            row = ledger.stored(entry_id)
            if row and row.removed != removed and row.shape != EMPTIED:
                _next(ledger, entry_id, {"removed": removed})

    return _written(membership, child, mark)


def _written(
    membership: Membership, child: Child, decide: Callable[[Ledger], None]
) -> Written:
    ledger = entered(membership, child, decide)
    stored = [entry_of(row) for row in ledger.changed]
    entries_written.send(sender=None, count=len(stored))
    return Written(entries=stored, unchanged=ledger.unchanged)


def _next(ledger: Ledger, entry_id: str, changes: dict[str, Any]) -> None:
    """Write the next version of an entry: the stored one with some columns changed."""
    row = ledger.stored(entry_id)
    assert row is not None  # noqa: S101 - refused before
    kept = {name: getattr(row, name) for name in VERSION}
    version = {"counter": row.counter + 1, "device": changes.pop("device", HOUSE)}
    ledger.replace(row, kept | {"written_at": None} | changes | version)


def _columns_before(ledger: Ledger, entry_id: str) -> dict[str, Any]:
    earlier = Superseded.objects.filter(family_id=ledger.child.family_id, id=entry_id)
    before = earlier.order_by("-counter", "-removed", "-device").first()
    if before is None:
        return {"removed": True}
    return {name: getattr(before, name) for name in VERSION if name != "device"}


def _settle(ledger: Ledger, entry: method.Entry, batch: str) -> bool:
    """Give one entry its place; whether that changed the diary."""
    columns = {**columns_of(entry), "batch": batch}
    row = ledger.stored(entry.id)
    if row is None:
        ledger.add(entry.id, kind_of(entry), columns | {"whole": is_whole(entry)})
        return True
    if batch and row.removed and row.device == TAKEN_BACK:
        ledger.replace(row, columns | {"counter": row.counter + 1, "device": batch})
        return True
    stored = entry_of(row)
    if method.is_newer(entry, stored):
        ledger.replace(row, columns)
        return True
    if method.is_newer(stored, entry):
        ledger.keep(row, columns)
    return False
