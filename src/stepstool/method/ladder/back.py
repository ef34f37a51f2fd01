"""Steps back: what leads to one, and where it leads (clinical_rules.md, part 5)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from stepstool.method.calm import Held, held
from stepstool.method.ladder.numbers import EARLIER_IN_A_ROW, NEW_STEP, UPSET_DAYS
from stepstool.method.ladder.reached import BELOW_ALL
from stepstool.method.ladder.situation import Situation
from stepstool.method.ladder.verdict import CHANCES, Judged, Verdict, tells
from stepstool.method.record.kinds.answers import Mood

FIRST: Final = 1
TELLING: Final = CHANCES - {Judged.SORE}


def holding_now(now: Situation) -> Held | None:
    """Give (a): poop that is held back since a harder step began, and still is."""
    if not now.on_step or not now.stretch.harder:
        return None
    found = held(now.gate.body, now.began, now.at)
    return next((each for each in found if each.until == now.at), None)


def hurt_here(now: Situation) -> Verdict | None:
    """Give (b): a poop that hurt on this step while it was new."""
    hurt = (
        each
        for each in _undecided(now)
        if each.hurt and each.judged is Judged.SORE and each.at - now.began <= NEW_STEP
    )
    return next(hurt, None) if now.stretch.harder else None


def earlier_in_a_row(now: Situation) -> Sequence[Verdict]:
    """Give (c): the last chances, if all were at an earlier place; sore ones aside."""
    counted = [each for each in _undecided(now) if each.judged in TELLING]
    last = counted[-EARLIER_IN_A_ROW:]
    earlier = [each for each in last if each.judged is Judged.EARLIER]
    return earlier if len(earlier) == EARLIER_IN_A_ROW else ()


def upset_days(now: Situation) -> Sequence[date]:
    """Give (d): the days on which the child was upset on this step, if enough."""
    days = sorted(set(_upset(now))) if now.on_step else []
    return days if len(days) >= UPSET_DAYS else ()


def _upset(now: Situation) -> Iterator[date]:
    yield from (each.day for each in _undecided(now) if each.upset and tells(each))
    for sit in now.sits_since(now.decided):
        resting = now.gate.is_ill(sit.at) or now.gate.was_shut(sit.at)
        if sit.mood is Mood.UPSET and not resting:
            yield now.record.clock.day(sit.at)


def _undecided(now: Situation) -> Iterator[Verdict]:
    """Give what happened here since the last decision; what was before has been weighed."""
    return (each for each in now.here if each.at > now.decided)


def one_back(now: Situation) -> int:
    """Give the step before; 0 is where it was easy before the ladder began."""
    return max(now.step - 1, BELOW_ALL)


def easy_place(now: Situation) -> int:
    """Give the last place where it was easy, before this step began.

    From a high step without any such place it is the first step, where the diaper is.
    """
    before = [
        each.reached
        for each in now.verdicts
        if each.at <= now.began and BELOW_ALL < each.reached < now.step and easy(each)
    ]
    return before[-1] if before else min(one_back(now), FIRST)


def easy(verdict: Verdict) -> bool:
    """Whether it was easy for the child."""
    return not verdict.hurt and not verdict.upset and verdict.judged is not Judged.TRY
