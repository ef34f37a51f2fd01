"""Backups that the house makes itself: locked if wished, put into the storage, read back, let go of."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings

from stepstool.web.backups import copies, keeping, locked, place, scratch
from stepstool.web.backups.bucket import Bucket
from stepstool.web.backups.storages import Folder, Storage

NIGHTLY: Final = "-nightly"
BEFORE_UPDATE: Final = "-before-migration"
OURS: Final = re.compile(
    r"stepstool-(\d{4}-\d{2}-\d{2}T\d{6}Z)(-nightly|-before-migration)(?:-\d+)?"
    r"\.(sqlite3|pgdump)(\.age)?"
)


class Backup(NamedTuple):
    """One that the house made: its name, when, and why."""

    name: str
    at: datetime
    why: str


class Made(NamedTuple):
    """A backup that was made and read back; size in bytes."""

    name: str
    size: int


def storage() -> Storage:
    """Give the storage that the host set."""
    there = settings.STEPSTOOL_BACKUP_TO
    return Folder(there.folder) if there.folder else Bucket(there)


def made_in(of: Storage) -> list[Backup]:
    """Give the backups of a storage that the house made itself, oldest first."""
    found = ((name, OURS.fullmatch(name)) for name in of.names())
    ours = [Backup(name, _moment(match[1]), match[2]) for name, match in found if match]
    return sorted(ours, key=lambda backup: backup.at)


def newest() -> Backup | None:
    """Give the newest nightly backup, if there is one."""
    nightly = [one for one in made_in(storage()) if one.why == NIGHTLY]
    return nightly[-1] if nightly else None


def _moment(written: str) -> datetime:
    return datetime.strptime(written, "%Y-%m-%dT%H%M%SZ").replace(tzinfo=UTC)


def make() -> Made:
    """Make a nightly backup, and read it back from where it lies.

    What cannot be read back is no backup: it is taken away, and CopyError, StorageError or
    LockedError says why.
    """
    scratch.clear()
    target, words = storage(), settings.STEPSTOOL_BACKUP_PASSPHRASE
    with scratch.folder() as folder:
        plain = copies.write(folder / place.backup_name(NIGHTLY))
        rows, file = copies.rows_in(plain), plain
        if words:
            file = plain.with_name(plain.name + locked.ENDING)
            locked.lock_file(plain, file, words)
            plain.unlink()
        target.put(file, file.name)
        size = file.stat().st_size
        file.unlink()
        try:
            _read_back(target, file.name, folder, rows)
        except BaseException:
            target.drop(file.name)
            raise
    return Made(file.name, size)


def _read_back(of: Storage, name: str, folder: Path, rows: dict[str, int]) -> None:
    """Fetch it, open it and look through it, as a restore would."""
    again = folder / "again"
    of.fetch(name, again)
    whole = locked.opened(again, settings.STEPSTOOL_BACKUP_PASSPHRASE)
    copies.look_through(whole)
    if copies.rows_in(whole) != rows:
        raise copies.CopyError(
            "The backup reads back with other rows than were written."
        )


def let_go(now: datetime) -> list[str]:
    """Delete old backups that the house made itself, by the rule; give their names.

    Those from before an update lie in the data folder, and the rule holds for them by themselves.
    """
    beside = Folder(Path(settings.DATA) / place.BACKUPS)
    return [
        *_let_go(storage(), NIGHTLY, now),
        *_let_go(beside, BEFORE_UPDATE, now),
    ]


def _let_go(of: Storage, why: str, now: datetime) -> list[str]:
    there = [backup for backup in made_in(of) if backup.why == why]
    kept = keeping.kept((backup.at for backup in there), now)
    old = [backup.name for backup in there if backup.at not in kept]
    for name in old:
        of.drop(name)
    return old


@contextmanager
def whole(named: Path, ask: Callable[[], str]) -> Iterator[Path]:
    """Give a backup opened, for this block: a file, or what has this name in the storage.

    ask: for the pass phrase of a locked one, where the settings have none.
    """
    if named.is_dir():
        raise copies.CopyError(f"{named} is a folder. Name the file of a backup in it.")
    with scratch.folder() as folder:
        file = folder / named.name
        if named.exists():
            file.symlink_to(named.resolve())
        elif named.name in storage().names():
            storage().fetch(named.name, file)
        else:
            raise copies.CopyError(
                f"There is no file {named}, and no backup of that name (stepstool backup --list)."
            )
        if not locked.is_locked(file):
            yield named if named.exists() else file
            return
        yield locked.opened(file, settings.STEPSTOOL_BACKUP_PASSPHRASE or ask())
