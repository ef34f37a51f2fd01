"""What a host with PostgreSQL is told, and gets."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from stepstool.cli import main
from stepstool.cli.house import owner as owners
from stepstool.cli.house import preparing
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


def test_a_restore_wants_a_database_without_diaries(
    tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "dump").write_bytes(b"PGDMP")
    assert main(["restore", str(tmp_path / "dump")]) == 1
    assert "Make an empty database" in capsys.readouterr().err


def test_new_epochs_begin_after_pg_restore(capsys: Said) -> None:
    assert main(["restore", "--already-in-place"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Restored 0 diaries."
    assert said[1].startswith("All sign in anew.")


def test_by_the_role_of_the_pages_nothing_is_dumped(
    tmp_path: Path, capsys: Said
) -> None:
    assert main(["backup", str(tmp_path / "dump")]) == 1
    assert "pg_dump says" in capsys.readouterr().err
    assert not (tmp_path / "dump").exists()


def test_a_database_to_be_changed_wants_its_owner(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(preparing, "is_behind", lambda: True)
    with pytest.raises(owners.RoleError, match="STEPSTOOL_DATABASE_OWNER_URL"):
        preparing.prepare()
