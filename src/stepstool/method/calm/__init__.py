"""Is it a fight, is listening helping, is it a break (M10, M17)."""

from stepstool.method.calm.calm import Calm, assess
from stepstool.method.calm.course import Course, Place, Standing, Stretch, course_of
from stepstool.method.calm.days import asked_to_sit, told
from stepstool.method.calm.holding import Body, Held, held
from stepstool.method.calm.lately import LOOKS_BACK
from stepstool.method.calm.levels import Level
from stepstool.method.calm.reading import READING
from stepstool.method.calm.sessions import Session

__all__ = [
    "LOOKS_BACK",
    "READING",
    "Body",
    "Calm",
    "Course",
    "Held",
    "Level",
    "Place",
    "Session",
    "Standing",
    "Stretch",
    "asked_to_sit",
    "assess",
    "course_of",
    "held",
    "told",
]
