"""Every number of the method, with its unit, its meaning and its sources."""

from stepstool.method.evidence.foods import FOODS, FoodRow
from stepstool.method.evidence.number import (
    NUMBERS,
    SOURCES,
    Number,
    Source,
    count,
    number,
    span,
)
from stepstool.method.evidence.review import REVIEWED_AGAIN, overdue

__all__ = [
    "FOODS",
    "NUMBERS",
    "REVIEWED_AGAIN",
    "SOURCES",
    "FoodRow",
    "Number",
    "Source",
    "count",
    "number",
    "overdue",
    "span",
]
