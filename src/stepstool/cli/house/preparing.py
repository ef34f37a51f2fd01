"""Bringing database and static files to what this version needs.

Whenever a start is cut off, the next one goes on. All migrations, what Django does after them and
the closing of tables are one transaction. A new SQLite house is built beside its place and moved
there when it is whole, so that an empty file is never a beginning. Who starts meanwhile waits.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management import call_command
from django.core.management.commands import migrate as djangos
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from stepstool import method
from stepstool.cli.house import copies, owner, place, tidying
from stepstool.web.shell import staticfiles
from stepstool.web.shell.faults import MendableError

Migrations = frozenset[tuple[str, str]]

BEFORE: Final = "-before-migration"
STARTING: Final = (
    "starting"  # the file whose lock lets one start after the other prepare
)
ADVISORY_LOCK: Final = 0x57E9_57A7  # the same among all who start on one PostgreSQL
SOON: Final = 3.0  # seconds of waiting about which nothing is said
A_MOMENT: Final = 0.1  # seconds between two tries
WAITING: Final = "Another start is preparing this house. Waiting until it is done …"


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
        staticfiles.collect()
        connection.close()


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Let nobody else prepare what is in this folder; the system lets go of it for who dies."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        wait_until(lambda: _is_taken(handle))
        yield
    finally:
        os.close(handle)


def _is_taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_until(is_my_turn: Callable[[], bool]) -> None:
    """Wait for the turn, as long as it takes; say so if it takes long."""
    begun, said = time.monotonic(), False
    while not is_my_turn():
        if not said and time.monotonic() - begun > SOON:
            print(WAITING, flush=True)
            said = True
        time.sleep(A_MOMENT)


def build_beside(database: Path) -> None:
    """Make a whole SQLite database, and only then put it in its place."""
    draft = database.with_suffix(".new")
    for rest in database.parent.glob(f"{draft.name}*"):  # of a start that was cut off
        rest.unlink()
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL, 0o600))
    in_place = connection.settings_dict
    connection.close()
    connection.settings_dict = {**in_place, "NAME": draft}
    try:
        bring_tables()
        _put_into_one_file()
        draft.rename(database)
    finally:
        connection.close()
        connection.settings_dict = in_place
        for rest in database.parent.glob(f"{draft.name}*"):
            rest.unlink()


def _put_into_one_file() -> None:
    """Take in SQLite's journal; a full disk is met here, and not in silence when it closes."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def bring_tables() -> None:
    """Bring all tables to this version, after a backup; close those that are new."""
    applied = migrated()
    if newer := newer_than_this(applied):
        raise NewerDatabaseError(
            f"The database is from a newer Stepstool (it has {newer}). Update Stepstool"
            " (git pull), or put the backup from before that update in its place:"
            " stepstool restore FILE."
        )
    behind = is_behind()
    if behind:
        owner.is_wanted()
        if applied:
            _back_up()
        print("Preparing the database …", flush=True)
    with whole():
        if behind:
            migrate()
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


@contextmanager
def whole() -> Iterator[None]:
    """Change tables wholly or not at all, and nobody else at the same time."""
    # SQLite does this outside of transactions only, and wants it for changing tables.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                wait_until(_has_advisory_lock)
            yield
    finally:
        connection.enable_constraint_checking()


def _has_advisory_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        (taken,) = cursor.fetchone()
    return bool(taken)


def speak() -> None:
    """Read all sentences once. Raises NotCompiledError, before a family meets it."""
    for code, _ in settings.LANGUAGES:
        method.language(code)


def migrated() -> Migrations:
    """Give the migrations that the database has."""
    return frozenset(MigrationRecorder(connection).applied_migrations())


def newer_than_this(applied: Migrations) -> str:
    """Name a migration of ours that this Stepstool does not know; empty if it knows all."""
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known |= set(migration.replaces)
    ours = {app for app, _ in known}
    unknown = sorted(one for one in applied - known if one[0] in ours)
    return ".".join(unknown[0]) if unknown else ""


def is_behind() -> bool:
    """Say whether a migration is pending."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


class OneByOne(djangos.Command):
    """Migrates, and has PostgreSQL check at once what it would check in the end.

    With checks to come it refuses to change a table, and here all migrations are one transaction.
    """

    def migration_progress_callback(self, action: str, *_: Any, **__: Any) -> None:
        """Check after each migration; SQLite has done so."""
        if action == "apply_success" and connection.vendor == "postgresql":
            connection.check_constraints()


def migrate() -> None:
    """Bring all tables to this version."""
    call_command(OneByOne(), verbosity=0, interactive=False)
