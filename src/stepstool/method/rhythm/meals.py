"""When meals are: as written today, else as usual, else when most families eat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low
from typing import Final

from stepstool.method.record import Record
from stepstool.method.record.kinds.days import Meal, MealKind
from stepstool.method.rhythm.numbers import BREAKFAST, DINNER, LUNCH, MEALS_BACK
from stepstool.method.rhythm.tens import A_DAY, of_clock
from stepstool.method.rhythm.timeline import Timeline

# In the order in which a stool came after them most often (POSTPRANDIAL-2020).
ASSUMED: Final[Mapping[MealKind, timedelta]] = {
    MealKind.BREAKFAST: BREAKFAST,
    MealKind.LUNCH: LUNCH,
    MealKind.DINNER: DINNER,
}


@dataclass(frozen=True, kw_only=True)
class MealTime:
    """A meal of today. written: whether it was written down; else it is only usual."""

    meal: MealKind
    at: datetime
    written: bool


def meal_times(record: Record, timeline: Timeline) -> tuple[MealTime, ...]:
    """Give today's breakfast, lunch and dinner."""
    lately = record.within(Meal, record.at - MEALS_BACK, record.at)
    return tuple(
        _meal_time(kind, [each.at for each in lately if each.meal is kind], timeline)
        for kind in ASSUMED
    )


def _meal_time(
    kind: MealKind, moments: Sequence[datetime], timeline: Timeline
) -> MealTime:
    """Take today's own, else the middle one of the last days, else what is assumed."""
    if moments and moments[-1] >= timeline.days.starts[-1]:
        return MealTime(meal=kind, at=moments[-1], written=True)
    tens = [ten % A_DAY for ten in timeline.tens(moments)]
    usual = median_low(tens) if tens else of_clock(ASSUMED[kind])
    at = timeline.moment(timeline.size - A_DAY + usual)
    return MealTime(meal=kind, at=at, written=False)
