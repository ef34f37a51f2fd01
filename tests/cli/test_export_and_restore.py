"""Single diaries leave the house as files, and come back from them, without a page."""

import errno
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stepstool.cli import main
from stepstool.web.diary import writing
from stepstool.web.families import accounts, audit, households
from stepstool.web.families.models import Child, Family, User
from tests.web.diary.days import a_poop

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


@pytest.fixture
def family() -> int:
    """Let Anna have Mia, with one entry, and a second child of the same name."""
    user = accounts.make_user("Anna", "an old pass phrase").user
    opened = households.open_family(user, "Mia", date(2022, 5, 1))
    writing.write(opened.membership, opened.child, [a_poop("p1", note="soft")])
    households.add_child(opened.membership, "Mia", date(2024, 1, 1))
    return opened.child.family_id


@pytest.fixture
def folder(family: int, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    assert main(["export", str(folder)]) == 0
    return folder


def diary(folder: Path) -> Path:
    held = [file for file in folder.glob("*.json") if "p1" in file.read_text()]
    return held[0]


def test_each_child_gets_its_files_readable_by_their_owner_only(
    family: int, tmp_path: Path, capsys: Said
) -> None:
    assert main(["export", str(tmp_path / "out")]) == 0
    files = sorted((tmp_path / "out").iterdir())
    assert sorted(capsys.readouterr().out.split()) == [str(file) for file in files]
    assert sorted(file.suffix for file in files) == [".json", ".json", ".zip", ".zip"]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_parents_read_that_it_was_done(family: int, folder: Path) -> None:
    line = audit.record(family)[0]
    assert str(line) == "Whoever runs this house took Mia’s diary along as a file"


def test_a_folder_that_holds_something_is_left_alone(
    folder: Path, capsys: Said
) -> None:
    assert main(["export", str(folder)]) == 1
    assert "is not empty" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "file").touch()
    assert main(["export", str(tmp_path / "file")]) == 1
    assert "file: " in capsys.readouterr().err


@pytest.mark.usefixtures("family")
def test_a_diary_that_is_cut_off_leaves_no_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def lines(_: Child) -> Iterator[str]:
        yield "the first line"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("stepstool.web.diary.whole.text_of", lines)
    assert main(["export", str(tmp_path / "out")]) == 1
    assert "The disk is full." in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


def test_only_one_family_is_written(family: int, tmp_path: Path) -> None:
    assert main(["export", str(tmp_path / "none"), "--family", str(family + 1)]) == 0
    assert list((tmp_path / "none").iterdir()) == []


def entries_of(child: Child, tmp_path: Path) -> Any:
    folder = tmp_path / f"again-{child.family_id}"
    assert main(["export", str(folder), "--family", str(child.family_id)]) == 0
    return json.loads(diary(folder).read_text())["entries"]


def test_a_diary_comes_back_for_who_is_here(
    family: int, folder: Path, tmp_path: Path, capsys: Said
) -> None:
    assert main(["restore", str(diary(folder)), "--for", "anna"]) == 0
    assert "restored as family" in capsys.readouterr().out
    back = Child.objects.filter(family_id=Family.objects.latest("pk").pk).get()
    before = json.loads(diary(folder).read_text())["entries"]
    after = entries_of(back, tmp_path)
    assert [entry | {"by": ""} for entry in after] == [
        entry | {"by": ""} for entry in before
    ]


def test_a_diary_comes_back_for_who_is_made(folder: Path, capsys: Said) -> None:
    capsys.readouterr()
    assert main(["restore", str(diary(folder)), "--for", "Ben"]) == 0
    password = capsys.readouterr().out.splitlines()[1].rpartition(" ")[2]
    assert User.objects.get(name="Ben").check_password(password)


NO_DIARIES = {
    "no.json": (None, "No such file"),
    "text.json": (b"hello", "This is no diary file"),
    "picture.json": (b"\x89PNG\xff", "it is no text"),
    "nobody.json": (b'{"child": {}, "entries": []}', "does not say whose diary"),
}


@pytest.mark.parametrize("name", NO_DIARIES)
def test_what_is_no_diary_makes_nobody(tmp_path: Path, capsys: Said, name: str) -> None:
    content, sentence = NO_DIARIES[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["restore", str(tmp_path / name), "--for", "Ben"]) == 1
    assert sentence in capsys.readouterr().err
    assert not User.objects.exists()


def test_without_a_file_nothing_is_restored(capsys: Said) -> None:
    assert main(["restore", "--already-in-place", "--for", "Ben"]) == 2
    assert "Name the file" in capsys.readouterr().err
