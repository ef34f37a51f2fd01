"""Bad files get a sentence that says what to do, and nothing else happens."""

import contextlib
import dataclasses
import gzip
import io
import json
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool import trackers
from stepstool.trackers import limits
from tests.trackers.exports import HUCKLEBERRY, huckleberry, read, zipped

POO = '"Diaper","2026-01-28 20:00",,"brown",,,"Poo:small","a note"'
FULL = huckleberry(*[POO.replace("28", f"{day:02}") for day in range(1, 29)])


def complaint(data: bytes | str) -> str:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(data)
    return refused.value.key


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"%PDF-1.7\n%\xe2", "pdf"),
        (b"SQLite format 3\x00rest", "database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet"),
        (gzip.compress(FULL), "packed"),
        (b"<!DOCTYPE html><p>Sign in", "web_page"),
        (b"Type,Start\x00,End", "not_text"),
        (b"\x81\x8d\x8f\x90", "not_text"),
        (b"\xff\xfeT", "cut_short"),
        ("Name,Age\nMia,4\n", "unknown_format"),
        ("hello", "unknown_format"),
        ("{", "unknown_format"),
        ('{"entries": [', "diary"),
        (HUCKLEBERRY, "no_rows"),
        (HUCKLEBERRY + "\n", "no_rows"),
        (zipped(a__csv=FULL)[:-30], "zip_damaged"),
        (zipped(), "empty"),
        (zipped(a__txt="hello"), "unknown_format"),
        (zipped(a__png=b"\x89PNG\r\n\x1a\n"), "unknown_format"),
        (zipped(x__csv=FULL, y__json='{"child": {}, "entries": []}'), "mixed"),
    ],
)
def test_it_is_told_what_it_is(data: bytes | str, key: str) -> None:
    assert complaint(data) == key


def test_a_spreadsheet_is_told_how_to_become_a_table() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(trackers.NotUnderstoodError, match="CSV"):
        read(packed.getvalue())


def test_a_huge_file_is_refused() -> None:
    assert complaint(b"x" * (limits.LARGEST + 1)) == "too_large"


def test_a_size_can_be_refused_before_reading() -> None:
    with pytest.raises(trackers.NotUnderstoodError, match="20 MB"):
        trackers.check_size(100_000_000)


def test_a_zip_bomb_is_refused() -> None:
    assert complaint(zipped(a__csv=b"0" * 50_000_000)) == "zip_too_full"


def test_a_zip_of_too_many_files_is_refused() -> None:
    many = {f"f{n}": "x" for n in range(limits.MOST_MEMBERS + 1)}
    assert complaint(zipped(**many)) == "zip_too_full"


def test_a_zip_with_a_password_is_refused() -> None:
    locked = bytearray(zipped(a__csv=FULL))
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + flag] |= 1
    assert complaint(bytes(locked)) == "zip_locked"


def test_a_zip_is_opened_and_what_else_lies_in_it_is_named() -> None:
    reading = read(zipped(a__csv=FULL, readme__txt="hello"))
    assert (len(reading.entries), reading.other_files) == (28, ("readme.txt",))


def test_hidden_files_and_folders_of_a_zip_are_passed_over() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("__MACOSX/._a.csv", "x")
        file.writestr("folder/", "")
        file.writestr("folder/a.csv", FULL)
    assert read(packed.getvalue()).other_files == ()


@given(st.integers(0, len(FULL) - 2))
def test_a_file_cut_anywhere_is_refused_or_lacks_only_its_end(end: int) -> None:
    try:
        reading = read(FULL[:end])
    except trackers.NotUnderstoodError:
        return
    *sure, _last = [entry.id for entry in reading.entries]  # its note may be cut off
    assert sure == [entry.id for entry in read(FULL).entries][: len(sure)]


@pytest.mark.parametrize(
    "end",
    ['"Diaper","2026-0', '"Diaper","2026-01-29 20:00",,', '"Diaper","2026-01-29"'],
)
def test_a_file_that_ends_in_a_row_is_cut_short(end: str) -> None:
    assert complaint(FULL + end.encode()) == "cut_short"


def test_an_unquoted_time_begun_only_is_cut_short() -> None:
    short = f"{HUCKLEBERRY}\nSleep\nSleep,2026-02-01 19:00\nSleep,2026-02-0"
    assert complaint(short) == "cut_short"


