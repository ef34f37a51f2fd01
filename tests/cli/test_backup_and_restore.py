"""The drill: what was backed up comes back, and nothing else is lost on the way."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from stepstool.cli.house import backups
from stepstool.web.backups import copies, place
from tests.cli.conftest import FAMILY, House, Run


def read(file: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


def test_a_restore_brings_back_what_was_there(
    backup: Path, house: House, stepstool: Run, data: Path
) -> None:
    house(
        "from stepstool.web.families.models import Family; Family.objects.all().delete()"
    )
    assert "Restored 1 diary" in stepstool("restore", backup).stdout
    assert read(data / "stepstool.sqlite3", "SELECT count(*) FROM diary_diary") == [
        (1,)
    ]


def test_a_restore_begins_a_new_epoch(backup: Path, stepstool: Run, data: Path) -> None:
    query = "SELECT epoch FROM diary_diary"
    before = read(data / "stepstool.sqlite3", query)
    stepstool("restore", backup)
    assert read(data / "stepstool.sqlite3", query) != before


def test_a_restore_keeps_the_diaries_that_were_there(
    backup: Path, house: House, stepstool: Run, data: Path
) -> None:
    house(FAMILY)
    stepstool("restore", backup)
    (kept,) = data.glob("stepstool-before-restore-*.sqlite3")
    assert read(kept, "SELECT count(*) FROM diary_diary") == [(2,)]


def test_a_restore_works_on_a_new_machine(
    backup: Path, stepstool: Run, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    environment["STEPSTOOL_DATA"] = str(tmp_path / "elsewhere")
    assert "Restored 1 diary" in stepstool("restore", backup).stdout


def test_a_damaged_database_can_be_restored_over(
    backup: Path, stepstool: Run, data: Path
) -> None:
    (data / "stepstool.sqlite3").write_bytes(b"lightning" * 1000)
    assert "Restored 1 diary" in stepstool("restore", backup).stdout


def test_a_restore_waits_until_stepstool_is_stopped(
    backup: Path, stepstool: Run, data: Path
) -> None:
    with closing(sqlite3.connect(data / "stepstool.sqlite3")) as running:
        running.execute("SELECT * FROM diary_diary").fetchall()
        said = stepstool("restore", backup)
    assert (said.returncode, said.stderr) == (
        1,
        "Stepstool is running. Stop it first; nothing was changed.\n",
    )


def test_a_backup_is_for_its_owner_only(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_overwrites(backup: Path, stepstool: Run) -> None:
    before = backup.read_bytes()
    said = stepstool("backup", backup)
    assert said.returncode == 1
    assert "File exists" in said.stderr
    assert backup.read_bytes() == before


@pytest.mark.usefixtures("backup")
def test_a_backup_without_a_name_goes_to_the_data_folder(
    stepstool: Run, data: Path
) -> None:
    stepstool("backup")
    assert len(list((data / "backups").glob("stepstool-*.sqlite3"))) == 1


def test_backups_of_one_second_have_names_of_their_own(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(place, "moment", lambda: "now")
    names = []
    for _ in range(3):
        file = place.new_backup()
        file.touch()
        names.append(file.stem)
    assert names == ["stepstool-now", "stepstool-now-2", "stepstool-now-3"]


def cut_in_half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def from_tomorrow(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        new = "('diary', '9999_tomorrow', '2026-01-01')"
        database.execute(
            f"INSERT INTO django_migrations(app, name, applied) VALUES {new}"
        )
        database.commit()


def of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'diary'")
        database.commit()


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (cut_in_half, ""),
        (from_tomorrow, "newer Stepstool"),
        (of_another_program, "not one of Stepstool"),
        (
            lambda file: file.write_text("not a database at all " * 99),
            "not a Stepstool backup",
        ),
        (lambda file: file.unlink(), "There is no file"),
    ],
)
def test_a_bad_backup_changes_nothing(
    harm: Callable[[Path], None], word: str, backup: Path, stepstool: Run, data: Path
) -> None:
    database = data / "stepstool.sqlite3"
    harm(backup)
    before = database.read_bytes()
    said = stepstool("restore", backup)
    assert said.returncode == 1
    assert word in said.stderr
    assert "Traceback" not in said.stderr
    assert database.read_bytes() == before


def test_a_folder_is_no_backup(tmp_path: Path) -> None:
    named = pytest.raises(copies.CopyError, match=f"{tmp_path} is a folder")
    with named, backups.whole(tmp_path, str):
        pass
