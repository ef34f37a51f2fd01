"""The method: a record in, today's advice out.

Standard library only. No clock, no chance, no network: the same record and the same
moment give the same advice (rule 8). This is its front door: others import
`from stepstool import method` and nothing deeper.
"""

from stepstool.method import calm, comfort, evidence, ladder, record, words
from stepstool.method.advice import (
    READING,
    Advice,
    DayDot,
    DayMark,
    Question,
    Reason,
    Speaker,
    SpokenAlert,
    SpokenPlan,
    Todo,
    advise,
    earned,
    speaker_of,
    treat,
)
from stepstool.method.comfort import RULES, SIGNS, Asked, Asking, Asks, Sign
from stepstool.method.record import *  # noqa: F403 - the record whole, by its own list

__all__ = [
    "READING",
    "RULES",
    "SIGNS",
    "Advice",
    "Asked",
    "Asking",
    "Asks",
    "DayDot",
    "DayMark",
    "Question",
    "Reason",
    "Sign",
    "Speaker",
    "SpokenAlert",
    "SpokenPlan",
    "Todo",
    "advise",
    "calm",
    "comfort",
    "earned",
    "evidence",
    "ladder",
    "speaker_of",
    "treat",
    "words",
]
__all__ += record.__all__
