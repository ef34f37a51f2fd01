"""What comfort, calm and age say: facts of the body, of tension and of development."""

from collections.abc import Callable, Mapping
from typing import Final

from stepstool.method.calm import Level
from stepstool.method.comfort import SIGNS, State
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.numbers import (
    FOUR_YEARS,
    LATELY,
    OFTEN,
    PAINLESS,
    SCREAM,
    VERY_YOUNG,
    YOUNG,
)
from stepstool.method.record import UNKNOWN, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import DangerKey
from stepstool.method.record.kinds.poop import Blood, Sleeping
from stepstool.method.record.treatment import LAXATIVES

Values = Mapping[str, Value]
# What a fact saw: values for its sentence, or None if it is not so.
Fact = Callable[[Clues], Values | None]

SEEN: Final[Values] = {}
# Comfort marks those that say stuck and no more; these say it too.
STUCK_SIGNS: Final = {each.key for each in SIGNS if each.stuck} | {
    DangerKey.STUCK_IN_OPENING,
    DangerKey.STREAK_ON_HARD,
    DangerKey.DAYS_WITHOUT,
    DangerKey.STUCK_UNDER_2_MONTHS,
    DangerKey.TREATMENT_NOT_HELPING,
}
SORE_SIGNS: Final = {DangerKey.STUCK_IN_OPENING, DangerKey.STREAK_ON_HARD}


def seen(holds: object) -> Values | None:
    """Give a fact without values, if it holds."""
    return SEEN if holds else None


def counted(times: int) -> Values | None:
    """Give a fact that counts, if there is anything to count."""
    return {"count": times} if times else None


def some(times: int) -> Values | None:
    """Give a fact that was there, and not often."""
    return counted(times) if times < OFTEN else None


def often(times: int) -> Values | None:
    """Give a fact that was there often."""
    return counted(times) if times >= OFTEN else None


def _soft(clues: Clues) -> bool:
    """Soft by the diary, not by word."""
    told = any(each.rule == "told" for each in clues.comfort.because)
    return clues.comfort.body is State.COMFORTABLE and not told


def _not_soft(clues: Clues) -> bool:
    return not _soft(clues)


def _kept_soft(clues: Clues) -> bool:
    """Soft by the diary, and no sign that it is stuck all the same."""
    return _soft(clues) and not _open(clues, STUCK_SIGNS)


def _on_laxative(clues: Clues) -> bool:
    return clues.record.treatment.on_laxative(clues.record.at)


def _is_ordered(clues: Clues) -> bool:
    """Whether an order stands; what was given without one works as well."""
    orders = clues.record.treatment
    return any(orders.ordered_at(kind, clues.record.at) for kind in LAXATIVES)


def _ordered(is_so: Callable[[Clues], bool]) -> Fact:
    return lambda clues: seen(_is_ordered(clues) and is_so(clues))


def _unordered(is_so: Callable[[Clues], bool]) -> Fact:
    return lambda clues: seen(
        _on_laxative(clues) and not _is_ordered(clues) and is_so(clues)
    )


def _open(clues: Clues, signs: set[DangerKey]) -> set[DangerKey]:
    return signs & {each.key for each in clues.comfort.alerts}


def _held_days(clues: Clues) -> int:
    since = clues.record.at - LATELY
    return len({clues.day(at) for at in clues.comfort.past.holding if at > since})


def _unnoticed(bout: Bout) -> bool:
    """A leak, or a whole one that was written down as not noticed, awake."""
    missed = bout.is_full and any(each.noticed is YesNo.NO for each in bout.poops)
    return bout.is_leak or (missed and bout.sleeping is not Sleeping.ASLEEP)


def _leak_days(clues: Clues) -> int:
    return len({clues.day(each.at) for each in clues.bouts if _unnoticed(each)})


def _screamed(clues: Clues) -> int:
    return sum((each.pain or 0) >= SCREAM for each in clues.hurting)


def _painless(clues: Clues) -> Values | None:
    known = [each for each in clues.bouts if each.pain is not None]
    enough = len(known) >= PAINLESS and not clues.hurting
    return counted(len(known)) if enough else None


def _streaks(clues: Clues) -> int:
    return sum(each.blood is Blood.ON_THE_SURFACE for each in clues.bouts)


def _is_under(months: int) -> Fact:
    return lambda clues: seen(clues.is_under(months, clues.record.today))


def _four(clues: Clues) -> Values | None:
    age = clues.record.child.youngest_months(clues.record.today)
    return seen(age is not UNKNOWN and age >= FOUR_YEARS)


# fmt: off
BODY_FACTS: Final[Mapping[str, Fact]] = {
    "body_stuck": lambda clues: seen(clues.comfort.body is State.CONSTIPATED),
    "body_tender": lambda clues: seen(clues.comfort.body is State.WATCH),
    "body_soft": lambda clues: seen(_soft(clues) and not _on_laxative(clues)),
    "body_soft_helped": _ordered(_soft),
    "body_soft_helped_unordered": _unordered(_soft),
    "helped": _ordered(_kept_soft),
    "helped_unordered": _unordered(_kept_soft),
    "treated": _ordered(_not_soft),
    "treated_unordered": _unordered(_not_soft),
    "stuck_sign": lambda clues: seen(_open(clues, STUCK_SIGNS)),
    "sore_sign": lambda clues: seen(_open(clues, SORE_SIGNS)),
    "held": lambda clues: counted(_held_days(clues)),
    "leaked_once": lambda clues: some(_leak_days(clues)),
    "leaked": lambda clues: often(_leak_days(clues)),
    "hurt_once": lambda clues: some(len(clues.hurting)),
    "hurt_often": lambda clues: often(len(clues.hurting)),
    "screamed": lambda clues: counted(_screamed(clues)),
    "painless": _painless,
    "streak": lambda clues: counted(_streaks(clues)),
    "fight": lambda clues: seen(clues.calm.level is Level.FIGHT),
    "warm": lambda clues: seen(clues.calm.level is Level.WARM),
    "very_young": _is_under(VERY_YOUNG),
    "young": _is_under(YOUNG),
    "four_years": _four,
}
# fmt: on
