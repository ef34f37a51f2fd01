"""The text of PiyoLog: which line is an event, and of which day.

After the events of a day come their totals and the family's own words, which may hold
anything; a line of dashes ends the day.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import Enum, auto
from typing import Final

from stepstool.trackers.complaints import NotUnderstoodError
from stepstool.trackers.rows import PuzzleError
from stepstool.trackers.wall_time import day_of

BEGINNINGS: Final = ("【ぴよログ】", "[PiyoLog]")
MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]

_DATE: Final = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")
_ENGLISH: Final = re.compile(r"\b([A-Za-z]{3})[a-z]{0,9}\.? ([0-9]{1,2}), ([0-9]{4})")
_EVENT: Final = re.compile(
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?:\s?(?P<half>[AaPp])[Mm])?"
    r"\s+(?P<what>\S.*)"
)
_RULE: Final = "-----"


class _Part(Enum):
    """Where in a day's block a line stands."""

    HEAD = auto()
    EVENTS = auto()
    WORDS = auto()


def event_lines(text: str) -> Iterator[tuple[int, date, re.Match[str]]]:
    """Give the lines that are events, each with its number and its day."""
    day, part = None, _Part.HEAD
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith((_RULE, *BEGINNINGS)):
            day, part = _day(line), _Part.HEAD
        elif day is None:
            day = _day(line)
        elif part is not _Part.WORDS and (match := _EVENT.fullmatch(line)):
            part = _Part.EVENTS
            yield number, day, match
        elif part is _Part.EVENTS and not line.strip():
            part = _Part.WORDS
    if part is _Part.EVENTS and not text.endswith("\n"):
        raise NotUnderstoodError("cut_short")


def _day(line: str) -> date | None:
    """Read the day of a block; a line that names none begins no day."""
    match = _DATE.search(line)
    if match:
        return _date(match[1], int(match[2]), match[3])
    match = _ENGLISH.search(line)
    if match and match[1].casefold() in MONTHS:
        return _date(match[3], MONTHS.index(match[1].casefold()) + 1, match[2])
    return None


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return day_of(int(year), month, int(day))
    except ValueError:
        return None


def moment_of(day: date, match: re.Match[str]) -> datetime:
    """Give the time of an event; PuzzleError if no clock shows it."""
    hour, half = int(match["hour"]), match["half"]
    if half:
        hour = hour % 12 + (12 if half in "pP" else 0)
    try:
        return datetime.combine(day, time(hour, int(match["minute"])))
    except ValueError:
        raise PuzzleError("bad_time", match[0]) from None
