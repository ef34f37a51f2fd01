"""Today as one value: how it is, the one thing to do, and why."""

from stepstool.method.advice.advice import (
    Advice,
    DayDot,
    DayMark,
    Question,
    Reason,
    SpokenAlert,
    Todo,
)
from stepstool.method.advice.advise import advise
from stepstool.method.advice.reading import READING

__all__ = [
    "READING",
    "Advice",
    "DayDot",
    "DayMark",
    "Question",
    "Reason",
    "SpokenAlert",
    "Todo",
    "advise",
]
