"""One line where nothing is to do: a good time now, progress once a week, when it often comes."""

from typing import Final, NamedTuple

from stepstool.web.diary.visit import Visit

# Progress is told once a week.
SUNDAY: Final = 6


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
    if visit.advice.then_and_now and visit.today.weekday() == SUNDAY:
        return Coming(visit.advice.then_and_now, "plan-so-far")
    return Coming(rhythm.often.saw, "patterns") if rhythm.often else None
