"""Stepstool as somebody runs it: a process of its own, a data folder of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import database_file, django_db_setup, made_by_owner

# A process that begins with these tests has its database as the web's have.
__all__ = ["database_file", "django_db_setup", "made_by_owner"]

Run = Callable[..., subprocess.CompletedProcess[str]]
House = Callable[[str], str]
OPENED = """
from stepstool.cli import ground
ground.begin()
from stepstool.cli.house import preparing
preparing.prepare()
"""
FAMILY = """
from stepstool.web.diary.models import Diary
from stepstool.web.families.models import Family
Diary.objects.create(family=Family.objects.create())
"""


def surroundings(data: Path) -> dict[str, str]:
    """Return the environment of a process: SQLite, whatever the test itself runs on."""
    kept = {key: value for key, value in os.environ.items() if "STEPSTOOL" not in key}
    return kept | {"STEPSTOOL_DATA": str(data)}


def python(
    environment: dict[str, str], *words: str
) -> subprocess.CompletedProcess[str]:
    """Run Python to its end."""
    return subprocess.run(
        [sys.executable, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with one family and a backup of it, made once."""
    data = tmp_path_factory.mktemp("pattern") / "data"
    backup = f"from stepstool.cli import main\nmain(['backup', '{data}/backup'])"
    python(surroundings(data), "-c", OPENED + FAMILY + backup).check_returncode()
    return data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of the processes that the test runs; not made yet."""
    return tmp_path / "data"


@pytest.fixture
def backup(pattern: Path, data: Path, tmp_path: Path) -> Path:
    """Fill the data folder with one family; return a backup of it."""
    shutil.copytree(pattern, data)
    return (data / "backup").rename(tmp_path / "backup")


@pytest.fixture
def environment(data: Path) -> dict[str, str]:
    """Return the environment of these processes."""
    return surroundings(data)


@pytest.fixture
def stepstool(environment: dict[str, str]) -> Run:
    """Return what runs one command to its end."""

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return python(environment, "-m", "stepstool", *map(str, words))

    return run


@pytest.fixture
def house(environment: dict[str, str]) -> House:
    """Return what does something inside a house that is prepared, and what it printed."""

    def do(deed: str) -> str:
        done = python(environment, "-c", OPENED + deed)
        done.check_returncode()
        return done.stdout

    return do
