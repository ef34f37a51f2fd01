"""Sheets of a diary: a spreadsheet reads them, runs nothing, and memory stays flat."""

import csv
import io
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from stepstool import method
from stepstool.paper import sheets
from tests.method.record.made_up import entries as made_up_entries
from tests.method.record.made_up import texts

AT = datetime(2026, 3, 4, 18, 10, tzinfo=UTC)
CLOCK = method.Clock([method.lasting.Zone(id="z", at=AT, zone="Europe/Berlin")])
Poop = method.poop.Poop


def zipped(entries: Iterable[method.Entry]) -> bytes:
    held = list(entries)

    def rows(kind: str) -> list[method.Entry]:
        return [entry for entry in held if kind in {entry.KIND, ""}]

    return b"".join(sheets.zip_of(rows, CLOCK, {"1": "Anna"}))


def opened(packed: bytes) -> dict[str, list[list[str]]]:
    """Read the sheets as a spreadsheet does."""
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        assert files.testzip() is None
        raw = {name: files.read(name) for name in files.namelist()}
    assert all(text.startswith(b"\xef\xbb\xbf") for text in raw.values())
    return {
        name: list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
        for name, text in raw.items()
    }


def test_a_sheet_has_a_heading_and_a_row_for_each_entry() -> None:
    entry = Poop(id="p1", at=AT, by="1", bristol=4, note="うんち, soft\nand big")
    heading, row = opened(zipped([entry]))["poop.csv"]
    cells = dict(zip(heading, row, strict=True))
    assert (cells["day"], cells["time"]) == ("2026-03-04", "19:10")
    assert (cells["who"], cells["bristol"]) == ("Anna", "4")
    assert cells["note"] == "うんち, soft\nand big"


def test_a_kind_that_nobody_wrote_has_no_sheet() -> None:
    assert list(opened(zipped([Poop(id="p1", at=AT)]))) == ["poop.csv"]
    assert opened(zipped([])) == {}


def test_what_lasted_says_until_when() -> None:
    sit = method.toileting.Sit(id="s", at=AT, until=AT + timedelta(minutes=5))
    heading, row = opened(zipped([sit]))["sit.csv"]
    assert dict(zip(heading, row, strict=True))["until"] == "2026-03-04 19:15"


def test_lines_end_as_the_standard_says() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped([Poop(id="p1", at=AT)]))) as files:
        assert files.read("poop.csv").count(b"\r\n") == 2


def test_what_was_not_understood_stands_as_it_came() -> None:
    strange = method.read_diary('{"child": {}, "entries": [{"kind": "moon"}]}').entries

    def rows(kind: str) -> Iterable[method.Entry]:
        return strange if kind == sheets.UNREAD else ()

    packed = b"".join(sheets.zip_of(rows, CLOCK, {}))
    heading, row = opened(packed)["not-understood.csv"]
    cells = dict(zip(heading, row, strict=True))
    assert (cells["kind"], cells["as_it_came"]) == ("moon", '{"kind": "moon"}')


RUN = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\uff1d1",
    "\u00a0=1",
]


@pytest.mark.parametrize("cell", RUN)
def test_nothing_begins_a_formula(cell: str) -> None:
    assert sheets.harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "4", "a=b", "soft - and big", "'quoted"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert sheets.harmless(cell) == cell


@settings(max_examples=25)
@given(some.lists(made_up_entries(), max_size=3), texts(30))
def test_no_cell_of_any_diary_runs_and_every_row_fits_its_heading(
    entries: list[method.Entry], note: str
) -> None:
    named = [*entries, Poop(id="=cmd", at=AT, note=f"={note}")]
    for rows in opened(zipped(named)).values():
        assert {len(row) for row in rows} == {len(rows[0])}
        cells = [cell for row in rows[1:] for cell in row]
        assert not [cell for cell in cells if cell.lstrip(" \u00a0")[:1] in sheets.RUNS]


def a_year(entries: int) -> Iterator[method.Entry]:
    for number in range(entries):
        yield Poop(id=f"p{number}", at=AT + timedelta(minutes=number), bristol=4)


def most_memory(entries: int) -> int:
    def rows(kind: str) -> Iterable[method.Entry]:
        return a_year(entries) if kind == "poop" else ()

    tracemalloc.start()
    for _piece in sheets.zip_of(rows, CLOCK, {}):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_diary() -> None:
    most_memory(50)
    assert most_memory(4_000) < 1.5 * most_memory(500)
