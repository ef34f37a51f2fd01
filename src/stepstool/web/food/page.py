"""What the pages of food show: the picture of the last days, and a plate in taps."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.asking.controls import Option
from stepstool.web.asking.typed import Typed
from stepstool.web.diary.reading import record_of
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word
from stepstool.web.families.roles import May
from stepstool.web.food.forms import appetites, days, meals

# One tap is a child's cup.
CUP: Final = method.evidence_count("food.cup")
CUPS: Final = (
    ("water", gettext_lazy("A cup of water")),
    ("milk", gettext_lazy("A cup of milk")),
    ("juice", gettext_lazy("A cup of juice")),
)
GROUPS: Final[Mapping[str, Word]] = {
    "fruit": gettext_lazy("Fruit"),
    "vegetables": gettext_lazy("Vegetables"),
    "legumes": gettext_lazy("Beans, nuts and seeds"),
    "grains": gettext_lazy("Bread, cereals, pasta, rice"),
    "others": gettext_lazy("The rest of the plate"),
}
OFTEN: Final = 12


def lately(visit: Visit) -> method.Record:
    """Give the meals and drinks of the last two weeks, as a record."""
    return record_of(visit.child, visit.now, method.FOOD_READING)


class FoodDay(NamedTuple):
    """What one day brought."""

    name: str
    # In words.
    fibre: str
    drinks: str
    # For the bar; None draws none.
    grams: float | None


class Cup(NamedTuple):
    """One tap for a drink."""

    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class FoodPage:
    """What the page of the last days shows."""

    sentences: method.SpokenFood
    days: list[FoodDay]
    # Where the bars end, in grams.
    goal: int
    cups: list[Cup]
    # Whether this visitor may write meals and drinks.
    may_write: bool


def picture_of(visit: Visit) -> FoodPage:
    """Give the picture for now."""
    picture = method.food_picture(lately(visit), visit.advice.comfort)
    fibre = [day.fibre for day in picture.days if day.fibre is not None]
    goal = picture.band.goal if picture.band else 0
    return FoodPage(
        sentences=method.spoken_food(picture, visit.speaker),
        days=[_day(day) for day in picture.days],
        goal=max([goal, *map(round, fibre)], default=goal) or 1,
        cups=[Cup(kind, str(words)) for kind, words in CUPS],
        may_write=May.WRITE in visit.may("meal"),
    )


def _day(day: method.DayOfFood) -> FoodDay:
    return FoodDay(
        name=date_format(day.day, "l"),
        fibre=_fibre(day),
        drinks="" if day.drinks is None else _("%(ml)s ml drunk") % {"ml": day.drinks},
        grams=day.fibre,
    )


def _fibre(day: method.DayOfFood) -> str:
    if day.fibre is None:
        return _("not written")
    words = _("%(grams)s g") if day.whole else _("at least %(grams)s g")
    return words % {"grams": f"{day.fibre:g}"}


class FoodTile(NamedTuple):
    """One food."""

    value: str
    words: str
    # What a tap means.
    portion: str
    # How it is given safely.
    note: str
    chosen: bool
    twice: bool


class FoodGroup(NamedTuple):
    """Foods under a heading."""

    title: str
    open: bool
    tiles: list[FoodTile]


@dataclass(frozen=True, kw_only=True)
class Plate:
    """The page of a plate."""

    meals: tuple[Option, ...]
    days: tuple[Option, ...]
    groups: list[FoodGroup]
    appetites: tuple[Option, ...]
    error: str


def plate_of(visit: Visit, typed: Typed, error: str = "") -> Plate:
    """Give the page, with what was tapped before."""
    return Plate(
        meals=meals(visit, typed),
        days=days(typed),
        groups=list(_groups(visit, typed)),
        appetites=appetites(visit, typed),
        error=error,
    )


def _groups(visit: Visit, typed: Typed) -> Iterator[FoodGroup]:
    often = _often(visit)
    if often:
        yield FoodGroup(_("Often eaten"), open=True, tiles=_tiles(often, typed))
    for key, title in GROUPS.items():
        foods = [
            food
            for food in method.Food
            if method.FOODS[food].group == key and food not in often
        ]
        tapped = bool({str(food) for food in foods} & set(typed["plate"]))
        first = not often and key == next(iter(GROUPS))
        yield FoodGroup(str(title), open=tapped or first, tiles=_tiles(foods, typed))


def _often(visit: Visit) -> list[method.Food]:
    meals = lately(visit).of(method.days.Meal)
    plates = (meal.plate for meal in meals if meal.plate is not method.UNKNOWN)
    counted = Counter(food for plate in plates for food in plate)
    return [food for food, _count in counted.most_common(OFTEN)]


def _tiles(foods: Iterable[method.Food], typed: Typed) -> list[FoodTile]:
    speaker = method.speaker_in(get_language() or "")
    return [
        FoodTile(
            value=str(food),
            words=capfirst(method.food_name(food, speaker)),
            portion=method.food_portion(food, speaker),
            note=method.food_note(food, speaker),
            chosen=food in typed["plate"],
            twice=food in typed["seconds"],
        )
        for food in foods
    ]
