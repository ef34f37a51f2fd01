"""Advice for a child, kept for a quarter of an hour while nothing new is written.

What is kept is only ever what would be computed again: the key holds all that advice
depends on. (The method's version is not in it, since each process keeps its own.)
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from stepstool import method
from stepstool.web.diary.reading import child_of_method, state_of
from stepstool.web.diary.reading_on import ReadSoFar, State, read_on
from stepstool.web.families.models import Child

T = TypeVar("T")
QUARTER = timedelta(minutes=15)
# One for each child; some kilobytes each.
KEPT_AT_MOST = 256
# Some hundred kilobytes each.
READ_AT_MOST = 32


class ChildsPlace(NamedTuple):
    """Where on a shelf a child's own stands."""

    family_id: int
    child_id: str


class AdviceKey(NamedTuple):
    """All that advice depends on."""

    family_id: int
    child: method.Child
    epoch: UUID | None
    seq: int
    quarter: datetime

    @property
    def state(self) -> State:
        """Give the state of the diary that it rests on."""
        return self.epoch, self.seq

    @property
    def place(self) -> ChildsPlace:
        """Give the place of what hangs on this key."""
        return ChildsPlace(self.family_id, self.child.id)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What every page about a child needs of its diary at a moment, in no language yet."""

    # Under it what else is derived of the same moment may be kept too.
    key: AdviceKey
    advice: method.Advice
    clock: method.Clock
    settings: method.lasting.Settings
    voice: method.Voice
    # The advice in the languages in which somebody read it.
    by_language: dict[str, method.SpokenAdvice] = field(default_factory=dict)

    def speaker(self, code: str) -> method.Speaker:
        """Give who says it in the language of this code, in this family's words."""
        return method.Speaker(method.language(code), self.voice)

    def spoken(self, code: str) -> method.SpokenAdvice:
        """Give the advice in the language of this code."""
        if code not in self.by_language:
            self.by_language[code] = method.speak(self.advice, self.speaker(code))
        return self.by_language[code]


class Shelf(Generic[T]):
    """What was last known in this process: one place for each child, the newer for the older.

    The least recently asked for goes first. So goes what is left of a family that is no longer
    there: pages look up the child before they ask here, so that nobody reaches it, and whoever
    takes a family out of the database may do so in another process, which no call from here
    reaches.
    """

    def __init__(self, most: int) -> None:
        """Keep this many at most."""
        self._most = most
        self._kept: OrderedDict[ChildsPlace, tuple[AdviceKey, T]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: AdviceKey) -> T | None:
        """Give what is kept under this key, and under no other."""
        kept = self._at(key.place)
        return kept[1] if kept and kept[0] == key else None

    def last(self, place: ChildsPlace) -> T | None:
        """Give what was last known there, whatever has changed since."""
        kept = self._at(place)
        return kept[1] if kept else None

    def put(self, key: AdviceKey, known: T) -> None:
        """Keep it, in place of the child's older one, or of who was not asked for longest."""
        with self._lock:
            self._kept[key.place] = key, known
            self._kept.move_to_end(key.place)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def _at(self, place: ChildsPlace) -> tuple[AdviceKey, T] | None:
        with self._lock:
            if place in self._kept:
                self._kept.move_to_end(place)
            return self._kept.get(place)

    def clear(self) -> None:
        """Forget all; nothing changes by it."""
        with self._lock:
            self._kept.clear()


SHELF: Shelf[Known] = Shelf(KEPT_AT_MOST)
READ: Shelf[ReadSoFar] = Shelf(READ_AT_MOST)


def known_of(child: Child, at: datetime) -> Known:
    """Give today's advice with the child's clock and choices.

    One query when it is kept; when it is not, two, or three where what lay ahead has come. It is judged for the last instant of the running quarter of an hour, so that what
    was written a moment ago counts, and all who ask within it get the same.
    """
    key = _key(child, at)
    known = SHELF.take(key)
    if known is None:
        known = _known(record_at(child, key), key)
        SHELF.put(key, known)
    return known


def _key(child: Child, at: datetime) -> AdviceKey:
    epoch, seq = state_of(child.family_id)
    quarter = end_of_quarter(at)
    return AdviceKey(child.family_id, child_of_method(child), epoch, seq, quarter)


def record_at(child: Child, key: AdviceKey) -> method.Record:
    """Give the diary as today's pages read it: once, for the advice and the rhythm."""
    read = READ.take(key)
    if read is None:
        before, reading = READ.last(key.place), method.TODAY_READING
        read = read_on(child, key.quarter, key.state, reading, before)
        READ.put(key, read)
    return read.record


def _known(record: method.Record, key: AdviceKey) -> Known:
    return Known(
        key=key,
        advice=method.advise(record),
        clock=record.clock,
        settings=record.settings,
        voice=method.voice_of(record),
    )


def end_of_quarter(at: datetime) -> datetime:
    """Give the last instant of the quarter of an hour that runs."""
    begun = timedelta(
        minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond
    )
    return at - begun + QUARTER - timedelta(microseconds=1)
