"""PiyoLog: a text of one day or one month, in Japanese or English.

【ぴよログ】2025/2/4(火)
ぴよこ (0歳8か月15日)

07:30   うんち (多め/かため/茶色)   漏れた

うんち合計　   1回
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple, TypeAlias

from stepstool import method
from stepstool.trackers import words
from stepstool.trackers.format import Document, Documents, Format, Options
from stepstool.trackers.formats.piyolog_text import (
    BEGINNINGS,
    event_lines,
    moment_of,
)
from stepstool.trackers.piece import Happening, LeftOut, Piece, Strange
from stepstool.trackers.rows import PuzzleError
from stepstool.trackers.wall_time import span_of

COLOURS: Final = frozenset(
    ("白色", "黄色", "橙色", "茶色", "緑色", "緑", "赤色", "黒色")
) | frozenset(("white", "yellow", "orange", "brown", "green", "red", "black"))

_BRACKETS: Final = re.compile(r"\s*[(\uff08]([^()\uff08\uff09]*)[)\uff09]")
_LASTED: Final = re.compile(r"(?:([0-9]+)\s*(?:時間|h))?\s*(?:([0-9]+)\s*(?:分|m))?")
_LONGEST_SLEEP: Final = timedelta(hours=24)


class LogLine(NamedTuple):
    """A line of a day. item: what it is; content: its brackets; rest: what follows."""

    at: datetime
    item: str
    content: str
    rest: str


@dataclass
class Night:
    """When the child fell asleep, until it wakes up."""

    began: datetime | None = None


Happenings: TypeAlias = Iterator[Happening | LeftOut]
Reader: TypeAlias = Callable[[LogLine, Night], Happenings]


def _recognises(document: Document) -> bool:
    return document.begins.startswith(BEGINNINGS)


def _read(documents: Documents, _options: Options) -> Iterator[Piece]:
    for document in documents:
        yield from _of_text(document.text)


def _of_text(text: str) -> Iterator[Piece]:
    night = Night()
    for number, day, line in event_lines(text):
        try:
            for piece in _happenings(_event(day, line), night):
                yield _with_line(piece, number, line.string.strip())
        except PuzzleError as puzzle:
            yield Strange(doubt=puzzle.doubt, row=line.string, number=number)


def _with_line(piece: Happening | LeftOut, number: int, line: str) -> Piece:
    if isinstance(piece, LeftOut):
        return piece
    return replace(piece, row=line, number=number)


def _event(day: date, line: re.Match[str]) -> LogLine:
    at, what = moment_of(day, line), line["what"].strip()
    item = next((name for name in _ITEMS if what.casefold().startswith(name)), "")
    if not item:
        raise PuzzleError("unknown_type", what.split(maxsplit=1)[0])
    content, rest = _content(what[len(item) :])
    return LogLine(at, item, content, rest)


def _content(after: str) -> tuple[str, str]:
    """Part what stands in brackets from what follows them."""
    brackets = _BRACKETS.match(after)
    if brackets is None:
        return "", after.strip()
    return brackets[1].strip(), after[brackets.end() :].strip()


def _happenings(event: LogLine, night: Night) -> Happenings:
    reader = _ITEMS[event.item]
    if reader is None:
        yield LeftOut(what=event.item)
    else:
        yield from reader(event, night)


def _poop(event: LogLine, _night: Night) -> Happenings:
    amount, hardness, colour = _look(event.content)
    look = words.look_of_poop(hardness, colour, amount)
    yield _happening(
        event,
        method.poop.Poop,
        timing=method.Timing.FOUND_LATER,
        answers=look.answers,
        words=look.words,
        doubts=look.doubts,
    )


def _look(content: str) -> tuple[str, str, str]:
    """Give amount, hardness and colour; where one word may be both, its place decides."""
    parts = [part.strip() for part in re.split("[/\uff0f]", content) if part.strip()]
    colour = next((part for part in parts if part.casefold() in COLOURS), "")
    others = [part for part in parts if part != colour][:2]
    if len(others) == 1 and others[0].casefold() not in words.SIZES:
        others.insert(0, "")
    amount, hardness = (*others, "", "")[:2]
    return amount, hardness, colour


def _pee(event: LogLine, _night: Night) -> Happenings:
    later = method.Timing.FOUND_LATER
    yield _happening(event, method.toileting.Pee, timing=later)


def _falls_asleep(event: LogLine, night: Night) -> Happenings:
    night.began = event.at
    yield from ()


def _wakes_up(event: LogLine, night: Night) -> Happenings:
    began = night.began or _by_length(event)
    night.began = None
    if began is None or event.at - began > _LONGEST_SLEEP:
        raise PuzzleError("no_beginning")
    asleep = replace(
        _happening(event._replace(at=began), method.days.Sleep, until=event.at),
        details="sleep",
    )
    yield asleep


def _by_length(event: LogLine) -> datetime | None:
    match = _LASTED.fullmatch(event.content.strip())
    if match is None or not any(match.groups()):
        return None
    try:
        return event.at - span_of(match[1], match[2])
    except ValueError:
        raise PuzzleError("bad_length", event.content) from None


def _meal(meal: method.days.MealKind | None, what: str = "") -> Reader:
    def read(event: LogLine, _night: Night) -> Happenings:
        amount, _, note = event.rest.partition("  ")
        is_amount = bool(re.match("[0-9]", amount))
        answers = {"meal": meal} if meal else {}
        eaten = words.foods(what, amount if is_amount else "")
        text = note if is_amount else event.rest
        yield _happening(
            event, method.days.Meal, answers=answers | eaten, note=text.strip()
        )

    return read


def _drink(event: LogLine, _night: Night) -> Happenings:
    yield _happening(event, method.days.Drink)


def _medicine(event: LogLine, _night: Night) -> Happenings:
    named = words.joined([event.content, event.rest])
    answers = {"outcome": method.health.Given.GIVEN} | words.medicine(named)
    yield _happening(event, method.health.MedicineGiven, answers=answers, note=named)


def _happening(event: LogLine, kind: type[method.Entry], **fields: Any) -> Happening:
    details = " ".join([event.item, event.content, event.rest])
    texts = {"note": event.rest, "details": details} | fields
    return Happening(kind=kind, at=event.at, **texts)


MealKind = method.days.MealKind

# None: understood, and not wanted. A longer name stands before one that it begins with.
_ITEMS: Final[Mapping[str, Reader | None]] = {
    "うんち": _poop,
    "poop": _poop,
    "おしっこ": _pee,
    "pee": _pee,
    "寝る": _falls_asleep,
    "sleep": _falls_asleep,
    "起きる": _wakes_up,
    "wake-up": _wakes_up,
    "母乳": _meal(MealKind.BREAST),
    "nursing": _meal(MealKind.BREAST),
    "breastfeeding": _meal(MealKind.BREAST),
    "ミルク": _meal(MealKind.BOTTLE, "ミルク"),
    "formula": _meal(MealKind.BOTTLE, "Formula"),
    "搾母乳": _meal(MealKind.BOTTLE, "搾母乳"),
    "expressed breast milk": _meal(MealKind.BOTTLE, "Breast milk"),
    "離乳食": _meal(None),
    "solid": _meal(None),
    "のみもの": _drink,
    "drink": _drink,
    "お薬": _medicine,
    "服薬": _medicine,
    "medicine": _medicine,
    "体温": None,
    "body temp.": None,
    "お風呂": None,
    "baths": None,
}

FORMAT: Final = Format(
    key="piyolog", name="PiyoLog", recognises=_recognises, read=_read
)
