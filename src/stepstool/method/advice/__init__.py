"""Today as one value: how it is, the one thing to do, and why."""

from stepstool.method.advice.advice import (
    Advice,
    DayDot,
    DayMark,
    Question,
    SpokenAlert,
)
from stepstool.method.advice.advise import advise
from stepstool.method.advice.plan import SpokenPlan, earned, treat
from stepstool.method.advice.reading import READING
from stepstool.method.advice.reason import Reason
from stepstool.method.advice.speaker import Speaker, speaker_of
from stepstool.method.advice.todo import Todo

__all__ = [
    "READING",
    "Advice",
    "DayDot",
    "DayMark",
    "Question",
    "Reason",
    "Speaker",
    "SpokenAlert",
    "SpokenPlan",
    "Todo",
    "advise",
    "earned",
    "speaker_of",
    "treat",
]
