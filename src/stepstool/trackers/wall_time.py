"""Times as trackers write them: what a clock on the wall showed, mostly without a zone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Final, NamedTuple

from stepstool.trackers.complaints import NeedsAnswerError


class DateOrder(StrEnum):
    """What 3/4/2025 means."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_PATTERN: Final = re.compile(
    r"(?P<a>[0-9]{1,4})[-/.](?P<b>[0-9]{1,2})[-/.](?P<c>[0-9]{1,4})"
    r"(?:[T,\s]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"\s*(?:(?P<half>[AaPp])\.?\s?[Mm]\.?)?)?"
    r"\s*(?P<offset>Z|[+-][01][0-9]:?[0-5][0-9])?"
)
_DURATION: Final = re.compile(r"(?:(\d+)\s*h[a-z]*)?\s*(?:(\d+)\s*m[a-z]*)?")
_MONTHS: Final = 12
_HOURS: Final = 12
_THIS_CENTURY: Final = 2000
_TWO_DIGITS: Final = 100


class _Parts(NamedTuple):
    """The three numbers of a date and its time, their meaning still open."""

    numbers: tuple[int, int, int]
    year_first: bool
    time: tuple[int, int, int]
    zone: tzinfo | None


def wall_time(text: str, order: DateOrder | None) -> datetime:
    """Read what the clock showed; ValueError if it is no time.

    order: needed only where the year does not come first. A time that tells its offset
    from UTC keeps it; others are without a zone.
    """
    parts = _parts(text)
    a, b, c = parts.numbers
    year, month, day = (a, b, c) if parts.year_first else (c, a, b)
    if order is DateOrder.DAY_FIRST and not parts.year_first:
        month, day = day, month
    full = year if year >= _TWO_DIGITS else _THIS_CENTURY + year
    try:
        return datetime(full, month, day, *parts.time, tzinfo=parts.zone)
    except ValueError:
        raise ValueError(f"{text!r} is no time") from None


def duration(text: str) -> timedelta | None:
    """Read 01:30, 1h30m, 90 min or plain minutes; None if it is none of these."""
    clock = re.fullmatch(r"(\d+):(\d{2})(?::\d{2})?", text)
    if clock:
        return timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return timedelta(minutes=float(text))
    words = _DURATION.fullmatch(text.strip().casefold())
    if words is None or not any(words.groups()):
        return None
    return timedelta(hours=int(words[1] or 0), minutes=int(words[2] or 0))


def date_order(
    texts: Iterable[str], chosen: DateOrder | None, usual: DateOrder | None = None
) -> DateOrder | None:
    """Decide from all dates of a file which number is the day; None if none asks it.

    A number above 12 decides; then the order of the rows, which stand by time. usual:
    what the tracker always writes. Raises NeedsAnswerError if it stays open.
    """
    open_dates = [parts for parts in _all_parts(texts) if not parts[1].year_first]
    unclear = [text for text, parts in open_dates if _asks(parts)]
    if chosen or not unclear:
        return chosen
    decided = _by_large_numbers([parts for _, parts in open_dates]) or usual
    decided = decided or _by_the_order_of_rows([text for text, _ in open_dates])
    if decided:
        return decided
    raise NeedsAnswerError("date_order", list(map(str, DateOrder)), example=unclear[0])


def _parts(text: str) -> _Parts:
    match = _PATTERN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no time")
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    second = int(match["second"] or 0)
    time = (_hour(match), int(match["minute"] or 0), min(second, 59))
    return _Parts((a, b, c), len(match["a"]) > 2, time, _zone(match["offset"]))


def _zone(offset: str | None) -> tzinfo | None:
    if offset is None:
        return None
    digits = offset.replace(":", "").replace("Z", "+0000")
    minutes = int(digits[1:3]) * 60 + int(digits[3:])
    sign = -1 if digits[0] == "-" else 1
    return timezone(sign * timedelta(minutes=minutes))


def _hour(match: re.Match[str]) -> int:
    hour, half = int(match["hour"] or 0), match["half"]
    if not half:
        return hour
    return hour % _HOURS + (_HOURS if half in "pP" else 0)


def _all_parts(texts: Iterable[str]) -> Iterator[tuple[str, _Parts]]:
    for text in texts:
        try:
            yield text, _parts(text)
        except ValueError:
            continue


def _asks(parts: _Parts) -> bool:
    return parts.numbers[0] != parts.numbers[1]


def _by_large_numbers(unclear: Sequence[_Parts]) -> DateOrder | None:
    day_first = any(parts.numbers[0] > _MONTHS for parts in unclear)
    month_first = any(parts.numbers[1] > _MONTHS for parts in unclear)
    if day_first == month_first:
        return None
    return DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST


def _by_the_order_of_rows(texts: Sequence[str]) -> DateOrder | None:
    fitting = [order for order in DateOrder if _is_in_order(texts, order)]
    return fitting[0] if len(fitting) == 1 else None


def _is_in_order(texts: Sequence[str], order: DateOrder) -> bool:
    """Whether the rows go only forward, or only backward, through at least two times."""
    try:
        times = [wall_time(text, order).replace(tzinfo=None) for text in texts]
    except ValueError:
        return False
    return times in (sorted(times), sorted(times, reverse=True))
