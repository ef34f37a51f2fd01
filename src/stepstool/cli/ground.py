"""The ground a house stands on: data folder and database file, looked at before anything is made.

A folder that was mistyped gets no files, and a file that is damaged, or is not ours, is not
written to. So this comes before Django is set up, whose settings make a secret.
"""

import os
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from stepstool.cli.complaint import ComplaintError
from stepstool.web.backups.storages import Destination
from stepstool.web.config import databases, environment
from stepstool.web.shell import faults

FOLDER: Final = "STEPSTOOL_DATA"
ADDRESSES: Final = ("STEPSTOOL_DATABASE_URL", "STEPSTOOL_DATABASE_OWNER_URL")
DATABASE: Final = "stepstool.sqlite3"
BACKUPS: Final = "backups"
ENDINGS: Final = ("*.sqlite3", "*.pgdump", "*.age")  # of backups
HEADER: Final = b"SQLite format 3\0"
ANEW: Final = "If nobody has written here yet, delete that file and start again."
# How closely a database is looked at. QUICKLY reads the whole file: 0.08 s of CPU for 100 000
# entries (50 MB); WHOLLY looks at its indexes too, which takes eight times as long.
BRIEFLY: Final = "SELECT 'ok'"
QUICKLY: Final = "PRAGMA quick_check(1)"
WHOLLY: Final = "PRAGMA integrity_check(1)"
AGAIN_AFTER: Final = 0.5  # seconds


class GroundError(ComplaintError):
    """Nothing was made; the sentence says what to do."""

    code = 1


def begin() -> None:
    """Make the folder of a house that may be new, look at what is in it, and set Django up."""
    knock()
    is_new = not data_folder().exists()
    folder = environment.folder(FOLDER, "data")
    try:
        _probe(folder, b"\0" * 4096)
        if is_sqlite() and (folder / DATABASE).exists():
            look(folder / DATABASE, QUICKLY)
        set_up()
    except BaseException:
        if is_new:
            with suppress(OSError):  # something is in it
                folder.rmdir()
        raise


def knock() -> None:
    """Ask once whether PostgreSQL lets us in by each address. Raises GroundError."""
    of_pages, of_owner = (os.environ.get(name, "") for name in ADDRESSES)
    for name, address in zip(ADDRESSES, (of_pages, of_owner), strict=True):
        if address:
            _knock(name, address)
    databases.owner(of_owner, of_pages)  # refuses one without the other


def _knock(name: str, address: str) -> None:
    """Ask by one address, whose fault is not to be another's."""
    import psycopg

    where = databases.connecting(name, address)
    try:
        psycopg.connect(**where).close()
    except psycopg.Error as error:
        said = faults.sentence_of(error) or str(error)
        raise GroundError(said.replace(ADDRESSES[0], name)) from error


def arrive() -> None:
    """Set Django up in a folder that is there, whatever is in it: a restore is to come."""
    folder = data_folder()
    if not folder.is_dir():
        raise GroundError(
            f"There is no data folder {folder}, so that nothing was restored. Look at"
            f" STEPSTOOL_DATA; for a new house make it first: mkdir -m 700 {folder}"
        )
    _probe(folder)
    set_up()


def enter() -> None:
    """Set Django up in a house that is there; unless it is set up already."""
    from django.apps import apps

    if apps.ready:
        return
    folder = data_folder()
    refuse_folder(folder)
    if is_sqlite():
        refuse_no_diary(folder)
    set_up()


def refuse_folder(folder: Path) -> None:
    """Raise GroundError where it is not there, or this user does not write to it."""
    if not folder.is_dir():
        raise GroundError(
            f"There is no data folder {folder}. Look at {FOLDER}; a new house begins with"
            " ./run (stepstool serve)."
        )
    _probe(folder)


def refuse_no_diary(folder: Path) -> None:
    """Raise GroundError where no SQLite database is, or one that others wrote."""
    file = folder / DATABASE
    if not file.exists():
        raise GroundError(
            f"There is no diary in {folder}. Look at {FOLDER}; a new house begins with"
            " ./run (stepstool serve)."
        )
    look(file, BRIEFLY)


def is_sqlite() -> bool:
    """Say whether the diaries are to be in a SQLite file."""
    return not os.environ.get(ADDRESSES[0])


def look(file: Path, check: str) -> None:
    """Look whether a database file is whole, and ours. Raises GroundError."""
    try:
        problem = _problem(file, check)
        if problem:  # unless somebody just wrote while we looked
            time.sleep(AGAIN_AFTER)
            problem = _problem(file, check)
    except OSError as error:
        raise GroundError(faults.sentence_of(error) or f"{file}: {error}.") from error
    if problem:
        raise GroundError(f"{file} {problem}")


