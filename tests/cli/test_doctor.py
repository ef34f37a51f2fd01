"""The doctor of the house says what to do where something is not well, and changes nothing."""

import errno
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from stepstool import method
from stepstool.cli import checkup, main
from stepstool.cli.house import checkup_backups, checkup_inside, watching
from stepstool.cli.house.checkup_inside import ProxySettings, clock, proxy_and_https
from stepstool.web.backups import nights, tables
from stepstool.web.backups.locked import lock_file
from stepstool.web.backups.nights import Nights
from stepstool.web.backups.storages import Destination
from tests.cli.conftest import Run
from tests.web import cast as named
from tests.web.backups.store import a_store
from tests.web.pages import wrote

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
PROXIED = ProxySettings(
    https=True, proxies=1, names=("d.example",), only_here=True, signs_in=False
)
AT_HOME = ProxySettings(
    https=False, proxies=0, names=(), only_here=False, signs_in=False
)


def files_of(data: Path) -> set[str]:
    journals = ("-wal", "-shm")
    return {str(file) for file in data.rglob("*") if not file.name.endswith(journals)}


@pytest.mark.usefixtures("backup")
def test_a_house_that_is_well(stepstool: Run, data: Path) -> None:
    stepstool("backup")
    before = files_of(data)
    said = stepstool("doctor")
    assert said.returncode == 0, said.stdout
    assert all(line.startswith("fine  ") for line in said.stdout.splitlines())
    assert files_of(data) == before


def test_what_is_damaged_is_said_and_nothing_more_is_asked(
    stepstool: Run, data: Path
) -> None:
    data.mkdir(mode=0o700)
    (data / "stepstool.sqlite3").write_bytes(b"lightning" * 999)
    said = stepstool("doctor", "--json")
    assert said.returncode == 1
    rows = {row["check"]: row for row in json.loads(said.stdout)}
    assert "is no database" in rows["database"]["words"]
    assert [name for name, row in rows.items() if not row["fine"]] == ["database"]


def test_a_folder_that_is_not_there_is_not_made(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STEPSTOOL_DATA", str(data))
    assert main(["doctor"]) == 1
    assert f"There is no data folder {data}." in capsys.readouterr().out
    assert not data.exists()


def test_files_that_others_may_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "secret-key").touch()
    (tmp_path / "secret-key").chmod(0o644)
    row = checkup.data_folder(tmp_path)
    assert not row.is_fine
    assert f"chmod 600 {tmp_path}/secret-key" in row.words
    tmp_path.chmod(0o700)
    assert checkup.data_folder(tmp_path).is_fine


def test_a_disk_without_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checkup.disk(tmp_path).is_fine
    monkeypatch.setattr(checkup, "LEAST_ROOM", 10**18)
    assert "Make room on that disk" in checkup.disk(tmp_path).words


CLOCKS = [
    (NOW - timedelta(days=2), NOW - timedelta(days=90), ""),
    (None, NOW - timedelta(days=90), ""),
    (NOW + timedelta(minutes=2), NOW, ""),
    (NOW + timedelta(hours=50), NOW, "which is later"),
    (None, NOW + timedelta(days=30), "before this Stepstool was installed"),
    (NOW - timedelta(days=500), NOW - timedelta(days=600), "Is the year right?"),
    (None, NOW - timedelta(days=600), "Is the year right?"),
]


@pytest.mark.parametrize(("newest", "since", "word"), CLOCKS)
def test_a_clock_that_cannot_be_right(
    newest: datetime | None, since: datetime, word: str
) -> None:
    row = clock(NOW, newest, since)
    assert row.is_fine is (not word)
    assert word in row.words


@pytest.mark.parametrize(
    ("how", "word"),
    [
        (AT_HOME, ""),
        (AT_HOME._replace(only_here=True), ""),
        (PROXIED, ""),
        (PROXIED._replace(names=("*",)), "answers to any name"),
        (PROXIED._replace(proxies=0), "Set STEPSTOOL_PROXIES=1"),
        (PROXIED._replace(names=()), "Set STEPSTOOL_ALLOWED_HOSTS"),
        (PROXIED._replace(https=False), "Set STEPSTOOL_HTTPS=1"),
        (AT_HOME._replace(signs_in=True), "signs people in"),
        (AT_HOME._replace(names=("d.example",), only_here=True), "only this machine"),
    ],
)
def test_settings_of_a_proxy_that_contradict_each_other(
    how: ProxySettings, word: str
) -> None:
    row = proxy_and_https(how)
    assert row.is_fine is (not word)
    assert word in row.words


WORDS = "a snail in the garden"
FAILED = Nights(failures=3, why="The disk is full.")
Shelf = Callable[..., checkup.CheckupRow]


