"""Starts that are cut off: a process is killed at one of its steps, and the next start goes on.

    python -m tests.cli.cutting                    every step of a first start and of an update
    python -m tests.cli.cutting new 1 40 80        these steps of a first start
    python -m tests.cli.cutting update 0.5         the step in the middle of an update

The database is that of STEPSTOOL_DATABASE_URL and STEPSTOOL_DATABASE_OWNER_URL, where both are
set (tests/postgres.sh starts one; what is in it goes), else SQLite in a folder that is thrown away.
Step: the moment before or after each migration, each record of one, each commit, and each thing
else that a start does. After each kill a second start must end, with the tables, migrations and
rows of a start that nobody cut off.
"""

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

ROOM = Path(tempfile.mkdtemp(prefix="stepstool-cut-", dir=os.environ.get("TMPDIR")))
os.environ["STEPSTOOL_DATA"] = str(ROOM / "setting-up")
(ROOM / "setting-up").mkdir()

from stepstool.cli import ground  # noqa: E402 - where the data is, comes before

ground.set_up()
import psycopg  # noqa: E402 - the one that Django took
from django.conf import settings  # noqa: E402 - Django is set up first
from django.core.files.storage import FileSystemStorage  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.management.commands import migrate  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.migrations import Migration  # noqa: E402
from django.db.migrations.recorder import MigrationRecorder  # noqa: E402

from stepstool.cli.house import preparing, tidying  # noqa: E402
from stepstool.web.backups import copies, owner  # noqa: E402
from stepstool.web.diary.models import Diary  # noqa: E402
from stepstool.web.families.models import Family  # noqa: E402
from stepstool.web.families.one_family import within  # noqa: E402
from stepstool.web.shell import staticfiles  # noqa: E402

EVERY_FILE = 100  # of those that are collected
OLDER = [("families", "0003"), ("exchange", "zero"), ("sessions", "zero")]
DONE, SQLITE = 0, connection.vendor == "sqlite"


class Steps:
    """Counts the steps of a start, and kills its process at one of them."""

    def __init__(self, last: int) -> None:
        self.count, self.files, self.last = 0, 0, last

    def step(self) -> None:
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, place: Any, name: str, *, some: int = 1) -> None:
        """Make two steps of a function: before it and after it; of one in `some` calls."""
        original, calls = getattr(place, name), iter(range(10**9))

        def counted(*args: Any, **options: Any) -> Any:
            counts = next(calls) % some == 0
            if counts:
                self.step()
            result = original(*args, **options)
            if counts:
                self.step()
            return result

        setattr(place, name, counted)

    def everywhere(self) -> None:
        self.around(Migration, "apply")
        self.around(MigrationRecorder, "record_applied")
        self.around(migrate, "emit_post_migrate_signal")
        self.around(connection, "_commit")
        self.around(connection, "_close")
        self.around(copies, "write")
        self.around(owner, "close_tables")
        self.around(tidying, "tidy")
        self.around(staticfiles, "collect")
        self.around(FileSystemStorage, "_save", some=EVERY_FILE)
        self.around(Path, "rename")


