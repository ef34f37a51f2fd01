"""Today as one value, in no language yet: how it is, the one thing to do, and why."""

from stepstool.method.advice.advice import READING, Advice, advise
from stepstool.method.advice.beginning import READING as FIRST_LADDER_READING
from stepstool.method.advice.beginning import FirstLadder, first_ladder
from stepstool.method.advice.card import Card, Reply, Telling
from stepstool.method.advice.doctors_plan import ZoneNow
from stepstool.method.advice.ending import Ending
from stepstool.method.advice.headline import Todo
from stepstool.method.advice.night import is_asleep, is_night
from stepstool.method.advice.offering import (
    RHYTHM_READING,
    TODAY_READING,
    RhythmAdvice,
    closed_for,
    may_offer_sit,
    rhythm_of,
)
from stepstool.method.advice.way import WeekOfWay, story_of_the_way
from stepstool.method.advice.week import (
    DayDot,
    DayMark,
    Landed,
    ThenAndNow,
    calendar,
)

__all__ = [
    "FIRST_LADDER_READING",
    "READING",
    "RHYTHM_READING",
    "TODAY_READING",
    "Advice",
    "Card",
    "DayDot",
    "DayMark",
    "Ending",
    "FirstLadder",
    "Landed",
    "Reply",
    "RhythmAdvice",
    "Telling",
    "ThenAndNow",
    "Todo",
    "WeekOfWay",
    "ZoneNow",
    "advise",
    "calendar",
    "closed_for",
    "first_ladder",
    "is_asleep",
    "is_night",
    "may_offer_sit",
    "rhythm_of",
    "story_of_the_way",
]
