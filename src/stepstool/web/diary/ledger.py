"""One writing transaction: what is stored, what changes, what is superseded.

Every writer locks the family's running number first, so that numbers are given in order
and two writings of one entry never pass each other.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from stepstool.web.diary.models import Diary, StoredEntry, Superseded, Writing
from stepstool.web.families.models import Child, Membership

# Names in one IN (…): well below what SQLite takes.
AT_ONCE = 500
VERSION = tuple(
    field.name
    for field in Writing._meta.local_fields  # noqa: SLF001 - Django's documented way
)
CHANGES = [*VERSION, "seq"]


class Ledger:
    """The entries that a transaction touches, under the lock of their family."""

    def __init__(self, membership: Membership, child: Child, diary: Diary) -> None:
        """Begin with nothing looked up; use `opened`."""
        self.membership, self.child, self._diary = membership, child, diary
        self._now = timezone.now()
        self._stored: dict[str, StoredEntry] = {}
        self._changed: dict[str, StoredEntry] = {}
        self._superseded: list[Superseded] = []

    @property
    def changed(self) -> list[StoredEntry]:
        """What this transaction has written so far, in the order of writing."""
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
        self._diary.last_seq += 1
        mine = {
            "by": self.membership.pk,
            "received_at": self._now,
            "seq": self._diary.last_seq,
        }
        for name, value in (columns | mine).items():
            setattr(row, name, value)
        self._stored[row.id] = self._changed[row.id] = row

    def store(self) -> None:
        """Write all of it to the database."""
        if self._changed:
            StoredEntry.objects.bulk_create(
                self.changed,
                update_conflicts=True,
                unique_fields=["family", "id"],
                update_fields=CHANGES,
            )
            Diary.objects.filter(family_id=self.child.family_id).update(
                last_seq=self._diary.last_seq
            )
        Superseded.objects.bulk_create(self._superseded, ignore_conflicts=True)


@contextmanager
def opened(membership: Membership, child: Child) -> Iterator[Ledger]:
    """Open the ledger of a family for one transaction; stored when the block ends well."""
    if membership.family_id != child.family_id:
        raise ValueError("This member belongs to another family than the child.")
    with transaction.atomic():
        diary, _ = Diary.objects.select_for_update().get_or_create(
            family_id=child.family_id
        )
        ledger = Ledger(membership, child, diary)
        yield ledger
        ledger.store()
