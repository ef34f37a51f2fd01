"""What a tracker's format is: a name, a way to know it, and a way to read it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Final, TypeAlias

from stepstool.trackers.limits import LONGEST_CELL, MOST_ROWS
from stepstool.trackers.piece import Piece
from stepstool.trackers.table import Table, heading_of, table_of
from stepstool.trackers.wall_time import DateOrder

_FIRST_WORDS: Final = re.compile(r"\S.*")


@dataclass
class Document:
    """One text file, alone or out of a zip.

    name: what it was called, for people; text: all of it, of a table that was read its end.
    """

    name: str
    text: str

    @cached_property
    def heading(self) -> frozenset[str]:
        """The names of its columns, in small letters, if it is a table."""
        return frozenset(heading_of(self.text))

    @cached_property
    def table(self) -> Table:
        """The file as a table; refuses one that is cut short or too large."""
        table = table_of(self.text)
        self.text = self.text[-LONGEST_CELL:]  # it may be as large as all the rows
        return table

    @property
    def formulas(self) -> int:
        """How many cells a spreadsheet would run; here they stay plain text."""
        if "table" not in vars(self):
            return 0
        rows = self.table.rows
        return sum(cell.lstrip().startswith("=") for row in rows for cell in row.cells)

    @property
    def stem(self) -> str:
        """The name without folders and ending, in small letters."""
        return PurePath(self.name).stem.casefold()

    @property
    def begins(self) -> str:
        """The first line that says anything."""
        lines = _FIRST_WORDS.search(self.text)
        return lines[0].strip() if lines else ""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the family chose about the file. child: which one, where it holds several."""

    date_order: DateOrder | None = None
    child: str = ""


Documents: TypeAlias = Sequence[Document]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One format. key: its name for programs; name: its name for people.

    recognises: whether this is a document of it, by its content; read: the documents
    of one export, row by row. has_zone: its times say where they were. most: how many
    rows or entries it may hold.
    """

    key: str
    name: str
    recognises: Callable[[Document], bool]
    read: Callable[[Documents, Options], Iterator[Piece]]
    has_zone: bool = False
    most: int = MOST_ROWS
