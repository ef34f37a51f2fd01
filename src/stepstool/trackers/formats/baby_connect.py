"""Baby Connect: a CSV of each month; how much, and leaks, stand only in a sentence.

Ten columns with `YYYY-MM-DD HH:MM`, or an older nine in another order with American
dates and no child.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from stepstool import method
from stepstool.trackers import words
from stepstool.trackers.format import Document, Documents, Format, Options
from stepstool.trackers.piece import Happening, LeftOut, Piece
from stepstool.trackers.rows import (
    PuzzleError,
    child_in,
    end,
    length,
    moment,
    order_of_dates,
    read_rows,
    rows_of,
)
from stepstool.trackers.table import TableRow
from stepstool.trackers.wall_time import DateOrder

COLUMNS: Final = frozenset({"activity", "extra data", "text"})
BEGINS: Final = ("start time", "date and time")
TIMES: Final = (*BEGINS, "end time")
NOT_WANTED: Final = frozenset(
    {
        "activity",
        "doctor visit",
        "expressed",
        "head size",
        "height",
        "milestone",
        "weight",
    }
)
Place = method.poop.Place
MealKind = method.days.MealKind
Rows: TypeAlias = Iterator[Happening | LeftOut]

_BRACKETS: Final = re.compile(r"\(([^()]*)\)\s*$")
_WORD: Final = re.compile(r"[a-z]+")


def _recognises(document: Document) -> bool:
    return document.heading >= COLUMNS and any(
        name in document.heading for name in BEGINS
    )


def _read(documents: Documents, options: Options) -> Iterator[Piece]:
    order = order_of_dates(documents, TIMES, options, DateOrder.MONTH_FIRST)
    child = child_in(documents, "child name", options)
    for document in documents:
        rows = rows_of(document.table.rows, "child name", child)
        yield from read_rows(rows, _row, order, TIMES)


def _row(row: TableRow, order: DateOrder | None) -> Rows:
    activity = row["activity"].casefold()
    if activity in NOT_WANTED:
        yield LeftOut(what=row["activity"])
    elif activity in _READERS:
        yield from _READERS[activity](row, order)
    else:
        raise PuzzleError("unknown_type", row["activity"])


def _happening(
    row: TableRow, order: DateOrder | None, kind: type[method.Entry], **fields: Any
) -> Happening:
    at = moment(row, "start time" if row["start time"] else "date and time", order)
    return Happening(kind=kind, at=at, **{"note": row["notes"]} | fields)


def _diaper(row: TableRow, order: DateOrder | None) -> Rows:
    later = {"timing": method.Timing.FOUND_LATER}
    yield from _what_came(row, order, {"place": Place.DIAPER}, later)


def _potty(row: TableRow, order: DateOrder | None) -> Rows:
    yield from _what_came(row, order, {"place": Place.POTTY}, {})


def _what_came(
    row: TableRow,
    order: DateOrder | None,
    place: dict[str, Any],
    fields: dict[str, Any],
) -> Rows:
    contents = set(_WORD.findall(row["extra data"].casefold()))
    if not contents & {"bm", "wet", "dry"}:
        raise PuzzleError("unknown_contents", row["extra data"])
    if "dry" in contents:
        yield LeftOut(what=f"{row['activity']}, dry")
    named = _said(row["text"])
    if "bm" in contents:
        look = words.look_of_poop(size=next(iter(named & words.SIZES.keys()), ""))
        leak = {"leak": True} if "leak" in named else {}
        more = {"words": look.words | leak, "answers": place | look.answers}
        yield _happening(row, order, method.poop.Poop, **fields, **more)
    if "wet" in contents:
        yield _happening(row, order, method.toileting.Pee, **fields, answers=place)


def _said(sentence: str) -> set[str]:
    """Give the words in the last brackets of the sentence."""
    match = _BRACKETS.search(sentence)
    return set(_WORD.findall(match[1].casefold())) if match else set()


def _sleep(row: TableRow, order: DateOrder | None) -> Rows:
    yield _happening(row, order, method.days.Sleep, until=_end(row, order))


def _nursing(row: TableRow, order: DateOrder | None) -> Rows:
    breast = {"meal": MealKind.BREAST}
    yield _happening(
        row, order, method.days.Meal, until=_end(row, order), answers=breast
    )


def _bottle(row: TableRow, order: DateOrder | None) -> Rows:
    eaten = words.foods(row["extra data"], row["quantity"])
    answers = {"meal": MealKind.BOTTLE} | eaten
    yield _happening(row, order, method.days.Meal, answers=answers)


def _solid(row: TableRow, order: DateOrder | None) -> Rows:
    eaten = words.foods(row["extra data"] or row["text"])
    yield _happening(row, order, method.days.Meal, answers=eaten)


def _medicine(row: TableRow, order: DateOrder | None) -> Rows:
    outcome = {"outcome": method.health.Given.GIVEN}
    kind = words.medicine(f"{row['extra data']} {row['text']}")
    named = words.joined([row["extra data"] or row["text"], row["notes"]])
    yield _happening(
        row, order, method.health.MedicineGiven, answers=outcome | kind, note=named
    )


def _end(row: TableRow, order: DateOrder | None) -> Any:
    begin = moment(row, "start time" if row["start time"] else "date and time", order)
    return end(row, "end time", order, begin, length(row, "duration (min)"))


_READERS: Final[Mapping[str, Callable[[TableRow, DateOrder | None], Rows]]] = {
    "diaper": _diaper,
    "potty": _potty,
    "toilet": _potty,
    "sleep": _sleep,
    "nursing": _nursing,
    "bottle": _bottle,
    "solid": _solid,
    "solids": _solid,
    "medicine": _medicine,
}

FORMAT: Final = Format(
    key="babyconnect", name="Baby Connect", recognises=_recognises, read=_read
)
