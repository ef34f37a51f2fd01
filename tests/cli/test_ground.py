"""Where a house cannot stand, one sentence says why and what to do, and nothing is made.

All is asked of one process that never sets Django up, and so of one start of Python.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from stepstool import cli
from stepstool.web.backups import nights
from stepstool.web.backups.nights import Nights
from tests.cli.conftest import surroundings
from tests.cli.test_serve import free_port

# Reads on each line an environment and a command, and writes how it ended and what it said.
ASKED = """
import io, json, os, sys
from contextlib import redirect_stderr, redirect_stdout
from stepstool.cli import main

for line in sys.stdin:
    settings, words, user = json.loads(line)
    os.environ.update(settings)
    said = io.StringIO()
    os.seteuid(user if user >= 0 else os.getuid())
    with redirect_stderr(said), redirect_stdout(said):
        try:
            code = main(words)
        except SystemExit as ended:
            code = ended.code
    os.seteuid(os.getuid())
    for name in settings:
        del os.environ[name]
    assert "django.conf.urls" not in sys.modules, "a house was opened"
    print(json.dumps([code, said.getvalue()]), flush=True)
"""
NOBODY = 65534
ROOT = os.geteuid() == 0
SERVE, LIST = ("serve",), ("user", "list")


class Said(NamedTuple):
    code: int
    words: str


Ask = Callable[..., Said]


def all_may_read(file: Path) -> bool:
    """Whether any user of this machine may load what lies there."""
    return all(folder.stat().st_mode & 0o001 for folder in file.resolve().parents)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Return what runs a command with a data folder, and gives what it said."""
    environment = surroundings(tmp_path_factory.mktemp("nowhere") / "data")
    command = [sys.executable, "-c", ASKED]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=environment, stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        tell, hear = process.stdin, process.stdout

        def ask(data: Path, *words: str, user: int = -1, **settings: str) -> Said:
            port = {"PORT": str(free_port())} if words == SERVE else {}
            all_settings = {"STEPSTOOL_DATA": str(data)} | port | settings
            tell.write(json.dumps([all_settings, words, user]) + "\n")
            tell.flush()
            return Said(*json.loads(hear.readline()))

        yield ask
        process.stdin.close()


@contextmanager
def mounted(folder: Path, how: str) -> Iterator[None]:
    """Put a small disk into a folder, where one may."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)]
    if not ROOT or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs to mount a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def of_another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE recipes (name)")
        database.commit()


GARBAGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda file: file.touch(), "is empty"),
    "letters": (lambda file: file.write_bytes(b"lightning" * 999), "is no database"),
    "header": (
        lambda file: file.write_bytes(b"SQLite format 3\0" + b"x" * 999),
        "cannot be read",
    ),
    "of another program": (of_another_program, "not one of Stepstool"),
    "a folder": (lambda file: file.mkdir(), "Name another place"),
}


@pytest.mark.enable_socket
@pytest.mark.parametrize("garbage", GARBAGE)
def test_a_file_that_is_no_diary(asked: Ask, tmp_path: Path, garbage: str) -> None:
    make, word = GARBAGE[garbage]
    make(tmp_path / "stepstool.sqlite3")
    said = asked(tmp_path, *SERVE)
    assert said.code == 1
    assert word in said.words
    assert [file.name for file in tmp_path.iterdir()] == ["stepstool.sqlite3"]


@pytest.mark.enable_socket
def test_a_damaged_diary_names_the_newest_backup_that_reads_back(
    asked: Ask, backup: Path, data: Path
) -> None:
    (data / "backups").mkdir()
    whole, broken = data / "backups/old.sqlite3", data / "backups/new.sqlite3"
    backup.rename(whole)
    os.utime(whole, (0, 0))
    broken.write_bytes(b"lightning" * 999)
    (data / "stepstool.sqlite3").write_bytes(b"lightning" * 999)
    assert f"stepstool restore {whole}." in asked(data, *SERVE).words


@pytest.mark.enable_socket
def test_a_diary_with_damaged_pages_or_without_its_end(
    asked: Ask, backup: Path, data: Path
) -> None:
    database = data / "stepstool.sqlite3"
    whole, page = database.read_bytes(), 4096
    holes = whole[: 20 * page] + os.urandom(10 * page) + whole[30 * page :]
    for damaged in (holes, whole[: len(whole) // 2], whole[: page // 4]):
        database.write_bytes(damaged)
        said = asked(data, *SERVE)
        assert said.code == 1
        assert "stepstool restore" in said.words
        assert database.read_bytes() == damaged


@pytest.mark.enable_socket
def test_a_damaged_diary_names_a_backup_wherever_it_lies(
    asked: Ask, backup: Path, data: Path, tmp_path: Path
) -> None:
    """In another folder, locked, or in a store, of which the last night's name is known."""
    (data / "stepstool.sqlite3").write_bytes(b"lightning" * 999)
    (data / "backups").mkdir()
    backup.rename(data / "backups/older.sqlite3")
    os.utime(data / "backups/older.sqlite3", (0, 0))
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk/new.sqlite3.age").write_bytes(b"age-encryption.org/v1")
    there = {"STEPSTOOL_BACKUP_TO": str(tmp_path / "disk")}
    said = asked(data, *SERVE, **there).words
    assert f"stepstool restore {tmp_path}/disk/new.sqlite3.age." in said
    night = datetime(2026, 3, 4, tzinfo=UTC)
    nights.remember(data, Nights(done=night, name="stepstool-x.age"))
    store = {"STEPSTOOL_BACKUP_TO": "s3://diaries", "STEPSTOOL_BACKUP_S3_KEY": "x"}
    store |= {"STEPSTOOL_BACKUP_S3_SECRET": "x", "STEPSTOOL_BACKUP_PASSPHRASE": "x"}
    said = asked(data, *SERVE, **store).words
    assert "stepstool restore stepstool-x.age." in said


