"""Bringing database and static files to what this version needs.

Whenever a start is cut off, the next one goes on. All migrations, what Django does after them and
the closing of tables are one transaction. A new SQLite house is built beside its place and moved
there when it is whole, so that an empty file is never a beginning. Who starts meanwhile waits.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from stepstool import method
from stepstool.cli.house import tidying
from stepstool.web.backups import copies, owner, place, scratch, tables
from stepstool.web.shell import staticfiles
from stepstool.web.shell.faults import MendableError

BEFORE: Final = "-before-migration"
STARTING: Final = (
    "starting"  # the file whose lock lets one start after the other prepare
)


class NewerDatabaseError(MendableError):
    """The database is from a newer Stepstool; the sentence says what to do."""


def prepare() -> None:
    """Back up and migrate if need be; forget ended sessions and what was removed long ago; collect static files."""
    with alone(Path(settings.DATA) / STARTING):
        with owner.as_owner():
            if place.is_sqlite() and not place.database_file().exists():
                build_beside(place.database_file())
            bring_tables()
        tidying.tidy()
        scratch.clear()
        staticfiles.collect()
        connection.close()


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let nobody else prepare what is in this folder; the system lets go of it for who dies."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        tables.wait_until(lambda: _is_taken(handle))
        yield
    finally:
        os.close(handle)


def _is_taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def build_beside(database: Path) -> None:
    """Make a whole SQLite database, and only then put it in its place."""
    draft = database.with_suffix(".new")
    for rest in database.parent.glob(f"{draft.name}*"):  # of a start that was cut off
        rest.unlink()
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with tables.instead(draft):
            bring_tables()
            _put_into_one_file()
            draft.rename(database)
    finally:
        for rest in database.parent.glob(f"{draft.name}*"):
            rest.unlink()


def _put_into_one_file() -> None:
    """Take in SQLite's journal; a full disk is met here, and not in silence when it closes."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def bring_tables() -> None:
    """Bring all tables to this version, after a backup; close those that are new."""
    applied = tables.migrated()
    if newer := tables.newer_than_this(applied):
        raise NewerDatabaseError(
            f"The database is from a newer Stepstool (it has {newer}). Update Stepstool"
            " (git pull), or put the backup from before that update in its place:"
            " stepstool restore FILE."
        )
    behind = tables.is_behind()
    if behind:
        owner.is_wanted()
        if applied:
            _back_up()
        print("Preparing the database …", flush=True)
    with tables.whole():
        if behind:
            tables.migrate()
        owner.close_tables()


def _back_up() -> None:
    target = place.new_backup(BEFORE)
    for half in target.parent.glob(
        f"*{BEFORE}*{copies.HALF}"
    ):  # of one that was cut off
        half.unlink()
    try:
        backup = copies.write(target)
    except copies.CopyError as fault:
        raise copies.CopyError(
            f"Not started, since a backup comes first. {fault}"
        ) from fault
    print(f"Backed up to {backup}.", flush=True)


def speak() -> None:
    """Read all sentences once. Raises NotCompiledError, before a family meets it."""
    for code, _ in settings.LANGUAGES:
        method.language(code)
