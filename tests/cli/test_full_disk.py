"""A disk that is really full, and a clock that is really wrong, while the house runs."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from stepstool.web.shell.health import EVERY
from tests.cli.conftest import House, surroundings
from tests.cli.test_serve import answer, serving

SIZE = "size=64m"  # what a house needs to begin, and some more
AHEAD = """
from datetime import timedelta
from django.utils import timezone
from stepstool.web.diary.models import StoredEntry
from stepstool.web.families.households import open_family
from stepstool.web.families.models import User
from stepstool.web.families.one_family import within
from stepstool.web.diary import keys, writing
from stepstool import method
from datetime import date
anna = User.objects.create(username="anna", name="Anna")
opened = open_family(anna, "Mia", date(2022, 5, 1))
with within(opened.child.family_id):
    poop = method.poop.Poop(id=keys.new_id(), at=timezone.now())
    writing.write(opened.membership, opened.child, [poop])
    rows = StoredEntry.objects.filter(family_id=opened.child.family_id)
    rows.update(received_at=timezone.now() + timedelta(hours=50))
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of its own; where nobody may mount one, skip."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("there is no program that mounts a disk here")
    if mounted.returncode:
        pytest.skip("this user may mount no disk")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def how_it_is(address: str) -> tuple[int, str]:
    """Ask for a new look at it."""
    time.sleep(EVERY + 0.5)
    try:
        with urlopen(f"{address}/healthz") as told:  # noqa: S310 - our own address
            return told.status, json.load(told)["status"]
    except HTTPError as told:
        return told.code, json.load(told)["status"]


def fill(disk: Path) -> Path:
    """Write until there is no room for a byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    return filler


@pytest.mark.enable_socket
def test_a_full_disk_is_told_and_over_as_soon_as_there_is_room(
    small_disk: Path,
) -> None:
    with serving(surroundings(small_disk / "data")) as address:
        assert answer(f"{address}/healthz") == 200
        filler = fill(small_disk)
        assert how_it_is(address) == (503, "disk full")
        assert answer(f"{address}/look-around/") == 200
        filler.unlink()
        assert how_it_is(address) == (200, "ok")


@pytest.mark.enable_socket
def test_a_start_says_that_something_was_written_later_than_now(
    environment: dict[str, str], house: House, tmp_path: Path
) -> None:
    house(AHEAD)
    log = tmp_path / "log"
    with log.open("wb") as file, serving(environment, file) as address:
        assert answer(f"{address}/healthz") == 200
    assert "something was written at" in log.read_text()
    assert "which is later" in log.read_text()
