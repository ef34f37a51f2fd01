"""Baby Tracker by Nighp: a zip with one CSV for each kind of record, or these alone.

Dates follow the phone: `23/02/2025, 20:03`, `1/13/26, 15:58` and `6/8/22 1:20 PM` are
all real. The last cell, the note, is often missing.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from stepstool import method
from stepstool.trackers import words
from stepstool.trackers.format import Document, Documents, Format, Options
from stepstool.trackers.piece import Happening, LeftOut, Piece
from stepstool.trackers.rows import (
    PuzzleError,
    child_in,
    length,
    moment,
    order_of_dates,
    read_rows,
    rows_of,
)
from stepstool.trackers.table import TableRow
from stepstool.trackers.wall_time import DateOrder

TIMES: Final = ("time",)
STATUS: Final[Mapping[str, tuple[type[method.Entry], ...]]] = {
    "wet": (method.toileting.Pee,),
    "dirty": (method.poop.Poop,),
    "mixed": (method.poop.Poop, method.toileting.Pee),
}
LASTED: Final = ("total duration (min)", "duration(minutes)", "duration (minutes)")
MILK: Final = {"formula": "Formula", "expressed": "Breast milk"}

Place = method.poop.Place
Reader: TypeAlias = Callable[
    [TableRow, DateOrder | None], Iterator[Happening | LeftOut]
]


def _recognises(document: Document) -> bool:
    return _kind(document) is not None


def _read(documents: Documents, options: Options) -> Iterator[Piece]:
    order = order_of_dates(documents, TIMES, options)
    child = child_in(documents, "baby", options)
    for document in documents:
        kind = _kind(document) or ""
        rows = rows_of(document.table.rows, "baby", child)
        reader = _READERS.get(kind)
        if reader is None:
            yield from (LeftOut(what=kind) for _ in rows)
        else:
            milk = next((MILK[name] for name in MILK if name in document.stem), "")
            yield from read_rows(rows, reader(milk), order, TIMES)


def _kind(document: Document) -> str | None:
    """Say what a file is about, by its heading."""
    heading = document.heading
    if not heading >= {"time"}:
        return None
    for kind, columns in _HEADINGS.items():
        if all(any(name.startswith(part) for name in heading) for part in columns):
            return kind
    return None


def _diaper(_milk: str) -> Reader:
    def read(row: TableRow, order: DateOrder | None) -> Iterator[Happening | LeftOut]:
        status = row["status"].casefold()
        if status == "dry":
            yield LeftOut(what="diaper, dry")
        elif status not in STATUS:
            raise PuzzleError("unknown_contents", row["status"])
        for kind in STATUS.get(status, ()):
            yield Happening(
                kind=kind,
                at=moment(row, "time", order),
                timing=method.Timing.FOUND_LATER,
                answers={"place": Place.DIAPER},
                note=row["note"],
            )

    return read


def _sleep(_milk: str) -> Reader:
    def read(row: TableRow, order: DateOrder | None) -> Iterator[Happening | LeftOut]:
        yield _lasting(row, order, method.days.Sleep)

    return read


def _nursing(_milk: str) -> Reader:
    def read(row: TableRow, order: DateOrder | None) -> Iterator[Happening | LeftOut]:
        yield _lasting(row, order, method.days.Meal, meal=method.days.MealKind.BREAST)

    return read


def _bottle(milk: str) -> Reader:
    def read(row: TableRow, order: DateOrder | None) -> Iterator[Happening | LeftOut]:
        column = next(name for name in row.columns if name.startswith("amount"))
        unit = column.removeprefix("amount").strip(" ().")
        amount = f"{row[column]} {unit}".strip() if row[column] else ""
        answers = {"meal": method.days.MealKind.BOTTLE} | words.foods(milk, amount)
        yield Happening(
            kind=method.days.Meal,
            at=moment(row, "time", order),
            answers=answers,
            note=row["note"],
        )

    return read


def _lasting(
    row: TableRow, order: DateOrder | None, kind: type[method.Entry], **answers: object
) -> Happening:
    at = moment(row, "time", order)
    lasted = next((told for name in LASTED if (told := length(row, name))), None)
    return Happening(
        kind=kind,
        at=at,
        until=at + lasted if lasted else None,
        answers=answers,
        note=row["note"],
    )


_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "diaper": ("baby", "status"),
    "pump": ("start side", "left amount"),
    "nursing": ("baby", "start side"),
    "growth": ("baby", "head size"),
    "temperature": ("baby", "temperature"),
    "sleep": ("baby", "duration"),
    "bottle": ("baby", "amount"),
}
_READERS: Final[Mapping[str, Callable[[str], Reader]]] = {
    "diaper": _diaper,
    "nursing": _nursing,
    "sleep": _sleep,
    "bottle": _bottle,
}

FORMAT: Final = Format(
    key="nighp", name="Baby Tracker (Nighp)", recognises=_recognises, read=_read
)