def _problem(file: Path, check: str) -> str:
    """Say what is wrong with a database file, and how to mend it; nothing if it is well."""
    with file.open("rb") as begun:
        header = begun.read(len(HEADER))
    if not header:
        return f"is empty. {cure_by_backup(file.parent)} {ANEW}"
    if header != HEADER:
        return f"is no database. {cure_by_backup(file.parent)}"
    try:
        with reading(file) as database:
            return _problem_inside(file, database, check)
    except sqlite3.Error as error:
        fault = faults.fault_of(error)
        if fault is faults.Fault.BUSY:  # so it can be read, and somebody does
            return ""
        damaged = fault in {None, faults.Fault.DAMAGED, faults.Fault.NO_DATABASE}
        known = faults.WORDS[fault] if fault else ""
        cure = cure_by_backup(file.parent) if damaged else known
        return f"cannot be read: {error}. {cure}"


def _problem_inside(file: Path, database: sqlite3.Connection, check: str) -> str:
    (fault,) = database.execute(check).fetchone()
    if fault != "ok":
        return f"is damaged: {_line(fault)}. {cure_by_backup(file.parent)}"
    if not _is_ours(database):
        return (
            "is a database, but not one of Stepstool. Name another folder in"
            f" {FOLDER}. {ANEW}"
        )
    return ""


def _line(text: str) -> str:
    return " ".join(text.split())


def reading(file: Path) -> closing[sqlite3.Connection]:
    """Open a database only to read it; where nobody else has it open, nothing is made beside it."""
    open_elsewhere = file.with_name(f"{file.name}-wal").exists()
    how = "mode=ro" if open_elsewhere else "mode=ro&immutable=1"
    address = f"{file.resolve().as_uri()}?{how}"
    return closing(sqlite3.connect(address, uri=True, isolation_level=None))


def _is_ours(database: sqlite3.Connection) -> bool:
    found = database.execute(
        "SELECT count(*) FROM sqlite_master WHERE name IN ('django_migrations', 'diary_diary')"
    )
    return bool(found.fetchone()[0] == 2)


def cure_by_backup(folder: Path) -> str:
    """Say which backup takes the place of a database that is damaged."""
    newest = newest_backup(folder)
    if not newest:
        return (
            f"No backup in {_place_of_backups(folder).folder or folder / BACKUPS} reads back. If you keep one"
            " elsewhere, put it in its place: stepstool restore FILE. The file as it is"
            " stays beside it."
        )
    return (
        f"Put the newest backup in its place: stepstool restore {newest}. The file as it"
        " is stays beside it."
    )


def newest_backup(folder: Path) -> str:
    """Give what a restore calls the newest backup that reads back; empty without one.

    What is locked, or in a store, was read back when it was made; no network is asked.
    """
    from stepstool.web.backups import nights

    there, last = _place_of_backups(folder), nights.read(folder)
    folders = {folder / BACKUPS, there.folder or folder / BACKUPS}
    files = [file for one in folders for name in ENDINGS for file in one.glob(name)]
    known = [(file.stat().st_mtime, file) for file in files]
    if not there.folder and last.name and last.done:
        known.append((last.done.timestamp(), Path(last.name)))
    newest_first = (file for _, file in sorted(known, reverse=True))
    return str(next(filter(_is_believed, newest_first), ""))


def _place_of_backups(folder: Path) -> Destination:
    return environment.place_of_backups("STEPSTOOL_BACKUP", folder / BACKUPS)


def _is_believed(file: Path) -> bool:
    return not file.is_absolute() or file.suffix == ".age" or reads_back(file)


def reads_back(file: Path) -> bool:
    """Say whether a SQLite file is a whole database of ours."""
    try:
        with reading(file) as database:
            (fault,) = database.execute(WHOLLY).fetchone()
            return bool(fault == "ok" and _is_ours(database))
    except sqlite3.Error:
        return False


def data_folder() -> Path:
    """Give which folder is meant, there or not."""
    return environment.place(FOLDER, "data")


def _probe(folder: Path, write: bytes = b"") -> None:
    """Try to write where nothing stays. Who writes nothing may come while the disk is full."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(write)
    except OSError as error:
        fault = faults.fault_of(error)
        if fault is faults.Fault.DISK_FULL and not write:
            return
        said = faults.WORDS[fault] if fault else f"{error.strerror}."
        raise GroundError(f"The data folder is {folder}. {said}") from error


def set_up() -> None:
    """Set Django up, once; the settings are read, and a secret is made if there is none."""
    import django
    from django.apps import apps

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stepstool.web.config.settings")
    if not apps.ready:
        django.setup()
