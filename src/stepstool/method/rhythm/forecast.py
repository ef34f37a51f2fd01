"""The forecast: when poop may come, how sure that is, and what it rests on (M4)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from stepstool.method.record import Because, Record, Saying
from stepstool.method.record.clock import Clock
from stepstool.method.rhythm.ahead import Ahead, ahead
from stepstool.method.rhythm.chance import Chance, chance, within
from stepstool.method.rhythm.habit import Habit, learn
from stepstool.method.rhythm.knowing import Knowing, knowing
from stepstool.method.rhythm.meals import MealTime, meal_times
from stepstool.method.rhythm.numbers import HITS_OF
from stepstool.method.rhythm.open_tens import OpenTen, open_tens
from stepstool.method.rhythm.seen import Seen, see
from stepstool.method.rhythm.surer import surer
from stepstool.method.rhythm.tens import A_DAY, HOUR

THREE: Final = 3
SOURCES: Final = ("RHYTHM-DIARIES",)


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """What is to be expected of one child from a moment on.

    poops, days: what it rests on; tens: the chance in each ten minutes of the next 24
    hours; usual: the rate in each ten minutes of a usual day, from 04:00; came: when the
    poops behind it came, as tens of the day, the last one last; surer: what would make it
    surer; open: the tens of today in which windows may lie; meals: when they are; offered:
    how many sits were offered today.
    """

    at: datetime
    day: date
    knowing: Knowing
    because: tuple[Because, ...]
    poops: int
    days: int
    tens: tuple[Chance, ...]
    next_hour: Chance
    next_three_hours: Chance
    usual: tuple[float, ...]
    came: tuple[int, ...]
    surer: tuple[Saying, ...]
    open: tuple[OpenTen, ...]
    meals: tuple[MealTime, ...]
    offered: int
    habit: Habit
    clock: Clock = field(compare=False, repr=False)


def forecast(record: Record) -> Forecast:
    """Forecast from the moment of the record on; the same record, the same forecast."""
    seen = see(record)
    habit = learn(seen, seen.today)
    now = _now(seen, record.at)
    known = knowing(habit)
    coming = ahead(seen, habit, now, A_DAY)
    lately = [each for _, each in seen.poops[-HITS_OF:]]
    return Forecast(
        at=record.at,
        day=record.today,
        knowing=known,
        because=(_because(known, habit),),
        poops=habit.poops,
        days=habit.days,
        tens=_tens(seen, habit, now, coming),
        next_hour=_next(seen, habit, now, coming.hazards[:HOUR]),
        next_three_hours=_next(seen, habit, now, coming.hazards[: THREE * HOUR]),
        usual=tuple(habit.usual_day()),
        came=tuple(ten % A_DAY for ten, each in seen.poops if each.natural),
        surer=tuple(surer(record, habit, lately)),
        open=open_tens(seen, habit, record.clock, now),
        meals=meal_times(record, seen.timeline),
        offered=sum(ten >= seen.today * A_DAY for ten in seen.offers),
        habit=habit,
        clock=record.clock,
    )


def _now(seen: Seen, at: datetime) -> int:
    """Give the first ten that may still bring something: this one, or the one after."""
    ten = seen.timeline.ten(at)
    return max(ten, seen.last_event(ten + 1) + 1)


def _because(known: Knowing, habit: Habit) -> Because:
    values = {"count": habit.poops, "days": habit.days}
    saw = Saying(key=f"rhythm.knowing.{known}", values=values)
    return Because(rule="rhythm", saw=saw, sources=SOURCES)


def _tens(seen: Seen, habit: Habit, now: int, coming: Ahead) -> tuple[Chance, ...]:
    begins = [seen.timeline.moment(now + n) for n in range(A_DAY + 1)]
    return tuple(
        chance(habit, [(now + n) % A_DAY], (begins[n], begins[n + 1]), value)
        for n, value in enumerate(coming.expected())
    )


def _next(seen: Seen, habit: Habit, now: int, hazards: Sequence[float]) -> Chance:
    tens = [(now + n) % A_DAY for n in range(len(hazards))]
    between = seen.timeline.moment(now), seen.timeline.moment(now + len(hazards))
    return chance(habit, tens, between, within(hazards))
