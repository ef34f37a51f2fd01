"""Baby Buddy: a CSV for each model, with ids of its own that never change."""

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
    moment,
    order_of_dates,
    read_rows,
    rows_of,
)
from stepstool.trackers.table import TableRow
from stepstool.trackers.wall_time import DateOrder

TIMES: Final = ("time", "start", "end")
TRUE: Final = frozenset({"1", "true", "yes"})
FALSE: Final = frozenset({"", "0", "false", "no"})
MealKind = method.days.MealKind
METHODS: Final[Mapping[str, method.days.MealKind]] = {
    "bottle": MealKind.BOTTLE,
    "left breast": MealKind.BREAST,
    "right breast": MealKind.BREAST,
    "both breasts": MealKind.BREAST,
}
Rows: TypeAlias = Iterator[Happening | LeftOut]


def _recognises(document: Document) -> bool:
    return _model(document) is not None


def _read(documents: Documents, options: Options) -> Iterator[Piece]:
    order = order_of_dates(documents, TIMES, options)
    column = _child_column(documents)
    child = child_in(documents, column, options)
    for document in documents:
        model = _model(document) or ""
        rows = rows_of(document.table.rows, column, child)
        if model in _READERS:
            yield from read_rows(rows, _READERS[model], order, TIMES)
        else:
            yield from (LeftOut(what=model) for _ in rows)


def _model(document: Document) -> str | None:
    """Say which model a file is of, by its heading."""
    heading = document.heading
    if not heading & {"child_id", "child"}:
        return None
    fitting = (model for model, names in _HEADINGS.items() if heading >= names)
    return next(fitting, None)


def _child_column(documents: Documents) -> str:
    """Give the column that tells children apart, by name where all files have names."""
    for column in ("child_first_name", "child_id"):
        if all(column in document.heading for document in documents):
            return column
    return "child"


def _happening(
    row: TableRow, order: DateOrder | None, kind: type[method.Entry], **fields: Any
) -> Happening:
    column = "time" if row["time"] else "start"
    at = moment(row, column, order)
    texts = {"note": row["notes"], "own_id": row["id"]} | fields
    return Happening(kind=kind, at=at, until=end(row, "end", order, at, None), **texts)


def _change(row: TableRow, order: DateOrder | None) -> Rows:
    if not (_is(row, "solid") or _is(row, "wet")):
        yield LeftOut(what="diaper change, dry")
    diaper = {"place": method.poop.Place.DIAPER}
    later = {"timing": method.Timing.FOUND_LATER}
    if _is(row, "solid"):
        look = words.look_of_poop(colour=row["color"])
        looks = {"answers": diaper | look.answers, "words": look.words}
        yield _happening(row, order, method.poop.Poop, **later, **looks)
    if _is(row, "wet"):
        yield _happening(row, order, method.toileting.Pee, **later, answers=diaper)


def _is(row: TableRow, column: str) -> bool:
    answer = row[column].casefold()
    if answer not in TRUE | FALSE:
        raise PuzzleError("unknown_contents", row[column])
    return answer in TRUE


def _feeding(row: TableRow, order: DateOrder | None) -> Rows:
    how = row["method"].casefold()
    meal = {"meal": METHODS[how]} if how in METHODS else {}
    eaten = {} if "breast" in how else words.foods(row["type"], row["amount"])
    yield _happening(row, order, method.days.Meal, answers=meal | eaten)


def _sleep(row: TableRow, order: DateOrder | None) -> Rows:
    kind = method.days.SleepKind
    nap = row["nap"].casefold()
    known = {"sleep": kind.NAP if nap in TRUE else kind.NIGHT} if nap else {}
    yield _happening(row, order, method.days.Sleep, answers=known)


def _medication(row: TableRow, order: DateOrder | None) -> Rows:
    dose = " ".join(filter(None, [row["dosage"], row["dosage_unit"]]))
    answers = {"outcome": method.health.Given.GIVEN} | words.medicine(row["name"])
    note = words.joined([row["name"], dose, row["notes"]])
    yield _happening(
        row, order, method.health.MedicineGiven, answers=answers, note=note
    )


def _note(row: TableRow, order: DateOrder | None) -> Rows:
    if not row["note"]:
        raise PuzzleError("unknown_contents")
    yield _happening(row, order, method.days.Note, note=row["note"])


_HEADINGS: Final[Mapping[str, frozenset[str]]] = {
    "diaper change": frozenset({"time", "wet", "solid"}),
    "feeding": frozenset({"start", "end", "type", "method"}),
    "sleep": frozenset({"start", "end", "nap"}),
    "medication": frozenset({"name", "dosage", "time"}),
    "note": frozenset({"note", "time"}),
    "tummy time": frozenset({"start", "end", "milestone"}),
    "pumping": frozenset({"start", "end", "amount"}),
    "temperature": frozenset({"temperature", "time"}),
    "weight": frozenset({"weight", "date"}),
    "height": frozenset({"height", "date"}),
    "head circumference": frozenset({"head_circumference", "date"}),
    "BMI": frozenset({"bmi", "date"}),
}
_READERS: Final[Mapping[str, Callable[[TableRow, DateOrder | None], Rows]]] = {
    "diaper change": _change,
    "feeding": _feeding,
    "sleep": _sleep,
    "medication": _medication,
    "note": _note,
}

FORMAT: Final = Format(
    key="babybuddy", name="Baby Buddy", recognises=_recognises, read=_read
)
