"""Files that have arrived and wait for a yes: kept aside, read again, thrown away.

The bytes lie in a folder of the house that only its owner can read, under a name of our
own; nothing that the file is called is ever used as a path.
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from stepstool import trackers
from stepstool.web.exchange.models import Import
from stepstool.web.families.models import Child, Membership
from stepstool.web.shell.middleware import sent_bytes

WAITS = timedelta(days=1)
_OWNER_ONLY_FOLDER = 0o700
_OWNER_ONLY = 0o600
MEGABYTE = 1_000_000
LARGEST = trackers.LARGEST
# A file, and what its form carries beside it.
MOST = LARGEST + 64 * 1024


def keep(
    membership: Membership, child: Child, name: str, pieces: Iterable[bytes]
) -> Import:
    """Keep a file aside, for a day."""
    throw_away_old(child.family_id)
    arrived = Import(
        family_id=child.family_id,
        child_id=child.id,
        by=membership.pk,
        file_name=_shown(name),
    )
    path = _path(arrived.id)
    path.parent.mkdir(mode=_OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    path.touch(mode=_OWNER_ONLY, exist_ok=False)
    try:
        with path.open("wb") as file:
            file.writelines(pieces)
        arrived.save(force_insert=True)
    except BaseException:  # a full disk: half a file would only fill it further
        path.unlink()
        raise
    return arrived


def content(arrived: Import) -> bytes | None:
    """Give the bytes of a file that waits; None if they are gone."""
    try:
        return _path(arrived.id).read_bytes()
    except FileNotFoundError:
        return None


def throw_away(arrived: Import) -> None:
    """Throw the bytes away; of a file that nobody said yes to, also the row."""
    _path(arrived.id).unlink(missing_ok=True)
    if arrived.begun_at is None:
        _row(arrived).delete()


def throw_away_bytes(instance: Import, **_signal: object) -> None:
    """Throw the bytes away of a row that is deleted, once that is certain."""
    path = _path(instance.id)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def throw_away_old(family_id: int) -> None:
    """Throw away all bytes older than a day, and what this family left waiting."""
    before = timezone.now() - WAITS
    for path in _folder().glob("*"):
        if path.stat().st_mtime < before.timestamp():
            path.unlink(missing_ok=True)
    Import.objects.filter(
        family_id=family_id, begun_at=None, received_at__lt=before
    ).delete()


def _row(arrived: Import) -> "models.QuerySet[Import]":
    return Import.objects.filter(family_id=arrived.family_id, id=arrived.id)


def _path(import_id: UUID) -> Path:
    return _folder() / import_id.hex


def _folder() -> Path:
    folder: Path = settings.DATA / "arrivals"
    return folder


def _shown(name: str) -> str:
    """Give the file's own name, as far as it can be shown."""
    plain = "".join(sign for sign in Path(name).name if sign.isprintable())
    return plain[:200]


def too_big(request: HttpRequest) -> str:
    """Give a sentence if this upload is too big, of which nothing was kept; else nothing."""
    length = sent_bytes(request)
    if length <= MOST:
        return ""
    sentence = _(
        "This file is very big (%(size)s MB); up to %(most)s MB can be brought in. "
        "Exports are much smaller: is it the right file? Nothing was changed."
    )
    return sentence % {"size": length // MEGABYTE, "most": LARGEST // MEGABYTE}
