"""Which ladders are shown to a family, and in which order."""

from typing import Final

from stepstool.method.ladder.ladder import Ladder
from stepstool.method.ladder.ladder_files import LADDERS
from stepstool.method.ladder.numbers import BABIES_UNTIL
from stepstool.method.record import UNKNOWN, Unknown

# The way of account B first; then the ways that go on from a diaper, then those about one
# thing. What is not named here follows.
ORDER: Final = (
    "b",
    "diaper_fading",
    "three_phases",
    "floor_mark",
    "hiding_place",
    "flush",
    "away",
)


def ladders_for(months: int | Unknown) -> tuple[Ladder, ...]:
    """Give the ladders for a child of an age in months: below 18 those for babies.

    A ladder asks the child before each step, and no child controls its bowel before its
    first birthday (AAP-PE); who cannot be asked is only watched (BENDER-2021).
    """
    baby = months is not UNKNOWN and months < BABIES_UNTIL
    fit = [each for each in LADDERS.values() if each.for_babies is baby]
    return tuple(sorted(fit, key=_place))


def _place(ladder: Ladder) -> int:
    return ORDER.index(ladder.key) if ladder.key in ORDER else len(ORDER)
