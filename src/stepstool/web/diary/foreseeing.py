"""The rhythm of a child for pages: foretold once, and kept as long as the advice it is of.

What was read and learned for it serves the next one too: only what is newer is read, and a
habit is learned anew only where something of a day before today has changed.
"""

from typing import NamedTuple

from stepstool import method
from stepstool.web.diary.advising import Known, Shelf
from stepstool.web.diary.reading_on import ReadSoFar, read_on
from stepstool.web.families.models import Child


class Foreseen(NamedTuple):
    """A rhythm, and the diary that it was foretold from."""

    rhythm: method.RhythmAdvice
    read: ReadSoFar


# About a megabyte each, and asked for far less often than advice.
KEPT_AT_MOST = 32
SHELF: Shelf[Foreseen] = Shelf(KEPT_AT_MOST)


def rhythm_of(child: Child, known: Known) -> method.RhythmAdvice:
    """Give the rhythm for the moment of the advice; no query when kept."""
    foreseen = SHELF.take(known.key)
    if foreseen is None:
        foreseen = _foreseen(child, known, SHELF.last(known.key.place))
        SHELF.put(known.key, foreseen)
    return foreseen.rhythm


def _foreseen(child: Child, known: Known, last: Foreseen | None) -> Foreseen:
    key, reading = known.key, method.RHYTHM_READING
    read = read_on(child, key.quarter, key.state, reading, last and last.read)
    record = method.Record(key.child, read.entries.values(), key.quarter)
    before = last.rhythm.forecast if last else None
    return Foreseen(method.rhythm_of(record, known.advice, before), read)
