"""The picture of the last days: fibre, drinks, ideas, and what is better left alone (M16).

What is usual at an age (evidence/numbers/food.toml), swaps that a child accepts, and how its days
lie to both. Food keeps a healthy bowel going and does not treat a stuck one. While it is
stuck or held back no more fibre is suggested without a clinician (`GATE`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean
from typing import Final

from stepstool.method.comfort import Comfort, Fibre, State, Variant, allowed
from stepstool.method.evidence import FOODS, topic
from stepstool.method.food.days import DayOfFood, days_of, eaten, plates
from stepstool.method.record import UNKNOWN, Because, Food, Record, Saying, Unknown
from stepstool.method.record.kinds.days import Meal

N: Final = topic("food")

A_YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Band:
    """Grams of fibre a day, from a floor to a goal."""

    floor: int | None
    """None where none was published."""
    goal: int


def band_of(months: int | Unknown) -> Band | None:
    """Give the band for an age in whole months; None where none holds."""
    if months is UNKNOWN or not N.count.goal_from <= months < N.count.goal_until:
        return None
    has_floor, at_school = (
        months >= N.count.floor_from,
        months >= N.count.goal_school_from,
    )
    return Band(
        floor=months // A_YEAR + N.count.floor_plus if has_floor else None,
        goal=N.count.goal_school if at_school else N.count.goal,
    )


def drinks_of(months: int | Unknown) -> int | None:
    """Give the ml that drinks usually bring in a day; None where no figure holds."""
    if months is UNKNOWN or not N.count.drinks_from <= months < N.count.drinks_until:
        return None
    toddler = months < N.count.drinks_child_from
    return N.count.drinks_toddler if toddler else N.count.drinks_child


def is_milk_food(months: int | Unknown) -> bool:
    """Whether milk is food and drink: before the first birthday, or while it may be so."""
    return months is UNKNOWN or months < N.count.drinks_from


def juice_of(months: int | Unknown) -> int | None:
    """Give the ml of juice a day that is plenty; None where no figure holds."""
    if months is UNKNOWN or drinks_of(months) is None:
        return None
    toddler = months < N.count.drinks_child_from
    return N.count.juice_little if toddler else N.count.juice_more


class How(StrEnum):
    """Whether it takes the place of something, goes into it, or lies beside it."""

    INSTEAD = "instead"
    INTO = "into"
    BESIDE = "beside"


@dataclass(frozen=True, kw_only=True)
class Swap:
    """One idea."""

    how: How
    old: Food
    new: Food

    @property
    def gain(self) -> float:
        """Grams of fibre more in a portion."""
        before = FOODS[self.old].fibre if self.how is How.INSTEAD else 0.0
        return FOODS[self.new].fibre - before


def _instead(old: Food, new: Food) -> Swap:
    return Swap(how=How.INSTEAD, old=old, new=new)


def _into(old: Food, new: Food) -> Swap:
    return Swap(how=How.INTO, old=old, new=new)


# Balance, not bans: each takes the place of something, goes into it or lies beside it; half
# and half counts.
TABLE: Final = (
    _instead(Food.WHITE_BREAD, Food.WHOLEGRAIN_BREAD),
    _instead(Food.PEELED_APPLE, Food.APPLE_WITH_SKIN),
    _instead(Food.WHITE_PASTA, Food.WHOLEGRAIN_PASTA),
    _instead(Food.CORN_FLAKES, Food.WHEAT_BISCUIT),
    _instead(Food.WHITE_RICE, Food.BROWN_RICE),
    _instead(Food.APPLE_SAUCE, Food.PEAR_WITH_SKIN),
    _instead(Food.WHITE_CRACKERS, Food.OAT_RINGS),
    _instead(Food.GRAHAM_CRACKERS, Food.OAT_RINGS),
    _instead(Food.FLOUR_TORTILLA, Food.CORN_TORTILLA),
    _instead(Food.GRAPES, Food.STRAWBERRIES),
    _into(Food.YOGURT, Food.RASPBERRIES),
    _into(Food.MASHED_POTATO, Food.PEAS),
    _into(Food.MACARONI_AND_CHEESE, Food.BROCCOLI),
    _into(Food.WHITE_PASTA, Food.LENTILS),
    _into(Food.OATMEAL, Food.BLUEBERRIES),
    _into(Food.CHEESE_PIZZA, Food.SPINACH),
    Swap(how=How.BESIDE, old=Food.CHEESE, new=Food.PEAR_WITH_SKIN),
    _into(Food.EGG, Food.SPINACH),
)


def swaps_of(record: Record) -> tuple[Swap, ...]:
    """Give the ideas that lie nearest to what this child eats.

    What it eats anyway comes first, and what it already knows before what is new.
    """
    habits = _habits(record)
    fitting = [swap for swap in TABLE if habits[swap.old]]
    nearest = sorted(
        fitting, key=lambda swap: (not habits[swap.new], -habits[swap.old])
    )
    return tuple(nearest or TABLE)[: N.count.swaps]


def _habits(record: Record) -> Counter[Food]:
    meals = record.within(Meal, record.at - N.span.habits, record.at)
    return Counter(food for meal in plates(meals) for food in eaten(meal))


class FoodLevel(StrEnum):
    """How the days that are known lie to the band."""

    RESTS = "rests"
    TOO_YOUNG = "too_young"
    AGE_UNKNOWN = "age_unknown"
    TOO_OLD = "too_old"
    NOT_ENOUGH = "not_enough"
    BELOW = "below"
    BETWEEN = "between"
    AT_GOAL = "at_goal"


RESTING: Final = {Variant.ILL, Variant.HOLDING}
SOURCES: Final = {
    FoodLevel.RESTS: ("ABDKEY-CH15", "NHSE", "I"),
    FoodLevel.TOO_YOUNG: ("DWYER-1995", "SACN-SUM"),
    FoodLevel.AGE_UNKNOWN: ("I",),
    FoodLevel.TOO_OLD: ("SACN-SUM",),
    FoodLevel.NOT_ENOUGH: ("I",),
}
OF_THE_BAND: Final = ("DWYER-1995", "SACN-SUM", "USDA-SR")


@dataclass(frozen=True, kw_only=True)
class FoodPicture:
    """Food and drink of the last days."""

    level: FoodLevel
    days: tuple[DayOfFood, ...]
    """Today last."""
    band: Band | None
    """None at an age where none holds."""
    average: float | None
    """Grams of fibre over the days that are whole."""
    drinks: int | None
    """The usual ml a day."""
    swaps: tuple[Swap, ...]
    """Ideas; none while food is better left alone."""
    because: tuple[Because, ...]
    """The sentence and its sources."""
    notes: tuple[Because, ...]
    """What else to know."""


def picture(record: Record, comfort: Comfort) -> FoodPicture:
    """Give the picture for the moment of a record."""
    months = record.child.youngest_months(record.today)
    days, band = days_of(record), band_of(months)
    whole = [day.fibre for day in days if day.whole and day.fibre is not None]
    average = round(mean(whole), 1) if len(whole) >= N.count.whole_days else None
    level = _level(comfort, months, band, average)
    return FoodPicture(
        level=level,
        days=days,
        band=band,
        average=average,
        drinks=drinks_of(months),
        swaps=swaps_of(record) if _may_suggest(level) else (),
        because=(_because(level, band, average),),
        notes=tuple(_notes(days, months, level)),
    )


def _may_suggest(level: FoodLevel) -> bool:
    return level in (FoodLevel.NOT_ENOUGH, FoodLevel.BELOW, FoodLevel.BETWEEN)


def _level(
    comfort: Comfort, months: int | Unknown, band: Band | None, average: float | None
) -> FoodLevel:
    if _rests(comfort):
        return FoodLevel.RESTS
    if band is None:
        return _without_band(months)
    if average is None:
        return FoodLevel.NOT_ENOUGH
    return _place(band, average)


def _rests(comfort: Comfort) -> bool:
    """Whether more fibre would do harm: stuck, held back, ill, or a doctor is needed."""
    stuck = State.CONSTIPATED in (comfort.state, comfort.body)
    shut = allowed(comfort.state).fibre is not Fibre.GENTLY
    return stuck or shut or comfort.variant in RESTING


def _without_band(months: int | Unknown) -> FoodLevel:
    if months is UNKNOWN:
        return FoodLevel.AGE_UNKNOWN
    return FoodLevel.TOO_YOUNG if months < N.count.goal_from else FoodLevel.TOO_OLD


def _place(band: Band, average: float) -> FoodLevel:
    if average >= band.goal:
        return FoodLevel.AT_GOAL
    below = band.floor is not None and average < band.floor
    return FoodLevel.BELOW if below else FoodLevel.BETWEEN


def _because(level: FoodLevel, band: Band | None, average: float | None) -> Because:
    values: dict[str, str | int] = {}
    key = str(level)
    if band is not None:
        values["goal"] = band.goal
        values["floor"] = band.floor or 0
    if average is not None:
        values["average"] = f"{average:.0f}"
    saying = Saying(key=f"food.level.{key}", values=values)
    return Because(rule=key, saw=saying, sources=SOURCES.get(level, OF_THE_BAND))


def _notes(
    days: Sequence[DayOfFood], months: int | Unknown, level: FoodLevel
) -> Iterator[Because]:
    much_milk = _often([day.milk for day in days], N.count.milk_most)
    if much_milk and not is_milk_food(months):
        yield _note("milk", ("THR-MILK", "RENTON"), most=N.count.milk_most)
    juice = juice_of(months)
    if juice is not None and _often([day.juice for day in days], juice):
        yield _note("juice", ("TIME-AAP", "RENTON"), most=juice)
    if (
        months is not UNKNOWN
        and is_milk_food(months)
        and any(day.juice for day in days)
    ):
        yield _note("no_juice_yet", ("TIME-AAP", "I"))
    if level is not FoodLevel.TOO_YOUNG:
        yield _note("no_treatment", ("NHSE", "NICE-QS62"))
        yield _note("no_bans", ("CASSETTARI-2019", "I"))


def _often(amounts: Sequence[int | None], most: int) -> bool:
    return sum(ml is not None and ml > most for ml in amounts) >= N.count.often


def _note(key: str, sources: tuple[str, ...], **values: int) -> Because:
    return Because(
        rule=key, saw=Saying(key=f"food.note.{key}", values=values), sources=sources
    )
