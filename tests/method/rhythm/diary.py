"""A made-up child whose poops come at eight and at five, give or take, for rhythm's tests.

Days are counted from 1; day 1 is 1 March 2026; `at(3, 18)` is the third day at six in the
evening, in a zone without daylight saving.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any, TypeVar

from stepstool.method import Child, Entry, Month, Record
from stepstool.method.record.kinds.days import Meal, MealKind, Sleep
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Pee

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
MIA = Child(born=Month(2022, 9), name="Mia", id="mia")
NUMBERS = count(1)
E = TypeVar("E", bound=Entry)


def at(day: float, hour: float = 18) -> datetime:
    return FIRST + timedelta(days=day - 1, hours=hour)


def entry(kind: type[E], moment: datetime, **answers: Any) -> E:
    return kind(id=f"{next(NUMBERS):05}", at=moment, **answers)


def record(*entries: Entry, asked: datetime) -> Record:
    return Record(MIA, entries, asked)


def poop(day: float, hour: float, **answers: Any) -> Poop:
    return entry(Poop, at(day, hour), **answers)


def wobble(day: int) -> float:
    """Return up to half an hour, early or late, without chance."""
    return (day * 7 % 11 - 5) / 10


@cache
def day_of(day: int) -> tuple[Entry, ...]:
    """Return what a family writes down on one day."""
    late = wobble(day)
    return (
        entry(Sleep, at(day - 1, 20), until=at(day, 6.8)),
        entry(Meal, at(day, 7.2), meal=MealKind.BREAKFAST),
        poop(day, 8 + late, bristol=4),
        entry(Pee, at(day, 10)),
        entry(Meal, at(day, 12), meal=MealKind.LUNCH),
        entry(Sleep, at(day, 12.8), until=at(day, 14.2)),
        poop(day, 17 - late, bristol=5),
        entry(Meal, at(day, 18), meal=MealKind.DINNER),
    )


def weeks(days: int = 40) -> list[Entry]:
    """Return a regular diary of so many days, from day 1 on."""
    return [each for day in range(1, days + 1) for each in day_of(day)]


def asked(day: int = 40, hour: float = 7.5, *more: Entry, days: int = 40) -> Record:
    """Return the record of the regular diary at a moment."""
    return record(*weeks(days), *more, asked=at(day, hour))
