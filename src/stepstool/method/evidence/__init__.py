"""Every number of the method, with its unit, its meaning and its sources."""

from stepstool.method.evidence.number import (
    NUMBERS,
    SOURCES,
    Number,
    Source,
    count,
    number,
    span,
)

__all__ = ["NUMBERS", "SOURCES", "Number", "Source", "count", "number", "span"]
