"""Is it a fight, is listening helping, is it a break (M10, M17)."""

from stepstool.method.calm.calm import Calm, assess
from stepstool.method.calm.course import Course, Place, Standing, Stretch, course_of
from stepstool.method.calm.days import asked_to_sit, told
from stepstool.method.calm.good_time import AGAINST, Ease, GoodTime, good_time
from stepstool.method.calm.holding import Body, Held, held
from stepstool.method.calm.lately import LOOKS_BACK
from stepstool.method.calm.levels import Level
from stepstool.method.calm.limits import FIRM_END, SOFT_END
from stepstool.method.calm.numbers import OFFERS_WHEN_WARM
from stepstool.method.calm.reading import READING
from stepstool.method.calm.sessions import Session, sessions_of
from stepstool.method.calm.trend import Trend, trend_of

__all__ = [
    "AGAINST",
    "FIRM_END",
    "LOOKS_BACK",
    "OFFERS_WHEN_WARM",
    "READING",
    "SOFT_END",
    "Body",
    "Calm",
    "Course",
    "Ease",
    "GoodTime",
    "Held",
    "Level",
    "Place",
    "Session",
    "Standing",
    "Stretch",
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
