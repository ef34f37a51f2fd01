"""What the pages of food show: the picture of the last days, and a plate in taps."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.reading import record_of
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words import answer_word
from stepstool.web.diary.words.table import Word
from stepstool.web.families.roles import May

MealKind = method.days.MealKind
# The hour that stands for a meal; from the second one on the page offers it first.
HOURS: Final[Mapping[method.days.MealKind, tuple[int, int]]] = {
    MealKind.BREAKFAST: (8, 4),
    MealKind.LUNCH: (12, 11),
    MealKind.SNACK: (15, 15),
    MealKind.DINNER: (18, 17),
}
DAY_STARTS: Final = 4
TODAY, YESTERDAY = "today", "yesterday"
DAYS: Final = {TODAY: timedelta(0), YESTERDAY: timedelta(days=1)}
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


def offered(visit: Visit) -> method.days.MealKind:
    """Give the meal that it probably is at this hour."""
    hour = (visit.clock.local(visit.now).hour - DAY_STARTS) % 24 + DAY_STARTS
    began = [meal for meal, (_, since) in HOURS.items() if hour >= since]
    return began[-1]


def moment(visit: Visit, meal: method.days.MealKind, day: str) -> datetime:
    """Give about when it was: at the meal's hour, and never in the future."""
    start = visit.clock.start(visit.today - DAYS[day])
    about = start + timedelta(hours=HOURS[meal][0] - DAY_STARTS)
    return min(about, visit.now)


class Day(NamedTuple):
    """One day. fibre, drinks: in words; grams: for the bar, None without one."""

    name: str
    fibre: str
    drinks: str
    grams: float | None


class Cup(NamedTuple):
    """One tap for a drink."""

    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What the page shows. goal: where the bars end; may_write: meals and drinks."""

    said: method.SpokenFood
    days: list[Day]
    goal: int
    cups: list[Cup]
    may_write: bool


def picture_of(visit: Visit) -> Picture:
    """Give the picture for now."""
    picture = method.food_picture(lately(visit), visit.advice.comfort)
    fibre = [day.fibre for day in picture.days if day.fibre is not None]
    goal = picture.band.goal if picture.band else 0
    return Picture(
        said=method.spoken_food(picture, visit.speaker),
        days=[_day(day) for day in picture.days],
        goal=max([goal, *map(round, fibre)], default=goal) or 1,
        cups=[Cup(kind, str(words)) for kind, words in CUPS],
        may_write=May.WRITE in visit.may("meal"),
    )


def _day(day: method.DayOfFood) -> Day:
    return Day(
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


def plate_of(visit: Visit, typed: Typed, error: str = "") -> Plate:
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
    speaker = method.speaker_in(get_language() or "")
    return [
        Tile(
            value=str(food),
            words=capfirst(method.food_name(food, speaker)),
            portion=method.food_portion(food, speaker),
            note=method.food_note(food, speaker),
            chosen=food in typed.plate,
            twice=food in typed.seconds,
        )
        for food in foods
    ]
