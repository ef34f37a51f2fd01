"""Filling an empty house from a backup while it runs in several workers.

They hold the database open, so no file takes its place: the copy is brought to this version's
tables beside it, and then its rows become the house's in one transaction, or nothing does.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from django.db import DatabaseError, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _

from stepstool.web.backups import copies, locked, new_epoch, place, tables
from stepstool.web.families.models import Family, User
from stepstool.web.shell.faults import Fault, fault_of

STAYS: Final = frozenset({*copies.LEFT_OUT, "django_migrations"})
"""Tables whose rows are not taken over: those of no copy, and how far this house is migrated."""
OF_THE_FILE: Final = frozenset(
    {None, Fault.NOT_PREPARED, Fault.DAMAGED, Fault.NO_DATABASE}
)
"""Faults that the backup has, and not the house: disks and full queues say theirs."""
SQLITE: Final = b"SQLite format 3\0"
DUMP: Final = b"PGDMP"
BEGINNINGS: Final = (SQLITE, DUMP, locked.VERSION)

Columns = dict[str, list[str]]


class LivedInError(Exception):
    """Somebody has an account or a family here; nothing was changed."""


def is_backup(begins: bytes) -> bool:
    """Say whether a file is a backup of a house, by how it begins."""
    return begins.startswith(BEGINNINGS)


def fill(file: Path, words: str) -> int:
    """Let a backup's rows be those of this house; return how many families it has.

    file: in a folder of its own (`scratch`), where the work is done. words: the pass phrase, or
    empty. Raises CopyError, LockedError and LivedInError; then nothing was changed.
    """
    if locked.is_locked(file) and not words:
        raise locked.LockedError(_("This backup is locked. Type its pass phrase."))
    plain = locked.opened(file, words)
    if copies.is_dump(plain) or not place.is_sqlite():
        raise copies.CopyError(
            _(
                "With PostgreSQL, whoever runs this house restores a backup with the "
                "command: stepstool restore FILE."
            )
        )
    tables.refuse_newer(copies.migrations_in(plain))
    with _blamed_on_the_file():
        copy = copies.take(plain, file.with_name("copy"))
        _refuse_what_acts(copy)
        with tables.instead(copy), tables.whole():
            tables.migrate()
        return _take_over(copy)


@contextmanager
def _blamed_on_the_file() -> Iterator[None]:
    try:
        yield
    except (DatabaseError, sqlite3.Error) as problem:
        if fault_of(problem) not in OF_THE_FILE:
            raise
        raise copies.CopyError(
            _("The backup is damaged: its rows do not fit. Use another backup.")
        ) from problem


def _refuse_what_acts(copy: Path) -> None:
    """Refuse a copy that would do something of its own when it is read or changed."""
    query = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    with closing(sqlite3.connect(copy)) as database:
        (many,) = database.execute(query).fetchone()
    if many:
        raise copies.CopyError(
            _("The file is a database, but no backup of Stepstool. Use another one.")
        )


def _take_over(copy: Path) -> int:
    try:
        with connection.cursor() as cursor:
            cursor.execute("ATTACH %s AS backup", [str(copy)])
            with transaction.atomic():
                if User.objects.exists() or Family.objects.exists():
                    raise LivedInError
                _take_rows(cursor)
                new_epoch.begin()
                return Family.objects.count()
    finally:
        connection.close()  # which lets go of the copy


def _take_rows(cursor: CursorWrapper) -> None:
    """Take all rows over, and to which numbers each table has counted."""
    for table, columns in _columns(cursor).items():
        names = ", ".join(f'"{name}"' for name in columns)
        cursor.execute(f'DELETE FROM main."{table}"')  # noqa: S608 - our own name
        cursor.execute(
            f'INSERT INTO main."{table}" ({names}) '  # noqa: S608 - our own names
            f'SELECT {names} FROM backup."{table}"'
        )
        cursor.execute("DELETE FROM main.sqlite_sequence WHERE name = %s", [table])
        cursor.execute(
            "INSERT INTO main.sqlite_sequence (name, seq) "
            "SELECT name, seq FROM backup.sqlite_sequence WHERE name = %s",
            [table],
        )


def _columns(cursor: CursorWrapper) -> Columns:
    """Name the tables of this house whose rows are taken over, each with its columns."""
    cursor.execute(
        "SELECT one.name, part.name FROM main.sqlite_schema AS one, "
        "pragma_table_info(one.name, 'main') AS part "
        "WHERE one.type = 'table' AND one.name NOT LIKE 'sqlite!_%%' ESCAPE '!'",
        [],
    )
    columns: Columns = {}
    for table, column in cursor.fetchall():
        if table not in STAYS:
            columns.setdefault(table, []).append(column)
    return columns
