"""What lies ahead: the chance in each ten minutes from a moment on.

What is known of now (asleep, just eaten, a diaper just changed) runs on and fades into what
is usual at that hour; a poop on the way starts the time since the last one anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import exp
from operator import mul
from typing import Final

from stepstool.method.rhythm.curves import AFTER_POOP, ASLEEP_CLASSES
from stepstool.method.rhythm.habit import SLEEP_PLACE, Habit
from stepstool.method.rhythm.numbers import MOST, SETTLES, WAKES
from stepstool.method.rhythm.seen import Seen
from stepstool.method.rhythm.tens import A_DAY, tens


def _fading(settles: timedelta) -> list[float]:
    return [exp(-ten / tens(settles)) for ten in range(A_DAY + 1)]


_ASLEEP: Final = _fading(WAKES)
_AWAKE: Final = _fading(SETTLES)


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """The tens from a moment on.

    level: the rate in each but for the time since the last poop; since: what this time
    makes of it if no poop comes; after: the same by tens after one on the way.
    """

    level: Sequence[float]
    since: Sequence[float]
    after: Sequence[float]

    @property
    def hazards(self) -> list[float]:
        """Give the chance in each ten if none came before it."""
        return list(map(mul, self.level, self.since))

    def expected(self) -> list[float]:
        """Give the chance of a poop in each ten, whatever came before it."""
        chances: list[float] = []
        none_yet = 1.0
        last: list[float] = []
        backwards = self.after[::-1]
        for level, since in zip(self.level, self.since, strict=True):
            rates = backwards[len(backwards) - 1 - len(last) : -1]
            first = none_yet * level * since
            chances.append(first + level * sum(map(mul, last, rates)))
            last = [
                each * (1 - level * rate)
                for each, rate in zip(last, rates, strict=True)
            ]
            last.append(chances[-1])
            none_yet -= first
        return chances


def ahead(seen: Seen, habit: Habit, now: int, length: int) -> Ahead:
    """Look so many tens ahead from the beginning of a ten."""
    codes = [course.ahead(now, length) for course in seen.courses]
    poop, *others = habit.factors
    hours = [(now + n) % A_DAY for n in range(length)]
    usual = [habit.usual[ten] for ten in hours]
    known = [1.0] * length
    for factor, classes in zip(others, codes[1:], strict=True):
        known = list(map(mul, known, map(factor.__getitem__, classes)))
    asleep = codes[SLEEP_PLACE][0] < ASLEEP_CLASSES
    fading = _ASLEEP if asleep else _AWAKE
    highest = MOST / max(poop)
    level = [
        min(habit.rate * habit.clock[ten] * mean * (now_ / mean) ** fade, highest)
        for ten, mean, now_, fade in zip(hours, usual, known, fading, strict=False)
    ]
    return Ahead(
        level=level,
        since=[poop[code] for code in codes[0]],
        after=[poop[code] for code in AFTER_POOP[: length + 1]],
    )
