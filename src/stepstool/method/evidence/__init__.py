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

__all__ = [
    "FOODS",
    "NUMBERS",
    "SOURCES",
    "FoodRow",
    "Number",
    "Source",
    "count",
    "number",
    "span",
]
