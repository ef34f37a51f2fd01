"""The house looks after its nights by itself: it tidies, backs up, reads back and lets go."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyrage
import pytest

from stepstool.cli import nightly
from tests.cli.conftest import House, Run
from tests.web.backups.store import Store, a_store

WORDS = "a snail in the garden"
NIGHT = """
from stepstool.cli.house import nightwork
print(nightwork.work())
"""
OLD = "stepstool-2025-01-0{day}T030000Z{why}.sqlite3"


@pytest.fixture
def store() -> Iterator[Store]:
    with a_store() as one:
        yield one


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.usefixtures("backup")
def test_a_night_makes_a_backup_and_lets_go_of_old_ones(
    house: House, data: Path, stepstool: Run
) -> None:
    """Those that somebody made by hand stay, and so does what is no backup."""
    storage = data / "backups"
    storage.mkdir(parents=True)
    for day in range(1, 10):
        (storage / OLD.format(day=day, why="-nightly")).touch()
        (storage / OLD.format(day=day, why="")).touch()
    (storage / "diaries of spring.sqlite3").touch()
    assert house(NIGHT).endswith("True\n")
    left = names(storage)
    (made,) = [
        name for name in left if name.startswith("stepstool-2") and "2025" not in name
    ]
    assert made.endswith("-nightly.sqlite3")
    assert OLD.format(day=1, why="-nightly") not in left
    assert OLD.format(day=9, why="-nightly") in left
    assert {OLD.format(day=day, why="") for day in range(1, 10)} <= set(left)
    assert "diaries of spring.sqlite3" in left
    assert stepstool("backup", "--list").stdout.splitlines()[-1] == made
    assert not list(data.glob(".backup-*"))
    assert json.loads((data / "nightly.json").read_text())["failures"] == 0
    assert "Restored 1 diary" in stepstool("restore", "--latest").stdout


@pytest.mark.usefixtures("backup")
def test_a_locked_backup_is_opened_by_age_and_by_us(
    house: House,
    data: Path,
    stepstool: Run,
    environment: dict[str, str],
    tmp_path: Path,
) -> None:
    environment["STEPSTOOL_BACKUP_PASSPHRASE"] = WORDS
    environment["STEPSTOOL_BACKUP_TO"] = str(tmp_path / "disk")
    house(NIGHT)
    (file,) = (tmp_path / "disk").iterdir()
    assert file.name.endswith(".sqlite3.age")
    (tmp_path / "opened").write_bytes(
        pyrage.passphrase.decrypt(file.read_bytes(), WORDS)
    )
    with closing(sqlite3.connect(tmp_path / "opened")) as opened:
        assert opened.execute("SELECT count(*) FROM diary_diary").fetchone() == (1,)
    assert "Restored 1 diary" in stepstool("restore", file.name).stdout
    environment["STEPSTOOL_BACKUP_PASSPHRASE"] = WORDS.upper()
    said = stepstool("restore", file)
    assert said.returncode == 1
    assert "not the pass phrase" in said.stderr
    assert not list(data.glob(".backup-*"))


@pytest.mark.enable_socket
@pytest.mark.usefixtures("backup")
def test_a_backup_goes_to_a_store_and_comes_back(
    house: House, data: Path, stepstool: Run, environment: dict[str, str], store: Store
) -> None:
    environment |= {
        "STEPSTOOL_BACKUP_TO": "s3://diaries/house",
        "STEPSTOOL_BACKUP_S3_ENDPOINT": store.address,
        "STEPSTOOL_BACKUP_S3_KEY": "AKEYOFTESTS",
        "STEPSTOOL_BACKUP_S3_SECRET": "secret of tests",
        "STEPSTOOL_BACKUP_PASSPHRASE": WORDS,
    }
    assert house(NIGHT).endswith("True\n")
    ((name, thing),) = store.things.items()
    assert name.startswith("house/stepstool-")
    assert thing.startswith(b"age-encryption.org/v1")
    (data / "stepstool.sqlite3").unlink()
    assert "Restored 1 diary" in stepstool("restore", "--latest").stdout


@pytest.mark.usefixtures("backup")
def test_three_failures_are_said_aloud(
    data: Path,
    stepstool: Run,
    environment: dict[str, str],
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    environment["STEPSTOOL_BACKUP_TO"] = str(tmp_path / "file")
    said = [stepstool("nightly") for _ in range(3)]
    assert [one.returncode for one in said] == [1, 1, 1]
    assert "backup failed, 1 in a row" in said[0].stderr
    assert "NO BACKUP SINCE EVER" not in said[1].stderr
    assert "NO BACKUP SINCE EVER" in said[2].stderr
    assert json.loads((data / "nightly.json").read_text())["failures"] == 3


@pytest.mark.usefixtures("backup")
def test_what_cannot_be_read_back_is_no_backup(house: House, data: Path) -> None:
    harm = """
