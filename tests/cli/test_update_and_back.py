"""A newer version changes the database; whoever goes back has what was there before it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import FAMILY, House, Run

# The state of a house whose version did not know yet how long somebody may stay.
OLDER = """
from django.core.management import call_command
call_command("migrate", "families", "0004", verbosity=0)
"""


def read(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


def columns(file: Path) -> set[object]:
    return {row[1] for row in read(file, "PRAGMA table_info(families_membership)")}


def test_an_update_keeps_a_backup_and_the_backup_leads_back(
    house: House, stepstool: Run, data: Path, tmp_path: Path
) -> None:
    file, families = data / "stepstool.sqlite3", "SELECT count(*) FROM families_family"
    house(FAMILY + OLDER)
    before = columns(file)

    house(FAMILY)  # the newer version opens, and somebody writes on
    assert columns(file) > before
    (backup,) = (data / "backups").glob("*-before-migration.sqlite3")
    assert columns(backup) == before

    kept = shutil.copy(backup, tmp_path / "kept.sqlite3")
    assert "Restored 1 diary" in stepstool("restore", kept).stdout
    assert read(file, families) == [(1,)]
    (aside,) = data.glob("stepstool-before-restore-*.sqlite3")
    assert read(aside, families) == [(2,)]
