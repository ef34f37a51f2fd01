"""Times as trackers write them: what a clock on the wall showed, mostly without a zone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum
from typing import Final, NamedTuple

from stepstool.trackers.complaints import NeedsAnswerError
from stepstool.trackers.limits import LONGEST_SPAN, YEARS


class DateOrder(StrEnum):
    """What 3/4/2025 means."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


_PATTERN: Final = re.compile(
    r"(?P<a>[0-9]{1,4})[-/.](?P<b>[0-9]{1,2})[-/.](?P<c>[0-9]{1,4})"
    r"(?:[T,\s]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?"
    r"(?:\s*(?P<half>[AaPp])\.?\s?[Mm]\.?)?)?"
    r"(?:\s*(?P<offset>Z|[+-][01][0-9]:?[0-5][0-9]))?"
)
_CLOCK: Final = re.compile(r"([0-9]+):([0-9]{2})(?::[0-9]{2})?")
_MINUTES: Final = re.compile(r"([0-9]+)(?:\.([0-9]+))?")
_WORDS: Final = re.compile(r"(?:([0-9]+)\s*h[a-z]*)?\s*(?:([0-9]+)\s*m[a-z]*)?")
_MINUS: Final = "-\u2212"
_MONTHS: Final = 12
_HOURS: Final = 12
_THIS_CENTURY: Final = 2000
_TWO_DIGITS: Final = 100
_DIGITS: Final = len(str(LONGEST_SPAN // timedelta(minutes=1)))


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
        return datetime.combine(
            day_of(full, month, day), time(*parts.time), tzinfo=parts.zone
        )
    except ValueError:
        raise ValueError(f"{text!r} is no time") from None


def day_of(year: int, month: int, day: int) -> date:
    """Give a day that a calendar in a kitchen has, far from where moments end; else ValueError."""
    if year not in YEARS:
        raise ValueError(f"{year} lies outside {YEARS}")
    return date(year, month, day)


def duration(text: str) -> timedelta | None:
    """Read 01:30, 1h30m, 90 min or plain minutes; None if it is none of these.

    ValueError where it is one, and nothing lasts so: longer than LONGEST_SPAN, or less than
    nothing.
    """
    plain = text.strip().casefold()
    length = _length(plain.lstrip(_MINUS))
    if length and plain[0] in _MINUS:
        raise ValueError(f"{text!r} is less than nothing")
    return length


def _length(text: str) -> timedelta | None:
    if clock := _CLOCK.fullmatch(text):
        return span_of(clock[1], clock[2])
    if minutes := _MINUTES.fullmatch(text):
        part = float(f"0.{minutes[2] or 0}")
        return span_of("", minutes[1]) + timedelta(minutes=part)
    words = _WORDS.fullmatch(text)
    if words is None or not any(words.groups()):
        return None
    return span_of(words[1], words[2])


def span_of(hours: str | None, minutes: str | None) -> timedelta:
    """Make a length of its digits, as many as there are; ValueError beyond LONGEST_SPAN."""
    numbers = [(digits or "0").lstrip("0") for digits in (hours, minutes)]
    if max(map(len, numbers)) > _DIGITS:
        raise ValueError("more digits than a length has")
    length = timedelta(hours=int(numbers[0] or 0), minutes=int(numbers[1] or 0))
    if length > LONGEST_SPAN:
        raise ValueError(f"{length} is longer than anything lasts")
    return length


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
    clock = (_hour(match), int(match["minute"] or 0), min(second, 59))
    return _Parts((a, b, c), len(match["a"]) > 2, clock, _zone(match["offset"]))


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
