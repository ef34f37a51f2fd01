"""Huckleberry: one CSV of eight columns, which each type of row uses in its own way.

Of a diaper, `Duration` is the colour, `Start Condition` the texture, `End Condition`
what was in it and how much. Times are the child's, without a zone.
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
    end,
    length,
    moment,
    order_of_dates,
    read_rows,
)
from stepstool.trackers.table import TableRow
from stepstool.trackers.wall_time import DateOrder

COLUMNS: Final = frozenset(
    {"type", "start", "end", "duration", "start condition", "end condition"}
)
TIMES: Final = ("start", "end")
NOT_WANTED: Final = frozenset(
    {
        "growth",
        "temp",
        "pump",
        "bath",
        "tummy time",
        "story time",
        "indoor play",
        "outdoor play",
        "skin to skin",
    }
)
MEALS: Final[Mapping[str, method.days.MealKind]] = {
    "breast": method.days.MealKind.BREAST,
    "bottle": method.days.MealKind.BOTTLE,
}

Place = method.poop.Place
_TEXTS: Final = (
    "duration",
    "start condition",
    "start location",
    "end condition",
    "notes",
)
_CONTENT: Final = re.compile(r"\b(pee|poop?|both|dry)\b(?:\s*:\s*(\w+))?")
_SAT: Final = re.compile(r"\b(sat|dry)\b")
_ACCIDENT: Final = re.compile(r"(?<!\bno )\baccident")
_MEANS: Final = {
    "pee": ("pee",),
    "poo": ("poop",),
    "poop": ("poop",),
    "both": ("pee", "poop"),
    "dry": (),
}

Happenings: TypeAlias = Iterator[Happening | LeftOut]
Contents: TypeAlias = dict[str, str]
"""What was in it, pee and poop, each with its size or ""."""


def _recognises(document: Document) -> bool:
    return document.heading >= COLUMNS


def _read(documents: Documents, options: Options) -> Iterator[Piece]:
    order = order_of_dates(documents, ("start",), options)
    for document in documents:
        yield from read_rows(document.table.rows, _row, order, TIMES)


def _row(row: TableRow, order: DateOrder | None) -> Happenings:
    kind = row["type"].casefold()
    if kind in NOT_WANTED:
        yield LeftOut(what=row["type"])
    elif kind in _READERS:
        yield from _READERS[kind](row, order)
    else:
        raise PuzzleError("unknown_type", row["type"])


def _happening(
    row: TableRow, order: DateOrder | None, kind: type[method.Entry], **fields: Any
) -> Happening:
    at = moment(row, "start", order)
    return Happening(kind=kind, at=at, **{"note": row["notes"]} | fields)


def _diaper(row: TableRow, order: DateOrder | None) -> Happenings:
    contents = _contents(row["end condition"])
    if contents is None:
        raise PuzzleError("unknown_contents", row["end condition"] or row["duration"])
    if not contents:
        yield LeftOut(what="Diaper, dry")
    later = {"timing": method.Timing.FOUND_LATER}
    yield from _what_came(row, order, contents, Place.DIAPER, later)


def _potty(row: TableRow, order: DateOrder | None) -> Happenings:
    texts = " ".join(row[name] for name in _TEXTS).casefold()
    contents = _contents(row["end condition"])
    place = Place.PANTS if _ACCIDENT.search(texts) else Place.POTTY
    if contents:
        yield from _what_came(row, order, contents, place, {})
    elif contents is not None or _SAT.search(texts):
        answers = {"place": Place.POTTY, "accepted": method.answers.YesNo.YES}
        yield _happening(row, order, method.toileting.Sit, answers=answers)
    else:
        raise PuzzleError("unknown_contents", row["end condition"])


def _contents(text: str) -> Contents | None:
    """Read "Both, pee:medium poo:small"; None where no word of it is known."""
    pairs = _CONTENT.findall(text.casefold())
    if not pairs:
        return None
    contents: Contents = {}
    for word, size in pairs:
        for what in _MEANS[word]:
            contents[what] = size or contents.get(what, "")
    return contents


def _what_came(
    row: TableRow,
    order: DateOrder | None,
    contents: Contents,
    place: method.poop.Place,
    fields: Mapping[str, Any],
) -> Happenings:
    if "poop" in contents:
        texture = words.look_of_poop(
            row["start condition"], row["duration"], contents["poop"]
        )
        looks = {"words": texture.words, "doubts": texture.doubts}
        answers = {"place": place} | texture.answers
        yield _happening(
            row, order, method.poop.Poop, answers=answers, **fields, **looks
        )
    if "pee" in contents:
        answers = {"place": place}
        yield _happening(row, order, method.toileting.Pee, answers=answers, **fields)


def _feed(row: TableRow, order: DateOrder | None) -> Happenings:
    where = row["start location"].casefold()
    answers: dict[str, Any] = {"meal": MEALS[where]} if where in MEALS else {}
    if where != "breast":  # there the conditions are minutes on each side
        answers |= words.foods(row["start condition"], row["end condition"])
    yield _happening(
        row, order, method.days.Meal, answers=answers, until=_end(row, order)
    )


def _solids(row: TableRow, order: DateOrder | None) -> Happenings:
    reaction = {"reaction": row["end condition"]} if row["end condition"] else {}
    answers = words.foods(row["start condition"])
    yield _happening(row, order, method.days.Meal, answers=answers, words=reaction)


def _sleep(row: TableRow, order: DateOrder | None) -> Happenings:
    yield _happening(row, order, method.days.Sleep, until=_end(row, order))


def _meds(row: TableRow, order: DateOrder | None) -> Happenings:
    texts = [row[name] for name in ("start location", "start condition", "notes")]
    outcome = {"outcome": method.health.Given.GIVEN}
    yield _happening(
        row,
        order,
        method.health.MedicineGiven,
        answers=outcome | words.medicine(texts[0]),
        note=words.joined(texts),
    )


def _end(row: TableRow, order: DateOrder | None) -> Any:
    return end(row, "end", order, moment(row, "start", order), length(row, "duration"))


_READERS: Final[Mapping[str, Callable[[TableRow, DateOrder | None], Happenings]]] = {
    "diaper": _diaper,
    "potty": _potty,
    "feed": _feed,
    "solids": _solids,
    "sleep": _sleep,
    "meds": _meds,
}

FORMAT: Final = Format(
    key="huckleberry", name="Huckleberry", recognises=_recognises, read=_read
)
