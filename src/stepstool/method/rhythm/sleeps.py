"""Sleeps as events: falling asleep and waking, whoever wrote them and however completely."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from stepstool.method.record.kinds.days import Sleep
from stepstool.method.rhythm.numbers import ONGOING_SLEEP

Asleep = tuple[datetime, datetime | None]


def sleeps(
    written: Iterable[Sleep], busy: Callable[[], Sequence[datetime]], at: datetime
) -> list[Asleep]:
    """Give the sleeps from when to when, overlapping ones as one; None while it lasts.

    busy: gives the moments, in order, at which the child was certainly awake, which end a sleep
    without an end. What is written to end after the moment asked for has not ended yet.
    """
    joined: list[Asleep] = []
    for each in _ended(written, busy, at):
        joined.append(_join(joined.pop(), each) if _overlap(joined, each) else each)
    return joined


def _overlap(before: Sequence[Asleep], sleep: Asleep) -> bool:
    if not before:
        return False
    end = before[-1][1]
    return end is None or sleep[0] <= end


def _join(one: Asleep, other: Asleep) -> Asleep:
    if one[1] is None or other[1] is None:
        return one[0], None
    return one[0], max(one[1], other[1])


def _ended(
    written: Iterable[Sleep], busy: Callable[[], Sequence[datetime]], at: datetime
) -> Iterator[Asleep]:
    awake: Sequence[datetime] | None = None
    for each in written:
        if each.until is not None and each.until <= at:
            yield each.at, each.until
        else:
            awake = busy() if awake is None else awake
            end = _wakes(each.at, awake)
            yield each.at, end if end <= at else None


def _wakes(since: datetime, busy: Sequence[datetime]) -> datetime:
    longest = since + ONGOING_SLEEP
    place = bisect_right(busy, since)
    return min(busy[place], longest) if place < len(busy) else longest
