"""Which windows: those that together are expected to catch the most."""

from collections.abc import Iterator, Sequence
from itertools import accumulate


def choose(
    worth: Sequence[float],
    free: Sequence[bool],
    most: int,
    width: int,
    least: float = 0.0,
) -> list[list[int]]:
    """Give the beginnings of the best windows, for no window, one, … up to the most.

    They do not overlap. worth: of each ten; free: where a window may lie; width: in tens;
    least: what a window must be worth. Dynamic programming from the end of the day; of
    equals the later one is taken.
    """
    caught = [each if each >= least else 0.0 for each in catches(worth, free, width)]
    best = [[0.0] * (len(caught) + width)]
    for _ in range(most):
        best.append(_one_more(caught, best[-1], width))
    return [list(_begins(best[: count + 1], width)) for count in range(most + 1)]


def catches(worth: Sequence[float], free: Sequence[bool], width: int) -> list[float]:
    """Give what a window beginning at each ten is worth; 0 where none may lie."""
    sums = [0.0, *accumulate(worth)]
    taken = [0, *accumulate(not each for each in free)]
    return [
        sums[n + width] - sums[n] if taken[n + width] == taken[n] else 0.0
        for n in range(len(worth) - width + 1)
    ]


def _one_more(
    caught: Sequence[float], fewer: Sequence[float], width: int
) -> list[float]:
    """Give the best catch from each ten on, with one window more than before."""
    best = [0.0] * len(fewer)
    later = 0.0
    for n in range(len(caught) - 1, -1, -1):
        now = caught[n] + fewer[n + width]
        later = best[n] = max(later, now)
    return best


def _begins(best: Sequence[Sequence[float]], width: int) -> Iterator[int]:
    n, left = 0, len(best) - 1
    while left and best[left][n] > 0:
        if best[left][n] > best[left][n + 1]:
            yield n
            n, left = n + width, left - 1
        else:
            n += 1
