"""Emptying what was removed: after 30 days nothing of it is left but its id and version.

A parent may ask for it at once, for an entry or only for its earlier versions.

The id stays, so that a device or an import that still holds the entry does not bring it back
(rule 11 of the design). Until then it can be restored.
"""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from stepstool import method
from stepstool.web.diary.models import EMPTIED, Diary, StoredEntry, Superseded
from stepstool.web.diary.reading import rows_of
from stepstool.web.diary.writing import remove
from stepstool.web.families.audit import Deed, note
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.parting import overwrite

KEPT_FOR: Final = timedelta(days=30)
NOTHING: Final[dict[str, Any]] = {
    "at": datetime(2000, 1, 2, tzinfo=UTC),
    "until": None,
    "timing": str(method.Timing.ABOUT),
    "offset": None,
    "note": "",
    "data": "",
    "rest": "",
    "written_at": None,
    "shape": EMPTIED,
}


def empty_removed(family_id: int, now: datetime) -> int:
    """Empty what this family removed long ago, with its history; give how many entries."""
    with transaction.atomic():
        Diary.objects.select_for_update().filter(family_id=family_id).first()
        old = StoredEntry.objects.filter(
            family_id=family_id, removed=True, received_at__lt=now - KEPT_FOR
        )
        ids = old.values("id")
        Superseded.objects.filter(family_id=family_id, id__in=ids).delete()
        emptied = old.exclude(shape=EMPTIED).update(**NOTHING)
        if emptied:  # so that whoever is about to bring one back looks again
            Diary.objects.filter(family_id=family_id).update(last_seq=F("last_seq") + 1)
        return emptied


def empty_entry(by: Membership, child: Child, entry_id: str) -> None:
    """Remove an entry and empty it with its history at once; nothing brings it back."""
    with transaction.atomic():
        remove(by, child, [entry_id])
        _forget_versions(child, entry_id)
        rows_of(child, id=entry_id).update(**NOTHING)
        note(by.family_id, Deed.FORGOT_ENTRY, by.name)
        transaction.on_commit(overwrite)


def forget_history(by: Membership, child: Child, entry_id: str) -> None:
    """Delete the earlier versions of an entry; the current one stays as it is."""
    with transaction.atomic():
        _forget_versions(child, entry_id)
        note(by.family_id, Deed.FORGOT_HISTORY, by.name)
        transaction.on_commit(overwrite)


def _forget_versions(child: Child, entry_id: str) -> None:
    """Delete them, so that whoever is about to go back to one looks again."""
    Diary.objects.filter(family_id=child.family_id).update(last_seq=F("last_seq") + 1)
    Superseded.objects.filter(family_id=child.family_id, id=entry_id).delete()
