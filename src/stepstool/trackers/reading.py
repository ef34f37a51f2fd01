"""What was read of a file: its entries, and an honest report of the rest."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stepstool import method
from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.entries import Maker, doubts_of
from stepstool.trackers.format import Format
from stepstool.trackers.piece import Happening, LeftOut, Piece, Strange
from stepstool.trackers.piles import Pile, Piles
from stepstool.trackers.rows import PuzzleError


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read of a file.

    counts: how many entries of each kind; first, last: days on the wall, None if there
    are no entries; left_out: how many rows were not wanted, by the tracker's word for
    them; not_understood: rows without an entry; half_understood: entries with a part
    that was not; formulas: cells that a spreadsheet would run, kept as plain text;
    other_files: what else lay in the zip; child: the child, where the file describes
    it; child_id: whose id the entries' ids are made with.
    """

    format: Format
    zone: str
    child_id: str
    entries: tuple[method.Entry, ...]
    counts: Mapping[str, int]
    first: date | None
    last: date | None
    left_out: Mapping[str, int]
    not_understood: tuple[Pile, ...]
    half_understood: tuple[Pile, ...]
    formulas: int = 0
    other_files: tuple[str, ...] = ()
    child: method.Child | None = None


_LOOKS_UP: Final = 100
"""After so many rows it is asked whether there is time."""


class ReadingBuilder:
    """Gathers what the rows turn out to be."""

    def __init__(self, maker: Maker, most: int, has_time: Callable[[], bool]) -> None:
        """Begin with nothing. most: how many pieces it takes; has_time: whether it goes on."""
        self.maker, self.most, self.has_time = maker, most, has_time
        self.taken = 0
        self.entries: list[method.Entry] = []
        self.left_out: Counter[str] = Counter()
        self.strange, self.half = Piles(), Piles()
        self.child: method.Child | None = None

    def take(self, piece: Piece) -> None:
        """Take what a row turned out to be; refuses more than a file may hold."""
        self.taken += 1
        if self.taken > self.most:
            raise NotUnderstoodError("too_many_rows", most=self.most)
        if self.taken % _LOOKS_UP == 0 and not self.has_time():
            raise NotUnderstoodError("too_slow")
        if isinstance(piece, Happening):
            self._take_happening(piece)
        elif isinstance(piece, LeftOut):
            self.left_out[piece.what] += 1
        elif isinstance(piece, Strange):
            self.strange.add(piece.doubt, piece.number, piece.row)
        elif isinstance(piece, method.Child):
            self.child = piece
        else:
            self.entries.append(piece)

    def _take_happening(self, happening: Happening) -> None:
        try:
            entry = self.maker.entry(happening)
        except PuzzleError as puzzle:
            self.strange.add(puzzle.doubt, happening.number, _text(happening.row))
        else:
            self.entries.append(entry)
            for doubt in doubts_of(happening, entry):
                self.half.add(doubt, happening.number, _text(happening.row))

    def reading(self, format: Format, **more: Any) -> Reading:  # noqa: A002 - as in Reading
        """Give what was gathered."""
        days = [entry.at.astimezone(self.maker.zone).date() for entry in self.entries]
        return Reading(
            format=format,
            zone=self.maker.zone.key,
            child_id=self.maker.child_id,
            child=self.child,
            entries=tuple(self.entries),
            counts=_counts(self.entries),
            first=min(days, default=None),
            last=max(days, default=None),
            left_out=dict(self.left_out.most_common()),
            not_understood=tuple(self.strange.largest_first()),
            half_understood=tuple(self.half.largest_first()),
            **more,
        )


def _counts(entries: Iterable[method.Entry]) -> Mapping[str, int]:
    kinds = (
        "unread" if isinstance(entry, method.Unread) else entry.KIND
        for entry in entries
    )
    return dict(Counter(kinds).most_common())


def _text(row: Mapping[str, str] | str) -> str:
    return row if isinstance(row, str) else ", ".join(row.values())
