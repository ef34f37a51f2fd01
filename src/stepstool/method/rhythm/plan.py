"""Which windows: those that together are expected to catch the most.

At each ten the window that could open there is weighed against waiting, with what the day
may still bring: after a poop the plan is made anew, so that waiting is worth more than by a
plan that never changes. Dynamic programming from the end of the waking day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

from stepstool.method.rhythm.later import Later
from stepstool.method.rhythm.tens import WIDTH

# The catch of a window that may not lie there.
NEVER: Final = -1.0


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """The rest of a waking day, as long as nothing happens.

    first: the waking ten that is now; hazards: the chance in each ten from now on, if none
    came before it; caught: the chance within the window that begins there.
    """

    first: int
    hazards: Sequence[float]
    caught: Sequence[float]


def outlook(
    first: int, hazards: Sequence[float], free: Sequence[bool], least: float = 0.0
) -> Outlook:
    """Give the outlook. free: where a window may lie; least: what it must be worth."""
    none = [1.0] * max(len(hazards) - WIDTH + 1, 0)
    for n in range(WIDTH):
        none = list(map(mul, none, (1 - each for each in hazards[n:])))
    caught = [1 - each if 1 - each >= least else NEVER for each in none]
    for n, is_free in enumerate(free):
        if not is_free:
            begin = max(n - WIDTH + 1, 0)
            caught[begin : n + 1] = [NEVER] * len(caught[begin : n + 1])
    missing = len(hazards) - len(caught)
    return Outlook(first=first, hazards=hazards, caught=[*caught, *[NEVER] * missing])


def plan(day: Outlook, later: Later, most: int) -> list[list[int]]:
    """Give where windows begin, from now: for none allowed, one, … up to the most."""
    length = len(day.hazards)
    values, opens = [0.0] * (length + WIDTH), [[False] * length]
    for count in range(1, most + 1):
        values, open_ = _one_more(day, later, count, values)
        opens.append(open_)
    return [list(_begins(opens, count)) for count in range(most + 1)]


def _one_more(
    day: Outlook, later: Later, count: int, fewer: Sequence[float]
) -> tuple[list[float], list[bool]]:
    """Give the value from each ten on with so many windows left, and where one opens.

    fewer: the values with one window less.
    """
    waiting, closing = later.waiting[count], later.closing[count - 1]
    values, opens, value = [0.0] * len(fewer), [False] * len(day.hazards), 0.0
    for n in range(len(day.hazards) - 1, -1, -1):
        hazard, caught = day.hazards[n], day.caught[n]
        value = (1 - hazard) * value + hazard * waiting[day.first + n]
        if caught > 0:
            then = (1 - caught) * fewer[n + WIDTH]
            opening = caught * (1 + closing[day.first + n]) + then
            if opening > value:
                value, opens[n] = opening, True
        values[n] = value
    return values, opens


def _begins(opens: Sequence[Sequence[bool]], left: int) -> Iterator[int]:
    n = 0
    while left and n < len(opens[left]):
        if opens[left][n]:
            yield n
            n, left = n + WIDTH, left - 1
        else:
            n += 1
