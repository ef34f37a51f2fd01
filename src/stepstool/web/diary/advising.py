"""Advice for a child, kept for a quarter of an hour while nothing new is written.

What is kept is only ever what would be computed again: the key holds all that advice
depends on. (The method's version is not in it, since each process keeps its own.)
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock
from typing import NamedTuple
from uuid import UUID

from stepstool import method
from stepstool.web.diary.reading import child_of_method, record_of, state_of
from stepstool.web.families.models import Child

QUARTER = timedelta(minutes=15)
# One family with a few phones needs one or two; some kilobytes each.
KEPT_AT_MOST = 256


class Key(NamedTuple):
    """All that advice depends on."""

    family_id: int
    child: method.Child
    epoch: UUID | None
    seq: int
    language: str
    quarter: datetime


class Shelf:
    """The last few advices of this process, the least recently asked for goes first."""

    def __init__(self, most: int) -> None:
        """Keep this many at most."""
        self._most = most
        self._kept: OrderedDict[Key, method.Advice] = OrderedDict()
        self._lock = Lock()

    def take(self, key: Key) -> method.Advice | None:
        """Give what is kept under this key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, advice: method.Advice) -> None:
        """Keep it, in place of the one that was not asked for the longest."""
        with self._lock:
            self._kept[key] = advice
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget all; nothing changes by it."""
        with self._lock:
            self._kept.clear()


SHELF = Shelf(KEPT_AT_MOST)


def advice_of(child: Child, at: datetime, language: str) -> method.Advice:
    """Give today's advice: one query when it is kept, three when it is not.

    It is judged for the last instant of the running quarter of an hour, so that what was
    written a moment ago counts, and all who ask within it get the same.
    """
    epoch, seq = state_of(child.family_id)
    quarter = end_of_quarter(at)
    key = Key(child.family_id, child_of_method(child), epoch, seq, language, quarter)
    kept = SHELF.take(key)
    if kept is not None:
        return kept
    advice = method.advise(record_of(child, quarter), language)
    SHELF.put(key, advice)
    return advice


def end_of_quarter(at: datetime) -> datetime:
    """Give the last instant of the quarter of an hour that runs."""
    begun = timedelta(
        minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond
    )
    return at - begun + QUARTER - timedelta(microseconds=1)
