"""Ways back: after an illness, a journey, a shut gate or a break (clinical_rules.md, part 5)."""

from collections.abc import Sequence
from datetime import datetime

from stepstool.method.calm import Place, asked_to_sit
from stepstool.method.ladder.numbers import (
    ASKS_AGAIN,
    BIG_CHANGE,
    BREAK_LOOKS,
    CHANGE_WITHOUT_PROGRESS,
    HOME_AGAIN,
    SOFT_AFTER_ILLNESS,
    WELL,
)
from stepstool.method.ladder.pause import Pause, Why
from stepstool.method.ladder.reached import BELOW_ALL
from stepstool.method.ladder.situation import Situation
from stepstool.method.ladder.verdict import Judged, counts
from stepstool.method.record.kinds.days import BigChange


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
    return any(_soft_since(now, each) < SOFT_AFTER_ILLNESS for each in ill)


def _soft_since(now: Situation, pause: Pause) -> int:
    """Count the soft poops since the last sign of an illness."""
    return sum(
        bout.is_full and bout.is_soft and not bout.hurt
        for bout in now.record.bouts
        if bout.at > pause.until - WELL
    )


def waits_at_home(now: Situation) -> bool:
    """Whether a journey is over, and less than a day at home."""
    away = [each for each in open_pauses(now) if each.why is Why.AWAY]
    return any(now.at - each.until < HOME_AGAIN for each in away)


def goes_on_at(now: Situation) -> int:
    """Give the step to go on with: the same, or one earlier unless it is that already."""
    if now.place is Place.ON_BREAK:
        return max(now.step - 1, 1)
    pauses = open_pauses(now)
    back = max((each.steps_back for each in pauses), default=0)
    eased = any(each.since < now.began for each in pauses) and not now.stretch.harder
    return now.step if eased else max(now.step - back, 1)


def break_look(now: Situation) -> datetime | None:
    """Give the moment to look at the break again; None when there is none."""
    if now.place is not Place.ON_BREAK:
        return None
    if now.days_set:
        return now.record.clock.start(now.days_set[-1])
    return now.began + BREAK_LOOKS


def is_break_over(now: Situation) -> bool:
    """Whether the date has come, or the child asked twice."""
    look = break_look(now)
    return look is not None and (now.at >= look or asked_on_break(now))


def asked_on_break(now: Situation) -> bool:
    """Whether the child asked again during a break: sat, or went to its step, by itself."""
    if now.place is not Place.ON_BREAK:
        return False
    by_itself = list(filter(asked_to_sit, now.sits_since(now.began)))
    went = [e for e in now.here if e.willing and e.reached >= now.step > BELOW_ALL]
    poops = [each for each in went if each.judged is not Judged.TRY]
    return len(by_itself) + len(poops) >= ASKS_AGAIN


def big_change(now: Situation) -> BigChange | None:
    """Give a big change at home that is not long ago."""
    last = now.record.last(BigChange)
    return last if last is not None and now.at - last.at < BIG_CHANGE else None


def change_without_progress(now: Situation) -> bool:
    """Whether a big change came on a step, and no success since for a good while."""
    change = big_change(now)
    if change is None or not now.on_step:
        return False
    since = max(change.at, now.decided)
    good = any(counts(each) and each.at > since for each in now.here)
    return not good and now.at - since >= CHANGE_WITHOUT_PROGRESS