@pytest.mark.parametrize("command", [LIST, ("backup",), ("nightly",), ("tidy",)])
@pytest.mark.parametrize("garbage", GARBAGE)
def test_no_command_works_on_what_is_no_diary(
    asked: Ask, tmp_path: Path, garbage: str, command: tuple[str, ...]
) -> None:
    """Nor writes into it: SQLite would make a database of an empty file."""
    make, word = GARBAGE[garbage]
    make(file := tmp_path / "stepstool.sqlite3")
    before = file.is_file() and file.read_bytes()
    said = asked(tmp_path, *command)
    assert said.code == 1
    assert word in said.words
    assert [one.name for one in tmp_path.iterdir()] == ["stepstool.sqlite3"]
    assert before == (file.is_file() and file.read_bytes())


TYPO = [
    LIST,
    ("backup",),
    ("backup", "elsewhere/copy"),
    ("export", "elsewhere/all"),
    ("tidy",),
    ("restore", "backup"),
    ("restore", "backup", "--for", "Anna"),
    ("restore", "--already-in-place"),
]


@pytest.mark.parametrize("command", TYPO)
def test_a_folder_that_was_mistyped(
    asked: Ask, tmp_path: Path, command: tuple[str, ...]
) -> None:
    said = asked(tmp_path / "typo", *command)
    assert said.code == 1
    assert f"There is no data folder {tmp_path}/typo" in said.words
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [LIST, ("backup",), ("tidy",)])
def test_a_folder_without_a_diary(
    asked: Ask, tmp_path: Path, command: tuple[str, ...]
) -> None:
    said = asked(tmp_path, *command)
    assert said.code == 1
    assert f"There is no diary in {tmp_path}" in said.words
    assert not list(tmp_path.iterdir())


@pytest.mark.enable_socket
@pytest.mark.parametrize("command", [SERVE, LIST])
def test_a_folder_that_is_a_file(
    asked: Ask, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "file").touch()
    said = asked(tmp_path / "file", *command)
    assert said.code == 1
    assert f"{tmp_path}/file" in said.words


@pytest.mark.enable_socket
@pytest.mark.parametrize("command", [SERVE, LIST])
def test_a_folder_of_another_user(asked: Ask, command: tuple[str, ...]) -> None:
    if not ROOT or not all_may_read(Path(cli.__file__)):
        pytest.skip("needs another user, and a checkout that such a one may read")
    made = subprocess.run(
        ["mktemp", "-d"], check=True, capture_output=True, text=True
    ).stdout.strip()
    try:
        said = asked(Path(made), *command, user=NOBODY)
        assert said.code == 1
        assert "Start Stepstool as the user whom it belongs to" in said.words
        assert not list(Path(made).iterdir())
    finally:
        Path(made).rmdir()


