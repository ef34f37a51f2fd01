"""What the model is held against: the baselines of rhythm.md, in the same words.

Those with hazards plan their windows like the model, by what each half hour is worth.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from rhythm_logs import Diary
from rhythm_models import COUNTS, MOST_WINDOWS, Day, Model, learned

from stepstool.method.evidence import topic
from stepstool.method.rhythm.curves import AFTER_POOP, POOP
from stepstool.method.rhythm.timeline import A_DAY, HOUR, WAKING, WIDTH

N: Final = topic("rhythm")
RATE: Final = 1.06 / A_DAY
# Fixed sits after breakfast, lunch, dinner, and a snack: 07:50, 12:20, 18:20, 15:20.
SITS: Final = tuple(
    hour * HOUR + minutes // 10 - 4 * HOUR
    for hour, minutes in ((7, 50), (12, 20), (18, 20), (15, 20))
)


def after_meals(diary: Diary, day: int) -> Day:
    """B1: fixed sits after meals; it has no hazard of its own."""
    fixed = {count: sorted(SITS[:count]) for count in COUNTS}
    return Day(hazards=[RATE] * A_DAY, morning=fixed, renewed=fixed)


def histogram(diary: Diary, day: int) -> Day:
    """B2: how often it came in each half hour of the last 14 days, smoothed by one."""
    half_hour, days = 3, 14
    first = max(day - days, 0)
    known = [n for n in range(first, day) if diary.observations.written[n]]
    counts = [0.0] * (A_DAY // half_hour)
    for ten, _ in diary.observations.poops:
        if ten // A_DAY in known:
            counts[ten % A_DAY // half_hour] += 1
    rates = [
        (count + RATE * half_hour) / (len(known) + 1) / half_hour for count in counts
    ]
    return _planned([rates[ten // half_hour] for ten in range(A_DAY)])


def renewal(diary: Diary, day: int) -> Day:
    """B3: the time since the last poop only."""
    counted, at_risk = [0.0] * len(POOP.rates), [0.0] * len(POOP.rates)
    codes = diary.codes[0]
    for n in range(max(day - N.count.look_back, 0), day):
        if diary.observations.sound[n]:
            weight = 2 ** ((n - day) / 30)
            for code in codes[n * A_DAY : (n + 1) * A_DAY]:
                at_risk[code] += weight
    for ten, _ in diary.observations.poops:
        if ten < day * A_DAY and diary.observations.sound[ten // A_DAY]:
            counted[codes[ten]] += 2 ** ((ten // A_DAY - day) / 30)
    rates = [
        (came + POOP.behind * known) / (risk + POOP.behind / RATE)
        for came, known, risk in zip(counted, POOP.rates, at_risk, strict=True)
    ]
    own = codes[day * A_DAY : (day + 1) * A_DAY]
    hazards = [min(rates[code], N.share.most) for code in own]
    since = _since_last(diary, day * A_DAY + WAKING.start)
    after = AFTER_POOP.ljust(since + len(WAKING), AFTER_POOP[-1:])
    later = [rates[code] for code in after[since : since + len(WAKING)]]
    return _planned(hazards, later)


def _since_last(diary: Diary, ten: int) -> int:
    tens = [each for each, _ in diary.observations.poops]
    last = bisect_right(tens, ten - 1) - 1
    return ten - tens[last] if last >= 0 else A_DAY


def _planned(hazards: Sequence[float], worth: Sequence[float] = ()) -> Day:
    """Plan in the morning by the hazards, or by what else each waking ten is worth."""
    waking = worth or [hazards[ten] for ten in WAKING]
    plans = best(waking, MOST_WINDOWS)
    windows = {count: [WAKING.start + n for n in plans[count]] for count in COUNTS}
    return Day(hazards=hazards, hour=_hours(hazards), morning=windows, renewed=windows)


def best(worth: Sequence[float], most: int) -> list[list[int]]:
    """Give the windows that together are worth most, for none, one, … up to the most."""
    sums = [0.0, *accumulate(worth)]
    caught = [sums[n + WIDTH] - sums[n] for n in range(len(worth) - WIDTH + 1)]
    values = [[0.0] * (len(caught) + WIDTH) for _ in range(most + 1)]
    for count in range(1, most + 1):
        for n in range(len(caught) - 1, -1, -1):
            now = caught[n] + values[count - 1][n + WIDTH]
            values[count][n] = max(values[count][n + 1], now)
    return [
        list(_begins(values[: count + 1], len(caught))) for count in range(most + 1)
    ]


def _begins(values: Sequence[Sequence[float]], end: int) -> Iterator[int]:
    n, left = 0, len(values) - 1
    while left and n < end:
        if values[left][n] > values[left][n + 1]:
            yield n
            n, left = n + WIDTH, left - 1
        else:
            n += 1


def _hours(hazards: Sequence[float]) -> list[float]:
    """Give at each waking ten the chance within the hour, if nothing changes till then."""
    chances = []
    for ten in WAKING:
        none = 1.0
        for hazard in hazards[ten : ten + HOUR]:
            none *= 1 - hazard
        chances.append(1 - none)
    return chances


CLOCK_ONLY: Final = ()
TIME_SINCE: Final = ((0,),)
BASELINES: Final[Mapping[str, Model]] = {
    "B1 after meals": after_meals,
    "B2 histogram, 14 days": histogram,
    "B3 time since last": renewal,
    "B4 clock": learned(CLOCK_ONLY),
    "B7 clock, time since last": learned(TIME_SINCE),
}
WITHOUT: Final[Mapping[str, Model]] = {
    "without sleep": learned(((0,), (4,), (2, 3)), plans=False),
    "without meals": learned(((0,), (1, 4), (3,)), plans=False),
    "without diapers and pees": learned(((0,), (1, 4), (2,)), plans=False),
    "without texture": learned(((0,), (1,), (2, 3)), plans=False),
    "without time since last": learned(((1, 4), (2, 3)), plans=False),
}
