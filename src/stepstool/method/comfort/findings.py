"""The findings F1 to F9: single signs of trouble that the diary shows.

Source: clinical_rules.md §3.1; numbers in evidence. Two make a problem, one makes us
careful.
"""

from datetime import datetime, timedelta
from typing import Final

from stepstool.method.comfort.found import Found, days_of, found, poops
from stepstool.method.comfort.looking import by_age, look
from stepstool.method.comfort.numbers import (
    ASLEEP_POOPS,
    BIG_POOPS,
    BIG_SHARE,
    BIG_WINDOW,
    FEW_DAYS,
    FEW_POOPS,
    HARD_POOPS,
    HARD_SHARE,
    HARD_TYPED,
    HISTORY,
    HOLDING_DAYS,
    HOLDING_WINDOW,
    HURT_POOPS,
    LEAK_DAYS,
    TUMMY_DAYS,
    WINDOW,
)
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import FINDINGS
from stepstool.method.record import Dates, Value
from stepstool.method.record.kinds.interview import Told, Topic

ONE_HOUR: Final = timedelta(hours=1)
BESIDE: Final = {"F1", "F2", "F3", "F4", "F6"}


def hours(length: timedelta) -> int:
    """Whole hours."""
    return length // ONE_HOUR


def few(sight: Sight) -> Found | None:
    """F1: few poops over known days, or a gap."""
    if sight.gap.length >= sight.few_gap:
        return _few_by_gap(sight)
    return None if sight.is_slow else _few_by_count(sight)


def _few_by_gap(sight: Sight) -> Found:
    values: dict[str, Value] = {
        "hours": hours(sight.gap.length),
        "since": sight.facts.local(sight.gap.since),
    }
    saw = "gap" if sight.gap.whole else "gap_at_least"
    return found("F1", [(sight.at, "gap")], saw, **values)


def _few_by_count(sight: Sight) -> Found | None:
    days, first = sight.facts.days, sight.day - FEW_DAYS
    known = days.count_known(first, sight.day) == FEW_DAYS
    if not known or days.starts[first] < sight.cleared:
        return None
    if not sight.facts.gaps_count(sight.at) or _ill_lately(sight, first):
        return None
    count = sight.facts.full.count(days.starts[first] - timedelta.resolution, sight.at)
    if count >= FEW_POOPS:
        return None
    when = Dates(days.dates[first], days.dates[sight.day - 1])
    return found("F1", [(sight.at, "gap")], "few", count=count, when=when)


def _ill_lately(sight: Sight, first: int) -> bool:
    """Whether a bug lies in these days; then the count says nothing."""
    start = sight.facts.days.starts[first]
    bugs = (each for each in sight.facts.ill if each.is_bug)
    return any(start < each.gaps_from and each.since <= sight.at for each in bugs)


def hard(sight: Sight) -> Found | None:
    """F2: hard poops, and a share of those typed; pellets always count."""
    since = sight.back(WINDOW)
    bouts = sight.facts.hard.within(since, sight.at)
    if len(bouts) < HARD_POOPS:
        return None
    typed = sight.facts.typed.count(since, sight.at)
    pellets = sum(each.is_pellets for each in bouts)
    if pellets < HARD_POOPS and (typed < HARD_TYPED or len(bouts) < HARD_SHARE * typed):
        return None
    return Found(
        rule="F2",
        events=frozenset(poops(bouts)),
        saw="hard",
        values={"count": len(bouts), "of": typed},
        slips=frozenset(poops(each for each in bouts if not each.hurt)),
    )


def hurt(sight: Sight) -> Found | None:
    """F3: poops that hurt."""
    bouts = sight.facts.hurt.within(sight.back(WINDOW), sight.at)
    if len(bouts) < HURT_POOPS:
        return None
    return found("F3", poops(bouts), "hurt", count=len(bouts))


def _holding_since(sight: Sight) -> datetime:
    """While no poop comes, no day of holding is forgotten."""
    last = sight.facts.full.moment_of_last(sight.at) or sight.facts.start
    return max(min(sight.at - HOLDING_WINDOW, last), sight.cleared)


def holding(sight: Sight) -> Found | None:
    """F4: holding on several days, or poops only in sleep."""
    days = sight.facts.holding_days.moments_within(_holding_since(sight), sight.at)
    if len(days) >= HOLDING_DAYS:
        return found("F4", days_of(days, "holding"), "holding", count=len(days))
    since = sight.back(WINDOW)
    asleep = sight.facts.asleep.within(since, sight.at)
    if len(asleep) < ASLEEP_POOPS or sight.facts.awake.count(since, sight.at):
        return None
    return found("F4", poops(asleep), "asleep", count=len(asleep))


def blocked(sight: Sight) -> Found | None:
    """F5: one that blocked the toilet."""
    bouts = sight.facts.blocking.within(sight.back(BIG_WINDOW), sight.at)
    return found("F5", poops(bouts), "blocked", count=len(bouts)) if bouts else None


def large(sight: Sight, beside: list[Found]) -> Found | None:
    """F5: large ones, as a share of all; only beside other findings."""
    since = sight.back(BIG_WINDOW)
    bouts = sight.facts.big.within(since, sight.at)
    full = sight.facts.full.count(since, sight.at)
    few_of_them = len(bouts) < BIG_POOPS or len(bouts) < BIG_SHARE * full
    if few_of_them or BESIDE.isdisjoint(each.rule for each in beside):
        return None
    return found("F5", poops(bouts), "big", count=len(bouts), of=full)


def leak(sight: Sight) -> Found | None:
    """F6: leaks on several days."""
    days = sight.facts.leak_days.moments_within(sight.back(WINDOW), sight.at)
    if len(days) < LEAK_DAYS:
        return None
    return found("F6", days_of(days, "leak"), "leak", count=len(days))


def streak(sight: Sight) -> Found | None:
    """F7: blood on the surface of a hard poop."""
    seen = sight.facts.streaked.within(sight.back(WINDOW), sight.at)
    bouts = [each for each in seen if each.is_hard]
    if not bouts:
        return None
    return found("F7", poops(bouts), "streak", count=len(bouts))


def tummy(sight: Sight) -> Found | None:
    """F8: tummy aches that a poop ended."""
    days = sight.facts.eased_ache_days.moments_within(sight.back(WINDOW), sight.at)
    if len(days) < TUMMY_DAYS:
        return None
    return found("F8", days_of(days, "tummy"), "tummy", count=len(days))


def history(sight: Sight, beside: list[Found]) -> Found | None:
    """F9: treated before, as the family told; only beside other findings."""
    if BESIDE.isdisjoint(each.rule for each in beside):
        return None
    told = sight.facts.answers(Topic.TREATED_BEFORE).last(sight.at)
    if told is None or told.answers != (Told.YES,) or sight.at - told.at > HISTORY:
        return None
    return found("F9", [], "history", told=told.at.date())


LOOKS: Final = by_age(
    FINDINGS,
    {
        "F1": few,
        "F2": hard,
        "F3": hurt,
        "F4": holding,
        "F5": blocked,
        "F6": leak,
        "F7": streak,
        "F8": tummy,
    },
)


BESIDES: Final = (large, history)


def findings(sight: Sight) -> list[Found]:
    """Give the findings that hold at a moment."""
    seen = look(sight, LOOKS)
    beside = [each for look_at in BESIDES if (each := look_at(sight, seen))]
    return [*seen, *(e for e in beside if e.rule not in {each.rule for each in seen})]
