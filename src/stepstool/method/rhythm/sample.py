"""What the lessons hold, counted: the past as a sample of tens, and the poops in it.

Time at risk is summed over every ten of the last days and more thinly before, each standing
for those beside it: as good as all of them, at a fifth of the cost. Poops are all counted.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.rhythm.observations import Lessons, PoopTime
from stepstool.method.rhythm.timeline import A_DAY, smooth, tens

N: Final = topic("rhythm")
# Up to how many days ago, and every which ten. No stride but 1 divides 144, so that all
# clock times have their turn.
STRIDES: Final = ((7, 1), (30, 5), (N.count.look_back, 13))
# Days so near to each other weigh about the same, and are counted in one go.
BLOCK: Final = 10
_OF_DAY: Final = bytes(range(A_DAY))
_LATER: Final = tens(N.span.found_later)


class Sample:
    """The days of some lessons, as far back as the rhythm looks.

    days: how many of them teach something; of_day: the place in its day of each sampled
    ten; load: how many tens each stands for, after forgetting; for_rate: how much more it
    counts in how many a day there are; codes: for each trace its class at each.
    """

    def __init__(self, lessons: Lessons) -> None:
        self._lessons = lessons
        self._end = lessons.days
        self._first = self._first_sound()
        self._weights = self._forgetting(N.share.half_life)
        self._of_rate = self._forgetting(N.share.half_life_of_rate)
        self._codes = [trace.codes(self._end * A_DAY) for trace in lessons.traces]
        self.days = sum(lessons.sound[self._first :])
        self.of_day = self._sampled(_OF_DAY * self._end)
        self.load = self._loads()
        self.for_rate = self._for_rate()
        self.codes = [self._sampled(codes) for codes in self._codes]

    def _first_sound(self) -> int:
        """Give the first day looked at that teaches something; before it nothing counts."""
        looked = range(max(0, self._end - N.count.look_back), self._end)
        return next((day for day in looked if self._lessons.sound[day]), self._end)

    def _forgetting(self, half_life: float) -> list[float]:
        """Give how much each day counts; one that teaches nothing does not."""
        trust, sound = self._lessons.trust, self._lessons.sound
        return [
            sound[day] * trust[day] * 2 ** ((day - self._end) / half_life)
            for day in range(self._first, self._end)
        ]

    def _strips(self) -> Iterator[range]:
        """Give the sampled tens, thinner and thinner, counted from the first day on.

        They are spaced from the newest one back, wherever the first day is.
        """
        end = (self._end - self._first) * A_DAY
        for reach, stride in STRIDES:
            since = max(self._end - reach - self._first, 0) * A_DAY
            yield range(since + (end - since) % stride, end, stride)
            end = since

    def _sampled(self, codes: bytes) -> bytes:
        own = codes[self._first * A_DAY :]
        return b"".join(
            own[strip.start : strip.stop : strip.step] for strip in self._strips()
        )

    def _loads(self) -> list[float]:
        return [
            strip.step * self._weights[ten // A_DAY]
            for strip in self._strips()
            for ten in strip
        ]

    def _for_rate(self) -> list[float]:
        faster = 1 / N.share.half_life_of_rate - 1 / N.share.half_life
        ratio = [
            2 ** ((day - self._end) * faster) for day in range(self._first, self._end)
        ]
        return [ratio[ten // A_DAY] for strip in self._strips() for ten in strip]

    def time(self, factor: int, classes: int) -> list[float]:
        """Give for each class of a factor how many tens it had, after forgetting.

        All of them, not only those sampled: classes last a few tens only, so that a thin
        sample meets them too often or too rarely by chance.
        """
        names = [bytes([code]) for code in range(classes)]
        time = [0.0] * classes
        for end in range(self._end, self._first, -BLOCK):
            days = range(max(end - BLOCK, self._first), end)
            weight, codes = self._block(days, self._codes[factor])
            counts = map(codes.count, names)
            time = [
                sum_ + weight * more for sum_, more in zip(time, counts, strict=True)
            ]
        return time

    def _block(self, days: range, codes: bytes) -> tuple[float, bytes]:
        """Give the classes of some days that teach something, and their mean weight."""
        sound = [day for day in days if self._lessons.sound[day]]
        weights = [self._weights[day - self._first] for day in sound]
        own = b"".join(codes[day * A_DAY : (day + 1) * A_DAY] for day in sound)
        return sum(weights) / max(len(sound), 1), own

    def poops(self) -> list[tuple[int, PoopTime]]:
        """Give the poops of the days that teach something, each with its ten."""
        since, sound = self._first * A_DAY, self._lessons.sound
        return [
            (ten, poop)
            for ten, poop in self._lessons.poops
            if ten >= since and sound[ten // A_DAY]
        ]

    def weight(self, ten: int) -> float:
        """Give how much a ten's day counts."""
        return self._weights[ten // A_DAY - self._first]

    def weight_of_rate(self, ten: int) -> float:
        """Give how much a ten's day counts in how many a day there are."""
        return self._of_rate[ten // A_DAY - self._first]

    def all_codes(self, factor: int) -> bytes:
        """Give the class of a factor at each ten, not only those sampled."""
        return self._codes[factor]


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
        natural = [(ten, poop) for ten, poop in poops if poop.natural]
        self.natural = len(natural)
        stands_for = len(poops) / max(len(natural), 1)
        self._natural = [
            (ten, poop, sample.weight(ten) * stands_for) for ten, poop in natural
        ]
        self.at_clock = smooth(self._by_ten())

    def _by_ten(self) -> list[float]:
        counted = [0.0] * A_DAY
        for ten, poop, weight in self._natural:
            for place, share in _places(ten, poop):
                counted[place] += weight * share
        return counted

    def last(self, most: int) -> list[tuple[int, float]]:
        """Give the last poops whose moment is known: ten of the day, and weight."""
        known = [
            (ten % A_DAY, weight)
            for ten, poop, weight in self._natural
            if not poop.later
        ]
        return known[-most:]

    def in_classes(self, factor: int, classes: int) -> list[float]:
        """Count them by the class that a factor had when each came."""
        codes, counted = self._sample.all_codes(factor), [0.0] * classes
        for ten, _, weight in self._natural:
            counted[codes[ten]] += weight
        return counted


def _places(ten: int, poop: PoopTime) -> Sequence[tuple[int, float]]:
    """Give the times of day at which it may have come: one, or any in the hour before."""
    if not poop.later:
        return [(ten % A_DAY, 1.0)]
    return [((ten - n) % A_DAY, 1 / _LATER) for n in range(_LATER)]
