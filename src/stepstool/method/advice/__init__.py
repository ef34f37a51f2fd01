"""Today as one value, in no language yet: how it is, the one thing to do, and why."""

from stepstool.method.advice.advice import Advice, DayDot, DayMark
from stepstool.method.advice.advise import advise
from stepstool.method.advice.offering import closed_for, may_offer_sit
from stepstool.method.advice.reading import READING
from stepstool.method.advice.rhythm import RHYTHM_READING, RhythmAdvice, rhythm_of
from stepstool.method.advice.then_and_now import ThenAndNow
from stepstool.method.advice.todo import Todo

__all__ = [
    "READING",
    "RHYTHM_READING",
    "Advice",
    "DayDot",
    "DayMark",
    "RhythmAdvice",
    "ThenAndNow",
    "Todo",
    "advise",
    "closed_for",
    "may_offer_sit",
    "rhythm_of",
]
