"""What `stepstool doctor` says of backups, wherever the host has them made: young, and whole."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple, NoReturn

from django.conf import settings

from stepstool.cli import ground
from stepstool.cli.checkup import CheckupRow, moment
from stepstool.cli.house import backups, nightwork
from stepstool.web.backups import copies, locked, place
from stepstool.web.backups.nights import MANY
from stepstool.web.families.models import Family
from stepstool.web.shell.faults import sentence_of

# Those of each night may fail once or twice before somebody must look.
BACKUP_IS_OLD: Final = timedelta(days=3)


class Lying(NamedTuple):
    """The newest backup, by its name and moment; file is None in a store."""

    name: str
    at: datetime
    file: Path | None = None


def row(now: datetime) -> CheckupRow:
    """Look whether nights go well, and whether the newest is young and reads back."""
    try:
        words, is_fine = _verdict(now)
    except Exception as fault:
        if not (said := sentence_of(fault)):
            raise
        words, is_fine = f"The newest cannot be looked at. {said}", False
    return CheckupRow("backups", is_fine, words)


def _verdict(now: datetime) -> tuple[str, bool]:
    nights = nightwork.state()
    if is_nightly() and nights.failures >= MANY:
        why = nights.why.rstrip(".")
        return (
            f"{nights.failures} in a row failed: {why}. Then: stepstool nightly",
            False,
        )
    lying, make = newest(), f"stepstool {'nightly' if is_nightly() else 'backup'}"
    if lying is None:
        if not Family.objects.exists():
            return "No family is here yet, so that none is wanted.", True
        return f"There is none in {_where()}. Make one: {make}", False
    if problem := _problem(lying, now):
        return f"The newest, {lying.name}, {problem}. Make another: {make}", False
    checked = "reads back" if lying.file else "was read back when it was made"
    return f"The newest, {lying.name}, is of {moment(lying.at)} and {checked}.", True


def is_nightly() -> bool:
    """Say whether the house makes backups by itself."""
    return bool(settings.STEPSTOOL_BACKUP != "off")


def newest() -> Lying | None:
    """Give the newest, made by the house or by hand; in a store, that of the house."""
    folder = _folder()
    if folder is None:
        made = backups.made_in(backups.storage())
        return Lying(made[-1].name, made[-1].at) if made else None
    files = [file for name in ground.ENDINGS for file in folder.glob(name)]
    if not files:
        return None
    file = max(files, key=lambda file: file.stat().st_mtime)
    return Lying(file.name, datetime.fromtimestamp(file.stat().st_mtime, UTC), file)


def _folder() -> Path | None:
    there: Path | None = settings.STEPSTOOL_BACKUP_TO.folder
    return there if is_nightly() else Path(settings.DATA) / place.BACKUPS


def _where() -> str:
    return str(_folder() or f"the bucket {settings.STEPSTOOL_BACKUP_TO.bucket}")


def _problem(lying: Lying, now: datetime) -> str:
    """Say what is wrong with it; nothing if it is well."""
    if lying.file and not reads_back(lying.file):
        return "does not read back"
    age = now - lying.at
    return f"is {age.days} days old" if age > BACKUP_IS_OLD else ""


def reads_back(file: Path) -> bool:
    """Say whether a backup is whole; of PostgreSQL's, whether it is one at all.

    Of a locked one an opened copy lies in the data folder meanwhile.
    """
    if not locked.is_locked(file):
        return _is_whole(file)
    with backups.whole(file, _without_phrase) as plain:
        return _is_whole(plain)


def _is_whole(file: Path) -> bool:
    return ground.reads_back(file) if place.is_sqlite() else copies.is_dump(file)


def _without_phrase() -> NoReturn:
    raise copies.CopyError(
        "It is locked. Set STEPSTOOL_BACKUP_PASSPHRASE for the doctor too."
    )
