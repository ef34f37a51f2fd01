"""A habit: what was learned of one child up to a morning, and whether it is a rhythm.

The rate in each ten minutes is `rate · clock[ten] · one factor for each trace`. All are
learned from the days before, with forgetting and drawn to what is known of children, each
in turn as observed over expected under the others (conjugate gamma updates; two rounds
settle it). Model and figures: docs/method/rhythm.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import product
from math import inf, log2, sqrt
from operator import mul, truediv
from statistics import fmean, stdev
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.rhythm.curves import (
    ASLEEP_CLASSES,
    CHANGE,
    CLOCK,
    MEAL,
    POOP,
    SLEEP,
    TEXTURE,
    Factor,
)
from stepstool.method.rhythm.observations import Lessons
from stepstool.method.rhythm.sample import Sample, Tally
from stepstool.method.rhythm.timeline import A_DAY, CENTRE, SPEAKS_FOR, WAKING, smooth

N: Final = topic("rhythm")
FACTORS: Final = (POOP, SLEEP, MEAL, CHANGE, TEXTURE)
Groups = Sequence[Sequence[int]]
# The time since the last poop is apart, since only it starts anew on the way.
GROUPS: Final[Groups] = ((0,), (1, 4), (2, 3))
SLEEP_PLACE: Final = FACTORS.index(SLEEP)
_ROUNDS: Final = 2
_IS_ASLEEP: Final = [float(code < ASLEEP_CLASSES) for code in range(len(SLEEP.rates))]
_FEWEST_GAINS: Final = 2


class Knowing(StrEnum):
    """Is there a rhythm to see? Too little written, poops at all times, or learned."""

    NOT_YET = "not_yet"
    SCATTERED = "scattered"
    LEARNED = "learned"


@dataclass(frozen=True, kw_only=True)
class Gain:
    """Bits per poop over waking hours without any clock, with their standard error."""

    bits: float
    error: float


@dataclass(frozen=True, kw_only=True)
class Habit:
    """What was learned of one child; by tens from 04:00.

    rate: poops in ten minutes, on average; clock: relative to it; factors: by trace and
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

    @property
    def knowing(self) -> Knowing:
        """Whether there is a rhythm to see."""
        if self.poops < N.count.few_poops or self.days < N.count.few_days:
            return Knowing.NOT_YET
        is_sure = self.gain.bits > N.share.sure * self.gain.error
        return Knowing.LEARNED if is_sure else Knowing.SCATTERED


def learn(lessons: Lessons, groups: Groups = GROUPS) -> Habit:
    """Learn a habit.

    groups: the places of the factors to learn together; others are left out, to see what
    each is worth.
    """
    learning = _Learning(Sample(lessons), groups)
    for _ in range(_ROUNDS):
        learning.go_round()
    return learning.habit()


class _Learning:
    """A habit while it is learned: each part in turn, the others taken as known.

    _expected: how many poops each sampled ten would see by what is known so far.
    """

    def __init__(self, sample: Sample, groups: Groups) -> None:
        self._sample = sample
        self._tally = tally = Tally(sample)
        self._rate = N.share.rate / A_DAY
        self._clock = CLOCK
        self._groups = [_Group(places, sample, tally) for places in groups]
        self._load = smooth(_sums_by(sample.of_day, sample.load, A_DAY))
        self._expected = [self._rate * load for load in sample.load]
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
        expected = map(mul, self._expected, self._sample.for_rate)
        at_risk: float = sum(expected) / self._rate
        of_population = N.share.rate_behind * A_DAY / N.share.rate
        rate = (N.share.rate_behind + self._tally.all) / (of_population + at_risk)
        old, self._rate = self._rate, rate
        return rate / old

    def _learn_clock(self, faster: float) -> None:
        """Learn the clock. faster: by how much the rate has just changed."""
        behind, of_day = N.share.clock_behind / A_DAY, self._sample.of_day
        expected = _sums_by(of_day, self._expected, A_DAY)
        at_risk = self._around(map(truediv, expected, self._clock), 0.0)
        days = faster * sum(self._load) / A_DAY
        clock = [
            (counted + behind * known) / (days * risk + behind)
            for counted, known, risk in zip(
                self._tally.at_clock, CLOCK, at_risk, strict=True
            )
        ]
        mean = sum(clock) / A_DAY
        old, self._clock = self._clock, [rate / mean for rate in clock]
        change = map(truediv, self._clock, old)
        self._change(of_day, [faster * more for more in change])

    def _around(self, sums: Iterable[float], unknown: float) -> list[float]:
        """Give the mean, around each time of day, of what was summed up by tens."""
        return [
            sum_ / load if load else unknown
            for sum_, load in zip(smooth(list(sums)), self._load, strict=True)
        ]

    def habit(self) -> Habit:
        """Give what was learned."""
        self._learn_rate()
        rates: list[Sequence[float]] = [[1.0] * len(factor.rates) for factor in FACTORS]
        for group in self._groups:
            for place, member in zip(group.places, group.members, strict=True):
                rates[place] = member.rates
        usual = self._around(self._by_ten(self._others()), 1.0)
        return Habit(
            rate=self._rate,
            clock=self._clock,
            factors=rates,
            usual=usual,
            behind=[SPEAKS_FOR * counted for counted in self._tally.at_clock],
            asleep=self._around(self._by_ten(self._asleep()), 0.0),
            gain=_gain(self._clock, usual, self._tally),
            poops=self._tally.natural,
            days=self._sample.days,
        )

    def _by_ten(self, values: Iterable[float]) -> list[float]:
        weighted = map(mul, values, self._sample.load)
        return _sums_by(self._sample.of_day, weighted, A_DAY)

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


