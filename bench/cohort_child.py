"""A made-up child: what it can do, how its body is, and what comes on a day.

No evidence about children. Its numbers stand in cohort.toml, each with its source or marked as
our inference, and published courses must come out of it (cohort_courses.py). Everything comes
from a seed.

The child has a way to go, from 0 to 1, where it poops in the potty. It goes it at a pace of its
own; success, warm words and freedom from asking make it faster, pain and being asked too high
cost days. Its body makes poops, harder ones after holding, and hard ones hurt.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

HOME: Final = Path(__file__).with_name("cohort.toml")
DAYS_A_MONTH: Final = 365.25 / 12
WAY: Final = 1.0
FORMED, LOOSE, HARD = (3, 4), (5, 6), (1, 2)
AWAKE: Final = 11.5  # hours from waking in which a poop comes
APART: Final = 0.5  # hours between two, so that each is one of its own


@cache
def tables() -> dict[str, Any]:
    """Read the file of numbers."""
    return tomllib.loads(HOME.read_text(encoding="utf-8"))


def numbers(topic: str) -> Mapping[str, float]:
    """Give the numbers of one topic, by name."""
    return {name: row["value"] for name, row in tables()[topic].items()}


TYPES: Final[Mapping[str, Mapping[str, Any]]] = tables()["types"]
PACE, ASKS, BODY, SOFTENER = map(numbers, ("pace", "asks", "body", "softener"))


@dataclass(frozen=True, kw_only=True)
class Care:
    """How the grown-ups are on a day, as the child meets it."""

    height: float = 0.0  # of what is asked, on the child's way; 0: nothing
    praised: bool = False  # the diaper poop is praised, and no word is unkind
    freed: bool = False  # nobody asks, and diapers are given without comment


class Came(NamedTuple):
    """One poop. pain: 0 to 3, as in the diary."""

    hour: float
    bristol: int
    pain: int
    large: bool

    @property
    def is_hard(self) -> bool:
        """Whether it was pellets or a lump."""
        return self.bristol in HARD


class Lived(NamedTuple):
    """One day of the child. too_high: it was asked more than it could do then."""

    poops: Sequence[Came]
    can: float
    too_high: bool
    holds: bool
    upset: bool


@dataclass(kw_only=True)
class Child:
    """One child, changed by each day that it lives.

    cost: times what being asked too high costs; others try what turns with it.
    """

    kind: str
    chance: Random
    cost: float = 1.0
    way: float = 0.0
    sore: bool = False
    softened: bool = False
    fear: float = 0.0  # of pain, from 0 to 1
    held: int = 0  # days held by now
    own_days: float = field(init=False)  # the days that it needs by itself
    words_help: bool = field(init=False)
    a_day: float = field(init=False)

    def __post_init__(self) -> None:
        """Draw what is its own."""
        months = gamma(self.chance, PACE["months"], PACE["spread"])
        self.own_days = months * DAYS_A_MONTH
        self.words_help = self.chance.random() < PACE["answers_to_words"]
        self.sore = self.chance.random() < self.type["sore"]
        spread = self.chance.gauss(0, BODY["a_day_spread"])
        self.a_day = BODY["a_day"] * exp(spread)
        self.fear = self.chance.random() * self.sore

    @property
    def type(self) -> Mapping[str, Any]:
        """What is true of all children of its type."""
        return TYPES[self.kind]

    @property
    def is_there(self) -> bool:
        """Whether it poops in the potty by itself."""
        return self.way >= WAY

    def live(self, care: Care) -> Lived:
        """Live a day: what comes, and what the day did to it."""
        can = self.way + self.chance.gauss(0, PACE["day_by_day"])
        too_high = care.height > max(can, 0.0) and not self.is_there
        holds = self._holds(asked_too_high=too_high)
        poops = () if holds else tuple(self._poops())
        self.held = 0 if poops else self.held + holds
        self._walk(care, poops, too_high=too_high)
        self._heal(poops)
        upset = too_high and self.chance.random() < ASKS["upset"]
        return Lived(poops, can, too_high, holds, upset)

    def agrees(self, height: float) -> bool:
        """Whether it says yes to a step of this height."""
        within = height <= self.way + PACE["day_by_day"]
        yes = ASKS["yes_within_reach"] if within else ASKS["yes_beyond"]
        return self.chance.random() < yes * self.type["yes"]

    def succeeds(self) -> None:
        """Do a step of the ladder: the next one comes nearer."""
        self._move(PACE["success"])

    def _holds(self, *, asked_too_high: bool) -> bool:
        if self.held >= BODY["held_longest"] or self.is_there:
            return False
        likely = self.type["holds"] * (self.fear if self.sore else 1.0)
        if asked_too_high:
            likely += BODY["held_asked"]
        return self.chance.random() < likely

    def _poops(self) -> Iterator[Came]:
        times = int(self.a_day) + (self.chance.random() < self.a_day % 1)
        times = times or int(self.held > 0)
        for number in range(times):
            part = AWAKE / times
            yield self._poop(part * number + self.chance.uniform(0, part - APART))

    def _poop(self, hour: float) -> Came:
        bristol = self._form()
        hard = bristol in HARD
        pain = 0
        if self.chance.random() < (BODY["hurts"] if hard else BODY["hurts_soft"]):
            pain = self.chance.choice((1, 2, 2)) if hard else 1
        large = 0.5 if self.held > 1 else BODY["large"]
        return Came(hour, bristol, pain, self.chance.random() < large)

    def _form(self) -> int:
        lot = self.chance.random()
        if lot < self._hard_share():
            return self.chance.choice(HARD)
        loose = self.chance.random() < SOFTENER["loose"] / (1 - SOFTENER["hard"])
        return self.chance.choice(LOOSE if self.softened and loose else FORMED)

    def _hard_share(self) -> float:
        if self.softened:
            return SOFTENER["hard"] * self.sore
        usual = BODY["hard_sore"] if self.sore else BODY["hard"]
        return min(usual + BODY["harder_a_day"] * self.held, 0.9)

    def _walk(self, care: Care, poops: Sequence[Came], *, too_high: bool) -> None:
        """Go on by a day, faster where it is free or praised, and lose what hurts."""
        days = 1.0
        if care.praised and self.words_help:
            days /= PACE["with_words"]
        if care.freed:
            days /= PACE["freed"]
        hurt = sum(poop.pain > 1 for poop in poops)
        lost = PACE["hurt"] * hurt + PACE["too_high"] * self.cost * too_high
        self._move(days - lost)

    def _move(self, days: float) -> None:
        self.way = max(0.0, self.way + days / self.own_days)

    def _heal(self, poops: Sequence[Came]) -> None:
        """Forget some pain, learn new, and get over it while softened."""
        self.fear *= BODY["forgets"]
        if any(poop.pain for poop in poops):
            self.fear = 1.0
        well = SOFTENER["well_a_month"] / DAYS_A_MONTH
        if self.softened and self.chance.random() < well:
            self.sore = False


def gamma(chance: Random, mean: float, spread: float) -> float:
    """Draw from a gamma distribution of this mean and standard deviation."""
    shape = (mean / spread) ** 2
    return chance.gammavariate(shape, mean / shape)


def kind_of(seed: int) -> str:
    """Give the type of a child: of any six in a row, one of each."""
    return list(TYPES)[seed % len(TYPES)]


def drawn_kind(chance: Random) -> str:
    """Draw a type as often as there are such children."""
    shares = [each["share"] for each in TYPES.values()]
    return chance.choices(list(TYPES), shares)[0]
