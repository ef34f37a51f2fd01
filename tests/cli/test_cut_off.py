"""A start that is cut off, and two at once: the house is whole after the next one.

Every step, on both databases, is tried by `python -m tests.cli.cutting`; here are some.
"""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from stepstool.cli import main
from stepstool.cli.house import preparing
from stepstool.web.backups import tables
from tests.cli.conftest import OPENED, House, python, surroundings


def cut(kind: str, *steps: str) -> str:
    command = ["-m", "tests.cli.cutting", kind, *steps]
    done = python(surroundings(Path("unused")), *command)
    assert not done.stderr
    return done.stdout.splitlines()[-1]


def test_a_first_start_that_is_killed(tmp_path: Path) -> None:
    """Within a migration, at the end of all, before the file is in its place, and after."""
    assert cut("new", "0.5", "0.95").endswith("2 kills, 0 stuck")


def test_an_update_that_is_killed() -> None:
    assert cut("update", "0.5").endswith("1 kills, 0 stuck")


def test_what_a_killed_start_left_is_cleared_away(house: House, data: Path) -> None:
    data.mkdir()
    for name in ("stepstool.new", "stepstool.new-wal", "stepstool.new-queue"):
        (data / name).write_bytes(b"half")
    house("")
    assert not list(data.glob("stepstool.new*"))


def test_two_starts_at_once(environment: dict[str, str], data: Path) -> None:
    starts = [
        subprocess.Popen([sys.executable, "-c", OPENED], env=environment)
        for _ in range(2)
    ]
    assert [start.wait() for start in starts] == [0, 0]
    assert not (data / "backups").exists()  # so that neither met half a house


def test_who_waits_for_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tables, "SOON", 0)
    lock, done = tmp_path / "starting", threading.Event()

    def second() -> None:
        with preparing.alone(lock):
            done.set()

    with preparing.alone(lock):
        waiting = threading.Thread(target=second)
        waiting.start()
        assert not done.wait(0.3)
    waiting.join()
    assert done.is_set()
    assert capsys.readouterr().out == f"{tables.WAITING}\n"


@pytest.mark.django_db
def test_an_older_stepstool_leaves_a_newer_database_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = frozenset({*tables.migrated(), ("diary", "9999_tomorrow")})
    monkeypatch.setattr(tables, "migrated", lambda: newer)
    monkeypatch.setattr(tables, "is_behind", lambda: pytest.fail("went on"))
    with pytest.raises(preparing.NewerDatabaseError, match=r"it has diary\.9999_t"):
        preparing.bring_tables()


@pytest.mark.django_db
def test_migrations_of_others_are_no_sign_of_a_newer_stepstool() -> None:
    others = frozenset({*tables.migrated(), ("of_another_app", "0001_initial")})
    assert tables.newer_than_this(others) == ""


def test_every_migration_can_be_taken_back_as_a_whole() -> None:
    loader = tables.MigrationLoader(None)
    alone = [key for key, one in loader.disk_migrations.items() if not one.atomic]
    assert (
        alone == []
    )  # what is not atomic cannot stand in the one transaction of a start


def test_files_that_were_half_collected_are_collected_anew(
    house: House, data: Path
) -> None:
    house("")
    (data / "static/.collected-from").unlink()
    (sheet,) = (data / "static").glob("shell/base.????????????.css")
    whole = sheet.read_bytes()
    sheet.write_bytes(whole[:10])
    house("")
    assert sheet.read_bytes() == whole


def test_a_sentence_stands_for_what_nobody_foresaw(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preparing, "alone", lambda _: 1 / 0)
    monkeypatch.setattr("stepstool.cli.serve.open_house", preparing.prepare)
    monkeypatch.setattr("stepstool.cli.serve.refuse_place", lambda *_: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    assert main(["serve"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Something went wrong that nobody foresaw (ZeroDivision")
    assert "STEPSTOOL_DEBUG=1" in said
    monkeypatch.setenv("STEPSTOOL_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["serve"])


def test_a_command_that_is_interrupted_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("stepstool.cli.complaint.answered", interrupted)
    assert main(["schema"]) == 130
    assert capsys.readouterr() == ("", "")
