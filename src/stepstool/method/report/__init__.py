"""The doctor's page: a diary, a period and a moment → what a clinician needs, counted (M23).

Content as sayings and figures, in no language: `stretch` what was written in some days,
`items` published lists counted, `sheet` the days by the hour, `lines` the answers to the
questions that a clinic asks, `report` the page.
"""

from stepstool.method.report.bundle import bundle_of, stools_in
from stepstool.method.report.call import Call, call_of
from stepstool.method.report.items import (
    ITEMS,
    CountedItem,
    Item,
    List,
    Standing,
    counted,
)
from stepstool.method.report.lines import Line
from stepstool.method.report.report import (
    EIGHT,
    Report,
    Section,
    eight_answers,
    reading,
    report_of,
)
from stepstool.method.report.sheet import DayOfSheet, Mark, Sheet, WeekOfSheet
from stepstool.method.report.stretch import Feature, Stretch

__all__ = [
    "EIGHT",
    "ITEMS",
    "Call",
    "CountedItem",
    "DayOfSheet",
    "Feature",
    "Item",
    "Line",
    "List",
    "Mark",
    "Report",
    "Section",
    "Sheet",
    "Standing",
    "Stretch",
    "WeekOfSheet",
    "bundle_of",
    "call_of",
    "counted",
    "eight_answers",
    "reading",
    "report_of",
    "stools_in",
]
