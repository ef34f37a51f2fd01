"""The prize in sight: what it is, where it stands, and the day it was earned."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format

from stepstool import method
from stepstool.web.diary.visit import Visit


@dataclass(frozen=True, kw_only=True)
class PrizeCard:
    """The prize. earned, given: the day, empty while that has not happened."""

    what: str
    place: str
    earned: str
    given: str


def prize_of(visit: Visit) -> PrizeCard | None:
    """Give the prize that stands in sight, if there is one."""
    found = visit.advice.rewards.found.prize
    if found is None:
        return None
    return PrizeCard(
        what=_told(found.prize.what),
        place=_told(found.prize.place),
        earned=_day(visit, found.earned.at) if found.earned else "",
        given=_day(visit, found.given.at) if found.given else "",
    )


def _told(answer: str | method.Unknown) -> str:
    return "" if answer is method.UNKNOWN else answer


def _day(visit: Visit, at: datetime) -> str:
    return date_format(visit.clock.day(at), "l, j F")
