"""One writing: what is stored, what changes, what is superseded.

It is decided before its transaction begins, so that others wait only while it is stored. The
transaction first takes the family's next running numbers; where somebody wrote meanwhile they
are no longer free, and all is decided anew under their lock. So numbers are given in order,
and two writings of one entry never pass each other.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from stepstool.web.diary.models import Diary, StoredEntry, Superseded, Writing
from stepstool.web.diary.reading import state_of
from stepstool.web.families.models import Child, Membership

# Names in one IN (…): well below what SQLite takes.
AT_ONCE = 500
VERSION = tuple(
    field.name
    for field in Writing._meta.local_fields  # noqa: SLF001 - Django's documented way
)
CHANGES = [*VERSION, "seq"]


class Ledger:
    """The entries that a writing touches."""

    def __init__(self, membership: Membership, child: Child) -> None:
        """Begin with nothing looked up; use `entered`."""
        self.membership, self.child = membership, child
        self._epoch, self._begun_at = state_of(child.family_id)
        self._last_seq = self._begun_at
        # How many entries were there already, as they are.
        self.unchanged = 0
        self._now = timezone.now()
        self._stored: dict[str, StoredEntry] = {}
        self._changed: dict[str, StoredEntry] = {}
        self._superseded: list[Superseded] = []

    @property
    def changed(self) -> list[StoredEntry]:
        """What this has written so far, in the order of writing."""
        return list(self._changed.values())

    def look_up(self, entry_ids: Iterable[str]) -> None:
        """Read the current versions of these entries."""
        wanted = list(dict.fromkeys(entry_ids))
        for start in range(0, len(wanted), AT_ONCE):
            rows = StoredEntry.objects.filter(
                family_id=self.child.family_id, id__in=wanted[start : start + AT_ONCE]
            )
            self._stored |= {row.id: row for row in rows}

    def stored(self, entry_id: str) -> StoredEntry | None:
        """Give the current version of an entry that was looked up."""
        return self._stored.get(entry_id)

    def add(self, entry_id: str, kind: str, columns: dict[str, Any]) -> None:
        """Write an entry that was not there."""
        row = StoredEntry(
            family_id=self.child.family_id,
            id=entry_id,
            child_id=self.child.id,
            kind=kind,
            begun_by=self.membership.pk,
        )
        self._put(row, columns)

    def replace(self, row: StoredEntry, columns: dict[str, Any]) -> None:
        """Write a newer version; the one before is kept."""
        self.keep(row, {name: getattr(row, name) for name in VERSION})
        self._put(row, columns)

    def keep(self, row: StoredEntry, columns: dict[str, Any]) -> None:
        """Keep a version that is not the current one."""
        earlier = {"by": self.membership.pk, "received_at": self._now, **columns}
        self._superseded.append(
            Superseded(family_id=row.family_id, id=row.id, **{"batch": "", **earlier})
        )

    def _put(self, row: StoredEntry, columns: dict[str, Any]) -> None:
        self._last_seq += 1
        mine = {
            "by": self.membership.pk,
            "received_at": self._now,
            "seq": self._last_seq,
        }
        for name, value in (columns | mine).items():
            setattr(row, name, value)
        self._stored[row.id] = self._changed[row.id] = row

    def take_numbers(self) -> bool:
        """Take the numbers that were given here; whether they were still free.

        This also locks the family until the transaction ends.
        """
        if self._epoch is None:  # nobody of this family has written yet
            return False
        as_begun = Diary.objects.filter(
            family_id=self.child.family_id, epoch=self._epoch, last_seq=self._begun_at
        )
        return bool(as_begun.update(last_seq=self._last_seq))

    def store(self) -> None:
        """Write all of it to the database, once the numbers are taken."""
        if self._changed:
            StoredEntry.objects.bulk_create(
                self.changed,
                update_conflicts=True,
                unique_fields=["family", "id"],
                update_fields=CHANGES,
            )
        Superseded.objects.bulk_create(self._superseded, ignore_conflicts=True)


Decide = Callable[[Ledger], None]


def entered(membership: Membership, child: Child, decide: Decide) -> Ledger:
    """Give the ledger of one writing, stored; decide: says what is written, maybe twice."""
    if membership.family_id != child.family_id:
        raise ValueError("This member belongs to another family than the child.")
    ledger = _decided(membership, child, decide)
    with transaction.atomic():
        if not ledger.take_numbers():
            Diary.objects.select_for_update().get_or_create(family_id=child.family_id)
            ledger = _decided(membership, child, decide)
            ledger.take_numbers()
        ledger.store()
    return ledger


def _decided(membership: Membership, child: Child, decide: Decide) -> Ledger:
    ledger = Ledger(membership, child)
    decide(ledger)
    return ledger
