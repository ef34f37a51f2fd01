"""The rhythm of a child for pages: foretold once, and kept as long as the advice it is of.

What was learned for it serves the next one too: a habit is learned anew only where something
of a day before today has changed.
"""

from stepstool import method
from stepstool.web.diary.advising import Known, Shelf, record_at
from stepstool.web.families.models import Child

# About a megabyte each, and asked for far less often than advice.
KEPT_AT_MOST = 32
SHELF: Shelf[method.RhythmAdvice] = Shelf(KEPT_AT_MOST)


def rhythm_of(child: Child, known: Known) -> method.RhythmAdvice:
    """Give the rhythm for the moment of the advice; no query when kept, or just read."""
    key = known.key
    rhythm = SHELF.take(key)
    if rhythm is None:
        last = SHELF.last(key.place)
        before = last.forecast if last else None
        rhythm = method.rhythm_of(record_at(child, key), known.advice, before)
        SHELF.put(key, rhythm)
    return rhythm
