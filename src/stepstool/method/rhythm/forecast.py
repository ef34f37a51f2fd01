"""The forecast: when poop may come, how sure that is, and what it rests on (M4)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
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

THREE_HOURS: Final = 3 * HOUR
SOURCES: Final = ("RHYTHM-DIARIES",)


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """What is to be expected of one child from a moment on.

    poops, days: what it rests on; usual: the rate in each ten minutes of a usual day, from
    04:00; came: when the poops behind it came, as tens of the day, the last one last;
    surer: what would make it surer; open: the tens of today in which windows may lie;
    meals: when they are; offered: the tens in which sits were offered today; begins: the
    ten of the timeline at which it begins.
    """

    at: datetime
    day: date
    knowing: Knowing
    because: tuple[Because, ...]
    poops: int
    days: int
    usual: tuple[float, ...]
    came: tuple[int, ...]
    surer: tuple[Saying, ...]
    open: tuple[OpenTen, ...]
    meals: tuple[MealTime, ...]
    offered: tuple[int, ...]
    habit: Habit
    coming: Ahead
    begins: int
    seen: Seen = field(compare=False, repr=False)
    clock: Clock = field(compare=False, repr=False)

    @cached_property
    def next_hour(self) -> Chance:
        """The chance of a poop within the next hour."""
        return self._within(HOUR)

    @cached_property
    def next_three_hours(self) -> Chance:
        """The chance of a poop within the next three hours."""
        return self._within(THREE_HOURS)

    @cached_property
    def tens(self) -> tuple[Chance, ...]:
        """The chance of a poop in each ten minutes of the next 24 hours."""
        return tuple(
            self._chance(n, 1, value) for n, value in enumerate(self.coming.expected())
        )

    def _within(self, length: int) -> Chance:
        return self._chance(0, length, within(self.coming.hazards[:length]))

    def _chance(self, first: int, length: int, value: float) -> Chance:
        begin = self.begins + first
        tens = [ten % A_DAY for ten in range(begin, begin + length)]
        moment = self.seen.timeline.moment
        return chance(self.habit, tens, (moment(begin), moment(begin + length)), value)


def forecast(record: Record) -> Forecast:
    """Forecast from the moment of the record on; the same record, the same forecast."""
    seen = see(record)
    habit = learn(seen, seen.today)
    now = _now(seen, record.at)
    known = knowing(habit)
    lately = [each for _, each in seen.poops[-HITS_OF:]]
    return Forecast(
        at=record.at,
        day=record.today,
        knowing=known,
        because=(_because(known, habit),),
        poops=habit.poops,
        days=habit.days,
        usual=tuple(habit.usual_day),
        came=_came(seen),
        surer=tuple(surer(record, habit, lately)),
        open=open_tens(seen, habit, record.clock, now),
        meals=meal_times(record, seen.timeline),
        offered=tuple(ten for ten in seen.offers if ten >= seen.today * A_DAY),
        habit=habit,
        coming=ahead(seen, habit, now, A_DAY),
        begins=now,
        seen=seen,
        clock=record.clock,
    )


def _now(seen: Seen, at: datetime) -> int:
    """Give the first ten that may still bring something: this one, or the one after."""
    ten = seen.timeline.ten(at)
    return max(ten, seen.last_event(ten + 1) + 1)


def _came(seen: Seen) -> tuple[int, ...]:
    return tuple(ten % A_DAY for ten, each in seen.poops if each.natural)


def _because(known: Knowing, habit: Habit) -> Because:
    values = {"count": habit.poops, "days": habit.days}
    saw = Saying(key=f"rhythm.knowing.{known}", values=values)
    return Because(rule="rhythm", saw=saw, sources=SOURCES)
