"""What a host with PostgreSQL is told, and gets."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from stepstool.cli import main
from stepstool.cli.house import exchange, preparing
from stepstool.web.backups import copies, tables
from stepstool.web.backups import owner as owners
from tests.cli.conftest import OPENED, surroundings
from tests.web import roles

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL"),
]
Said = pytest.CaptureFixture[str]


@pytest.fixture
def owner(settings: Any) -> None:
    """Let commands know the owner of the tables, as whoever hosts has set it."""
    settings.DATABASE_OWNER = roles.owner_of_tests()


@pytest.mark.usefixtures("owner")
def test_a_backup_is_what_pg_dump_writes(tmp_path: Path) -> None:
    assert main(["backup", str(tmp_path / "dump")]) == 0
    assert (tmp_path / "dump").read_bytes().startswith(b"PGDMP")


def test_without_pg_dump_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert main(["backup", str(tmp_path / "dump")]) == 1
    assert "pg_dump is not on this machine" in capsys.readouterr().err
    assert not (tmp_path / "dump").exists()


def test_a_failing_pg_dump_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("PGOPTIONS", "--no_such_setting=1")
    assert main(["backup", str(tmp_path / "dump")]) == 1
    assert "pg_dump says" in capsys.readouterr().err


@pytest.mark.usefixtures("owner")
def test_a_dump_has_tables_of_sessions_without_their_rows(tmp_path: Path) -> None:
    main(["backup", str(tmp_path / "dump")])
    listed = copies.read_dump(tmp_path / "dump", "--list")
    assert " TABLE public django_session " in listed
    for table in copies.LEFT_OUT:
        assert f"TABLE DATA public {table} " not in listed
    assert "TABLE DATA public families_user " in listed


@pytest.mark.usefixtures("owner")
def test_a_damaged_dump_is_noticed(tmp_path: Path) -> None:
    main(["backup", str(tmp_path / "dump")])
    copies.look_through(tmp_path / "dump")
    whole = (tmp_path / "dump").read_bytes()
    (tmp_path / "dump").write_bytes(whole[: len(whole) * 3 // 4])
    with pytest.raises(copies.CopyError, match="pg_restore says"):
        copies.look_through(tmp_path / "dump")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("owner")
def test_a_restore_fills_no_database_that_has_diaries(
    tmp_path: Path, capsys: Said
) -> None:
    main(["backup", str(tmp_path / "dump")])
    assert main(["restore", str(tmp_path / "dump")]) == 1
    assert "Make an empty database" in capsys.readouterr().err


def test_a_restore_of_something_else_says_so(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "file").write_text("SQLite format 3")
    assert main(["restore", str(tmp_path / "file")]) == 1
    assert "no backup of a PostgreSQL" in capsys.readouterr().err


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("owner")
def test_a_restore_fills_an_empty_database(tmp_path: Path, settings: Any) -> None:
    main(["backup", str(tmp_path / "dump")])
    named = f"{connection.settings_dict['NAME']}_empty"
    with owners.as_owner(), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{named}"')
    settings.DATABASE_OWNER = {**settings.DATABASE_OWNER, "NAME": named}
    try:
        exchange.exchange(tmp_path / "dump")
        with owners.as_owner(), connection.cursor() as cursor:
            assert "diary_diary" in connection.introspection.table_names(cursor)
            cursor.execute("SELECT count(*) FROM django_migrations")
            assert cursor.fetchone()[0] > 10
        with pytest.raises(copies.CopyError, match="has diaries already"):
            exchange.exchange(tmp_path / "dump")
    finally:
        settings.DATABASE_OWNER = roles.owner_of_tests()
        with owners.as_owner(), connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{named}"')


def test_new_epochs_begin_after_pg_restore(capsys: Said) -> None:
    assert main(["restore", "--already-in-place"]) == 0
    assert capsys.readouterr().out.startswith("Restored 0 diaries.\n")


def test_by_the_role_of_the_pages_nothing_is_dumped(
    tmp_path: Path, capsys: Said
) -> None:
    assert main(["backup", str(tmp_path / "dump")]) == 1
    assert "pg_dump says" in capsys.readouterr().err
    assert not (tmp_path / "dump").exists()


def test_a_database_to_be_changed_wants_its_owner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "is_behind", lambda: True)
    with pytest.raises(owners.RoleError, match="STEPSTOOL_DATABASE_OWNER_URL"):
        preparing.prepare()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("owner")
def test_an_older_stepstool_leaves_a_newer_database_alone() -> None:
    with owners.as_owner():
        remembered = MigrationRecorder(connection)
        remembered.record_applied("diary", "9999_tomorrow")
        try:
            with pytest.raises(preparing.NewerDatabaseError, match=r"y\.9999_tomorrow"):
                preparing.bring_tables()
        finally:
            remembered.record_unapplied("diary", "9999_tomorrow")


def address(user: str, name: str) -> str:
    where = connection.settings_dict
    return f"postgres://{user}@{where['HOST']}:{where['PORT']}/{name}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.enable_socket
@pytest.mark.usefixtures("owner")
def test_two_starts_at_once_on_a_new_database(tmp_path: Path) -> None:
    """Each with a data folder of its own, so that only the database keeps them apart."""
    named = f"{connection.settings_dict['NAME']}_two"
    urls = {
        "STEPSTOOL_DATABASE_URL": address(roles.BY_PAGES, named),
        "STEPSTOOL_DATABASE_OWNER_URL": address("stepstool", named),
    }
    with owners.as_owner(), connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{named}"')
    try:
        starts = [
            subprocess.Popen(
                [sys.executable, "-c", OPENED],
                env=surroundings(tmp_path / data) | urls,
            )
            for data in ("one", "other")
        ]
        assert [start.wait() for start in starts] == [0, 0]
    finally:
        with owners.as_owner(), connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{named}" WITH (FORCE)')
