"""The page: its sections in their order, its sheet, and the eight questions it answers.

A clinic asks the same eight things first (evidence §2.1, §2.2 and §2.6, which of them are
the eight is ours): why you come · how old, and since when · how often, in all and in the
toilet · what it is like · does it hurt, is there blood · holding and soiling · what was tried,
with which medicine · alarm signs. Each has its section, and each section has a line even where
nothing is known.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from stepstool.method import comfort, food
from stepstool.method.comfort import Comfort, assess
from stepstool.method.evidence import topic
from stepstool.method.record import Child, Reads, Record, union
from stepstool.method.record.kinds.action_plan import ActionPlan
from stepstool.method.record.kinds.days import Sleep
from stepstool.method.record.kinds.health import MedicineGiven, TummyAche
from stepstool.method.record.kinds.lasting import Plan, Settings
from stepstool.method.record.kinds.listening import Listening
from stepstool.method.record.kinds.own_ladder import OwnLadder
from stepstool.method.record.kinds.poop import NoneCame, Poop
from stepstool.method.record.kinds.toileting import Pee, Signal, Sit
from stepstool.method.record.kinds.visit import Office, VisitQuestions
from stepstool.method.report import bowel, care, family
from stepstool.method.report.items import CountedItem, counted
from stepstool.method.report.lines import Case, Line
from stepstool.method.report.sheet import Sheet, sheet
from stepstool.method.report.stretch import Stretch

N: Final = topic("report")


class Section(StrEnum):
    """A section of the page, in its order."""

    WHY = "why"
    SINCE = "since"
    STOOLS = "stools"
    FORM = "form"
    PAIN = "pain"
    HOLDING = "holding"
    TRIED = "tried"
    SIGNS = "signs"
    OWN = "own"
    FOOD = "food"
    WETTING = "wetting"
    LISTS = "lists"


# The copy for programs, which can be left out as a section can.
BUNDLE: Final = "bundle"
# The eight questions that the first page answers; see above.
EIGHT: Final = (
    Section.WHY,
    Section.SINCE,
    Section.STOOLS,
    Section.FORM,
    Section.PAIN,
    Section.HOLDING,
    Section.TRIED,
    Section.SIGNS,
)

WRITTEN_BY: Final[Mapping[Section, Callable[[Case], Iterator[Line]]]] = {
    Section.WHY: family.why,
    Section.SINCE: family.since,
    Section.STOOLS: bowel.stools,
    Section.FORM: bowel.form,
    Section.PAIN: bowel.pain,
    Section.HOLDING: bowel.holding,
    Section.TRIED: care.tried,
    Section.SIGNS: care.signs,
    Section.OWN: family.own,
    Section.FOOD: care.eaten,
    Section.WETTING: care.wetting,
    Section.LISTS: care.lists,
}


@dataclass(frozen=True, kw_only=True)
class Report:
    """The page for a clinician, in sayings and figures."""

    at: datetime
    child: Child
    first: date
    last: date
    # Every section that has a line, in order.
    sections: Mapping[Section, tuple[Line, ...]]
    sheet: Sheet
    comfort: Comfort
    counted: tuple[CountedItem, ...]


def report_of(record: Record, days: int = N.count.days) -> Report:
    """Write the page for the last days up to the moment of a record.

    days: how many, today included. For an earlier period, give `record.until(…)`.
    """
    stretch = Stretch(record, days)
    case = Case(
        record=record,
        comfort=assess(record),
        stretch=stretch,
        counted=counted(record),
        counted_days=Stretch(record, N.span.month.days).known_days,
    )
    written = {section: tuple(write(case)) for section, write in WRITTEN_BY.items()}
    return Report(
        at=record.at,
        child=record.child,
        first=stretch.first,
        last=stretch.last,
        sections={section: lines for section, lines in written.items() if lines},
        sheet=sheet(stretch),
        comfort=case.comfort,
        counted=case.counted,
    )


def eight_answers(page: Report) -> Mapping[Section, tuple[Line, ...]]:
    """Give what the page answers to the eight questions; none is ever empty."""
    return {section: page.sections[section] for section in EIGHT}


# Two days more, since days begin at 04:00 and change their length.
MARGIN: Final = timedelta(days=2)
WRITTEN_DAILY: Final = (
    Poop,
    NoneCame,
    Signal,
    TummyAche,
    MedicineGiven,
    Pee,
    Sit,
    Sleep,
    Listening,
)


def reading(days: int = N.count.days) -> tuple[Reads, ...]:
    """Give what the page for so many days reads (rule 8 of the house)."""
    back = max(timedelta(days=days), N.span.month) + MARGIN
    daily = (Reads(kind=kind, back=back) for kind in WRITTEN_DAILY)
    whole = (Plan, OwnLadder, Settings, Office, VisitQuestions, ActionPlan)
    lasting = (Reads(kind=kind) for kind in whole)
    return union((*comfort.READING, *food.READING, *daily, *lasting))
