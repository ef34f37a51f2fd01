"""A diary as sheets for a spreadsheet: one CSV file for each kind of entry, in a zip.

A kind has its own questions, so that one file for all would be a hundred columns, of which each
row fills ten. The files are RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets read
letters right. A cell that a spreadsheet would run as a formula gets an apostrophe before it. The
zip is made piece by piece, so that no more than some rows are in memory.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain, islice
from typing import Any, Final

from stepstool import method

BOM: Final = "\ufeff"
# What begins a formula, in plain and in wide letters, and what some programs skip before one.
RUNS: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
UNREAD: Final = "not-understood"
BEFORE: Final = ("day", "time", "until", "timing", "who")
AS_IT_CAME: Final = ("kind", "as_it_came")
AFTER: Final = ("note", "id")

Rows = Callable[[str], Iterable[method.Entry]]
"""The entries of one kind, named as it is; of those that are not understood, under UNREAD."""


def zip_of(
    rows: Rows, clock: method.Clock, names: Mapping[str, str]
) -> Iterator[bytes]:
    """Give a zip with a sheet for each kind that was written, piece by piece.

    Moments are on the child's clock. names: who wrote, by the id in `Entry.by`.
    """
    outbox = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_DEFLATED) as packed:
        for kind in (*method.KINDS, UNREAD):
            lines = _sheet(kind, rows(kind), clock, names)
            for heading in islice(lines, 1):
                with packed.open(_member(kind), "w") as sheet:
                    for line in chain((heading,), lines):
                        sheet.write(line.encode())
                        yield from outbox.taken()
    yield from outbox.taken()


class _Outbox(io.RawIOBase):
    """What a zip is written into; its pieces are taken before the next ones come."""

    def __init__(self) -> None:
        """Begin empty."""
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """It only takes, and knows no place to go back to."""
        return True

    def write(self, piece: Any) -> int:
        """Keep a piece."""
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> Iterator[bytes]:
        """Give what came since, and forget it."""
        pieces, self._pieces = self._pieces, []
        yield from pieces


def _member(kind: str) -> zipfile.ZipInfo:
    """Name a sheet; without a clock, so that the same diary gives the same zip."""
    member = zipfile.ZipInfo(f"{kind}.csv")
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _sheet(
    kind: str,
    entries: Iterable[method.Entry],
    clock: method.Clock,
    names: Mapping[str, str],
) -> Iterator[str]:
    """Give the lines of a sheet, its heading first; of no entries nothing."""
    answers = AS_IT_CAME if kind == UNREAD else tuple(method.KINDS[kind].QUESTIONS)
    heading = (*BEFORE, *answers, *AFTER)
    begun = False
    for entry in entries:
        if not begun:
            yield BOM + _line(heading)
        begun = True
        yield _line(
            [
                *_envelope(entry, clock, names),
                *_answers(entry),
                str(entry.note or ""),
                entry.id,
            ]
        )


def _envelope(
    entry: method.Entry, clock: method.Clock, names: Mapping[str, str]
) -> list[str]:
    local = clock.local(entry.at)
    until = _minute(clock.local(entry.until)) if entry.until else ""
    who = names.get(entry.by, "")
    return [f"{local:%Y-%m-%d}", f"{local:%H:%M}", until, str(entry.timing), who]


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _answers(entry: method.Entry) -> list[str]:
    if isinstance(entry, method.Unread):
        return [entry.kind, json.dumps(dict(entry.raw), ensure_ascii=False)]
    raw = method.write_entry(entry)["data"]
    return [_plain(raw.get(name, "")) for name in entry.QUESTIONS]


def _plain(value: Any) -> str:
    """Write an answer as a cell: several with semicolons, yes and no in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(map(harmless, cells))
    return line.getvalue()


def harmless(cell: str) -> str:
    """Give a cell that no spreadsheet runs; what begins a formula becomes text."""
    begins = cell.lstrip(" \u00a0")[:1]
    return f"'{cell}" if begins in RUNS and begins else cell
