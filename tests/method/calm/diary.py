"""A made-up child's days, for the tests of calm and of the ladder.

Day 1 is 1 March 2026; `at(3, 18)` is the third day at six in the evening.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from stepstool.method.record import Child, Entry, Month, Record
from stepstool.method.record.kinds.answers import Mood, Where, YesNo
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.kinds.listening import Listening
from stepstool.method.record.kinds.poop import Place, Poop
from stepstool.method.record.kinds.toileting import Sit

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
MIA = Child(born=Month(2021, 9), name="Mia", id="mia")
NUMBERS = count(1)
E = TypeVar("E", bound=Entry)


def at(day: float, hour: float = 18) -> datetime:
    return FIRST + timedelta(days=day - 1, hours=hour)


def day(number: int) -> date:
    return at(number).date()


def entry(kind: type[E], moment: datetime, **answers: Any) -> E:
    return kind(id=f"{next(NUMBERS):04}", at=moment, **answers)


def record(*entries: Entry, asked: datetime) -> Record:
    return Record(MIA, entries, asked)


def poop(moment: datetime, **answers: Any) -> Poop:
    diaper = {"place": Place.DIAPER, "where": Where.BATHROOM, "bristol": 4}
    return entry(Poop, moment, **(diaper | answers))


def sit(moment: datetime, *, accepted: bool = True, **answers: Any) -> Sit:
    said = YesNo.YES if accepted else YesNo.NO
    return entry(Sit, moment, **({"offered": YesNo.YES, "accepted": said} | answers))


def listened(moment: datetime, strength: int, **answers: Any) -> Listening:
    return entry(Listening, moment, strength_before=strength, **answers)


def upset_sit(moment: datetime) -> Sit:
    return sit(moment, mood=Mood.UPSET)


def plan(moment: datetime, move: Move, step: int | None = None, **answers: Any) -> Plan:
    if step is not None:
        answers["step"] = step
    return entry(Plan, moment, **({"ladder": "b", "move": move} | answers))
