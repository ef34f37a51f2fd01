"""`stepstool import`: an export becomes a diary, and again, and from streams."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stepstool import cli, method
from tests.trackers.exports import huckleberry, zipped

POO = "Diaper,2026-01-28 20:00,,,,,Poo,"
PEE = "Diaper,2026-01-29 20:00,,,,,Pee,"
LONDON = ("--zone", "Europe/London")

Import = Callable[..., int]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_bytes(huckleberry(POO, PEE))
    return path


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "mia.json"


def read(diary: Path) -> dict[str, Any]:
    text = diary.read_text(encoding="utf-8")
    method.read_diary(text)
    raw: dict[str, Any] = json.loads(text)
    return raw


def run(*words: object) -> int:
    return cli.main(["import", *map(str, words)])


def fails(*words: object) -> bool:
    return run(*words) == 2


def test_an_export_becomes_a_diary(export: Path, diary: Path) -> None:
    assert run(export, *LONDON, "--born", "2022-05", "-o", diary) == 0
    raw = read(diary)
    assert raw["child"] == {"born": "2022-05"}
    assert [entry["kind"] for entry in raw["entries"]] == ["zone", "poop", "pee"]


def test_the_zone_is_written_from_the_first_row_on(export: Path, diary: Path) -> None:
    run(export, *LONDON, "-o", diary)
    zone = read(diary)["entries"][0]
    assert zone["at"] == "2026-01-28T20:00:00+00:00"
    assert zone["data"] == {"zone": "Europe/London"}


def test_the_report_is_for_people(
    export: Path, diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(export, *LONDON, "-o", diary)
    assert capsys.readouterr().out.splitlines() == [
        "Huckleberry, times of Europe/London.",
        "2 entries from 2026-01-28 to 2026-01-29: 1 poop, 1 pee.",
        "New in the diary: 2; there already: 0.",
    ]


def test_what_was_not_understood_is_reported(
    tmp_path: Path, diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    rows = ("Naptime,2026-01-28 20:00,,,,,,", "Diaper,2026-01-28 20:00,,,Odd,,Poo,=1")
    path.write_bytes(huckleberry(*rows, "Bath,2026-01-28 20:00,,,,,,"))
    run(path, *LONDON, "-o", diary)
    assert capsys.readouterr().out.splitlines()[3:] == [
        "Left out, since nothing here needs it: 1 Bath.",
        "Cells that look like formulas, kept as plain text: 1.",
        (
            "Understood in part, 1 row (row 3): "
            "“Odd” is kept, though we don’t know what it means."
        ),
        "    Diaper, 2026-01-28 20:00, Odd, Poo, =1",
        "Not understood, 1 row (row 2): “Naptime” is new to us.",
        "    Naptime,2026-01-28 20:00,,,,,,",
    ]


def test_what_else_lies_in_a_zip_is_named(
    export: Path, diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = export.with_suffix(".zip")
    packed.write_bytes(zipped(a__csv=export.read_bytes(), readme__txt="hello"))
    run(packed, *LONDON, "-o", diary)
    assert "Not read in the zip: readme.txt." in capsys.readouterr().out


def test_adding_the_same_again_changes_nothing(export: Path, diary: Path) -> None:
    run(export, *LONDON, "-o", diary)
    before = diary.read_bytes()
    assert run(export, *LONDON, "--into", diary, "-o", diary) == 0
    assert diary.read_bytes() == before


def test_new_rows_are_added(export: Path, diary: Path) -> None:
    run(export, *LONDON, "-o", diary)
    export.write_bytes(huckleberry(POO, PEE, POO.replace("28", "30")))
    run(export, *LONDON, "--into", diary, "-o", diary)
    assert len(read(diary)["entries"]) == 4


def test_removed_rows_stay_removed(export: Path, diary: Path) -> None:
    run(export, *LONDON, "-o", diary)
    raw = read(diary)
    raw["entries"][1] |= {"removed": True, "version": 2}
    diary.write_text(json.dumps(raw))
    run(export, *LONDON, "--into", diary, "-o", diary)
    assert read(diary) == raw


def test_rows_edited_by_hand_stay_as_edited(export: Path, diary: Path) -> None:
    run(export, *LONDON, "-o", diary)
    raw = read(diary)
    raw["entries"][1]["data"]["pain"] = 2
    diary.write_text(json.dumps(raw))
    run(export, *LONDON, "--into", diary, "-o", diary)
    assert read(diary) == raw


def test_a_diary_knows_its_zone(export: Path, diary: Path) -> None:
    run(export, *LONDON, "-o", diary)
    assert run(export, "--into", diary, "-o", diary) == 0


def test_a_diary_is_an_export_too(export: Path, diary: Path, tmp_path: Path) -> None:
    run(export, *LONDON, "--born", "2022-05", "-o", diary)
    copy = tmp_path / "copy.json"
    run(diary, "-o", copy)
    assert read(copy) == read(diary)


def test_a_stream_is_read_and_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(huckleberry(POO)))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("-", *LONDON, "-o", "-") == 0
    printed = capsys.readouterr()
    assert len(json.loads(printed.out)["entries"]) == 2
    assert "Huckleberry" in printed.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.csv", *LONDON, "-o", "x"), "missing.csv: No such file"),
        (("export.csv", "-o", "x"), "--zone Europe/London"),
        (("export.csv", "--zone", "Mars", "-o", "x"), "no time zone"),
        (("export.csv", *LONDON, "--born", "May", "-o", "x"), "--born: 'May' is no"),
        (("export.csv", *LONDON, "--format", "blue", "-o", "x"), "no format 'blue'"),
        (("export.csv", *LONDON, "--into", "gone", "-o", "x"), "gone: No such file"),
        (("export.csv", *LONDON, "--into", "export.csv", "-o", "x"), "no diary file"),
        (("export.csv", *LONDON, "--into", "bytes", "-o", "x"), "it is no text"),
        (("bytes", *LONDON, "-o", "x"), "This is a picture"),
        (("export.csv", *LONDON, "-o", "no/folder"), "no/folder: No such file"),
        (("export.csv", *LONDON, "-o", "."), ".: "),
    ],
)
def test_a_fault_is_a_sentence_and_changes_nothing(
    words: tuple[str, ...],
    said: str,
    export: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(export.parent)
    Path("bytes").write_bytes(b"\x89PNG\r\n\xff")
    assert fails(*words)
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == ["bytes", "export.csv"]


def test_a_question_that_is_open_says_how_to_answer_it(
    tmp_path: Path, diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(huckleberry(POO.replace("2026-01-28", "03/04/2026")))
    assert fails(path, *LONDON, "-o", diary)
    assert "--dates day-first or --dates month-first" in capsys.readouterr().err


def test_the_answer_decides(tmp_path: Path, diary: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(huckleberry(POO.replace("2026-01-28", "03/04/2026")))
    run(path, *LONDON, "--dates", "month-first", "-o", diary)
    assert read(diary)["entries"][1]["at"].startswith("2026-03-04")


def test_a_process_of_its_own_ends_with_two_and_no_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "stepstool", "import", "gone", "-o", "x"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "gone: No such file or directory.\n"


def test_no_django_is_needed() -> None:
    code = (
        "import sys; from stepstool.cli import advise, import_, schema; "
        "print('django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_no_sign_that_moves_the_terminal_reaches_it(
    tmp_path: Path, diary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    odd = "\x1b[31mred\x07\x9b2J\u202eback\x7f"
    path.write_bytes(huckleberry(POO, f'{odd},2026-01-28 20:00,,,,,,"a\nforged line"'))
    assert run(path, *LONDON, "-o", diary) == 0
    said = capsys.readouterr().out
    assert [sign for sign in said if sign != "\n" and not sign.isprintable()] == []
    assert "\\u001b[31mred\\u0007\\u009b2J\\u202eback\\u007f" in said
    assert "\nforged" not in said


def test_a_complaint_is_as_plain(capsys: pytest.CaptureFixture[str]) -> None:
    assert fails("gone\x1b[2J", *LONDON, "-o", "x")
    assert capsys.readouterr().err.startswith("gone\\u001b[2J: No such file")


def test_a_diary_that_is_written_out_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    note = "\x9b \u202e 👩‍👧 うんち"
    path.write_bytes(huckleberry(f"{POO}{note}"))
    run(path, *LONDON, "-o", "-")
    printed = capsys.readouterr().out
    assert "\u202e" not in printed
    assert "👩‍👧 うんち" in printed
    assert json.loads(printed)["entries"][1]["note"] == note
