"""Reading tables row by row: what every format of rows has to do."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from stepstool.trackers.complaints import NeedsAnswerError
from stepstool.trackers.format import Documents, Options
from stepstool.trackers.piece import Doubt, Happening, LeftOut, Piece, Strange
from stepstool.trackers.table import TableRow
from stepstool.trackers.wall_time import DateOrder, date_order, duration, wall_time


class PuzzleError(ValueError):
    """A row that is not understood; the doubt says why."""

    def __init__(self, reason: str, word: str = "") -> None:
        self.doubt = Doubt(reason, word)
        super().__init__(reason)


Reader: TypeAlias = Callable[
    [TableRow, DateOrder | None], Iterable[Happening | LeftOut]
]


def read_rows(
    rows: Iterable[TableRow],
    reader: Reader,
    order: DateOrder | None,
    times: Collection[str],
) -> Iterator[Piece]:
    """Read each row by itself: one that is not understood never stops the others.

    times: the columns that hold times; what the others hold tells rows apart.
    """
    for row in rows:
        try:
            for piece in _checked(row, reader, order):
                yield _with_row(piece, row, times)
        except PuzzleError as puzzle:
            text = ",".join(row.cells)
            yield Strange(doubt=puzzle.doubt, row=text, number=row.number)


def _checked(
    row: TableRow, reader: Reader, order: DateOrder | None
) -> Iterable[Happening | LeftOut]:
    if row.is_too_long:
        raise PuzzleError("too_long")
    return reader(row, order)


def _with_row(
    piece: Happening | LeftOut, row: TableRow, times: Collection[str]
) -> Piece:
    if isinstance(piece, LeftOut):
        return piece
    raw = row.raw()
    details = repr({name: cell for name, cell in raw.items() if name not in times})
    return replace(piece, row=raw, number=row.number, details=details)


def order_of_dates(
    documents: Documents,
    columns: Collection[str],
    options: Options,
    usual: DateOrder | None = None,
) -> DateOrder | None:
    """Decide on day or month first from all rows of one export. usual: of the tracker."""
    texts = [
        row[column]
        for document in documents
        for row in document.table.rows
        for column in columns
        if row[column]
    ]
    return date_order(texts, options.date_order, usual)


def moment(row: TableRow, column: str, order: DateOrder | None) -> datetime:
    """Give the time of a row; a row without one is not understood."""
    text = row[column]
    if not text:
        raise PuzzleError("no_time")
    try:
        return wall_time(text, order)
    except ValueError:
        raise PuzzleError("bad_time", text) from None


def length(row: TableRow, column: str) -> timedelta | None:
    """Give how long a row says it lasted, None if it does not; what can't be is not understood."""
    try:
        return duration(row[column])
    except ValueError:
        raise PuzzleError("bad_length", row[column]) from None


def end(
    row: TableRow,
    column: str,
    order: DateOrder | None,
    begin: datetime,
    lasted: timedelta | None,
) -> datetime | None:
    """Give the end of a row, by its own column or by how long it lasted, if told."""
    if row[column]:
        return moment(row, column, order)
    return begin + lasted if lasted else None


def child_in(documents: Documents, column: str, options: Options) -> str:
    """Give the one child whose rows are wanted, "" for all; a file of several asks."""
    rows = (row for document in documents for row in document.table.rows)
    names = sorted({row[column] for row in rows} - {""})
    if len(names) < 2:
        return ""
    if options.child not in names:
        raise NeedsAnswerError("child", names, names=", ".join(names))
    return options.child


def rows_of(rows: Iterable[TableRow], column: str, child: str) -> Iterable[TableRow]:
    """Give the rows of one child, "" for all."""
    return (row for row in rows if not child or row[column] in {child, ""})
