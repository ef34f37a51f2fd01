"""The picture of the last days: fibre, drinks, ideas, and what is better left alone (M16).

Food keeps a healthy bowel going and does not treat a stuck one. While it is stuck or held
back no more fibre is suggested without a clinician (evidence §4.1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean
from typing import Final

from stepstool.method.comfort import Comfort, Fibre, State, Variant, allowed
from stepstool.method.food.days import DayOfFood, days_of
from stepstool.method.food.goals import Band, band_of, drinks_of, juice_of
from stepstool.method.food.numbers import GOAL_FROM, MILK_MOST, OFTEN, WHOLE_DAYS
from stepstool.method.food.swaps import Swap, swaps_of
from stepstool.method.record import UNKNOWN, Because, Record, Saying, Unknown


class Level(StrEnum):
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
    Level.RESTS: ("ABDKEY-CH15", "NHSE", "I"),
    Level.TOO_YOUNG: ("DWYER-1995", "SACN-SUM"),
    Level.AGE_UNKNOWN: ("I",),
    Level.TOO_OLD: ("SACN-SUM",),
    Level.NOT_ENOUGH: ("I",),
}
OF_THE_BAND: Final = ("DWYER-1995", "SACN-SUM", "USDA-SR")


@dataclass(frozen=True, kw_only=True)
class FoodPicture:
    """Food and drink of the last days.

    days: today last. band: grams of fibre, None under the age where one holds. average:
    grams over the days that are whole; drinks: the usual ml a day. swaps: ideas, none
    while food is better left alone. because: the sentence and its sources; notes: what
    else to know.
    """

    level: Level
    days: tuple[DayOfFood, ...]
    band: Band | None
    average: float | None
    drinks: int | None
    swaps: tuple[Swap, ...]
    because: tuple[Because, ...]
    notes: tuple[Because, ...]


def picture(record: Record, comfort: Comfort) -> FoodPicture:
    """Give the picture for the moment of a record."""
    months = record.child.youngest_months(record.today)
    days, band = days_of(record), band_of(months)
    whole = [day.fibre for day in days if day.whole and day.fibre is not None]
    average = round(mean(whole), 1) if len(whole) >= WHOLE_DAYS else None
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


def _may_suggest(level: Level) -> bool:
    return level in (Level.NOT_ENOUGH, Level.BELOW, Level.BETWEEN)


def _level(
    comfort: Comfort, months: int | Unknown, band: Band | None, average: float | None
) -> Level:
    if _rests(comfort):
        return Level.RESTS
    if band is None:
        return _without_band(months)
    if average is None:
        return Level.NOT_ENOUGH
    return _place(band, average)


def _rests(comfort: Comfort) -> bool:
    """Whether more fibre would do harm: stuck, held back, ill, or a doctor is needed."""
    stuck = State.CONSTIPATED in (comfort.state, comfort.body)
    shut = allowed(comfort.state).fibre is not Fibre.GENTLY
    return stuck or shut or comfort.variant in RESTING


def _without_band(months: int | Unknown) -> Level:
    if months is UNKNOWN:
        return Level.AGE_UNKNOWN
    return Level.TOO_YOUNG if months < GOAL_FROM else Level.TOO_OLD


def _place(band: Band, average: float) -> Level:
    if average >= band.goal:
        return Level.AT_GOAL
    below = band.floor is not None and average < band.floor
    return Level.BELOW if below else Level.BETWEEN


def _because(level: Level, band: Band | None, average: float | None) -> Because:
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
    days: Sequence[DayOfFood], months: int | Unknown, level: Level
) -> Iterator[Because]:
    if _often([day.milk for day in days], MILK_MOST):
        yield _note("milk", ("THR-MILK", "RENTON"), most=MILK_MOST)
    juice = juice_of(months)
    if juice is not None and _often([day.juice for day in days], juice):
        yield _note("juice", ("TIME-AAP", "RENTON"), most=juice)
    if level is not Level.TOO_YOUNG:
        yield _note("no_treatment", ("NHSE", "NICE-QS62"))
        yield _note("no_bans", ("CASSETTARI-2019", "I"))


def _often(amounts: Sequence[int | None], most: int) -> bool:
    return sum(ml is not None and ml > most for ml in amounts) >= OFTEN


def _note(key: str, sources: tuple[str, ...], **values: int) -> Because:
    return Because(
        rule=key, saw=Saying(key=f"food.note.{key}", values=values), sources=sources
    )
