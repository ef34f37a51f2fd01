"""Tables: rows of cells under a heading, as spreadsheets and exports write them."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS

DELIMITERS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. number: where it stands in the file, the heading being 1."""

    number: int
    cells: Sequence[str]
    columns: Mapping[str, int]

    def __getitem__(self, name: str) -> str:
        """Give a cell by the name of its column, in small letters; "" where none is."""
        place = self.columns.get(name)
        if place is None or place >= len(self.cells):
            return ""
        return self.cells[place].strip()

    def raw(self) -> dict[str, str]:
        """Give all that is written in it."""
        cells, end = self.cells, len(self.cells)
        return {
            name: cell
            for name, place in self.columns.items()
            if place < end and (cell := cells[place].strip())
        }

    @property
    def is_too_long(self) -> bool:
        """Whether a cell holds more than a family would write."""
        return any(len(cell) > LONGEST_CELL for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A heading, in small letters, and the rows under it."""

    heading: tuple[str, ...]
    rows: tuple[TableRow, ...]


def heading_of(text: str) -> tuple[str, ...]:
    """Give the names of the columns in small letters; of any text its first line."""
    first = next(_cells(text.lstrip("\n")[:LONGEST_CELL]), [])
    return tuple(" ".join(cell.casefold().split()) for cell in first)


def table_of(text: str) -> Table:
    """Read a table; refuses one that is cut short or too large."""
    heading = heading_of(text)
    if len(heading) > MOST_COLUMNS:
        raise NotUnderstoodError("unknown_format", names="tables of fewer columns")
    rows = _rows(text, {name: place for place, name in enumerate(heading) if name})
    if _is_cut(text, rows):
        raise NotUnderstoodError("cut_short")
    return Table(heading=heading, rows=tuple(rows))


def _rows(text: str, columns: Mapping[str, int]) -> list[TableRow]:
    rows: list[TableRow] = []
    reader = _cells(text)
    try:
        for number, cells in enumerate(reader, 1):
            if any(map(str.strip, cells)):
                rows.append(TableRow(number, _kept(cells), columns))
            if len(rows) > MOST_ROWS:
                raise NotUnderstoodError("too_many_rows", most=MOST_ROWS)
    except csv.Error:
        raise NotUnderstoodError("cell_too_long", row=len(rows) + 1) from None
    return rows[1:]


def _kept(cells: list[str]) -> list[str]:
    """Keep of an endless cell as much as shows that it is one."""
    if max(map(len, cells)) > LONGEST_CELL:
        return [cell[: LONGEST_CELL + 1] for cell in cells]
    return cells


def _cells(text: str) -> Iterator[list[str]]:
    line = next((line for line in _lines(text) if line != "\n"), "")
    delimiter = max(DELIMITERS, key=line.count)
    return csv.reader(_lines(text), delimiter=delimiter)


def _lines(text: str) -> Iterator[str]:
    """Give one line after the other, where a stream would hold all of it four times as wide."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin) + 1 or len(text)
        yield text[begin:end]
        begin = end


def _is_cut(text: str, rows: list[TableRow]) -> bool:
    """Whether the end is missing: an open quotation, or a last row begun only."""
    if text.count('"') % 2 and _ends_in_quotation(text):
        return True
    if text.endswith("\n") or not rows:
        return False
    *others, last = rows
    full = min((len(row.cells) for row in others), default=len(last.columns))
    return len(last.cells) < full


def _ends_in_quotation(text: str) -> bool:
    delimiter = max(DELIMITERS, key=next(_lines(text)).count)
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error as error:
        return "end of data" in str(error)
    return False
