"""Putting a backup in the place of the database.

A restore turns time back for diaries, and for nobody who was let out since: all sign in anew,
links that let in or show a page end, and places in families stay as they were until now.
"""

import re
import sqlite3
from pathlib import Path
from typing import Final, NamedTuple

from django.db import connection

from stepstool.cli.house import belonging
from stepstool.web.backups import copies, new_epoch, owner, place, tables

OF_POSTGRES: Final = (
    "This is a backup of a PostgreSQL, and the diaries here are in SQLite. Set "
    "STEPSTOOL_DATABASE_URL to an empty PostgreSQL."
)
OF_SQLITE: Final = "This is no backup of a PostgreSQL. Leave STEPSTOOL_DATABASE_URL out to restore one of SQLite."
NOT_EMPTY: Final = (
    "The PostgreSQL has diaries already. Make an empty database (CREATE DATABASE), and name it "
    "in STEPSTOOL_DATABASE_URL and STEPSTOOL_DATABASE_OWNER_URL; nothing was changed."
)


class Exchanged(NamedTuple):
    """What a restore did: where the old database is kept, if there was one, and of people."""

    kept: Path | None
    people: list[str]


def exchange(file: Path, *, as_in_backup: bool = False) -> Exchanged:
    """Check the backup, and let its copy take the place of the database, which is kept.

    as_in_backup: people too, whoever was removed since and whatever password was changed.
    """
    if not place.is_sqlite():
        return _fill(file)
    if copies.is_dump(file):
        raise copies.CopyError(OF_POSTGRES)
    tables.refuse_newer(copies.migrations_in(file))
    connection.close()
    database = place.database_file()
    incoming = copies.take(file, database.with_suffix(".incoming"))
    kept, people = None, []
    if database.exists():
        _refuse_open(database)
        people = [] if as_in_backup else belonging.hold(incoming, database)
        kept = _set_aside(database)
    incoming.replace(database)
    return Exchanged(kept, people)


def _fill(file: Path) -> Exchanged:
    """Have pg_restore fill an empty PostgreSQL, wholly or not at all."""
    if not file.is_file():
        raise copies.CopyError(f"There is no file {file}.")
    if not copies.is_dump(file):
        raise copies.CopyError(OF_SQLITE)
    with owner.as_owner(), connection.cursor() as cursor:
        if "django_migrations" in connection.introspection.table_names(cursor):
            raise copies.CopyError(NOT_EMPTY)
    written = copies.read_dump(
        file, "--data-only", "--table=django_migrations", "--file=-"
    )
    rows = re.findall(r"^\d+\t(\w+)\t(\w+)\t", written, re.MULTILINE)
    tables.refuse_newer(frozenset(rows))
    name = str(owner.address()["NAME"])
    copies.read_dump(
        file, "--single-transaction", "--exit-on-error", f"--dbname={name}"
    )
    return Exchanged(None, [belonging.UNHELD])


def begin_again() -> int:
    """Migrate what was restored, begin new epochs; return how many diaries."""
    with owner.as_owner(), tables.whole():
        tables.migrate()
        owner.close_tables()
    return new_epoch.begin()


def _set_aside(database: Path) -> Path:
    """Move the database away, with its journals."""
    kept = database.with_name(
        f"{database.stem}-before-restore-{place.moment()}.sqlite3"
    )
    for beside in ("-wal", "-shm"):
        journal = database.with_name(database.name + beside)
        if journal.exists():
            journal.rename(kept.with_name(kept.name + beside))
    return database.rename(kept)


def _refuse_open(database: Path) -> None:
    """Take the whole database for a moment; a damaged one may be restored over."""
    old = sqlite3.connect(database, timeout=1, isolation_level=None)
    try:
        old.execute("PRAGMA locking_mode = EXCLUSIVE")
        old.execute("BEGIN EXCLUSIVE")
        old.execute("COMMIT")
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as problem:
        if "locked" in str(problem):
            raise copies.CopyError(
                "Stepstool is running. Stop it first; nothing was changed."
            ) from problem
    finally:
        old.close()
