"""Is it a fight, is listening helping, is it a break (M10, M17)."""

from stepstool.method.calm.calm import (
    LOOKS_BACK,
    READING,
    Calm,
    CalmLevel,
    asked_to_sit,
    assess,
    told,
)
from stepstool.method.calm.course import (
    Course,
    PlanPlace,
    PlanStanding,
    PlanStretch,
    course_of,
)
from stepstool.method.calm.good_time import (
    AGAINST,
    FIRM_END,
    SOFT_END,
    Ease,
    GoodTime,
    good_time,
)
from stepstool.method.calm.sessions import Session, Trend, sessions_of, trend_of
from stepstool.method.calm.signs import Held, HoldingFacts, held

__all__ = [
    "AGAINST",
    "FIRM_END",
    "LOOKS_BACK",
    "READING",
    "SOFT_END",
    "Calm",
    "CalmLevel",
    "Course",
    "Ease",
    "GoodTime",
    "Held",
    "HoldingFacts",
    "PlanPlace",
    "PlanStanding",
    "PlanStretch",
    "Session",
    "Trend",
    "asked_to_sit",
    "assess",
    "course_of",
    "good_time",
    "held",
    "sessions_of",
    "told",
    "trend_of",
]
