"""A habit: what was learned of one child up to a morning.

The rate in each ten minutes is `rate · clock[ten] · one factor for each course`. All are
learned from the days before, with forgetting and drawn to what is known of children, each
in turn as observed over expected under the others (conjugate gamma updates; two rounds
settle it). Model and figures: docs/method/rhythm.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import mul, truediv
from typing import Final

from stepstool.method.rhythm.curves import (
    ASLEEP_CLASSES,
    CHANGE,
    CLOCK,
    MEAL,
    POOP,
    SLEEP,
    TEXTURE,
)
from stepstool.method.rhythm.group import Group, sums_by
from stepstool.method.rhythm.left_out import Gain, gain
from stepstool.method.rhythm.numbers import CLOCK_BEHIND, RATE, RATE_BEHIND
from stepstool.method.rhythm.sample import Sample
from stepstool.method.rhythm.seen import Seen
from stepstool.method.rhythm.smooth import SPEAKS_FOR, smooth
from stepstool.method.rhythm.tally import Tally
from stepstool.method.rhythm.tens import A_DAY

FACTORS: Final = (POOP, SLEEP, MEAL, CHANGE, TEXTURE)
# The time since the last poop is apart, since only it starts anew on the way.
GROUPS: Final = ((0,), (1, 4), (2, 3))
SLEEP_PLACE: Final = FACTORS.index(SLEEP)
ROUNDS: Final = 2
_IS_ASLEEP: Final = [float(code < ASLEEP_CLASSES) for code in range(len(SLEEP.rates))]


@dataclass(frozen=True, kw_only=True)
class Habit:
    """What was learned of one child; by tens from 04:00.

    rate: poops in ten minutes, on average; clock: relative to it; factors: by course and
    class, relative; usual: the mean product of all factors but the first at each time of
    day; behind: how many poops of the child's own speak there; asleep: the share of days
    on which it slept then; gain: what the clock is worth; poops, days: what all rests on.
    """

    rate: float
    clock: Sequence[float]
    factors: Sequence[Sequence[float]]
    usual: Sequence[float]
    behind: Sequence[float]
    asleep: Sequence[float]
    gain: Gain
    poops: int
    days: int

    @cached_property
    def usual_day(self) -> list[float]:
        """The rate in each ten of a usual day."""
        return [
            self.rate * clock * others
            for clock, others in zip(self.clock, self.usual, strict=True)
        ]


Groups = Sequence[Sequence[int]]


def learn(seen: Seen, day: int, groups: Groups = GROUPS) -> Habit:
    """Learn from the days before this one, counted from the first day that was seen.

    groups: the places of the courses to learn from; others are left out, to see what each
    is worth.
    """
    learning = _Learning(Sample(seen, day), groups)
    for _ in range(ROUNDS):
        learning.go_round()
    return learning.habit()


class _Learning:
    """A habit while it is learned: each part in turn, the others taken as known.

    _expected: how many poops each sampled ten would see by what is known so far.
    """

    def __init__(self, sample: Sample, groups: Groups) -> None:
        self._sample = sample
        self._tally = tally = Tally(sample)
        self._rate = RATE / A_DAY
        self._clock = CLOCK
        self._groups = [Group(FACTORS, places, sample, tally) for places in groups]
        self._load = smooth(sums_by(sample.of_day, sample.load, A_DAY))
        self._expected = [self._rate * each for each in sample.load]
        self._change(sample.of_day, CLOCK)
        for group in self._groups:
            self._change(group.numbers, group.joint())

    def _change(self, numbers: Iterable[int], change: Sequence[float]) -> None:
        changes = map(change.__getitem__, numbers)
        self._expected = list(map(mul, self._expected, changes))

    def go_round(self) -> None:
        """Learn each part anew."""
        self._learn_clock(self._learn_rate())
        for group in self._groups:
            self._change(group.numbers, group.learn(self._expected))

    def _learn_rate(self) -> float:
        """Poops seen over expected, each with those of the population added.

        Gives by how much it changed.
        """
        seen = map(mul, self._expected, self._sample.for_rate)
        at_risk: float = sum(seen) / self._rate
        of_population = RATE_BEHIND * A_DAY / RATE
        rate = (RATE_BEHIND + self._tally.all) / (of_population + at_risk)
        old, self._rate = self._rate, rate
        return rate / old

    def _learn_clock(self, faster: float) -> None:
        """Learn the clock. faster: by how much the rate has just changed."""
        behind, of_day = CLOCK_BEHIND / A_DAY, self._sample.of_day
        expected = sums_by(of_day, self._expected, A_DAY)
        at_risk = self._usual(map(truediv, expected, self._clock), 0.0)
        days = faster * sum(self._load) / A_DAY
        clock = [
            (seen + behind * known) / (days * risk + behind)
            for seen, known, risk in zip(
                self._tally.at_clock, CLOCK, at_risk, strict=True
            )
        ]
        mean = sum(clock) / A_DAY
        old, self._clock = self._clock, [each / mean for each in clock]
        change = map(truediv, self._clock, old)
        self._change(of_day, [faster * each for each in change])

    def _usual(self, sums: Iterable[float], unknown: float) -> list[float]:
        """Give the mean, around each time of day, of what was summed up by tens."""
        return [
            each / load if load else unknown
            for each, load in zip(smooth(list(sums)), self._load, strict=True)
        ]

    def habit(self) -> Habit:
        """Give what was learned."""
        self._learn_rate()
        rates: list[Sequence[float]] = [[1.0] * len(each.rates) for each in FACTORS]
        for group in self._groups:
            for place, member in zip(group.places, group.members, strict=True):
                rates[place] = member.rates
        usual = self._usual(self._by_ten(self._others()), 1.0)
        return Habit(
            rate=self._rate,
            clock=self._clock,
            factors=rates,
            usual=usual,
            behind=[SPEAKS_FOR * each for each in self._tally.at_clock],
            asleep=self._usual(self._by_ten(self._asleep()), 0.0),
            gain=gain(self._clock, usual, self._tally),
            poops=self._tally.natural,
            days=self._sample.days,
        )

    def _by_ten(self, values: Iterable[float]) -> list[float]:
        weighted = map(mul, values, self._sample.load)
        return sums_by(self._sample.of_day, weighted, A_DAY)

    def _others(self) -> Iterable[float]:
        """Give at each sampled ten the product of all factors but the first."""
        product = [1.0] * len(self._sample.load)
        for group in self._groups:
            if 0 not in group.places:
                rates = map(group.joint().__getitem__, group.numbers)
                product = list(map(mul, product, rates))
        return product

    def _asleep(self) -> Iterable[float]:
        return map(_IS_ASLEEP.__getitem__, self._sample.codes[SLEEP_PLACE])
