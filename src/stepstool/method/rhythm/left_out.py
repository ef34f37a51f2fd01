"""Is there a rhythm at all? Each poop is foretold by the clock learned from the others.

What is learned fits what it was learned from, even where there is nothing to learn. So each
poop is left out in turn: a child without favourite times then gains nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, log2, sqrt
from statistics import fmean, stdev

from stepstool.method.rhythm.curves import CLOCK
from stepstool.method.rhythm.numbers import CLOCK_BEHIND, LEFT_OUT
from stepstool.method.rhythm.smooth import CENTRE
from stepstool.method.rhythm.tally import Tally
from stepstool.method.rhythm.tens import A_DAY, WAKING

FEWEST = 2


@dataclass(frozen=True, kw_only=True)
class Gain:
    """Bits per poop over waking hours without any clock, with their standard error."""

    bits: float
    error: float


def gain(clock: Sequence[float], usual: Sequence[float], tally: Tally) -> Gain:
    """Give what the clock gains on the last poops, each left out in turn.

    clock, usual: the learned clock and the mean of the other factors, by tens.
    """
    gains = list(_gains(clock, usual, tally))
    if len(gains) < FEWEST:
        return Gain(bits=0.0, error=inf)
    return Gain(bits=fmean(gains), error=stdev(gains) / sqrt(len(gains)))


def _gains(
    clock: Sequence[float], usual: Sequence[float], tally: Tally
) -> Iterator[float]:
    all_ = sum(clock[ten] * usual[ten] for ten in WAKING)
    for place, weight in tally.last(LEFT_OUT):
        if place in WAKING:
            known = tally.at_clock[place] + CLOCK_BEHIND / A_DAY * CLOCK[place]
            own = weight * clock[place] / known
            there = (clock[place] - own * CENTRE) * usual[place]
            rest = max(all_ - own * usual[place], there)
            yield log2(len(WAKING) * there / rest)
