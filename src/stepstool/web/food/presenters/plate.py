"""A plate in taps: what this child often eats first, then all foods by their group."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import answer_word
from stepstool.web.diary.words.table import Word
from stepstool.web.food.lately import lately
from stepstool.web.food.meals import HOURS, TODAY, YESTERDAY, offered

GROUPS: Final[Mapping[str, Word]] = {
    "fruit": gettext_lazy("Fruit"),
    "vegetables": gettext_lazy("Vegetables"),
    "legumes": gettext_lazy("Beans, nuts and seeds"),
    "grains": gettext_lazy("Bread, cereals, pasta, rice"),
    "others": gettext_lazy("The rest of the plate"),
}
OFTEN: Final = 12


class Option(NamedTuple):
    """One answer to tap."""

    value: str
    words: str
    chosen: bool


class Tile(NamedTuple):
    """One food. portion: what a tap means; note: how it is given safely."""

    value: str
    words: str
    portion: str
    note: str
    chosen: bool
    twice: bool


class Group(NamedTuple):
    """Foods under a heading."""

    title: str
    open: bool
    tiles: list[Tile]


@dataclass(frozen=True, kw_only=True)
class Plate:
    """The page of a plate."""

    meals: list[Option]
    days: list[Option]
    groups: list[Group]
    appetites: list[Option]
    error: str


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What was tapped so far."""

    meal: str = ""
    day: str = TODAY
    plate: Collection[str] = ()
    seconds: Collection[str] = ()
    appetite: str = ""


def present(visit: Visit, typed: Typed, error: str = "") -> Plate:
    """Give the page, with what was tapped before."""
    meal = typed.meal or offered(visit)
    days = {TODAY: _("Today"), YESTERDAY: _("Yesterday")}
    appetites = method.days.Appetite
    return Plate(
        meals=[Option(str(m), answer_word(m, visit.gaps), m == meal) for m in HOURS],
        days=[Option(key, said, key == typed.day) for key, said in days.items()],
        groups=list(_groups(visit, typed)),
        appetites=[
            Option(str(a), answer_word(a, visit.gaps), a == typed.appetite)
            for a in appetites
        ],
        error=error,
    )


def _groups(visit: Visit, typed: Typed) -> Iterator[Group]:
    often = _often(visit)
    if often:
        yield Group(_("Often eaten"), open=True, tiles=_tiles(often, typed))
    for key, title in GROUPS.items():
        foods = [
            food
            for food in method.Food
            if method.FOODS[food].group == key and food not in often
        ]
        tapped = bool({str(food) for food in foods} & set(typed.plate))
        first = not often and key == next(iter(GROUPS))
        yield Group(str(title), open=tapped or first, tiles=_tiles(foods, typed))


def _often(visit: Visit) -> list[method.Food]:
    meals = lately(visit).of(method.days.Meal)
    plates = (meal.plate for meal in meals if meal.plate is not method.UNKNOWN)
    counted = Counter(food for plate in plates for food in plate)
    return [food for food, _count in counted.most_common(OFTEN)]


def _tiles(foods: Iterable[method.Food], typed: Typed) -> list[Tile]:
    code = get_language() or ""
    return [
        Tile(
            value=str(food),
            words=capfirst(method.food_name(food, code)),
            portion=method.food_portion(food, code),
            note=method.food_note(food, code),
            chosen=food in typed.plate,
            twice=food in typed.seconds,
        )
        for food in foods
    ]
