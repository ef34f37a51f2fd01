"""Copies of the whole database: written for their owner only, and looked into.

Who holds a copy is signed in nowhere: sessions and counts of rate limits are not in it, and in
SQLite no byte of them. What people sign in with is: fingerprints of passwords and recovery codes,
secrets of authenticator apps, public keys of passkeys. So a copy is as private as the house.
"""

import errno
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Final

from django.db import connection

from stepstool.web.backups import owner, place
from stepstool.web.shell.faults import MendableError

LEFT_OUT: Final = ("django_session", "usersessions_usersession", "shell_cache")
"""Tables whose rows stay out of every copy; the tables themselves are in it."""


HALF: Final = ".half"
"""How the name of a copy ends until all of it is there."""


class CopyError(MendableError):
    """A copy cannot be made or used; the sentence says what to do."""


def write(target: Path) -> Path:
    """Copy the database into a new file, while others go on writing.

    It gets its name when all of it is there, so that what was cut off is taken for no backup.
    """
    half = target.with_name(target.name + HALF)
    try:
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        half.unlink(missing_ok=True)
        os.close(os.open(half, os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as problem:
        raise CopyError(f"{target} cannot be made: {problem.strerror}.") from problem
    try:
        _write_sqlite(half) if place.is_sqlite() else _write_postgres(half)
        return half.rename(target)
    except BaseException:
        half.unlink()
        raise


def _write_sqlite(target: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    leave_out(target)
    migrations_in(target)


def leave_out(file: Path) -> None:
    """Take out of a SQLite copy what would sign its finder in, to the last byte."""
    with closing(sqlite3.connect(file, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = MEMORY")
        copy.execute("PRAGMA secure_delete = ON")
        there = {name for (name,) in copy.execute("SELECT name FROM sqlite_schema")}
        for table in there.intersection(LEFT_OUT):
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a name of ours
        copy.execute("VACUUM")


def _write_postgres(target: Path) -> None:
    tool = shutil.which("pg_dump")
    if tool is None:
        raise CopyError(
            "The diaries are in PostgreSQL, and pg_dump is not on this machine. "
            "Install PostgreSQL's client, or back up where the database runs."
        )
    left_out = [f"--exclude-table-data={table}" for table in LEFT_OUT]
    _run(tool, "--format=custom", "--no-owner", f"--file={target}", *left_out)


def look_through(file: Path) -> None:
    """Read all of a copy, as a restore would; CopyError where it is damaged."""
    if is_dump(file):
        read_dump(file, "--file=/dev/null")
    else:
        migrations_in(file)


def is_dump(file: Path) -> bool:
    """Say whether a file is what pg_dump wrote, by how it begins."""
    if not file.is_file():
        return False
    with file.open("rb") as begun:
        return begun.read(5) == b"PGDMP"


def read_dump(file: Path, *how: str) -> str:
    """Have pg_restore read a copy of a PostgreSQL; give what it writes."""
    tool = shutil.which("pg_restore")
    if tool is None:
        raise CopyError(
            "This is a backup of a PostgreSQL, and pg_restore is not on this machine. "
            "Install PostgreSQL's client."
        )
    return _run(tool, "--no-owner", "--no-privileges", *how, str(file))


def _run(tool: str, *arguments: str) -> str:
    """Let a program of PostgreSQL work on its database; CopyError with what it says against it."""
    run = subprocess.run(  # noqa: S603 - a fixed program without a shell
        [tool, *arguments],
        env=os.environ | _postgres_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise CopyError(f"{Path(tool).name} says: {run.stderr.strip()}")
    return run.stdout


def rows_in(file: Path) -> dict[str, int]:
    """Count the rows of each table of a SQLite copy; of a PostgreSQL's nothing is counted."""
    if is_dump(file):
        return {}
    with _reading(file) as copy:
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = [name for (name,) in copy.execute(tables)]
        count = 'SELECT count(*) FROM "{}"'
        return {name: copy.execute(count.format(name)).fetchone()[0] for name in names}


def _postgres_environment() -> dict[str, str]:
    """Tell pg_dump and pg_restore where, by whoever may read the rows of all families."""
    where = owner.address()
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    return {name: str(where[key]) for name, key in names.items() if where.get(key)}


def migrations_in(file: Path) -> frozenset[tuple[str, str]]:
    """Return what was migrated in a sound copy of our SQLite database."""
    if not file.is_file():
        raise CopyError(f"There is no file {file}.")
    try:
        with _reading(file) as copy:
            return _sound(copy)
    except sqlite3.Error as problem:
        raise CopyError(
            f"The file is not a Stepstool backup: {problem}. Use another backup."
        ) from problem


def take(file: Path, target: Path) -> Path:
    """Copy a backup, with what lies in a journal beside it, for its owner only."""
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with _reading(file) as copy:
        copy.execute("VACUUM INTO ?", [str(target)])
    leave_out(target)
    return target


def _reading(file: Path) -> closing[sqlite3.Connection]:
    address = f"{file.resolve().as_uri()}?mode=ro"
    return closing(sqlite3.connect(address, uri=True, isolation_level=None))


def _sound(copy: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    faults = [line for (line,) in copy.execute("PRAGMA integrity_check")]
    if faults != ["ok"]:
        raise CopyError(f"The file is damaged: {faults[0]}. Use another backup.")
    migrations = frozenset(copy.execute("SELECT app, name FROM django_migrations"))
    if "diary" not in {app for app, _ in migrations}:
        raise CopyError("The file is a database, but not one of Stepstool.")
    return migrations