@dataclass
class _Member:
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
        sums = _sums_by(self.classes, expected, len(old))
        self.rates = [
            (counted + behind * known) / (risk * more / rate + behind)
            for counted, known, risk, more, rate in zip(
                self.counted, self.factor.rates, sums, self.thinned, old, strict=True
            )
        ]
        return list(map(truediv, self.rates, old))


class _Group:
    """Factors that are learned together, from one table of their joint classes.

    One number stands for the classes of all, so that each ten is looked up once.
    """

    def __init__(self, places: Sequence[int], sample: Sample, tally: Tally) -> None:
        self.places = places
        sizes = [len(FACTORS[place].rates) for place in places]
        classes = list(zip(*product(*map(range, sizes)), strict=True))
        self._size = len(classes[0])
        self.numbers = _join([sample.codes[place] for place in places], sizes)
        load = _sums_by(self.numbers, sample.load, self._size)
        self.members = [
            _Member(
                factor=FACTORS[place],
                rates=list(FACTORS[place].rates),
                counted=tally.in_classes(place, size),
                classes=own,
                thinned=_ratio(sample.time(place, size), _sums_by(own, load, size)),
            )
            for place, size, own in zip(places, sizes, classes, strict=True)
        ]

    def joint(self) -> list[float]:
        """Give by number the product of the rates."""
        rates = [1.0] * self._size
        for member in self.members:
            own = map(member.rates.__getitem__, member.classes)
            rates = list(map(mul, rates, own))
        return rates

    def learn(self, expected: Iterable[float]) -> list[float]:
        """Learn each factor from what each sampled ten expected; give what changed."""
        before = self.joint()
        sums = _sums_by(self.numbers, expected, self._size)
        for member in self.members:
            change = member.learn(sums)
            sums = list(map(mul, sums, map(change.__getitem__, member.classes)))
        return list(map(truediv, self.joint(), before))


def _join(codes: Sequence[bytes], sizes: Sequence[int]) -> bytes:
    """Give at each sampled ten the number for its classes in all factors.

    A row of bytes is one large number, and no sum of ours reaches into the next byte:
    so the whole row is reckoned at once.
    """
    joined = 0
    for row, size in zip(codes, sizes, strict=True):
        joined = joined * size + int.from_bytes(row)
    return joined.to_bytes(len(codes[0]))


def _sums_by(numbers: Iterable[int], values: Iterable[float], size: int) -> list[float]:
    """Add the values up by number."""
    sums = [0.0] * size
    for number, value in zip(numbers, values, strict=True):
        sums[number] += value
    return sums


def _ratio(all_: Sequence[float], part: Sequence[float]) -> list[float]:
    return [whole / met if met else 1.0 for whole, met in zip(all_, part, strict=True)]


def _gain(clock: Sequence[float], usual: Sequence[float], tally: Tally) -> Gain:
    """Give what the clock gains on the last poops, each foretold by what the others taught.

    What is learned fits what it was learned from, even where there is nothing to learn. So
    each poop is left out in turn: a child without favourite times then gains nothing.
    clock, usual: the learned clock and the mean of the other factors, by tens.
    """
    gains = list(_gains(clock, usual, tally))
    if len(gains) < _FEWEST_GAINS:
        return Gain(bits=0.0, error=inf)
    return Gain(bits=fmean(gains), error=stdev(gains) / sqrt(len(gains)))


def _gains(
    clock: Sequence[float], usual: Sequence[float], tally: Tally
) -> Iterator[float]:
    waking = sum(clock[ten] * usual[ten] for ten in WAKING)
    for place, weight in tally.last(N.count.left_out):
        if place in WAKING:
            known = tally.at_clock[place] + N.share.clock_behind / A_DAY * CLOCK[place]
            own = weight * clock[place] / known
            there = (clock[place] - own * CENTRE) * usual[place]
            rest = max(waking - own * usual[place], there)
            yield log2(len(WAKING) * there / rest)
