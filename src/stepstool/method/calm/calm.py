"""Is it a fight? The level, the signs behind it, and what helps now (M17)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepstool.method.calm.course import course_of
from stepstool.method.calm.days import brave_first_days
from stepstool.method.calm.holding import Body
from stepstool.method.calm.lately import LOOKS_BACK, fight_since, seen_lately, week
from stepstool.method.calm.levels import (
    ADVICE,
    ADVICE_BY_SIGN,
    Level,
    Week,
    level_of,
)
from stepstool.method.calm.seen import Seen
from stepstool.method.calm.sessions import sessions_of
from stepstool.method.calm.signs import window_of
from stepstool.method.record import Because, Record, Saying
from stepstool.method.record.kinds.lasting import Plan

ALWAYS: Final = {Seen.PARENT_SAYS_SO}
SOURCES: Final = ("RESIST-1", "I")


@dataclass(frozen=True, kw_only=True)
class Calm:
    """How tense it is, with the signs that are there and what helps.

    signs: P1 to P9; because: never empty; since: the last day of a fight that lasts.
    """

    level: Level
    signs: tuple[str, ...]
    because: tuple[Because, ...]
    advice: tuple[Saying, ...]
    since: date | None = None


def assess(
    record: Record,
    body: Body,
    *,
    resting: Collection[date] = frozenset(),
) -> Calm:
    """Say how tense it is (clinical_rules.md, part 6).

    body: what comfort knows of poops and holding; resting: days that don't count, since
    the child was ill or stuck.
    """
    course = course_of(record.of(Plan))
    seen = seen_lately(record, course, body, sessions_of(record))
    brave = brave_first_days(record, course, record.at - LOOKS_BACK)
    spared = {*resting, *brave}
    counted = [each for each in seen if each[0] in ALWAYS or each[1] not in spared]
    window = window_of(counted)
    now, since = week(window, record.today), fight_since(record, window)
    level = Level.FIGHT if since else _at_most_warm(level_of(now))
    return Calm(
        level=level,
        signs=tuple(each.sign.rule for each in now.shown),
        because=_because(now, since) or _nothing(set_aside=len(seen) > len(counted)),
        advice=_advice(level, now),
        since=since,
    )


def _at_most_warm(level: Level) -> Level:
    """Keep a fight that is over warm while its signs are fresh."""
    return Level.CALM if level is Level.CALM else Level.WARM


def _because(now: Week, since: date | None) -> tuple[Because, ...]:
    shown = tuple(
        Because(
            rule=each.sign.rule,
            saw=Saying(
                key=f"calm.signs.{each.sign.key}",
                values={"count": len(each.days), "day": each.days[-1]},
            ),
            sources=each.sign.sources,
        )
        for each in now.shown
    )
    if shown or since is None:
        return shown
    saw = Saying(key="calm.lasts", values={"day": since})
    return (Because(rule="fight", saw=saw, sources=SOURCES),)


def _nothing(*, set_aside: bool) -> tuple[Because, ...]:
    """Say that nothing speaks of a fight, or that it was pain or a brave first day."""
    key = "calm.set_aside" if set_aside else "calm.none"
    return (Because(rule="calm", saw=Saying(key=key), sources=SOURCES),)


def _advice(level: Level, now: Week) -> tuple[Saying, ...]:
    by_sign = [ADVICE_BY_SIGN[rule] for rule in ADVICE_BY_SIGN if now.of(rule)]
    return tuple(Saying(key=f"calm.advice.{key}") for key in (*by_sign, *ADVICE[level]))
