"""What was counted in a sample: poops at each time of day, and in each class of a factor."""

from collections.abc import Sequence
from typing import Final

from stepstool.method.rhythm.came import Came
from stepstool.method.rhythm.numbers import FOUND_LATER
from stepstool.method.rhythm.sample import Sample
from stepstool.method.rhythm.smooth import smooth
from stepstool.method.rhythm.tens import A_DAY, tens

LATER: Final = tens(FOUND_LATER)


class Tally:
    """The poops of a sample, each with its weight.

    all: their sum, for the rate. Only those that came by themselves say when: they stand
    for the invited ones too, so that how many there are does not change.
    natural: how many; at_clock: by ten of the day, smoothed.
    """

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        poops = sample.poops()
        self.all = sum(sample.weight_of_rate(ten) for ten, _ in poops)
        natural = [(ten, each) for ten, each in poops if each.natural]
        self.natural = len(natural)
        stands_for = len(poops) / max(len(natural), 1)
        self._natural = [
            (ten, each, sample.weight(ten) * stands_for) for ten, each in natural
        ]
        self.at_clock = smooth(self._by_ten())

    def _by_ten(self) -> list[float]:
        counted = [0.0] * A_DAY
        for ten, each, weight in self._natural:
            for place, share in _places(ten, each):
                counted[place] += weight * share
        return counted

    def last(self, most: int) -> list[tuple[int, float]]:
        """Give the last poops whose moment is known: ten of the day, and weight."""
        known = [each for each in self._natural if not each[1].later]
        return [(ten % A_DAY, weight) for ten, _, weight in known[-most:]]

    def in_classes(self, factor: int, classes: int) -> list[float]:
        """Count them by the class that a factor had when each came."""
        codes, counted = self._sample.all_codes(factor), [0.0] * classes
        for ten, _, weight in self._natural:
            counted[codes[ten]] += weight
        return counted


def _places(ten: int, came: Came) -> Sequence[tuple[int, float]]:
    """Give the times of day at which it may have come: one, or any in the hour before."""
    if not came.later:
        return [(ten % A_DAY, 1.0)]
    return [((ten - n) % A_DAY, 1 / LATER) for n in range(LATER)]
