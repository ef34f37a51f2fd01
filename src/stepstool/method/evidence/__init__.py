"""Every number of the method, with its unit, its meaning and its sources."""

from stepstool.method.evidence.foods import FOODS, FoodRow
from stepstool.method.evidence.number import (
    NUMBERS,
    REVIEWED_AGAIN,
    SOURCES,
    Number,
    Source,
    count,
    number,
    overdue,
    span,
)
from stepstool.method.evidence.telephones import TELEPHONES, Telephones
from stepstool.method.evidence.topic import MissingNumberError, Numbers, topic

__all__ = [
    "FOODS",
    "NUMBERS",
    "REVIEWED_AGAIN",
    "SOURCES",
    "TELEPHONES",
    "FoodRow",
    "MissingNumberError",
    "Number",
    "Numbers",
    "Source",
    "Telephones",
    "count",
    "number",
    "overdue",
    "span",
    "topic",
]
