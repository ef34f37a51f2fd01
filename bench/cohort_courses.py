"""Published courses that the made-up child must reproduce before anything else is said of it.

Nobody takes advice here: families care as in the studies, day by day, until the child poops in
the potty (or, of a softener, is over its trouble).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from random import Random
from statistics import mean, stdev
from typing import Any, Final, NamedTuple

from bench.cohort_child import (
    ASKS,
    DAYS_A_MONTH,
    FORMED,
    PACE,
    WAY,
    Care,
    Child,
    drawn_kind,
    tables,
)

LONGEST: Final = 6 * 365  # nobody is followed for longer
CHILDREN: Final = 600


class Course(NamedTuple):
    """A figure of a published course, beside what was published."""

    name: str
    figure: float
    low: float
    high: float

    @property
    def is_kept(self) -> bool:
        """Whether the child reproduces it."""
        return self.low <= self.figure <= self.high


def courses(children: int = CHILDREN) -> list[Course]:
    """Give every published course, and how it comes out."""
    figures = dict([*_refusing(children), *_softened(children)])
    published: Mapping[str, Any] = tables()["published"]
    return [
        Course(name, round(figures[name], 3), row["low"], row["high"])
        for name, row in published.items()
    ]


def _refusing(children: int) -> Iterator[tuple[str, float]]:
    """Give how long they refuse: usual care, praise, untreated, back in diapers."""
    usual = _cohort(children, Study("usual"))
    praise = _cohort(children, Study("praise", praised=True))
    untreated = _cohort(children, Study("untreated", milder=True))
    diapers = _cohort(children, Study("diapers", freed=True, milder=True))
    yield "usual_mean", mean(usual)
    yield "usual_spread", stdev(usual)
    yield "praise_mean", mean(praise)
    yield "praise_spread", stdev(praise)
    yield "untreated_beyond_6_months", _share(each > 6 for each in untreated)
    yield "diapers_within_3_months", _share(each <= 3 for each in diapers)


class Study(NamedTuple):
    """How families care in a study."""

    name: str
    praised: bool = False
    freed: bool = False
    milder: bool = False  # the cohort of 1997
    cost: float = 1.0  # times what being asked too high costs

    def care(self, chance: Random) -> Care:
        """Give the care of one day: usual care asks for the potty outright now and then."""
        asks = not self.freed and chance.random() < ASKS["usual"]
        height = WAY if asks else 0.0
        return Care(height=height, praised=self.praised, freed=self.freed)


def _cohort(children: int, study: Study) -> list[float]:
    return [_months_of_refusing(number, study) for number in range(children)]


def _months_of_refusing(number: int, study: Study) -> float:
    chance = Random(f"{study.name} {number}")  # noqa: S311 - for a made-up life
    child = Child(kind=drawn_kind(chance), chance=chance, cost=study.cost)
    if study.milder:
        child.own_days *= PACE["milder"]
    days = 0
    while not child.is_there and days < LONGEST:
        child.live(study.care(chance))
        days += 1
    return days / DAYS_A_MONTH


def _softened(children: int) -> Iterator[tuple[str, float]]:
    """Give how many of the sore are over it, by months, and the form of what comes."""
    well: dict[int, list[bool]] = {4: [], 8: [], 9: []}
    looks = {int(months * DAYS_A_MONTH): months for months in well}
    forms: list[int] = []
    for number in range(children):
        chance = Random(f"softener {number}")  # noqa: S311 - for a made-up life
        child = Child(kind="withholder", chance=chance, softened=True)
        for day in range(1, max(looks) + 1):
            lived = child.live(Care())
            if child.sore:
                forms += [poop.bristol for poop in lived.poops]
            if day in looks:
                well[looks[day]].append(not child.sore)
    for months, each in well.items():
        yield f"softener_well_{months}_months", _share(each)
    yield "softener_formed", _share(form in FORMED for form in forms)


# Ways to care that are compared, by name.
WAYS: Final = (
    Study("as usual"),
    Study("with praise", praised=True),
    Study("diapers back", freed=True),
)
DOUBLED: Final = 2.0
Months = Mapping[str, float]


def orders(children: int = CHILDREN) -> list[tuple[str, str]]:
    """Give which way is shorter than which, where that holds if asking costs twice as much."""
    once, twice = (
        {way.name: mean(_cohort(children, way._replace(cost=cost))) for way in WAYS}
        for cost in (1.0, DOUBLED)
    )
    return held_orders(once, twice)


def held_orders(once: Months, twice: Months) -> list[tuple[str, str]]:
    """Give the pairs, shorter first, whose order is the same in both."""
    return [
        (one, other)
        for one, other in permutations(once, 2)
        if once[one] < once[other] and twice[one] < twice[other]
    ]


def _share(them: Iterable[bool]) -> float:
    return mean(map(float, them))
