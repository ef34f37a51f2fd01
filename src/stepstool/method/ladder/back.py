"""Steps back, and ways back after an illness, a journey, a shut gate or a break.

Sources: those of the rows of `moves` that rest on it, and evidence/numbers/ladder.toml.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from typing import Final

from stepstool.method.calm import Held, PlanPlace, asked_to_sit, held
from stepstool.method.evidence import topic
from stepstool.method.ladder.gate import Pause, Why
from stepstool.method.ladder.situation import PlanSituation
from stepstool.method.ladder.verdict import (
    BELOW_ALL,
    CHANCES,
    Judged,
    Verdict,
    counts,
    tells,
)
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.answers import Mood
from stepstool.method.record.kinds.days import BigChange
from stepstool.method.record.kinds.lasting import Move
from stepstool.method.record.kinds.poop import Poop

N: Final = topic("ladder")

FIRST: Final = 1
TELLING: Final = CHANCES - {Judged.SORE}


def holding_now(now: PlanSituation) -> Held | None:
    """Give (a): poop that is held back since a harder step began, and still is."""
    if not now.on_step or not now.stretch.harder:
        return None
    times = held(now.gate.body, now.began, now.at)
    return next((each for each in times if each.until == now.at), None)


def has_one_before(now: PlanSituation) -> bool:
    """Whether there is a step to go back to: the first one has none."""
    return now.step > FIRST


def hurt_here(now: PlanSituation) -> Verdict | None:
    """Give (b): a poop that hurt on this step while it was new, within a week of the first."""
    hurt = [
        each
        for each in now.here
        if each.hurt
        and each.judged is Judged.SORE
        and each.at - now.began <= N.span.new_step
    ]
    if not hurt or not now.stretch.harder or now.at - hurt[0].at >= N.span.turn:
        return None
    return next((each for each in hurt if each.at > now.decided), None)


def earlier_in_a_row(now: PlanSituation) -> Sequence[Verdict]:
    """Give (c): the last chances, if all were at an earlier place; sore ones aside.

    The first such run on a step asks for a step back, for a week; what comes after it, or
    after the family decided to stay, is not about the last two any more.
    """
    run, is_first = _last_run(now)
    if len(run) < N.count.earlier_in_a_row or not is_first:
        return ()
    return run if _is_open(now, run[N.count.earlier_in_a_row - 1].at) else ()


def _last_run(now: PlanSituation) -> tuple[Sequence[Verdict], bool]:
    """Give the last run of earlier places, and whether it is the first that is long enough."""
    runs = [
        list(run)
        for earlier, run in groupby(_telling(now), lambda e: e.judged is Judged.EARLIER)
        if earlier
    ]
    last = _telling(now)[-1:]
    if not runs or last[0].judged is not Judged.EARLIER:
        return (), False
    return runs[-1], all(len(e) < N.count.earlier_in_a_row for e in runs[:-1])


def _telling(now: PlanSituation) -> Sequence[Verdict]:
    return [each for each in now.here if each.judged in TELLING]


def _is_open(now: PlanSituation, since: datetime) -> bool:
    """Whether what came at a moment is not decided about yet, and no week old."""
    return since > now.decided and now.at - since < N.span.turn


def upset_days(now: PlanSituation) -> Sequence[date]:
    """Give (d): the days on which the child was upset on this step, if enough, for a week."""
    times = upset_since(now)
    return _days_upset(now) if times and _is_open(now, times) else ()


def upset_since(now: PlanSituation) -> datetime | None:
    """Give when the child was upset on this step on the second of two days."""
    days: set[date] = set()
    for at in sorted(_upset(now)):
        days.add(now.record.clock.day(at))
        if len(days) >= N.count.upset_days:
            return at
    return None


def _days_upset(now: PlanSituation) -> Sequence[date]:
    return sorted({now.record.clock.day(at) for at in _upset(now)})


def _upset(now: PlanSituation) -> Iterator[datetime]:
    yield from (each.at for each in now.here if each.upset and tells(each))
    for sit in now.sits_since(now.began):
        resting = now.gate.is_ill(sit.at) or now.gate.was_shut(sit.at)
        if sit.mood is Mood.UPSET and not resting:
            yield sit.at


def went_badly(now: PlanSituation) -> Iterator[datetime]:
    """Give when it was earlier twice in a row, or upset on two days, for the first time."""
    counted = _telling(now)
    least = N.count.earlier_in_a_row
    rows = (counted[n : n + least] for n in range(len(counted) - least + 1))
    earlier = (r[-1].at for r in rows if all(e.judged is Judged.EARLIER for e in r))
    yield from islice(earlier, 1)
    since = upset_since(now)
    if since:
        yield since


def was_weighed(now: PlanSituation) -> bool:
    """Whether the family decided to stay although it went badly: then it is not said again."""
    since = min(went_badly(now), default=now.at)
    return any(
        fact.move is Move.STAY and fact.child_agreed is UNKNOWN and fact.at > since
        for fact in now.stretch.facts
    )


def one_back(now: PlanSituation) -> int:
    """Give the step before."""
    return max(now.step - 1, FIRST)


def came_back_just_now(now: PlanSituation) -> bool:
    """Whether a step back was decided some days ago, and no success came since."""
    back = now.on_step and now.stretch.facts[0].move is Move.STEP_BACK
    return (
        back
        and now.at - now.began < N.span.back_easy
        and not any(map(counts, now.here))
    )


def easy_place(now: PlanSituation) -> int:
    """Give the last place where it was easy, before this step began.

    From a high step without any such place it is the first step, where the diaper is.
    """
    before = [
        each.reached
        for each in now.verdicts
        if each.at <= now.began and BELOW_ALL < each.reached < now.step and easy(each)
    ]
    return before[-1] if before else FIRST


def easy(verdict: Verdict) -> bool:
    """Whether it was easy for the child."""
    return not verdict.hurt and not verdict.upset and verdict.judged is not Judged.TRY


def open_pauses(now: PlanSituation) -> Sequence[Pause]:
    """Give the pauses after which nothing was decided yet, and no success came."""
    if not now.on_step:
        return ()
    good = max((each.at for each in now.here if counts(each)), default=now.began)
    since = max(good, now.decided)
    return [each for each in now.pauses if each.until > since]


def waits_to_be_well(now: PlanSituation) -> bool:
    """Whether an illness is over, and two soft poops are still to come, for a week at most.

    48 hours well lie in the illness itself; comfort counts them.
    """
    ill = [each for each in open_pauses(now) if each.why is Why.ILL]
    return any(
        _soft_since(now, each) < N.count.soft_after_illness
        and now.at - each.until < N.span.turn
        for each in ill
    )


def _soft_since(now: PlanSituation, pause: Pause) -> int:
    """Count the soft poops since the last sign of an illness."""
    return sum(
        bout.is_full and bout.is_soft and not bout.hurt
        for bout in now.record.bouts
        if bout.at > pause.until - N.span.well
    )


def waits_at_home(now: PlanSituation) -> bool:
    """Whether a journey is over, and less than a day at home."""
    away = [each for each in open_pauses(now) if each.why is Why.AWAY]
    return any(now.at - each.until < N.span.home_again for each in away)


def goes_on_at(now: PlanSituation) -> int:
    """Give the step to go on with: the same, or one earlier unless it is that already."""
    if now.place is PlanPlace.ON_BREAK:
        return max(now.step - 1, 1)
    pauses = open_pauses(now)
    back = max((each.steps_back for each in pauses), default=0)
    eased = any(each.since < now.began for each in pauses) and not now.stretch.harder
    return now.step if eased else max(now.step - back, 1)


def weeks_away(now: PlanSituation) -> int:
    """Count the weeks away from home, with what else made the plan rest just before."""
    return (now.at - now.rests[-1][0]) // N.span.turn


def was_quiet(now: PlanSituation) -> bool:
    """Whether no poop was written for more than a week."""
    return not now.record.within(Poop, now.week_ago, now.at)


def was_paused(now: PlanSituation) -> bool:
    """Whether the pause was over a week ago already."""
    return all(each.until <= now.week_ago for each in open_pauses(now))


def break_look(now: PlanSituation) -> datetime | None:
    """Give the moment to look at the break again; None when there is none."""
    if now.place is not PlanPlace.ON_BREAK:
        return None
    if now.days_set:
        return now.record.clock.start(now.days_set[-1])
    return now.began + N.span.break_looks


def is_break_over(now: PlanSituation) -> bool:
    """Whether the date has come, or the child asked twice."""
    look = break_look(now)
    return look is not None and (now.at >= look or asked_on_break(now))


def asked_on_break(now: PlanSituation) -> bool:
    """Whether the child asked again during a break: sat, or went to its step, by itself."""
    if now.place is not PlanPlace.ON_BREAK:
        return False
    by_itself = list(filter(asked_to_sit, now.sits_since(now.began)))
    went = [e for e in now.here if e.willing and e.reached >= now.step > BELOW_ALL]
    poops = [each for each in went if each.judged is not Judged.TRY]
    return len(by_itself) + len(poops) >= N.count.asks_again


def big_change(now: PlanSituation) -> BigChange | None:
    """Give a big change at home that is not long ago."""
    last = now.record.last(BigChange)
    return last if last is not None and now.at - last.at < N.span.big_change else None


def change_without_progress(now: PlanSituation) -> bool:
    """Whether a big change came on a step, and no success since for a good while."""
    change = big_change(now)
    if change is None or not now.on_step:
        return False
    since = max(change.at, now.decided)
    good = any(counts(each) and each.at > since for each in now.here)
    late = now.at - since - N.span.change_without_progress
    return not good and timedelta(0) <= late < N.span.turn
