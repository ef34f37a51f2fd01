"""A whole diary as one file, history and names included; and such a file as a diary again.

Restoring opens a family of its own. Nothing is merged: each entry stands as it did, in its
version, with what it said before and who wrote it; ids of the child and of entries stay, so that
another app's export that is brought in again meets its own entries.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.paper.sheets import UNREAD, zip_of
from stepstool.web.diary.checking import is_sound
from stepstool.web.diary.models import Diary, StoredEntry, Superseded
from stepstool.web.diary.reading import (
    child_of_method,
    clock_of,
    everything,
    everything_before,
)
from stepstool.web.diary.rows import (
    columns_of,
    is_forgotten,
    is_whole,
    kind_of,
    of_the_writing,
)
from stepstool.web.families import households
from stepstool.web.families.audit import Deed, note
from stepstool.web.families.models import Child, User
from stepstool.web.families.names import tidy
from stepstool.web.families.one_family import within

A_WRITE: Final = 1000  # rows that go to the database at once
LONGEST_NICKNAME: Final = 40


class NotRestorableError(ValueError):
    """A diary that cannot stand here; the sentence says why, for whoever brought it."""


def text_of(child: Child) -> Iterator[str]:
    """Give a child's whole diary as a file, line by line while it is read."""
    return method.stream_diary(
        child_of_method(child),
        everything(child),
        everything_before(child),
        households.names_of(child.family_id),
    )


def sheets_of(child: Child) -> Iterator[bytes]:
    """Give what counts of a child's diary as a zip of sheets, while it is read."""

    def rows(kind: str) -> Iterator[method.Entry]:
        strange = kind == UNREAD
        for entry in everything(child, "" if strange else kind):
            if not entry.removed and isinstance(entry, method.Unread) == strange:
                yield entry

    return zip_of(rows, clock_of(child), households.names_of(child.family_id))


def file_name(child: Child, day: date, ending: str = "json") -> str:
    """Name the file in letters that every computer can write."""
    letters = unicodedata.normalize("NFKD", child.nickname).encode("ascii", "ignore")
    plain = re.sub(r"[^a-z0-9]+", "-", letters.decode().lower()).strip("-")
    parts = ("stepstool", plain, day.isoformat())
    return "-".join(part for part in parts if part) + f".{ending}"


def restore(user: User, diary: method.DiaryFile) -> households.Opened:
    """Open a family of this user with the child of a diary file, and all that it holds.

    Raises NotRestorableError, and then nothing is kept.
    """
    nickname, born = _child_of(diary)
    if not all(map(is_sound, (*diary.entries, *diary.history))):
        raise NotRestorableError(_("Some of its entries are not as we write them."))
    with transaction.atomic():
        opened = households.open_family(user, nickname, born, _id_of(diary))
        places = households.past_places(opened.membership, diary.people)
        with within(opened.child.family_id):
            _store(opened.child, diary, places)
            note(opened.child.family_id, Deed.RESTORED, user.name, nickname)
    return opened


def _child_of(diary: method.DiaryFile) -> tuple[str, date]:
    nickname, born = tidy(diary.child.name)[:LONGEST_NICKNAME], diary.child.born
    if not nickname or not isinstance(born, method.Month):
        raise NotRestorableError(
            _("It does not say whose diary it is: a name and a month of birth.")
        )
    return nickname, date(born.year, born.month, 1)


def _id_of(diary: method.DiaryFile) -> UUID | None:
    try:
        return UUID(diary.child.id)
    except ValueError:
        return None


def _store(child: Child, diary: method.DiaryFile, places: Mapping[str, int]) -> None:
    """Write all rows, and none of what was said before by an entry that is not there."""
    entries = method.newest(diary.entries)
    Diary.objects.create(family_id=child.family_id, last_seq=len(entries))
    before = sorted(diary.history, key=lambda entry: entry.version.counter)
    first = {entry.id: entry for entry in (*entries, *reversed(before))}
    rows = (
        StoredEntry(
            child_id=child.id,
            kind=kind_of(entry),
            whole=is_whole(entry),
            begun_by=places.get(_writer(first[entry.id])),
            seq=seq,
            **_version(child, entry, places),
        )
        for seq, entry in enumerate(entries, 1)
    )
    while some := list(islice(rows, A_WRITE)):
        StoredEntry.objects.bulk_create(some)
    here = {entry.id for entry in entries}
    earlier = (
        Superseded(**_version(child, entry, places))
        for entry in before
        if entry.id in here
    )
    while versions := list(islice(earlier, A_WRITE)):
        Superseded.objects.bulk_create(versions, ignore_conflicts=True)


def _version(
    child: Child, entry: method.Entry, places: Mapping[str, int]
) -> dict[str, Any]:
    """Give what a version has, the current one or another."""
    by = places.get(_writer(entry))
    beside = {"family_id": child.family_id, "id": entry.id, "by": by, "batch": ""}
    if is_forgotten(entry):
        return beside | columns_of(entry) | of_the_writing(entry.at)
    return beside | columns_of(entry)


def _writer(entry: method.Entry) -> str:
    """Give the id of who wrote it; an unread entry says so as it came."""
    return str(entry.raw.get("by")) if isinstance(entry, method.Unread) else entry.by
