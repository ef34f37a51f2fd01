"""Smoothing around the clock: what happened at one time speaks for the times beside it."""

from collections.abc import Sequence
from math import exp
from operator import mul
from typing import Final

from stepstool.method.rhythm.numbers import KERNEL, TEN
from stepstool.method.rhythm.tens import A_DAY

_DEVIATION: Final = KERNEL / TEN
_REACH: Final = round(4 * _DEVIATION)
_BELL: Final = [exp(-((n / _DEVIATION) ** 2) / 2) for n in range(-_REACH, _REACH + 1)]
_WEIGHTS: Final = [each / sum(_BELL) for each in _BELL]
CENTRE: Final = max(_WEIGHTS)
"""How much of one poop stays at its own ten."""
SPEAKS_FOR: Final = 1 / sum(each * each for each in _WEIGHTS)
"""For how many tens one poop speaks."""


def smooth(values: Sequence[float]) -> list[float]:
    """Spread the values of a day's tens over their neighbours, midnight being no border."""
    around = [*values[-_REACH:], *values, *values[:_REACH]]
    width = len(_WEIGHTS)
    return [sum(map(mul, _WEIGHTS, around[n : n + width])) for n in range(A_DAY)]
