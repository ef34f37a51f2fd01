"""Steps back, and ways back after an illness, a journey, a shut gate or a break.

Source: clinical_rules.md, part 5.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from stepstool.method.calm import Held, PlanPlace, asked_to_sit, held
from stepstool.method.evidence import topic
from stepstool.method.ladder.gate import Pause, Why
from stepstool.method.ladder.situation import Situation
from stepstool.method.ladder.verdict import (
    BELOW_ALL,
    CHANCES,
    Judged,
    Verdict,
    counts,
    tells,
)
from stepstool.method.record.kinds.answers import Mood
from stepstool.method.record.kinds.days import BigChange

N: Final = topic("ladder")

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
        if each.hurt
        and each.judged is Judged.SORE
        and each.at - now.began <= N.span.new_step
    )
    return next(hurt, None) if now.stretch.harder else None


def earlier_in_a_row(now: Situation) -> Sequence[Verdict]:
    """Give (c): the last chances, if all were at an earlier place; sore ones aside."""
    counted = [each for each in _undecided(now) if each.judged in TELLING]
    last = counted[-N.count.earlier_in_a_row :]
    earlier = [each for each in last if each.judged is Judged.EARLIER]
    return earlier if len(earlier) == N.count.earlier_in_a_row else ()


def upset_days(now: Situation) -> Sequence[date]:
    """Give (d): the days on which the child was upset on this step, if enough."""
    days = sorted(set(_upset(now))) if now.on_step else []
    return days if len(days) >= N.count.upset_days else ()


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


def open_pauses(now: Situation) -> Sequence[Pause]:
    """Give the pauses after which nothing was decided yet, and no success came."""
    if not now.on_step:
        return ()
    good = max((each.at for each in now.here if counts(each)), default=now.began)
    since = max(good, now.decided)
    return [each for each in now.pauses if each.until > since]


def waits_to_be_well(now: Situation) -> bool:
    """Whether an illness is over, and two soft poops are still to come.

    48 hours well lie in the illness itself; comfort counts them.
    """
    ill = [each for each in open_pauses(now) if each.why is Why.ILL]
    return any(_soft_since(now, each) < N.count.soft_after_illness for each in ill)


def _soft_since(now: Situation, pause: Pause) -> int:
    """Count the soft poops since the last sign of an illness."""
    return sum(
        bout.is_full and bout.is_soft and not bout.hurt
        for bout in now.record.bouts
        if bout.at > pause.until - N.span.well
    )


def waits_at_home(now: Situation) -> bool:
    """Whether a journey is over, and less than a day at home."""
    away = [each for each in open_pauses(now) if each.why is Why.AWAY]
    return any(now.at - each.until < N.span.home_again for each in away)


def goes_on_at(now: Situation) -> int:
    """Give the step to go on with: the same, or one earlier unless it is that already."""
    if now.place is PlanPlace.ON_BREAK:
        return max(now.step - 1, 1)
    pauses = open_pauses(now)
    back = max((each.steps_back for each in pauses), default=0)
    eased = any(each.since < now.began for each in pauses) and not now.stretch.harder
    return now.step if eased else max(now.step - back, 1)


def break_look(now: Situation) -> datetime | None:
    """Give the moment to look at the break again; None when there is none."""
    if now.place is not PlanPlace.ON_BREAK:
        return None
    if now.days_set:
        return now.record.clock.start(now.days_set[-1])
    return now.began + N.span.break_looks


def is_break_over(now: Situation) -> bool:
    """Whether the date has come, or the child asked twice."""
    look = break_look(now)
    return look is not None and (now.at >= look or asked_on_break(now))


def asked_on_break(now: Situation) -> bool:
    """Whether the child asked again during a break: sat, or went to its step, by itself."""
    if now.place is not PlanPlace.ON_BREAK:
        return False
    by_itself = list(filter(asked_to_sit, now.sits_since(now.began)))
    went = [e for e in now.here if e.willing and e.reached >= now.step > BELOW_ALL]
    poops = [each for each in went if each.judged is not Judged.TRY]
    return len(by_itself) + len(poops) >= N.count.asks_again


def big_change(now: Situation) -> BigChange | None:
    """Give a big change at home that is not long ago."""
    last = now.record.last(BigChange)
    return last if last is not None and now.at - last.at < N.span.big_change else None


def change_without_progress(now: Situation) -> bool:
    """Whether a big change came on a step, and no success since for a good while."""
    change = big_change(now)
    if change is None or not now.on_step:
        return False
    since = max(change.at, now.decided)
    good = any(counts(each) and each.at > since for each in now.here)
    return not good and now.at - since >= N.span.change_without_progress
