"""What a child ate and drank lately: read for this room alone, so that today stays quick."""

from stepstool import method
from stepstool.web.diary.reading import record_of
from stepstool.web.diary.visit import Visit


def lately(visit: Visit) -> method.Record:
    """Give the meals and drinks of the last two weeks, as a record."""
    return record_of(visit.child, visit.now, method.FOOD_READING)
