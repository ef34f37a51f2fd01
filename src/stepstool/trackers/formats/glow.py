"""Glow Baby: a zip of CSVs by mail; which one is which stands in its heading.

Dates are `02/22/2025 8:48:00 AM`, month first.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any, Final, TypeAlias

from stepstool import method
from stepstool.trackers import words
from stepstool.trackers.format import Document, Documents, Format, Options
from stepstool.trackers.piece import Happening, LeftOut, Piece
from stepstool.trackers.rows import (
    PuzzleError,
    end,
    length,
    moment,
    order_of_dates,
    read_rows,
)
from stepstool.trackers.table import TableRow
from stepstool.trackers.wall_time import DateOrder

TIMES: Final = ("diaper time", "time of feeding", "begin time", "end time")
POOP, PEE = method.poop.Poop, method.toileting.Pee
CONTENTS: Final[Mapping[str, tuple[type[method.Entry], ...]]] = {
    "poo": (POOP,),
    "pee": (PEE,),
    "pee and poo": (POOP, PEE),
    "poo and pee": (POOP, PEE),
}

Found1: TypeAlias = Iterator[Happening | LeftOut]
MealKind = method.days.MealKind


def _recognises(document: Document) -> bool:
    return _kind(document) is not None


def _read(documents: Documents, options: Options) -> Iterator[Piece]:
    order = order_of_dates(documents, TIMES, options, DateOrder.MONTH_FIRST)
    for document in documents:
        reader = _READERS.get(_kind(document) or "", _left_out)
        yield from read_rows(document.table.rows, reader, order, TIMES)


def _kind(document: Document) -> str | None:
    """Say what a file is about, by its heading."""
    fitting = (kind for kind, names in _HEADINGS.items() if document.heading >= names)
    return next(fitting, None)


def _left_out(_row: TableRow, _order: DateOrder | None) -> Found1:
    yield LeftOut(what="growth")


def _diaper(row: TableRow, order: DateOrder | None) -> Found1:
    contents = row["in the diaper"].casefold()
    if contents not in CONTENTS:
        raise PuzzleError("unknown_contents", row["in the diaper"])
    for kind in CONTENTS[contents]:
        yield Happening(
            kind=kind,
            at=moment(row, "diaper time", order),
            timing=method.Timing.FOUND_LATER,
            **_look(row, kind),
        )


def _look(row: TableRow, kind: type[method.Entry]) -> dict[str, Any]:
    place = {"place": method.poop.Place.DIAPER}
    if kind is PEE:
        return {"answers": place}
    look = words.look_of_poop(row["texture"], row["color"])
    answers = place | look.answers
    return {"answers": answers, "words": look.words, "doubts": look.doubts}


def _bottle(row: TableRow, order: DateOrder | None) -> Found1:
    amount = f"{row['amount(ml)']} ml" if row["amount(ml)"] else ""
    yield _meal(row, order, row["milk type"], amount, meal=MealKind.BOTTLE)


def _solids(row: TableRow, order: DateOrder | None) -> Found1:
    amount = f"{row['amount']} {row['unit type']}".strip()
    yield _meal(row, order, row["ingredients"], amount)


def _meal(
    row: TableRow, order: DateOrder | None, *eaten: str, **answers: Any
) -> Happening:
    return Happening(
        kind=method.days.Meal,
        at=moment(row, "time of feeding", order),
        answers=answers | words.foods(*eaten),
    )


def _breast(row: TableRow, order: DateOrder | None) -> Found1:
    at = moment(row, "begin time", order)
    sides = [length(row, name) for name in ("left(min)", "right(min)")]
    lasted = [side for side in sides if side]
    yield Happening(
        kind=method.days.Meal,
        at=at,
        until=at + sum(lasted, timedelta(0)) if lasted else None,
        answers={"meal": MealKind.BREAST},
    )


def _sleep(row: TableRow, order: DateOrder | None) -> Found1:
    at = moment(row, "begin time", order)
    until = end(row, "end time", order, at, None)
    yield Happening(kind=method.days.Sleep, at=at, until=until)


_HEADINGS: Final[Mapping[str, frozenset[str]]] = {
    "diaper": frozenset({"diaper time", "in the diaper"}),
    "bottle": frozenset({"time of feeding", "milk type"}),
    "solids": frozenset({"time of feeding", "ingredients"}),
    "breast": frozenset({"begin time", "left(min)", "right(min)"}),
    "sleep": frozenset({"begin time", "end time"}),
    "growth": frozenset({"date", "weight(kg)", "height(cm)"}),
}
_READERS: Final[Mapping[str, Callable[[TableRow, DateOrder | None], Found1]]] = {
    "diaper": _diaper,
    "bottle": _bottle,
    "solids": _solids,
    "breast": _breast,
    "sleep": _sleep,
}

FORMAT: Final = Format(key="glow", name="Glow Baby", recognises=_recognises, read=_read)
