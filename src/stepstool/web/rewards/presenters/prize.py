"""The prize in sight: what it is, where it stands, and the day it was earned."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from django.utils.formats import date_format

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import answer_word

LIKE_NONE: Final = "prize"


class Looks(NamedTuple):
    """One picture to choose."""

    value: str
    picture: str
    words: str


def looks_of(visit: Visit) -> list[Looks]:
    """Give the pictures that a prize may have."""
    return [
        Looks(each, f"prize_{each}", answer_word(each, visit.gaps))
        for each in method.promises.PrizePicture
    ]


@dataclass(frozen=True, kw_only=True)
class PrizeCard:
    """The prize. picture: its name in the album; earned, given: the day, else empty."""

    picture: str
    what: str
    place: str
    earned: str
    given: str


def prize_of(visit: Visit) -> PrizeCard | None:
    """Give the prize that stands in sight, if there is one."""
    found = visit.advice.rewards.found.prize
    if found is None:
        return None
    looks = found.prize.picture
    return PrizeCard(
        picture=LIKE_NONE if looks is method.UNKNOWN else f"prize_{looks}",
        what=_told(found.prize.what),
        place=_told(found.prize.place),
        earned=_day(visit, found.earned.at) if found.earned else "",
        given=_day(visit, found.given.at) if found.given else "",
    )


def _told(answer: str | method.Unknown) -> str:
    return "" if answer is method.UNKNOWN else answer


def _day(visit: Visit, at: datetime) -> str:
    return date_format(visit.clock.day(at), "l, j F")
