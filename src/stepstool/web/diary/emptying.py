"""Emptying what was removed, and what entries said before, once 30 days have passed.

Of a removed entry nothing is left then but its id and version, so that a device or an import that
still holds it does not bring it back. Of an earlier version it stays who wrote it, and when;
what it said is gone. Until then both can be brought back. A parent may ask for it at once, for an
entry or only for its earlier versions.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce

from stepstool.web.diary.models import EMPTIED, Diary, StoredEntry, Superseded
from stepstool.web.diary.reading import rows_of
from stepstool.web.diary.rows import NOTHING, of_the_writing
from stepstool.web.diary.writing import remove
from stepstool.web.families.audit import Deed, note
from stepstool.web.families.models import Child, Membership
from stepstool.web.families.parting import overwrite

KEPT_FOR: Final = timedelta(days=30)


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


def forget_old_words(family_id: int, now: datetime) -> int:
    """Let go of what entries said until an edit of long ago; give how many versions.

    A version may be the way back for 30 days from the moment in which another took its place,
    or in which it came and lost.
    """
    before = now - KEPT_FOR
    with transaction.atomic():
        Diary.objects.select_for_update().filter(family_id=family_id).first()
        of_entry = {
            "family_id": family_id,
            "id": OuterRef("id"),
            "received_at__lt": before,
        }
        newer = Superseded.objects.filter(**of_entry, counter__gt=OuterRef("counter"))
        current = StoredEntry.objects.filter(**of_entry)
        old = Superseded.objects.filter(family_id=family_id, received_at__lt=before)
        moment = Coalesce(F("written_at"), F("received_at"))
        forgotten = (
            old.exclude(shape=EMPTIED)
            .filter(Exists(newer) | Exists(current))
            .update(**of_the_writing(moment))
        )
        if forgotten:
            Diary.objects.filter(family_id=family_id).update(last_seq=F("last_seq") + 1)
        return forgotten


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