@pytest.mark.enable_socket
@pytest.mark.parametrize("command", [SERVE, LIST])
def test_a_folder_that_can_only_be_read(
    asked: Ask, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with mounted(tmp_path / "disk", "ro"):
        said = asked(tmp_path / "disk", *command)
    assert said.code == 1
    assert "It can only be read" in said.words


@pytest.mark.enable_socket
def test_a_disk_that_is_full(asked: Ask, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "size=64k"):
        (disk / "films").write_bytes(b"x" * 64 * 1024)
        said = asked(disk, *SERVE)
        assert [file.name for file in disk.iterdir()] == ["films"]
    assert said.code == 1
    assert "The disk is full" in said.words


@pytest.mark.enable_socket
def test_a_disk_that_fills_up_while_a_house_is_made(tmp_path: Path) -> None:
    """SQLite itself says nothing where its journal finds no room in the file when it closes."""
    disk = tmp_path / "disk"
    with mounted(disk, "size=600k"):
        done = subprocess.run(
            [sys.executable, "-m", "stepstool", "serve"],
            env=surroundings(disk) | {"PORT": str(free_port())},
            capture_output=True,
            text=True,
            check=False,
        )
        assert not list(disk.glob("stepstool*"))
    assert done.returncode == 1
    assert done.stderr.startswith("The disk is full.")


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("postgres://u:p@127.0.0.1:1/stepstool", "does not answer"),
        ("postgres://u:p@no.such.host.invalid/stepstool", "not known by that name"),
        ("postgres://u:p@127.0.0.1:1/x?sslmod=on", "invalid connection option"),
        ("postgres://u:p@127.0.0.1", "is not the address of a PostgreSQL"),
        ("postgres://", "is not the address of a PostgreSQL"),
        ("sqlite:///diary", "is not the address of a PostgreSQL"),
        ("postgres://u:p@[127.0.0.1/x", "is no address"),
        ("postgres://u:p@127.0.0.1:port/x", "names no port that can be"),
    ],
)
@pytest.mark.parametrize("owner", [False, True])
def test_a_postgresql_that_lets_nobody_in(
    asked: Ask, tmp_path: Path, address: str, word: str, *, owner: bool
) -> None:
    """What is wrong with the owner's address is not blamed on that of the pages."""
    name = f"STEPSTOOL_DATABASE{'_OWNER' if owner else ''}_URL"
    said = asked(tmp_path / "new", *SERVE, **{name: address})
    assert said.code == 1
    assert word in said.words
    assert name in said.words
    assert not list(tmp_path.iterdir())


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("setting", "value", "word"),
    [
        ("PORT", "abc", "PORT is 'abc'. Set it to a whole number from 1"),
        ("PORT", "0", "PORT is '0'"),
        ("PORT", "99999", "PORT is '99999'"),
        ("PORT", "-1", "PORT is '-1'"),
        ("HOST", "http://diary.example.org", "HOST is no address of a machine"),
        ("HOST", "999.1.1.1", "HOST is no address of a machine"),
        ("HOST", "192.0.2.1", "This machine has no such address"),
    ],
)
def test_a_place_where_nobody_can_listen(
    asked: Ask, tmp_path: Path, setting: str, value: str, word: str
) -> None:
    said = asked(tmp_path / "new", *SERVE, **{setting: value})
    assert said.code == 1
    assert word in said.words
    assert not list(tmp_path.iterdir())


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("setting", "value", "word"),
    [
        ("STEPSTOOL_ALLOWED_HOSTS", "https://diary.example.org", "the name alone"),
        ("STEPSTOOL_SIGNUP", "everybody", "one of: first, invite, open"),
    ],
)
def test_a_setting_that_is_nonsense_is_refused_and_leaves_no_folder(
    tmp_path: Path, setting: str, value: str, word: str
) -> None:
    """Each in a process of its own, since the settings are read once."""
    environment = surroundings(tmp_path / "new") | {setting: value}
    environment["PORT"] = str(free_port())
    done = subprocess.run(
        [sys.executable, "-m", "stepstool", "serve"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert setting in done.stderr
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())
