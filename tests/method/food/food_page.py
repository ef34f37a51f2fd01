"""The page docs/method/food.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from stepstool.method.evidence import FOODS
from stepstool.method.food import FoodLevel
from stepstool.method.food.picture import (
    OF_THE_BAND,
    SOURCES,
    TABLE,
    How,
    band_of,
    drinks_of,
    juice_of,
)
from tests.method.drawing import (
    DOCS,
    heading,
    keys,
    numbers,
    numbers_of,
    opening,
    sources,
    table,
)

PAGE: Final = DOCS / "food.md"
YEARS: Final = range(1, 11)
BESIDE: Final = {How.INSTEAD: "in place of", How.INTO: "into", How.BESIDE: "beside"}


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "Food and drink",
        "Balance, not bans: food keeps a healthy bowel going and does not treat a stuck one. While it",
        "is stuck or held back no more fibre is suggested. That bananas or cheese constipate is not",
        "shown and not said; a family may watch its own child's pattern.",
    )
    yield from heading("What is usual at an age")
    columns = (
        "Age",
        "Fibre, g a day: floor",
        "goal",
        "Drinks, ml",
        "Juice at most, ml",
    )
    yield from table(columns, map(_age, YEARS))
    yield from heading("What the picture says")
    yield from table(
        ("Level", "Sources"), [(f"`{e}`", keys(_of(e))) for e in FoodLevel]
    )
    yield from heading("Swaps")
    rows = [(_food(e.new), BESIDE[e.how], _food(e.old), f"{e.gain:g} g") for e in TABLE]
    yield from table(("Offer", "How", "Known", "Fibre more"), rows)
    yield from heading("Portions")
    yield "Fibre by USDA-SR, release 26; portions are our own assumption."
    for group, foods in groupby(FOODS.items(), key=lambda item: item[1].group):
        yield from heading(str(group).capitalize().replace("_", " "), 3)
        rows = [(_food(k), f"{e.grams:g} g", f"{e.fibre:g} g") for k, e in foods]
        yield from table(("Food", "Portion", "Fibre"), rows)
    yield from heading("The numbers")
    yield from numbers(["food"])
    yield from heading("The sources")
    named = [key for each in numbers_of(["food"]).values() for key in each.sources]
    yield from sources(
        [*named, *OF_THE_BAND, *(k for row in SOURCES.values() for k in row)]
    )


def _of(level: FoodLevel) -> tuple[str, ...]:
    return SOURCES.get(level, OF_THE_BAND)


def _age(years: int) -> tuple[str, ...]:
    months = years * 12
    band = band_of(months)
    floor, goal = (band.floor, band.goal) if band else (None, None)
    told = (floor, goal, drinks_of(months), juice_of(months))
    return (str(years), *("" if each is None else f"{each:g}" for each in told))


def _food(key: str) -> str:
    return str(key).replace("_", " ")
