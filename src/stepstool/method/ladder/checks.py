"""What makes a ladder a good one: no step harder by two things at once, no diaper refused.

Shaping goes in small steps (AUSTIN-2024, CHW-2215, IOP-2013), and whoever refuses a diaper
risks that the child holds (TAUBMAN-1997, ERIC-NAPPY).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from stepstool.method.ladder.ladder import Ladder, Step, Wanted
from stepstool.method.record.kinds.poop import IN_A_DIAPER, Wearing

# A diaper that is cut, the smaller opening first.
CUT: Final = (Wearing.DIAPER_WITH_SLIT, Wearing.DIAPER_WITH_HOLE)
WHOLE, BARE = 0, len(CUT) + 1
REFUSES: Final = re.compile(
    r"\b(no (more )?|(fewer|less|stop|hide|refuse|withhold|ration)( the)? )(diaper|pull-up)s?\b"
    r"|\b(take|put|throw|lock)s? (the |her |his |their )?(diaper|pull-up)s? away\b"
    r"|\bdon.t (give|offer|use) (a |the )?(diaper|pull-up)",
    re.IGNORECASE,
)


class Harder(StrEnum):
    """One thing in which a step asks more than the one before."""

    DIAPER = "diaper"
    PLACE = "place"
    ROOM = "room"
    POSTURE = "posture"


class Wrong(StrEnum):
    """What is wrong with a step."""

    TWO_AT_ONCE = "two_at_once"
    REFUSES_A_DIAPER = "refuses_a_diaper"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found at a step, counted from 1. harder: the things, where there are two."""

    step: int
    wrong: Wrong
    harder: tuple[Harder, ...] = ()


def check(ladder: Ladder) -> tuple[Finding, ...]:
    """Give all that is wrong with a ladder, in the order of its steps."""
    found = [*_two_at_once(ladder), *_refusing(ladder)]
    return tuple(sorted(found, key=lambda each: each.step))


def harder_by(before: Step, after: Step) -> tuple[Harder, ...]:
    """Say in what a step asks more than the one before; each by its usual way, the first."""
    one, other = before.success[0], after.success[0]
    bare = cut_of(one) == cut_of(other) == BARE
    asks = {
        Harder.DIAPER: cut_of(other) > cut_of(one),
        Harder.PLACE: bare and _narrows(one.place, other.place),
        Harder.ROOM: _narrows(one.where, other.where),
        Harder.POSTURE: _narrows(one.posture, other.posture),
    }
    return tuple(each for each, holds in asks.items() if holds)


def cut_of(way: Wanted) -> int:
    """Say how far the diaper is gone: 0 for a whole one or any, then cut, 3 for none."""
    cut = next((n for n, worn in enumerate(CUT, 1) if worn in way.wearing), None)
    bare = bool(way.place) and not way.place & IN_A_DIAPER
    return cut or (BARE if bare else WHOLE)


def _narrows(before: frozenset[object], after: frozenset[object]) -> bool:
    """Whether what would have done before may not do now; nothing named is any."""
    return bool(after) and not (before and after >= before)


def _two_at_once(ladder: Ladder) -> Iterator[Finding]:
    for number, (before, after) in enumerate(pairwise(ladder.steps), 2):
        harder = harder_by(before, after)
        if len(harder) > 1:
            yield Finding(step=number, wrong=Wrong.TWO_AT_ONCE, harder=harder)


def _refusing(ladder: Ladder) -> Iterator[Finding]:
    for number, step in enumerate(ladder.steps, 1):
        if any(map(REFUSES.search, (step.words, step.half_words))):
            yield Finding(step=number, wrong=Wrong.REFUSES_A_DIAPER)
