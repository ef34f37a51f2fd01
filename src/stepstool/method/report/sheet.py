"""The days by the hour, as a clinic draws them, and longer periods week by week."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Entry
from stepstool.method.record.bout import Bout
from stepstool.method.record.clock import DAY_STARTS, Days
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import Given, MedicineGiven
from stepstool.method.record.kinds.poop import Place
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.report.stretch import Feature, Stretch

N: Final = topic("report")
E = TypeVar("E", bound=Entry)
NOT_TAKEN: Final = (Given.MISSED, Given.REFUSED)
# The sheet and the weeks, as parts that can be left out.
SHEET: Final = "sheet"
WEEKS: Final = "weeks"
HOURS_A_DAY: Final = 24
# Days begin at 04:00, and so do the columns.
HOURS: Final = tuple(
    (DAY_STARTS.hour + hour) % HOURS_A_DAY for hour in range(HOURS_A_DAY)
)


class Flag(StrEnum):
    """What is marked beside the type of a stool."""

    HURT = "hurt"
    BLOOD = "blood"
    BIG = "big"
    LEAK = "leak"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One bout on the sheet."""

    # The hour on the wall clock; None where only the day, or a part of it, is known.
    hour: int | None
    place: Place | None
    # The picture that was tapped: a Bristol type or a class of diapers; empty if none was.
    picture: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, kw_only=True)
class DayOfSheet:
    """One day."""

    day: date
    # Whether it is known: with a full poop, or said to be without one.
    known: bool
    marks: tuple[Mark, ...]
    holding: int
    sits: int
    given: int
    missed: int


@dataclass(frozen=True, kw_only=True)
class WeekOfSheet:
    """One week, or the rest of one, by its first and last day."""

    first: date
    last: date
    known_days: int
    in_all: int
    in_toilet: int
    hard: int
    hurt: int
    leak_days: int
    holding_days: int


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The last days by the hour; of a longer period all weeks, the latest first."""

    days: tuple[DayOfSheet, ...]
    weeks: tuple[WeekOfSheet, ...]


def sheet(stretch: Stretch) -> Sheet:
    """Draw the sheet of a stretch."""
    shown = min(len(stretch.days), N.count.days)
    longer = len(stretch.days) > shown
    return Sheet(
        days=tuple(_days(stretch, shown)),
        weeks=tuple(_weeks(stretch)) if longer else (),
    )


def _days(stretch: Stretch, shown: int) -> Iterator[DayOfSheet]:
    """Give the last days, each with what lies on it."""
    days = stretch.days
    marks: dict[int, list[Mark]] = defaultdict(list)
    for bout in stretch.bouts:
        marks[days.index(bout.at)].append(_mark(stretch, bout))
    doses = stretch.of(MedicineGiven)
    holding = Counter(map(days.index, stretch.moments(Feature.HOLDING)))
    sits = _each_day(days, stretch.of(Sit), lambda sit: sit.accepted is not YesNo.NO)
    given = _each_day(days, doses, lambda dose: dose.outcome is Given.GIVEN)
    missed = _each_day(days, doses, lambda dose: dose.outcome in NOT_TAKEN)
    for n in range(len(days) - shown, len(days)):
        yield DayOfSheet(
            day=days.dates[n],
            known=days.known[n],
            marks=tuple(marks[n]),
            holding=holding[n],
            sits=sits[n],
            given=given[n],
            missed=missed[n],
        )


def _each_day(
    days: Days, entries: Iterable[E], counts: Callable[[E], bool]
) -> Counter[int]:
    """Count some entries by the number of their day."""
    return Counter(days.index(entry.at) for entry in entries if counts(entry))


def _mark(stretch: Stretch, bout: Bout) -> Mark:
    first, clock = bout.poops[0], stretch.record.clock
    places = [poop.place for poop in bout.poops if poop.place is not UNKNOWN]
    pictures = [
        str(picture)
        for poop in bout.poops
        for picture in (poop.bristol, poop.brussels)
        if picture is not UNKNOWN
    ]
    return Mark(
        hour=clock.local(bout.at).hour if clock.knows_time(first) else None,
        place=places[0] if places else None,
        picture=pictures[0] if pictures else "",
        flags=tuple(flag for flag, holds in FLAGS.items() if holds(bout)),
    )


FLAGS: Final[Mapping[Flag, Callable[[Bout], bool]]] = {
    Flag.HURT: lambda bout: bout.hurt_a_little,
    Flag.BLOOD: lambda bout: bout.blood is not None,
    Flag.BIG: lambda bout: bout.is_big,
    Flag.LEAK: lambda bout: bout.is_leak,
}


def _weeks(stretch: Stretch) -> Iterator[WeekOfSheet]:
    """Give the weeks, counted back from the last day; the earliest may be shorter."""
    days, length = stretch.days, N.count.week
    full, inside = _weekly(stretch, stretch.full), _weekly(stretch, _inside(stretch))
    hard, hurt = (_weekly_of(stretch, f) for f in (Feature.HARD, Feature.HURT))
    leaks, holding = (_days_of(stretch, f) for f in (Feature.LEAK, Feature.HOLDING))
    for number, end in enumerate(range(len(days), 0, -length)):
        first = max(end - length, 0)
        yield WeekOfSheet(
            first=days.dates[first],
            last=days.dates[end - 1],
            known_days=days.count_known(first, end),
            in_all=full[number],
            in_toilet=inside[number],
            hard=hard[number],
            hurt=hurt[number],
            leak_days=leaks[number],
            holding_days=holding[number],
        )


def _inside(stretch: Stretch) -> list[Bout]:
    return [bout for bout in stretch.full if bout.in_toilet]


def _weekly(stretch: Stretch, bouts: Iterable[Bout]) -> Counter[int]:
    return Counter(stretch.week(bout.at) for bout in bouts)


def _weekly_of(stretch: Stretch, feature: Feature) -> Counter[int]:
    return Counter(map(stretch.week, stretch.moments(feature)))


def _days_of(stretch: Stretch, feature: Feature) -> Counter[int]:
    """Count in each week the days with something."""
    moments = stretch.moments(feature)
    days = {stretch.days.index(at): stretch.week(at) for at in moments}
    return Counter(days.values())
