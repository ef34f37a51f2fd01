"""Then and now: progress told in weeks, not days, and only where there is some (M20).

The first week of the last months of which enough was written, beside the last seven days: where
it came, how often, and how it felt. Nobody is measured by it: what did not get better is not said.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from stepstool.method.evidence import count, span
from stepstool.method.record import Record, Saying
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import IN_A_DIAPER

WEEK: Final = span("today.dots")
LEAST_APART: Final = count("today.then_least")
MOST_APART: Final = count("today.then_most")
FEW: Final = count("today.then_few")
MOST_DAYS: Final = count("today.then_most_days")
EVERY_DAY: Final = count("today.then_every_day")


class Landed(IntEnum):
    """Where it mostly came, the nearer to the potty the higher."""

    ELSEWHERE = 0
    IN_A_DIAPER = 1
    IN_THE_BATHROOM = 2
    IN_THE_POTTY = 3


class Often(IntEnum):
    """On how many days of the week it came."""

    SOME_DAYS = 0
    MOST_DAYS = 1
    EVERY_DAY = 2


class Felt(IntEnum):
    """How it felt."""

    HURT = 0
    UNSAID = 1
    SOFT = 2


@dataclass(frozen=True, kw_only=True)
class Week:
    """What one week was like."""

    landed: Landed
    often: Often
    felt: Felt

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Where, how often and how, in words; how it felt only where that is known."""
        told = [("landed", self.landed.name), ("often", self.often.name)]
        if self.felt is not Felt.UNSAID:
            told.append(("felt", self.felt.name))
        return tuple(
            Saying(key=f"then_and_now.{what}.{how.lower()}") for what, how in told
        )

    def is_better_than(self, before: "Week") -> bool:
        """Whether something got better, and neither the place nor the feeling worse."""
        gains = (self.landed - before.landed, self.felt - before.felt)
        often = self.often - before.often
        return min(gains) >= 0 and max(*gains, often) > 0


@dataclass(frozen=True, kw_only=True)
class ThenAndNow:
    """How it was so many weeks ago, and how it is now."""

    weeks: int
    then: Week
    now: Week


def then_and_now(record: Record) -> ThenAndNow | None:
    """Give how it was weeks ago and how it is now; None without progress to tell."""
    now = _week(record, 0)
    if now is None:
        return None
    for weeks in range(MOST_APART, LEAST_APART - 1, -1):
        then = _week(record, weeks)
        if then is not None:
            better = now.is_better_than(then)
            return ThenAndNow(weeks=weeks, then=then, now=now) if better else None
    return None


def _week(record: Record, ago: int) -> Week | None:
    until = record.at - ago * WEEK
    first, last = (
        bisect_right(record.bouts, at, key=lambda bout: bout.at)
        for at in (until - WEEK, until)
    )
    bouts = [each for each in record.bouts[first:last] if each.is_full]
    if len(bouts) < FEW:
        return None
    days = len({record.clock.day(each.at) for each in bouts})
    often = (days >= MOST_DAYS) + (days >= EVERY_DAY)
    landed, _ = Counter(map(_landed, bouts)).most_common(1)[0]
    return Week(landed=landed, often=Often(often), felt=_felt(bouts))


def _landed(bout: Bout) -> Landed:
    last = bout.poops[-1]
    if bout.in_toilet:
        return Landed.IN_THE_POTTY
    if last.place not in IN_A_DIAPER:
        return Landed.ELSEWHERE
    there = last.where is Where.BATHROOM
    return Landed.IN_THE_BATHROOM if there else Landed.IN_A_DIAPER


def _felt(bouts: Sequence[Bout]) -> Felt:
    if any(each.hurt for each in bouts):
        return Felt.HURT
    soft = sum(each.is_soft for each in bouts)
    return Felt.SOFT if soft * 2 > len(bouts) else Felt.UNSAID
