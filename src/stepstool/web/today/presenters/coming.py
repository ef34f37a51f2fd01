"""When it may come, in one line: a good time for a potty party now, else when it often comes."""

from typing import NamedTuple

from stepstool.web.diary.visit import Visit


class Coming(NamedTuple):
    """What is said, and the name of the page that it leads to."""

    says: str
    page: str


def coming_of(visit: Visit) -> Coming | None:
    """Say it; not by night or beside a danger sign, where nothing is offered anyway."""
    if visit.advice.night or visit.advice.alerts:
        return None
    rhythm = visit.rhythm
    if rhythm.good_time and visit.may_write:
        return Coming(rhythm.good_time.saw, "party")
    return Coming(rhythm.often.saw, "patterns") if rhythm.often else None