def in_a_process(do: Callable[[], object]) -> int:
    """Do it in a process of its own; give how it ended, by a signal or by its exit code."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            do()
        except BaseException:  # noqa: BLE001 - a process of its own says it and ends
            traceback.print_exc()
            os._exit(1)
        os._exit(DONE)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def move_into(folder: Path) -> None:
    """Let the house of this process be in that folder."""
    settings.DATA, settings.STATIC_ROOT = folder, folder / "static"
    if SQLITE:
        settings.DATABASES["default"]["NAME"] = folder / "stepstool.sqlite3"
        connection.settings_dict["NAME"] = folder / "stepstool.sqlite3"


def start(folder: Path, last: int = 0, count_into: Path | None = None) -> None:
    """Start in a folder; kill it at its last step, or write how many it had."""
    move_into(folder)
    steps = Steps(last)
    steps.everywhere()
    preparing.prepare()
    if count_into:
        count_into.write_text(str(steps.count))


class House:
    """A folder, or a database of PostgreSQL, that is as it was at each try."""

    def __init__(self, kind: str) -> None:
        self.kind, self.folder = kind, ROOM / "house"
        self.pattern = ROOM / "pattern"
        if kind == "update":
            self._renew(empty=True)
            must(in_a_process(self._build_older))
            if SQLITE:
                self.folder.rename(self.pattern)
            else:
                by_owner("postgres", "CREATE DATABASE cut_pattern TEMPLATE cut")

    def _build_older(self) -> None:
        move_into(self.folder)
        preparing.prepare()
        family = Family.objects.create()
        with within(family.pk):
            Diary.objects.create(family=family)
        with owner.as_owner():
            for app, name in OLDER:
                call_command("migrate", app, name, verbosity=0)

    def renew(self) -> None:
        self._renew(empty=self.kind == "new")

    def _renew(self, *, empty: bool) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        if SQLITE and not empty:
            shutil.copytree(self.pattern, self.folder)
        self.folder.mkdir(exist_ok=True)
        if not SQLITE:
            template = "template0" if empty else "cut_pattern"
            drop("cut")
            by_owner("postgres", f"CREATE DATABASE cut TEMPLATE {template}")

    def contents(self) -> list[tuple[Any, ...]]:
        """Give tables, migrations and rows that nobody wrote at a moment of their own."""
        return sorted(_of_sqlite(self.folder) if SQLITE else _of_postgres())


ROWS = (
    "SELECT 'migration', app, name FROM django_migrations",
    "SELECT 'type', app_label, model FROM django_content_type",
    "SELECT 'permission', codename, name FROM auth_permission",
    "SELECT 'family', count(*), '' FROM families_family",
)


def _of_sqlite(folder: Path) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "stepstool.sqlite3")) as database:
        for query in ("SELECT type, name, sql FROM sqlite_master", *ROWS):
            yield from (tuple(map(str, row)) for row in database.execute(query))


def _of_postgres() -> Iterator[tuple[Any, ...]]:
    tables = (
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "SELECT tablename, policyname, qual FROM pg_policies",
        "SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'public'",
    )
    for query in (*tables, *ROWS):
        yield from (tuple(map(str, row)) for row in by_owner("cut", query))


def by_owner(database: str, statement: str) -> list[tuple[Any, ...]]:
    where = settings.DATABASE_OWNER
    place = {"host": where["HOST"], "port": where["PORT"], "user": where["USER"]}
    with psycopg.connect(**place, dbname=database, autocommit=True) as asking:
        answer = asking.execute(statement)
        return answer.fetchall() if answer.description else []


def drop(database: str) -> None:
    """Drop a database, once PostgreSQL knows that who was killed has gone."""
    for _ in range(100):
        with suppress(psycopg.errors.ObjectInUse):
            by_owner("postgres", f"DROP DATABASE IF EXISTS {database}")
            return
        time.sleep(0.1)
    raise SystemExit(f"Somebody stays in {database}.")


def must(ended: int) -> None:
    if ended != DONE:
        raise SystemExit(f"A start that nobody cut off ended with {ended}.")


def cut(kind: str, wanted: Iterable[str]) -> None:
    """Cut such a start at each step that is wanted, at all if none is; say how it went."""
    house, count_into = House(kind), ROOM / "count"
    house.renew()
    must(in_a_process(lambda: start(house.folder, count_into=count_into)))
    steps, expected = int(count_into.read_text()), house.contents()
    chosen = [_step(word, steps) for word in wanted] or range(1, steps + 1)
    failed = 0
    for last in chosen:
        house.renew()
        killed = in_a_process(lambda last=last: start(house.folder, last))
        again = in_a_process(lambda: start(house.folder))
        if killed != -signal.SIGKILL or again != DONE or house.contents() != expected:
            failed += 1
            say(f"{kind}: killed at step {last} ({killed}), the next start: {again}")
    where = "SQLite" if SQLITE else "PostgreSQL"
    say(f"{kind} on {where}: {steps} steps, {len(chosen)} kills, {failed} stuck")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _step(word: str, steps: int) -> int:
    """Read a step: its number, or which part of all."""
    return max(1, round(float(word) * steps)) if "." in word else int(word)


if __name__ == "__main__":
    try:
        if not SQLITE:
            # A database of its own, beside the one that the address names.
            for one in (settings.DATABASES["default"], settings.DATABASE_OWNER):
                one["NAME"] = "cut"
            connection.settings_dict["NAME"] = "cut"
            drop("cut_pattern")
        kinds = sys.argv[1:2] or ["new", "update"]
        for one_kind in kinds:
            cut(one_kind, sys.argv[2:])
    finally:
        shutil.rmtree(ROOM)
