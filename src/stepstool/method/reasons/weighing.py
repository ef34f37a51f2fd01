"""From facts to a level: strong and weak points for, less those against.

Where a reason has several forms (fears, events), the likeliest form counts; what speaks to
all of them counts in each.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.facts import saw
from stepstool.method.reasons.keys import Key, Level, Of, Speaks
from stepstool.method.reasons.numbers import LIKELY, STRONG, WEAK
from stepstool.method.reasons.row import Row
from stepstool.method.reasons.weights import WEIGHTS
from stepstool.method.record import Because

POINTS: Final[Mapping[Speaks, int]] = {
    Speaks.STRONGLY_FOR: STRONG,
    Speaks.FOR: WEAK,
    Speaks.AGAINST: -WEAK,
    Speaks.STRONGLY_AGAINST: -STRONG,
}


class Held(NamedTuple):
    """A row whose fact holds."""

    row: Row
    because: Because

    @property
    def points(self) -> int:
        """What it weighs; below 0 against."""
        return POINTS[self.row.speaks]


def held_rows(key: Key, clues: Clues) -> tuple[Held, ...]:
    """Give the rows of a reason whose facts hold, the strongest first."""
    held = [
        Held(row, Because(rule=row.fact, saw=said, sources=row.sources))
        for row in WEIGHTS[key]
        if (said := saw(row.fact, clues)) is not None
    ]
    known = [each for each in held if not each.row.alone]
    return tuple(sorted(known or held, key=lambda each: -abs(each.points)))


def forms(held: Sequence[Held]) -> Mapping[Of | None, int]:
    """Give the points of each form of a reason, the likeliest first."""
    found = {each.row.of for each in held} - {None} or {None}
    points = {of: sum(_counts(each, of) for each in held) for of in found}
    order = {of: place for place, of in enumerate((None, *Of))}
    ranked = sorted(points, key=lambda of: (-points[of], order[of]))
    return {of: points[of] for of in ranked}


def _counts(held: Held, of: Of | None) -> int:
    return held.points if held.row.of in (None, of) else 0


def _is_capped(held: Sequence[Held]) -> bool:
    """Whether something firm speaks against it, and only small signs for it."""
    firm = any(each.row.caps for each in held)
    return firm and all(each.points < STRONG for each in held)


def level_of(held: Sequence[Held], points: int) -> Level:
    """Say how likely it is. What nobody spoke of stays not asked."""
    if not held:
        return Level.NOT_ASKED
    decided = any(each.row.decides for each in held)
    if decided or (points >= LIKELY and not _is_capped(held)):
        return Level.LIKELY
    for_it = any(each.points > 0 for each in held)
    return Level.POSSIBLE if for_it and points >= 0 else Level.UNLIKELY
