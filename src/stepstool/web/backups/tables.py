"""The tables of the house, and how they are brought to what this version needs.

All that changes them is one transaction, and of two who want it at once one waits.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.core.management import call_command
from django.core.management.commands import migrate as djangos
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from stepstool.web.backups import copies

Migrations = frozenset[tuple[str, str]]

ADVISORY_LOCK: Final = 0x57E9_57A7  # the same among all who start on one PostgreSQL
SOON: Final = 3.0  # seconds of waiting about which nothing is said
A_MOMENT: Final = 0.1  # seconds between two tries
WAITING: Final = "Another start is preparing this house. Waiting until it is done …"


def wait_until(is_my_turn: Callable[[], bool]) -> None:
    """Wait for the turn, as long as it takes; say so if it takes long."""
    begun, said = time.monotonic(), False
    while not is_my_turn():
        if not said and time.monotonic() - begun > SOON:
            print(WAITING, flush=True)  # noqa: T201 - a start says so
            said = True
        time.sleep(A_MOMENT)


@contextmanager
def instead(database: Path) -> Iterator[None]:
    """Be connected to another SQLite database for this block; other threads are not."""
    in_place = connection.settings_dict
    connection.close()
    connection.settings_dict = {**in_place, "NAME": database}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = in_place


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


def refuse_newer(migrations: Migrations) -> None:
    """Raise CopyError for a backup of a newer version than this."""
    if newer := newer_than_this(migrations):
        raise copies.CopyError(
            f"The backup is from a newer Stepstool (it has {newer}). Update Stepstool first."
        )


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