def test_a_cut_in_the_middle_of_a_letter_is_seen() -> None:
    assert complaint(huckleberry(POO) + "うんち".encode()[:-1]) == "cut_short"


def test_the_last_line_may_lack_its_end() -> None:
    assert len(read(FULL.rstrip()).entries) == 28


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    text = huckleberry(POO.replace("a note", "früh")).decode()
    assert read(text.encode(encoding)).entries[0].note == "früh"


def test_utf_16_of_the_other_end_is_read() -> None:
    text = "\ufeff" + huckleberry(POO).decode()
    assert len(read(text.encode("utf-16-be")).entries) == 1


def test_formulas_stay_text_and_are_counted() -> None:
    reading = read(huckleberry(POO.replace("a note", "=HYPERLINK(1)")))
    assert (reading.entries[0].note, reading.formulas) == ("=HYPERLINK(1)", 1)


def test_a_row_with_an_endless_cell_is_not_understood() -> None:
    endless = POO.replace("a note", "x" * (limits.LONGEST_CELL + 1))
    reading = read(huckleberry(POO, endless))
    assert [pile.reason for pile in reading.not_understood] == ["too_long"]
    assert len(reading.not_understood[0].examples[0]) == limits.LONGEST_EXAMPLE


def test_a_cell_beyond_all_measure_is_refused() -> None:
    assert complaint(huckleberry(POO, "x" * 200_000)) == "cell_too_long"


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stepstool.trackers.table.MOST_ROWS", 5)
    assert complaint(FULL) == "too_many_rows"


@pytest.mark.parametrize(
    "data",
    [
        "[PiyoLog]May 1, 2026\n" + "07:30   Poop\n" * 6,
        json.dumps({"child": {}, "entries": [{}] * 6}),
    ],
)
def test_too_many_entries_of_what_is_no_table_are_refused(
    data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = tuple(dataclasses.replace(tracker, most=5) for tracker in trackers.FORMATS)
    monkeypatch.setattr("stepstool.trackers.opening.FORMATS", few)
    monkeypatch.setattr("stepstool.trackers.formats.stepstool.MOST_ENTRIES", 5)
    assert complaint(data) == "too_many_rows"


def test_a_file_that_takes_too_long_is_refused() -> None:
    many = huckleberry(*[POO] * 101)
    assert len(read(many, has_time=lambda: True).entries) == 101
    with pytest.raises(trackers.NotUnderstoodError, match="half of it"):
        read(many, has_time=lambda: False)


def test_a_diary_is_no_text_of_old_windows() -> None:
    assert complaint(b'{"child": {"name": "Zo\xeb"}, "entries": []}') == "not_text"


def test_too_many_columns_are_refused() -> None:
    wide = HUCKLEBERRY + ",x" * 300
    assert complaint(f"{wide}\n{POO}\n") == "unknown_format"


def test_a_format_that_was_told_wrongly_is_said_so() -> None:
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read("hello", format="huckleberry")
    assert refused.value.key == "other_format"


def test_a_format_that_does_not_exist_is_said_so() -> None:
    with pytest.raises(trackers.NotUnderstoodError, match="huckleberry, "):
        read(FULL, format="blueberry")


def test_a_format_may_be_told() -> None:
    assert read(FULL, format="Huckleberry").format.key == "huckleberry"


@pytest.mark.parametrize(
    "name", ["babybuddy", "Baby Buddy", "baby-buddy", "BABY_BUDDY"]
)
def test_its_name_may_be_written_in_many_ways(name: str) -> None:
    text = "child_id,time,wet,solid\n1,2026-02-01 10:00,0,1\n"
    assert read(text, format=name).format.key == "babybuddy"


def test_a_file_is_recognised_by_its_content_and_not_by_its_name() -> None:
    assert trackers.recognise("holiday.png", FULL).name == "Huckleberry"


def test_every_complaint_ends_with_what_to_do() -> None:
    assert [key for key, text in trackers.SENTENCES.items() if not text.strip()] == []


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_it_fall_over(data: bytes) -> None:
    with contextlib.suppress(trackers.NotUnderstoodError):
        read(data)


@given(st.randoms(use_true_random=False), st.integers(1, 20))
def test_no_damage_to_an_export_makes_it_fall_over(
    chance: random.Random, blows: int
) -> None:
    data = bytearray(FULL)
    for _ in range(blows):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(trackers.NotUnderstoodError):
        read(bytes(data))
