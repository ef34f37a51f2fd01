"""The past as a sample of tens, with what was the case at each, and the poops between.

Time at risk is summed over every ten of the last days and more thinly before, each standing
for those beside it: as good as all of them, at a fifth of the cost.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.rhythm.came import Came
from stepstool.method.rhythm.numbers import HALF_LIFE, HALF_LIFE_OF_RATE, LOOK_BACK
from stepstool.method.rhythm.seen import Seen
from stepstool.method.rhythm.tens import A_DAY

# Up to how many days ago, and every which ten. No stride but 1 divides 144, so that all
# clock times have their turn.
STRIDES: Final = ((7, 1), (30, 5), (LOOK_BACK, 13))
# Days so near to each other weigh about the same, and are counted in one go.
BLOCK: Final = 10
_OF_DAY: Final = bytes(range(A_DAY))


class Sample:
    """The days before one day, as far back as the rhythm looks.

    days: how many of them teach something; of_day: the place in its day of each sampled
    ten; load: how many tens each stands for, after forgetting; for_rate: how much more it
    counts in how many a day there are; codes: for each course its class at each.
    """

    def __init__(self, seen: Seen, day: int) -> None:
        self._seen = seen
        self._end = day
        self._first = max(0, day - LOOK_BACK)
        self._weights = self._forgetting(HALF_LIFE)
        self._of_rate = self._forgetting(HALF_LIFE_OF_RATE)
        self.days = sum(seen.sound[self._first : day])
        self.of_day = self._sampled(_OF_DAY * day)
        self.load = self._loads()
        self.for_rate = self._for_rate()
        self.codes = [self._sampled(codes) for codes in seen.codes]

    def _forgetting(self, half_life: float) -> list[float]:
        """Give how much each day counts; one that teaches nothing does not."""
        trust, sound = self._seen.trust, self._seen.sound
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
        own = codes[self._first * A_DAY : self._end * A_DAY]
        return b"".join(
            own[each.start : each.stop : each.step] for each in self._strips()
        )

    def _loads(self) -> list[float]:
        return [
            each.step * self._weights[ten // A_DAY]
            for each in self._strips()
            for ten in each
        ]

    def _for_rate(self) -> list[float]:
        ratio = [
            2 ** ((day - self._end) * (1 / HALF_LIFE_OF_RATE - 1 / HALF_LIFE))
            for day in range(self._first, self._end)
        ]
        return [ratio[ten // A_DAY] for each in self._strips() for ten in each]

    def time(self, course: int, classes: int) -> list[float]:
        """Give for each class of a course how many tens it had, after forgetting.

        All of them, not only those sampled: classes last a few tens only, so that a thin
        sample meets them too often or too rarely by chance.
        """
        names = [bytes([code]) for code in range(classes)]
        time = [0.0] * classes
        for end in range(self._end, self._first, -BLOCK):
            days = range(max(end - BLOCK, self._first), end)
            weight, codes = self._block(days, self._seen.codes[course])
            counts = map(codes.count, names)
            time = [
                all_ + weight * more for all_, more in zip(time, counts, strict=True)
            ]
        return time

    def _block(self, days: range, codes: bytes) -> tuple[float, bytes]:
        """Give the classes of some days that teach something, and their mean weight."""
        sound = [day for day in days if self._seen.sound[day]]
        weights = [self._weights[day - self._first] for day in sound]
        own = b"".join(codes[day * A_DAY : (day + 1) * A_DAY] for day in sound)
        return sum(weights) / max(len(sound), 1), own

    def poops(self) -> list[tuple[int, Came]]:
        """Give the poops of the days that teach something, each with its ten."""
        since, until = self._first * A_DAY, self._end * A_DAY
        return [
            (ten, each)
            for ten, each in self._seen.poops
            if since <= ten < until and self._seen.sound[ten // A_DAY]
        ]

    def weight(self, ten: int) -> float:
        """Give how much a ten's day counts."""
        return self._weights[ten // A_DAY - self._first]

    def weight_of_rate(self, ten: int) -> float:
        """Give how much a ten's day counts in how many a day there are."""
        return self._of_rate[ten // A_DAY - self._first]

    def all_codes(self, course: int) -> bytes:
        """Give the class of a course at each ten, not only those sampled."""
        return self._seen.codes[course]
