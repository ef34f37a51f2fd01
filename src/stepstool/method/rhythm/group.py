"""Factors that are learned together, from one table of their joint classes.

One number stands for the classes of all, so that each ten is looked up once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from operator import mul, truediv

from stepstool.method.rhythm.curves import Factor
from stepstool.method.rhythm.sample import Sample
from stepstool.method.rhythm.tally import Tally


@dataclass
class Member:
    """One factor of a group.

    rates: what is learned of it so far; counted: poops by class; classes: its class by
    the number of the group; thinned: by how much the sample has too little of each class.
    """

    factor: Factor
    rates: list[float]
    counted: Sequence[float]
    classes: Sequence[int]
    thinned: list[float]

    def learn(self, expected: Iterable[float]) -> list[float]:
        """Learn from what was expected by number; give by how much each class changed.

        Observed over expected, each with what is known of children added.
        """
        behind, old = self.factor.behind, self.rates
        sums = sums_by(self.classes, expected, len(old))
        self.rates = [
            (seen + behind * known) / (risk * more / rate + behind)
            for seen, known, risk, more, rate in zip(
                self.counted, self.factor.rates, sums, self.thinned, old, strict=True
            )
        ]
        return list(map(truediv, self.rates, old))


class Group:
    """The factors at some places among all, with what is learned of them."""

    def __init__(
        self,
        factors: Sequence[Factor],
        places: Sequence[int],
        sample: Sample,
        tally: Tally,
    ) -> None:
        self.places = places
        sizes = [len(factors[place].rates) for place in places]
        classes = list(zip(*product(*map(range, sizes)), strict=True))
        self._size = len(classes[0])
        self.numbers = self._join([sample.codes[place] for place in places], sizes)
        load = sums_by(self.numbers, sample.load, self._size)
        self.members = [
            Member(
                factor=factors[place],
                rates=list(factors[place].rates),
                counted=tally.in_classes(place, size),
                classes=own,
                thinned=_ratio(sample.time(place, size), sums_by(own, load, size)),
            )
            for place, size, own in zip(places, sizes, classes, strict=True)
        ]

    @staticmethod
    def _join(codes: Sequence[bytes], sizes: Sequence[int]) -> bytes:
        """Give at each sampled ten the number for its classes in all factors.

        A row of bytes is one large number, and no sum of ours reaches into the next byte:
        so the whole row is reckoned at once.
        """
        joined = 0
        for row, size in zip(codes, sizes, strict=True):
            joined = joined * size + int.from_bytes(row)
        return joined.to_bytes(len(codes[0]))

    def joint(self) -> list[float]:
        """Give by number the product of the rates."""
        rates = [1.0] * self._size
        for each in self.members:
            rates = list(map(mul, rates, map(each.rates.__getitem__, each.classes)))
        return rates

    def learn(self, expected: Iterable[float]) -> list[float]:
        """Learn each factor from what each sampled ten expected; give what changed."""
        before = self.joint()
        sums = sums_by(self.numbers, expected, self._size)
        for each in self.members:
            change = each.learn(sums)
            sums = list(map(mul, sums, map(change.__getitem__, each.classes)))
        return list(map(truediv, self.joint(), before))


def sums_by(numbers: Iterable[int], values: Iterable[float], size: int) -> list[float]:
    """Add the values up by number."""
    sums = [0.0] * size
    for number, value in zip(numbers, values, strict=True):
        sums[number] += value
    return sums


def _ratio(all_: Sequence[float], part: Sequence[float]) -> list[float]:
    return [whole / met if met else 1.0 for whole, met in zip(all_, part, strict=True)]
