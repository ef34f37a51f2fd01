"""The picture of the last days: fibre against its band, drinks, ideas, and notes."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.food.lately import lately

# One tap is a child's cup.
CUP: Final = method.evidence_count("food.cup")
CUPS: Final = (
    ("water", gettext_lazy("A cup of water")),
    ("milk", gettext_lazy("A cup of milk")),
    ("juice", gettext_lazy("A cup of juice")),
)


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


def present(visit: Visit) -> Picture:
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
