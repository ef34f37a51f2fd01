"""What lies ahead: the chance in each ten minutes from a moment on.

What is known of now (asleep, just eaten, a diaper just changed) runs on and fades into what
is usual at that hour; a poop on the way starts the time since the last one anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from operator import mul
from typing import Final

from stepstool.method.rhythm.curves import AFTER_POOP
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.numbers import MOST, SETTLES
from stepstool.method.rhythm.seen import Seen
from stepstool.method.rhythm.tens import A_DAY, tens

# After six times as long as it takes to settle nothing is left of now that can be seen.
_FADING: Final = [exp(-ten / tens(SETTLES)) for ten in range(6 * tens(SETTLES))]


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
    poop = habit.factors[0]
    since = seen.courses[0].ahead(now, length)
    usual = habit.usual_day
    start = now % A_DAY
    level = [usual[ten % A_DAY] for ten in range(start, start + length)]
    for n, more in enumerate(_known(seen, habit, now, length)):
        level[n] *= more
    highest = MOST / max(poop)
    return Ahead(
        level=[min(each, highest) for each in level],
        since=[poop[code] for code in since],
        after=[poop[code] for code in AFTER_POOP[: length + 1]],
    )


def _known(seen: Seen, habit: Habit, now: int, length: int) -> Iterator[float]:
    """Give by how much more than usual it is, by what is known of now, while it lasts."""
    length = min(length, len(_FADING))
    known = [1.0] * length
    for rates, course in zip(habit.factors[1:], seen.courses[1:], strict=True):
        known = list(map(mul, known, map(rates.__getitem__, course.ahead(now, length))))
    for n, each in enumerate(known):
        yield (each / habit.usual[(now + n) % A_DAY]) ** _FADING[n]
