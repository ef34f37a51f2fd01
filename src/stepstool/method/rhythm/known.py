"""Which days teach something, and how much.

A day with a poop, a pee, a sit, a request or an answer about it is written down; others
teach nothing, since a day without entries is not a day without poop (rule 9).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from stepstool.method.record import Record
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.record.known_day import Days, learn
from stepstool.method.rhythm.changes import changes, spoilt
from stepstool.method.rhythm.numbers import BEFORE_A_CHANGE, MOST_CHANGES

_MOMENT = timedelta(microseconds=1)


def written_days(
    record: Record, days: Days, full: Sequence[datetime], diapers: Iterable[int]
) -> list[bool]:
    """Say of each day whether the diaper or potty was written down on it.

    full: the moments of full poops; diapers: numbers of days with something else of it.
    """
    learn(days, full, (record.of(NoneCame), record.of(Interview)), ())
    written = list(days.known)
    for day in diapers:
        written[day] = True
    for each in record.unread:
        if (day := days.index(each.at)) >= 0:
            written[day] = False
    return written


def sound_days(record: Record, days: Days, written: Sequence[bool]) -> list[bool]:
    """Say of each day whether it teaches something: written down, and not spoilt."""
    sound = list(written)
    for since, until in spoilt(record):
        first = max(days.index(since), 0)
        last = days.index(until - _MOMENT)
        sound[first : last + 1] = [False] * (last + 1 - first)
    return sound


def trusts(record: Record, days: Days) -> list[float]:
    """Say of each day how much it counts beside its age: less before each change."""
    changed = sorted(days.index(moment) for moment in changes(record))
    return [
        BEFORE_A_CHANGE ** min(len(changed) - bisect_right(changed, day), MOST_CHANGES)
        for day in range(len(days))
    ]
