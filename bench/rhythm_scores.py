"""Scores of the bench: bits, caught shares and calibration, with bootstrap intervals.

Everything is summed up by weeks of a child, so that weeks can be drawn again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from math import log2
from random import Random
from typing import Final

from rhythm_logs import Diary
from rhythm_models import Day, Model

from stepstool.method.rhythm.timeline import A_DAY, HOUR, WAKING, WIDTH

# The clock day begins at midnight, the child's at 04:00.
FOUR: Final = 4 * HOUR
GROUPS_OF_CALIBRATION: Final = 10
DRAWS: Final = 400
MODES: Final = ("morning", "renewed")
LEAST: Final = 1e-9


@dataclass
class Sums:
    """What was seen in some days: sums that can be added up.

    bits: gained over the reference; caught, asks, right: by mode and number of windows.
    """

    days: int = 0
    poops: int = 0
    waking: int = 0
    bits: float = 0.0
    caught: dict[tuple[str, int], int] = field(default_factory=dict)
    asks: dict[tuple[str, int], int] = field(default_factory=dict)
    right: dict[tuple[str, int], int] = field(default_factory=dict)
    hours: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, other: "Sums") -> None:
        """Add the sums of other days."""
        self.days += other.days
        self.poops += other.poops
        self.waking += other.waking
        self.bits += other.bits
        for name in ("caught", "asks", "right"):
            mine, more = getattr(self, name), getattr(other, name)
            for key, value in more.items():
                mine[key] = mine.get(key, 0) + value
        self.hours += other.hours

    def bits_per_poop(self) -> float:
        """Give the bits gained per poop."""
        return self.bits / self.poops if self.poops else 0.0

    def share(self, mode: str, count: int) -> float:
        """Give the share of waking poops that so many windows caught."""
        return self.caught.get((mode, count), 0) / self.waking if self.waking else 0.0

    def asks_right(self, mode: str, count: int) -> float:
        """Give the share of the windows in which something came."""
        asks = self.asks.get((mode, count), 0)
        return self.right.get((mode, count), 0) / asks if asks else 0.0

    def reliability(self) -> Iterator[tuple[float, float, int]]:
        """Give by tenths of the forecasts: the mean forecast, what came, how many."""
        ordered = sorted(self.hours)
        size = len(ordered) / GROUPS_OF_CALIBRATION
        for n in range(GROUPS_OF_CALIBRATION):
            group = ordered[round(n * size) : round((n + 1) * size)]
            if group:
                said = sum(chance for chance, _ in group) / len(group)
                came = sum(came for _, came in group) / len(group)
                yield said, came, len(group)

    def calibration_error(self) -> float:
        """Give the mean distance between what was said and what came."""
        table = list(self.reliability())
        all_ = sum(count for _, _, count in table)
        return sum(abs(a - b) * count for a, b, count in table) / all_ if all_ else 0.0


@dataclass(frozen=True)
class Played:
    """A diary that a model was played on: its days, from 04:00, and the sums by day."""

    diary: Diary
    days: Sequence[Day]
    sums: dict[int, Sums]


def shift(diary: Diary) -> int:
    """Give by how many days the child's first day is before the clock's: 0 or 1."""
    return (diary.first - diary.observations.timeline.days.dates[0]).days


def by_the_clock(diary: Diary, days: Iterable[Sequence[float]]) -> list[float]:
    """Turn tens of days from 04:00 into tens from midnight of the first clock day."""
    flat = list(chain.from_iterable(days))
    missing = FOUR - shift(diary) * A_DAY
    flat = flat[:1] * missing + flat if missing > 0 else flat[-missing:]
    flat += flat[-1:] * (diary.days * A_DAY - len(flat))
    return flat[: diary.days * A_DAY]


def play(diary: Diary, model: Model) -> Played:
    """Let a model go through a diary day by day; it looks at the days before only."""
    days = [model(diary, day) for day in range(len(diary.observations.timeline.days))]
    flat = by_the_clock(diary, [each.hazards for each in days])
    reference = waking_rate(diary)
    came = set(diary.poops)
    sums = {}
    for day in range(diary.days):
        if diary.scored[day]:
            sums[day] = _sums(day, days[day + shift(diary)], came)
            tens = range(day * A_DAY, (day + 1) * A_DAY)
            sums[day].bits = sum(
                gain(flat[ten], reference[ten], ten in came) for ten in tens
            )
    return Played(diary, days, sums)


def gain(chance: float, reference: float, came: bool) -> float:
    """Give the bits gained over the reference in one ten."""
    if came:
        return log2(max(chance, LEAST)) - log2(reference)
    return log2(1 - chance) - log2(1 - reference)


def _sums(day: int, played: Day, came: set[int]) -> Sums:
    midnight = day * A_DAY
    waking = [midnight + FOUR + ten for ten in WAKING]
    sums = Sums(days=1)
    sums.poops = sum(midnight <= ten < midnight + A_DAY for ten in came)
    sums.waking = sum(ten in came for ten in waking)
    for mode in MODES:
        for count, begins in getattr(played, mode).items():
            hits = [
                sum(midnight + FOUR + begin + n in came for n in range(WIDTH))
                for begin in begins
            ]
            sums.caught[mode, count] = sum(hits)
            sums.asks[mode, count] = len(hits)
            sums.right[mode, count] = sum(hit > 0 for hit in hits)
    sums.hours = [
        (chance, any(ten + n in came for n in range(HOUR)))
        for chance, ten in zip(played.hour, waking, strict=False)
    ]
    return sums


RATE, RATE_BEHIND, WAKING_SHARE, HALF_LIFE = 1.06, 3, 0.95, 14


def waking_rate(diary: Diary) -> list[float]:
    """Give the reference: one rate in waking hours, one at night, as learned so far.

    Learned with a half-life of 14 days from 1.06 poops a day, 95 % of them in waking hours.
    """
    came = set(diary.poops)
    written = _written(diary)
    waking = {FOUR + ten for ten in WAKING}
    seen = {True: RATE_BEHIND * WAKING_SHARE, False: RATE_BEHIND * (1 - WAKING_SHARE)}
    counted, days, rates = dict.fromkeys(seen, 0.0), 0.0, []
    for day in range(diary.days):
        fade = 2 ** (-1 / HALF_LIFE)
        counted, days = {key: fade * each for key, each in counted.items()}, days * fade
        rate = {
            key: (seen[key] + counted[key])
            / (RATE_BEHIND / RATE + days)
            / (len(waking) if key else A_DAY - len(waking))
            for key in seen
        }
        rates += [rate[ten in waking] for ten in range(A_DAY)]
        if written[day]:
            days += 1
            for ten in range(A_DAY):
                counted[ten in waking] += day * A_DAY + ten in came
    return rates


def _written(diary: Diary) -> list[bool]:
    return [day in diary.diaper_days for day in range(diary.days)]


def weeks(played: Iterable[Played], *, old: bool | None = None) -> list[Sums]:
    """Give the sums of each child's weeks; old: only from nine months on, or before."""
    found = []
    for each in played:
        days = (
            (day, sums)
            for day, sums in each.sums.items()
            if old is None or each.diary.is_old(day) is old
        )
        for _, week in groupby(days, key=lambda item: item[0] // 7):
            found.append(total(sums for _, sums in week))
    return found


def total(parts: Iterable[Sums]) -> Sums:
    """Add sums up."""
    whole = Sums()
    for each in parts:
        whole.add(each)
    return whole


def interval(
    parts: Sequence[Sums], figure: Callable[[Sums], float]
) -> tuple[float, float]:
    """Give between what a figure lies in 95 of 100 draws of the weeks."""
    draw = Random(20261122)  # noqa: S311 - for statistics
    figures = sorted(
        figure(total(draw.choices(parts, k=len(parts)))) for _ in range(DRAWS)
    )
    return figures[DRAWS // 40], figures[-DRAWS // 40]