@pytest.fixture
def row(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Return what says how backups are, in a folder beside the data."""
    monkeypatch.setattr("stepstool.web.backups.place.is_sqlite", lambda: True)
    settings.DATA = tmp_path
    settings.STEPSTOOL_BACKUP_TO = Destination(folder=tmp_path / "disk")

    def now(**later: int) -> checkup.CheckupRow:
        return checkup_backups.row(datetime.now(UTC) + timedelta(**later))

    return now


@pytest.mark.django_db
def test_backups_that_are_missing_broken_or_old(
    backup: Path, tmp_path: Path, row: Shelf
) -> None:
    assert "none is wanted" in row().words
    named.gather()
    assert f"There is none in {tmp_path}/disk." in row().words
    (folder := tmp_path / "disk").mkdir()
    whole = backup.rename(folder / "whole.sqlite3")
    assert row().is_fine
    assert "9 days old. Make another: stepstool nightly" in row(days=9).words
    (folder / "half.sqlite3").write_bytes(whole.read_bytes()[:9000])
    os.utime(folder / "half.sqlite3", (2**31, 2**31))
    assert "half.sqlite3, does not read back" in row().words


@pytest.mark.django_db
def test_a_locked_backup_is_opened_to_look_at_it(
    backup: Path, tmp_path: Path, row: Shelf, settings: Any
) -> None:
    (tmp_path / "disk").mkdir()
    file = tmp_path / "disk/x.sqlite3.age"
    lock_file(backup, file, WORDS)
    assert "Set STEPSTOOL_BACKUP_PASSPHRASE" in row().words
    settings.STEPSTOOL_BACKUP_PASSPHRASE = WORDS.upper()
    assert "not the pass phrase" in row().words
    settings.STEPSTOOL_BACKUP_PASSPHRASE = WORDS
    assert row().is_fine
    file.write_bytes(file.read_bytes()[:9000])
    assert not row().is_fine
    assert not list(tmp_path.glob(".backup-*"))


@pytest.mark.django_db
def test_nights_that_failed_are_said(tmp_path: Path, row: Shelf, settings: Any) -> None:
    nights.remember(tmp_path, FAILED)
    assert "3 in a row failed: The disk is full. Then:" in row().words
    settings.STEPSTOOL_BACKUP = "off"
    assert row().is_fine


@pytest.mark.django_db
def test_without_nights_those_by_hand_are_looked_at(
    backup: Path, tmp_path: Path, row: Shelf, settings: Any
) -> None:
    settings.STEPSTOOL_BACKUP = "off"
    named.gather()
    assert f"none in {tmp_path}/backups. Make one: stepstool backup" in row().words
    (tmp_path / "backups").mkdir()
    backup.rename(tmp_path / "backups/by hand.sqlite3")
    assert row().is_fine


@pytest.mark.django_db
@pytest.mark.enable_socket
def test_backups_in_a_store_are_listed(row: Shelf, settings: Any) -> None:
    named.gather()
    with a_store() as store:
        settings.STEPSTOOL_BACKUP_TO = Destination(
            bucket="diaries", endpoint=store.address, key="AKEYOFTESTS",
            region="us-east-1", secret="secret of tests",  # noqa: S106 - of nobody
        )  # fmt: skip
        assert "There is none in the bucket diaries" in row().words
        assert watching.newest_backup() is None
        name = "stepstool-2026-03-04T033000Z-nightly.sqlite3.age"
        store.things[name] = b"locked"
        assert f"The newest, {name}, is " in row().words
        nights.remember(settings.DATA, Nights(done=NOW, name=name))
        assert watching.newest_backup() == NOW


@pytest.mark.django_db
def test_the_newest_is_counted_wherever_it_lies(tmp_path: Path, row: Shelf) -> None:
    assert watching.newest_backup() is None
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk/x.sqlite3").touch()
    os.utime(tmp_path / "disk/x.sqlite3", (2_000, 2_000))
    newest = watching.newest_backup()
    assert newest
    assert newest.timestamp() == 2_000


def test_a_dump_of_postgresql_is_known_by_its_first_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stepstool.web.backups.place.is_sqlite", lambda: False)
    (tmp_path / "x.pgdump").write_bytes(b"PGDMP and more")
    assert checkup_backups.reads_back(tmp_path / "x.pgdump")
    (tmp_path / "x.pgdump").write_bytes(b"")
    assert not checkup_backups.reads_back(tmp_path / "x.pgdump")


@pytest.mark.django_db
def test_the_version_of_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checkup_inside.version().is_fine
    monkeypatch.setattr(tables, "is_behind", lambda: True)
    assert "waits for an update" in checkup_inside.version().words
    newer = frozenset({("diary", "9999_tomorrow")})
    monkeypatch.setattr(tables, "migrated", lambda: newer)
    assert "from a newer Stepstool" in checkup_inside.version().words


@pytest.mark.django_db
def test_when_something_was_last_written() -> None:
    assert checkup_inside.newest_entry() is None
    before = datetime.now(UTC)
    wrote(named.gather(), method.poop.Poop, bristol=4)
    newest = checkup_inside.newest_entry()
    assert newest
    assert before <= newest <= datetime.now(UTC)


def test_a_setting_that_cannot_be_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> Any:
        raise checkup.ImproperlyConfigured("STEPSTOOL_SIGNUP is 'x'. Set it.")

    monkeypatch.setattr(checkup.ground, "set_up", refused)
    assert checkup.settings().words == "STEPSTOOL_SIGNUP is 'x'. Set it."


def test_what_keeps_from_looking_on_is_a_row_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def torn(_: Path) -> Any:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setenv("STEPSTOOL_DATA", str(tmp_path))
    monkeypatch.setattr(checkup, "database", torn)
    assert main(["doctor"]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith("fine          data folder")
    assert rows[-1].startswith("look at this  the rest     The disk could not read")


def test_a_secret_that_is_not_ours_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> Any:
        raise PermissionError(errno.EACCES, "Permission denied", "/srv/secret-key")

    monkeypatch.setattr(checkup.ground, "set_up", refused)
    assert checkup.settings().words.startswith("/srv/secret-key: This user may not")
