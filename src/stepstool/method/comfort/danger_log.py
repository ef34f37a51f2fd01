"""Danger signs that the diary shows by itself: when each was there, and what was seen.

Source: clinical_rules.md, part 2.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from stepstool.method.comfort.closing import good_days
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.numbers import (
    BABY,
    ENEMA_AGAIN,
    ENEMA_AGE,
    NEWBORN,
    RUNNY_LONG,
    RUNNY_OFTEN,
    RUNNY_SPAN,
    SIGNS_LONG,
    STUCK_LONG,
    STUCK_LONG_GOOD,
    TUMMY_PAIN,
)
from stepstool.method.comfort.openings import is_known
from stepstool.method.comfort.walk import Step
from stepstool.method.record import Saying, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import DangerKey, Given, MedicineGiven
from stepstool.method.record.kinds.poop import Blood

AT_ONCE: Final = timedelta(0)


class Shown(NamedTuple):
    """One time that a sign was there."""

    at: datetime
    saw: Saying


Shows = Callable[[Facts, Sequence[Step]], Iterator[Shown]]


def blood_mixed_in(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Blood mixed in, or any in a runny poop."""
    for bout in facts.bloody:
        if bout.blood is Blood.MIXED_IN or bout.is_runny:
            yield _bout(facts, bout, "blood_mixed_in")


def streak(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Blood on the surface of a poop that is not runny."""
    for bout in facts.bloody:
        if bout.blood is Blood.ON_THE_SURFACE and not bout.is_runny:
            yield _bout(facts, bout, "streak")


def phosphate(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """A phosphate enema under two years (or of unknown age), or two within a day."""
    enemas = [each for each in facts.of(MedicineGiven) if _is_phosphate(each)]
    young = [each for each in enemas if _is_too_young(facts, each.at)]
    again = [b for a, b in pairwise(enemas) if b.at - a.at < ENEMA_AGAIN]
    for each, key in [(e, "phosphate_young") for e in young] + [
        (e, "phosphate_again") for e in again
    ]:
        yield Shown(each.at, _saw(key, at=facts.local(each.at)))


def _is_phosphate(given: MedicineGiven) -> bool:
    return given.phosphate is YesNo.YES and given.outcome is not Given.MISSED


def _is_too_young(facts: Facts, moment: datetime) -> bool:
    unknown = not facts.record.child.born
    return unknown or facts.is_under(ENEMA_AGE, facts.days.index(moment))


def long_ache(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """A tummy ache for longer than a day."""
    for ache in facts.aches.items:
        if ache.until and min(ache.until, facts.at) - ache.at > TUMMY_PAIN:
            yield Shown(ache.at + TUMMY_PAIN, _saw("long_ache"))


def leaks(_: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Leaks as in C4; during a clean-out more of them are expected (DEVON)."""
    for step in steps:
        leaking = [each for each in step.opened if each.rule == "C4"]
        fresh = any(step.sight.is_fresh(each.latest) for each in leaking)
        if fresh and not _cleaning_out(step):
            yield Shown(step.sight.at, next(leaking[0].because).saw)


def _cleaning_out(step: Step) -> bool:
    said = (each.saw for each in step.opened if each.rule == "C6")
    return any("clean_out" in saw for saw in said)


def runny_long(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Regularly runny for two weeks."""
    for step in steps:
        at = step.sight.at
        runny = facts.runny.moments_within(at - RUNNY_LONG, at)
        if len(runny) < RUNNY_OFTEN or at - runny[0] < RUNNY_SPAN:
            continue
        days = len(facts.by_day(runny).items)
        if days >= RUNNY_OFTEN and not step.sight.is_baby:
            yield Shown(at, _saw("runny_long", count=days))


def stuck_long(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Stuck or sore for two weeks, not getting better, and no clinician knows.

    Closing takes two good weeks by itself; who is well on the way needs no visit (`I`).
    """
    for step in steps:
        since, counted = step.course.stuck_since, step.course.restarted
        if since is None or good_days(step.sight, counted) >= STUCK_LONG_GOOD:
            continue
        if _lasts(step, since, STUCK_LONG):
            yield Shown(
                step.sight.at, _saw("stuck_long", since=facts.local(since).date())
            )


def signs_long(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Two findings at a time for four weeks."""
    for step in steps:
        since = step.course.two_since
        if since and _lasts(step, since, SIGNS_LONG):
            yield Shown(
                step.sight.at, _saw("signs_long", since=facts.local(since).date())
            )


def _lasts(step: Step, since: datetime, long: timedelta) -> bool:
    """Whether it has been so long, and no clinician knows."""
    sight = step.sight
    return sight.at - since >= long and not is_known(sight.facts, since, sight.at)


def stuck_under(months: int, saw: str) -> Shows:
    """Stuck or sore under an age."""

    def shows(_: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
        for step in steps:
            since = step.course.stuck_since if step.sight.is_under(months) else None
            if since and _lasts(step, since, AT_ONCE):
                yield Shown(step.sight.at, _saw(saw))

    return shows


def _bout(facts: Facts, bout: Bout, key: str) -> Shown:
    return Shown(bout.at, _saw(key, at=facts.local(bout.at)))


def _saw(key: str, **values: Value) -> Saying:
    return Saying(key=f"sign.{key}", values=values)


SHOWS: Final[Mapping[DangerKey, Shows]] = {
    DangerKey.PHOSPHATE_ENEMA: phosphate,
    DangerKey.BLOOD_MIXED_IN: blood_mixed_in,
    DangerKey.TUMMY_PAIN_A_DAY: long_ache,
    DangerKey.STUCK_UNDER_2_MONTHS: stuck_under(NEWBORN, "stuck_newborn"),
    DangerKey.STREAK_ON_HARD: streak,
    DangerKey.LEAKS: leaks,
    DangerKey.RUNNY_14_DAYS: runny_long,
    DangerKey.STUCK_14_DAYS: stuck_long,
    DangerKey.SIGNS_4_WEEKS: signs_long,
    DangerKey.STUCK_UNDER_1_YEAR: stuck_under(BABY, "stuck_baby"),
}
