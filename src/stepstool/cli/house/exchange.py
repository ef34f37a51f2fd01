"""Putting a backup in the place of the database."""

import sqlite3
import uuid
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from stepstool.cli.house import copies, owner, place, preparing
from stepstool.web.diary.models import Diary
from stepstool.web.families.models import Family
from stepstool.web.families.one_family import within


def exchange(file: Path) -> Path | None:
    """Check the backup, take its copy; return where the old database is kept."""
    if not place.is_sqlite():
        raise copies.CopyError(
            "The diaries are in PostgreSQL. Use pg_restore on an empty database, "
            "then `stepstool restore --already-in-place`."
        )
    _refuse_newer(copies.migrations_in(file))
    connection.close()
    database = place.database_file()
    incoming = copies.take(file, database.with_suffix(".incoming"))
    kept = _set_aside(database) if database.exists() else None
    incoming.replace(database)
    return kept


def begin_again() -> int:
    """Migrate what was restored, begin new epochs; return how many diaries."""
    with owner.as_owner():
        preparing.migrate()
        owner.close_tables()
    families = Family.objects.values_list("pk", flat=True)
    return sum(_begin_new_epoch(family) for family in families)


def _begin_new_epoch(family: int) -> int:
    with within(family):
        return Diary.objects.filter(family=family).update(epoch=uuid.uuid4())


def _refuse_newer(migrations: frozenset[tuple[str, str]]) -> None:
    known = set(MigrationLoader(None).disk_migrations)
    ours = {app for app, _ in known}
    unknown = sorted(one for one in migrations - known if one[0] in ours)
    if unknown:
        raise copies.CopyError(
            f"The backup is from a newer Stepstool (it has {'.'.join(unknown[0])}). "
            "Update Stepstool first."
        )


def _set_aside(database: Path) -> Path:
    """Move the database away, unless a process still has it open."""
    _refuse_open(database)
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
