"""Which step a poop reached: the highest one all of whose known conditions were met.

An unknown posture counts as met on the child's own step and below it; to be ahead of it,
everything must have been seen. An unknown room is not guessed: where it decides, the
place is unknown (rule 9).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from stepstool.method.ladder.ladder import FIELDS, Ladder, Wanted
from stepstool.method.record import UNKNOWN, Unknown
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import (
    POTTY_OR_TOILET,
    Place,
    Poop,
    Posture,
    Wearing,
)

BELOW_ALL: Final = 0


class Fit(IntEnum):
    """How well a poop fits what a step wants."""

    NO = 0
    PERHAPS = 1
    YES = 2


@dataclass(frozen=True, kw_only=True)
class Reached:
    """The step that was reached, 0 below the first; sure: unless a room is not known."""

    step: int
    sure: bool = True


def reached(ladder: Ladder, poop: Poop, current: int) -> Reached:
    """Give the highest step that a poop reached for a child on step `current`.

    current: 0 for a child that is on no step yet: then everything must have been seen.
    """
    seen = _seen(poop)
    for number in range(len(ladder.steps), BELOW_ALL, -1):
        step, ahead = ladder.step(number), number > current
        if ahead and step.unseen:
            continue
        fit = max(_fit(wanted, seen, ahead=ahead) for wanted in step.success)
        if fit is not Fit.NO:
            return Reached(step=number, sure=fit is Fit.YES or number < current)
    return Reached(step=BELOW_ALL)


Answers = Mapping[str, object]

BATHROOM_POSTURES: Final = {
    Posture.SQUATTING_ON_LID,
    Posture.SITTING_ON_LID,
    Posture.SQUATTING_ON_SEAT,
    Posture.SITTING_ON_SEAT,
}


def _seen(poop: Poop) -> Answers:
    """Gather what was seen, and what follows from it: a toilet stands in a bathroom."""
    wearing: Wearing | Unknown = poop.wearing
    if wearing is UNKNOWN and poop.place in POTTY_OR_TOILET:
        wearing = Wearing.NOTHING
    where: Where | Unknown = poop.where
    there = poop.place is Place.TOILET or poop.posture in BATHROOM_POSTURES
    if where is UNKNOWN and there:
        where = Where.BATHROOM
    answers = {"place": poop.place, "posture": poop.posture}
    return {**answers, "wearing": wearing, "where": where}


def _fit(wanted: Wanted, seen: Answers, *, ahead: bool) -> Fit:
    fits = (
        _fit_of(name, getattr(wanted, name), seen[name], ahead=ahead) for name in FIELDS
    )
    return min(fits)


def _fit_of(name: str, wanted: frozenset[object], seen: object, *, ahead: bool) -> Fit:
    if not wanted or seen in wanted:
        return Fit.YES
    if seen is not UNKNOWN or ahead:
        return Fit.NO
    return Fit.PERHAPS if name == "where" else Fit.YES
