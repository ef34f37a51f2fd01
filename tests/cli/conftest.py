"""Stepstool as somebody runs it: a process of its own, a data folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the data folder of the processes that the test runs."""
    return tmp_path / "data"


@pytest.fixture
def environment(data: Path) -> dict[str, str]:
    """Return the environment of these processes: SQLite, whatever the test runs on."""
    kept = {key: value for key, value in os.environ.items() if "STEPSTOOL" not in key}
    return kept | {"STEPSTOOL_DATA": str(data)}


@pytest.fixture
def stepstool(environment: dict[str, str]) -> Run:
    """Return what runs one command to its end."""

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "stepstool", *map(str, words)]
        return subprocess.run(  # noqa: S603 - our own command
            command, env=environment, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture
def house(stepstool: Run, environment: dict[str, str]) -> Callable[[str], str]:
    """Return what does something inside a house that is prepared, and what it prints."""

    def do(deed: str) -> str:
        opening = "from stepstool.cli.house import preparing as p; p.prepare()\n"
        return subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", opening + deed],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    return do
