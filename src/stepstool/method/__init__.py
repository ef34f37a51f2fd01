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
from stepstool.method.calm import Course, course_of
from stepstool.method.calm import Place as PlanPlace
from stepstool.method.comfort import (
    RULES,
    SIGNS,
    Asked,
    Asking,
    Asks,
    HarderStep,
    Sign,
    State,
    allowed,
)
from stepstool.method.evidence import SOURCES, Source, span
from stepstool.method.ladder import (
    LADDERS,
    Advised,
    Judged,
    Ladder,
    Progress,
    Verdict,
    ladder_of,
)
from stepstool.method.record import *  # noqa: F403 - the record whole, by its own list

__all__ = [
    "LADDERS",
    "READING",
    "RULES",
    "SIGNS",
    "SOURCES",
    "Advice",
    "Advised",
    "Asked",
    "Asking",
    "Asks",
    "Course",
    "DayDot",
    "DayMark",
    "HarderStep",
    "Judged",
    "Ladder",
    "PlanPlace",
    "Progress",
    "Question",
    "Reason",
    "Sign",
    "Source",
    "Speaker",
    "SpokenAlert",
    "SpokenPlan",
    "State",
    "Todo",
    "Verdict",
    "advise",
    "allowed",
    "calm",
    "comfort",
    "course_of",
    "earned",
    "evidence",
    "ladder",
    "ladder_of",
    "span",
    "speaker_of",
    "treat",
    "words",
]
__all__ += record.__all__
