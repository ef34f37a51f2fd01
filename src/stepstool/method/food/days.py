"""What was eaten and drunk, day by day; what nobody wrote down stays unknown (rule 9)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from stepstool.method.evidence import FOODS, topic
from stepstool.method.record import UNKNOWN, Food, Reads, Record
from stepstool.method.record.kinds.days import (
    Appetite,
    Drink,
    DrinkKind,
    Meal,
    MealKind,
)
from stepstool.method.record.kinds.lasting import Settings, Zone

N: Final = topic("food")

MAIN_MEALS: Final = {MealKind.BREAKFAST, MealKind.LUNCH, MealKind.DINNER}
SHARE: Final = {Appetite.LITTLE: N.share.little, Appetite.NONE: 0.0}
ALL_OF_IT: Final = 1.0
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class DayOfFood:
    """What is known of one day."""

    day: date
    fibre: float | None
    """Grams at least; None if no plate was written down."""
    whole: bool
    """All three meals are written, with nothing unknown on them: it may be compared."""
    drinks: int | None
    """ml at least, as for milk and juice; None if no drink was written down."""
    milk: int | None
    juice: int | None


def days_of(record: Record) -> tuple[DayOfFood, ...]:
    """Give the last days, today last."""
    first = record.today - ONE_DAY * (N.count.days - 1)
    return tuple(_day(record, first + ONE_DAY * n) for n in range(N.count.days))


def plates(meals: Iterable[Meal]) -> Iterator[Meal]:
    """Give the meals whose plate was written down."""
    return (meal for meal in meals if meal.plate is not UNKNOWN)


def eaten(meal: Meal) -> Iterator[Food]:
    """Give the portions of a plate, second ones too."""
    for portions in (meal.plate, meal.seconds):
        if portions is not UNKNOWN:
            yield from portions


def _day(record: Record, day: date) -> DayOfFood:
    clock = record.clock
    start, end = clock.start(day), clock.end(day)
    meals = [meal for meal in record.of(Meal) if start <= meal.at < end]
    drinks = [drink for drink in record.of(Drink) if start <= drink.at < end]
    written = list(plates(meals))
    return DayOfFood(
        day=day,
        fibre=round(sum(map(_fibre, written)), 1) if written else None,
        whole=_is_whole(written),
        drinks=_ml(drinks),
        milk=_ml([drink for drink in drinks if drink.drink is DrinkKind.MILK]),
        juice=_ml([drink for drink in drinks if drink.drink is DrinkKind.JUICE]),
    )


def _fibre(meal: Meal) -> float:
    known = meal.appetite if meal.appetite is not UNKNOWN else Appetite.GOOD
    share = SHARE.get(known, ALL_OF_IT)
    return share * sum(FOODS[food].fibre for food in eaten(meal))


def _is_whole(written: Sequence[Meal]) -> bool:
    """Whether three meals stand there, and on none of them something else."""
    unclear = any(Food.SOMETHING_ELSE in eaten(meal) for meal in written)
    return not unclear and {meal.meal for meal in written} >= MAIN_MEALS


def _ml(drinks: Sequence[Drink]) -> int | None:
    """Give the ml that are known; None if there are none."""
    known = [drink.amount for drink in drinks if drink.amount is not UNKNOWN]
    return sum(known) if known else None


# What is read, of two weeks (rule 8 of the house); today's advice does not read it, so that
# its page stays quick. A day more, since days begin at 04:00 and change their length.
BACK: Final = max(N.span.habits, timedelta(days=N.count.days)) + timedelta(days=1)
READING: Final = (
    Reads(kind=Meal, back=BACK),
    Reads(kind=Drink, back=BACK),
    Reads(kind=Zone),
    Reads(kind=Settings),
)
