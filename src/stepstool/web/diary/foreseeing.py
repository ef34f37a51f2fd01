"""The rhythm of a child for pages: foretold once, and kept as long as the advice it is of.

What it learned serves the next one too, all day long, as long as nothing of it changes.
"""

from stepstool import method
from stepstool.web.diary.advising import Known, Shelf
from stepstool.web.diary.reading import record_of
from stepstool.web.families.models import Child

# Some hundred kilobytes each, and asked for far less often than advice.
KEPT_AT_MOST = 64
SHELF: Shelf[method.SpokenRhythm] = Shelf(KEPT_AT_MOST)


def rhythm_of(child: Child, known: Known) -> method.SpokenRhythm:
    """Give the rhythm for the moment of the advice: no query when kept, else one."""
    key = known.key
    rhythm = SHELF.take(key)
    if rhythm is None:
        last = SHELF.last(key.place)
        record = record_of(child, key.quarter, method.RHYTHM_READING)
        rhythm = method.rhythm_of(
            record, known.advice, key.language, last.forecast if last else None
        )
        SHELF.put(key, rhythm)
    return rhythm
