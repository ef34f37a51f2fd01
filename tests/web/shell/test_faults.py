"""Each fault of disk, file or database is one sentence with its cure."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from django.db.migrations.exceptions import MigrationSchemaMissing

from stepstool.web.shell import faults
from stepstool.web.shell.faults import Fault


class SQLiteError(sqlite3.OperationalError):
    """As a driver says it."""

    def __init__(self, name: str, words: str = "") -> None:
        super().__init__(words)
        self.sqlite_errorname = name


def wrapped(cause: Exception) -> Exception:
    """Give what Django raises for what a driver says."""
    error = OperationalError(*cause.args)
    error.__cause__ = cause
    return error


def at_the_door(says: str) -> Exception:
    where = 'connection to server at "127.0.0.1", port 5432 failed'
    return wrapped(psycopg.OperationalError(f"connection failed: {where}: {says}"))


FAULTS = [
    (OSError(errno.ENOSPC, "No space left"), Fault.DISK_FULL),
    (wrapped(SQLiteError("SQLITE_FULL")), Fault.DISK_FULL),
    (wrapped(SQLiteError("SQLITE_IOERR_SHMSIZE")), Fault.DISK_FULL),
    (wrapped(psycopg.errors.DiskFull()), Fault.DISK_FULL),
    (OSError(errno.EROFS, "Read-only file system"), Fault.READ_ONLY),
    (wrapped(SQLiteError("SQLITE_READONLY_DIRECTORY")), Fault.READ_ONLY),
    (wrapped(psycopg.errors.ReadOnlySqlTransaction()), Fault.READ_ONLY),
    (PermissionError(errno.EACCES, "Permission denied"), Fault.NOT_OURS),
    (wrapped(SQLiteError("SQLITE_CANTOPEN")), Fault.NOT_OURS),
    (wrapped(SQLiteError("SQLITE_IOERR_WRITE")), Fault.DISK_FAILS),
    (wrapped(SQLiteError("SQLITE_CORRUPT")), Fault.DAMAGED),
    (wrapped(SQLiteError("SQLITE_NOTADB")), Fault.NO_DATABASE),
    (wrapped(SQLiteError("SQLITE_BUSY")), Fault.BUSY),
    (wrapped(SQLiteError("SQLITE_ERROR", "no such table: x")), Fault.NOT_PREPARED),
    (wrapped(psycopg.errors.UndefinedTable()), Fault.NOT_PREPARED),
    (wrapped(psycopg.errors.InsufficientPrivilege()), Fault.MAY_NOT),
    (wrapped(psycopg.errors.TooManyConnections()), Fault.TOO_MANY_GUESTS),
    (wrapped(psycopg.errors.AdminShutdown()), Fault.AWAY),
    (at_the_door("Connection refused"), Fault.AWAY),
    (at_the_door('FATAL: database "x" does not exist'), Fault.UNKNOWN_DATABASE),
    (at_the_door('FATAL: role "x" does not exist'), Fault.NOT_LET_IN),
    (at_the_door("FATAL: password authentication failed"), Fault.NOT_LET_IN),
    (at_the_door("server does not support SSL"), Fault.REFUSED),
    (psycopg.ProgrammingError("bad value for connect_timeout: 'x'"), Fault.REFUSED),
    (psycopg.ProgrammingError('invalid connection option "timeout"'), Fault.REFUSED),
    (psycopg.OperationalError('invalid sslmode value: "x"'), Fault.REFUSED),
    (
        wrapped(psycopg.OperationalError("failed to resolve host 'x'")),
        Fault.UNKNOWN_HOST,
    ),
    (ImproperlyConfigured("X is wrong. Set it."), Fault.SETTING),
]


@pytest.mark.parametrize(("error", "fault"), FAULTS)
def test_which_fault_it_is(error: Exception, fault: Fault) -> None:
    assert faults.fault_of(error) is fault


@pytest.mark.parametrize(("error", "fault"), FAULTS)
def test_its_sentence_says_what_to_do(error: Exception, fault: Fault) -> None:
    said = faults.sentence_of(error)
    assert said
    assert faults.WORDS.get(fault, str(error)) in said


def test_every_fault_but_that_of_a_setting_has_a_sentence() -> None:
    assert set(faults.WORDS) == set(Fault) - {Fault.SETTING}


@pytest.mark.parametrize("error", [KeyError("x"), OSError("no number"), ValueError()])
def test_what_nobody_foresaw_is_no_fault(error: Exception) -> None:
    assert faults.sentence_of(error) is None


def test_the_file_is_named() -> None:
    error = PermissionError(errno.EACCES, "Permission denied", "/srv/diary/secret-key")
    assert str(faults.sentence_of(error)).startswith("/srv/diary/secret-key: ")


def test_who_lets_nobody_in_is_quoted() -> None:
    said = faults.sentence_of(at_the_door("FATAL: password authentication failed"))
    assert str(said).endswith("password authentication failed.")


def test_a_statement_is_never_quoted() -> None:
    error = wrapped(psycopg.errors.DiskFull("INSERT Mia"))
    assert "Mia" not in str(faults.sentence_of(error))


def test_a_real_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"lightning" * 1000)
    garbage = closing(sqlite3.connect(tmp_path / "x"))
    with garbage as database, pytest.raises(sqlite3.DatabaseError) as raised:
        database.execute("SELECT 1 FROM x")
    assert faults.fault_of(raised.value) is Fault.NO_DATABASE


def test_an_owner_who_may_make_no_tables_is_told_who_may() -> None:
    """As in a new PostgreSQL 15, where the database is another's."""
    missing = MigrationSchemaMissing("Unable to create the table")
    missing.__context__ = wrapped(psycopg.errors.InsufficientPrivilege())
    assert faults.fault_of(missing) is Fault.MAY_NOT
