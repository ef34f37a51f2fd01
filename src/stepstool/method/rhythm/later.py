"""What windows are worth once a poop has come: the day goes on, the plan is made anew.

Reckoned in steps as long as a window and by what is usual: near enough for a value that is
only weighed, since what is known of now has faded till then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.method.rhythm.curves import AFTER_POOP
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.numbers import MOST
from stepstool.method.rhythm.tens import WAKING, WIDTH

STEPS: Final = len(WAKING) // WIDTH
# By step, then by the earlier step in which the last poop came.
Values = list[list[float]]


@dataclass(frozen=True, kw_only=True)
class Later:
    """By windows left, then by waking ten: what they are worth after a poop in that ten.

    waiting: from the next ten on; closing: from the end of a window that began there.
    """

    waiting: Sequence[Sequence[float]]
    closing: Sequence[Sequence[float]]


def later(habit: Habit, most: int) -> Later:
    """Give what up to so many windows are worth after a poop, by the habits of a child."""
    chances = _chances(habit)
    values: list[Values] = [[[0.0] * (step + 1) for step in range(STEPS + 1)]]
    for _ in range(most):
        values.append(_one_more(chances, values[-1]))
    return Later(
        waiting=[
            [_at(each, ten + 1, ten) for ten in range(len(WAKING))] for each in values
        ],
        closing=[
            [_at(each, ten + WIDTH, ten + 1) for ten in range(len(WAKING))]
            for each in values
        ],
    )


def _chances(habit: Habit) -> Values:
    """Give the chance of a poop in each step, by the step of the last one before."""
    poop, usual = habit.factors[0], habit.usual_day
    after = [poop[AFTER_POOP[WIDTH * steps]] for steps in range(STEPS)]
    level = [
        min(
            sum(usual[ten] for ten in WAKING[begin : begin + WIDTH]) / WIDTH,
            MOST / max(poop),
        )
        for begin in range(0, len(WAKING), WIDTH)
    ]
    return [
        [1 - (1 - level[step] * after[step - last]) ** WIDTH for last in range(step)]
        for step in range(STEPS)
    ]


def _one_more(chances: Values, fewer: Values) -> Values:
    """Give the values with one window more: it opens in a step, or it waits."""
    values: Values = [[] for _ in range(STEPS)] + [[0.0] * STEPS]
    for step in range(STEPS - 1, -1, -1):
        wait, spent = values[step + 1], fewer[step + 1]
        came, caught = wait[step], 1 + spent[step]
        values[step] = [
            max(
                (1 - chance) * wait[last] + chance * came,
                (1 - chance) * spent[last] + chance * caught,
            )
            for last, chance in enumerate(chances[step])
        ]
    return values


def _at(values: Values, ten: int, came: int) -> float:
    """Give the value from a waking ten on, if the last poop came in an earlier one."""
    last = min(came // WIDTH, STEPS - 1)
    step = min(max(-(-ten // WIDTH), last + 1), STEPS)
    return values[step][last]