from stepstool.web.backups.storages import Folder
fetch = Folder.fetch
def harmed(self, name, target):
    fetch(self, name, target)
    with target.open("r+b") as file:
        file.truncate(5000)
Folder.fetch = harmed
"""
    assert house(harm + NIGHT).endswith("False\n")
    assert not list((data / "backups").iterdir())


@pytest.mark.usefixtures("backup")
def test_two_never_work_at_once(house: House) -> None:
    twice = """
from stepstool.cli import main
from stepstool.cli.house import nightwork
with nightwork._alone():
    print(main(["nightly"]))
"""
    assert house(twice).endswith("0\n")


def test_a_house_without_a_family_makes_none(house: House, data: Path) -> None:
    assert house(NIGHT).endswith("True\n")
    assert not (data / "backups").exists()


@pytest.mark.usefixtures("backup")
def test_it_can_be_off(house: House, data: Path, environment: dict[str, str]) -> None:
    environment["STEPSTOOL_BACKUP"] = "off"
    assert house(NIGHT).endswith("True\n")
    assert not (data / "backups").exists()


QUICK = (
    "from stepstool.cli import nightly\n"
    "nightly.FIRST_LOOK = nightly.EACH_LOOK = nightly.A_MOMENT = 0.1\n"
)


@pytest.mark.usefixtures("backup")
def test_a_night_is_looked_after_once_and_the_watch_ends_with_its_house(
    data: Path, environment: dict[str, str]
) -> None:
    watch = (
        "import os, subprocess, sys, time\n"
        f"code = {QUICK!r} + f'nightly.watch({{os.getpid()}})'\n"
        "print(subprocess.Popen([sys.executable, '-c', code]).pid, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", watch],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout
        watcher = int(parent.stdout.readline())
        wait_for(lambda: list((data / "backups").glob("*")))
        done = data / "nightly.json"
        wait_for(lambda: json.loads(done.read_text())["failures"] == 0)
        time.sleep(1)
        assert len(list((data / "backups").iterdir())) == 1
        parent.send_signal(signal.SIGKILL)
    wait_for(lambda: not Path(f"/proc/{watcher}").exists() or is_dead(watcher))


def is_dead(process: int) -> bool:
    return "State:\tZ" in Path(f"/proc/{process}/status").read_text()


def wait_for(happens: object) -> None:
    """Wait for something for a minute at most: machines may be busy."""
    assert callable(happens)
    until = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_who_watches_beside_a_process_ends_with_it() -> None:
    with nightly.watched() as watcher:
        assert watcher.poll() is None
    assert watcher.poll() is not None


@pytest.mark.parametrize(("code", "times"), [(0, 3), (1, 1)])
def test_a_night_that_cannot_be_remembered_rests_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, times: int
) -> None:
    """On a full disk nothing says that it was tried."""
    begun, looks = [], iter([True, True, True, False])

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        begun.append(command)
        return subprocess.CompletedProcess(command, code)

    monkeypatch.setenv("STEPSTOOL_DATA", str(tmp_path))
    monkeypatch.setattr("stepstool.cli.nightly.lives_on", lambda *_: next(looks))
    monkeypatch.setattr("stepstool.cli.nightly.subprocess.run", run)
    nightly.watch(1)
    assert len(begun) == times
