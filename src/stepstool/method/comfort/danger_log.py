"""Danger signs that the diary shows by itself: when each was there, and what was seen.

Source: clinical_rules.md, part 2.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from stepstool.method.comfort.closing import good_days
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.illness import symptoms_of
from stepstool.method.comfort.numbers import (
    BABY,
    BLOCKED_OFTEN,
    ENEMA_AGAIN,
    ENEMA_AGE,
    GIVEN_DAYS,
    NEWBORN,
    PEEING_AND_ILL,
    RUNNY_LONG,
    RUNNY_OFTEN,
    RUNNY_SPAN,
    SCREAMS,
    SIGNS_LONG,
    SOFT_STREAK_DAYS,
    SOFTENS_BY,
    STUCK_LONG,
    STUCK_LONG_GOOD,
    TREATMENT_LONG,
    TUMMY_PAIN,
    WINDOW,
)
from stepstool.method.comfort.openings import began, is_cleaning_out, is_known
from stepstool.method.comfort.walk import Step
from stepstool.method.record import Dates, Saying, Value
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import (
    DangerAnswer,
    DangerKey,
    DangerSign,
    Given,
    Illness,
    MedicineGiven,
    Symptom,
)
from stepstool.method.record.kinds.poop import Blood

AT_ONCE: Final = timedelta(0)
A_WEEK: Final = timedelta(weeks=1)
FEVER_OR_VOMITING: Final = {Symptom.FEVER, Symptom.VOMITING}


class Shown(NamedTuple):
    """One time that a sign was there. since: since when, where it goes on."""

    at: datetime
    saw: Saying
    since: datetime | None = None

    @property
    def begun(self) -> datetime:
        """When it came anew."""
        return self.since or self.at


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
            yield _bout(facts, bout, "streak_soft" if bout.is_soft else "streak")


def streaks_on_soft(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Streaks on poops that were not hard, on several days in a row."""
    soft = (e for e in facts.streaked.items if not e.is_hard and not e.is_runny)
    days = facts.by_day(each.at for each in soft)
    in_a_row = zip(days.items, days.items[SOFT_STREAK_DAYS - 1 :], strict=False)
    last_ones = zip(in_a_row, days.moments[SOFT_STREAK_DAYS - 1 :], strict=True)
    for (first, last), at in last_ones:
        if last - first == SOFT_STREAK_DAYS - 1:
            yield Shown(at, _saw("streaks_on_soft", count=SOFT_STREAK_DAYS))


def strong_pain(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Two poops at the strongest pain in two weeks, however soft."""
    yield from _often(facts, facts.screamed, SCREAMS, "strong_pain")


def blocked(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Three that blocked the toilet in two weeks."""
    yield from _often(facts, facts.blocking.items, BLOCKED_OFTEN, "blocked_often")


def _often(
    facts: Facts, bouts: Sequence[Bout], times: int, key: str
) -> Iterator[Shown]:
    """Show each one that is the last of so many within two weeks."""
    for first, last in zip(bouts, bouts[times - 1 :], strict=False):
        if last.at - first.at < WINDOW:
            when = Dates(facts.day(first.at), facts.day(last.at))
            yield Shown(last.at, _saw(key, count=times, when=when))


def peeing_and_ill(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Peeing hurts, and there is fever or vomiting, or the child is under one year."""
    for told in facts.of(DangerSign):
        hurts = told.sign is DangerKey.PEEING_HURTS
        if not hurts or told.answer is not DangerAnswer.HERE:
            continue
        if facts.is_under(BABY, facts.days.index(told.at)):
            yield Shown(told.at, _saw("peeing_baby"))
        for each in facts.of(Illness):
            near = abs(each.at - told.at) <= PEEING_AND_ILL
            if near and not symptoms_of(each).isdisjoint(FEVER_OR_VOMITING):
                yield Shown(max(each.at, told.at), _saw("peeing_and_ill"))


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
        if fresh and not is_cleaning_out(step.sight):
            told = leaking[0].of_today(step.sight)
            at = step.sight.at
            yield Shown(at, next(told.because).saw, since=leaking[0].latest)


def not_helping(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """A treatment that does not help goes back to whoever ordered it.

    Three months without success, or given as ordered for two weeks and still hard. A known
    diagnosis switches nothing off for good.
    """
    free = None
    for step in steps:
        at = step.sight.at
        free = free if step.course.open else at
        since = began(facts, at)
        if since is None or not step.course.open:
            continue
        if at - max(since, free or since) >= TREATMENT_LONG:
            saw = _saw("treatment_long", since=facts.local(since).date())
            yield Shown(at, saw, since=since)
        elif key := _stays_hard(step):
            yield Shown(at, _saw(key), since=since)


def _stays_hard(step: Step) -> str:
    """Say how a softener that was ordered two weeks ago does not soften; or nothing.

    Given as ordered, or nobody wrote whether; or not taken, again and again.
    """
    at, facts = step.sight.at, step.sight.facts
    orders = (e for e in facts.record.treatment.ordered if e.since <= at < e.until)
    newest = max((each.since for each in orders), default=at)
    hard = any(each.rule == "F2" for each in step.seen)
    if at - newest < SOFTENS_BY or not hard:
        return ""
    given = facts.given_days.count(at - SOFTENS_BY, at)
    missed = facts.missed_days.count(at - SOFTENS_BY, at)
    if missed >= SOFTENS_BY.days - GIVEN_DAYS and missed > given:
        return "not_taken"
    if given >= GIVEN_DAYS:
        return "still_hard"
    return "" if given or missed else "still_hard_unlogged"


def clean_out_unwell(facts: Facts, _: Sequence[Step]) -> Iterator[Shown]:
    """Vomiting, or the strongest pain, during a clean-out: neither is expected."""
    for each in facts.of(Illness):
        if Symptom.VOMITING in symptoms_of(each) and facts.cleaning_out(each.at):
            yield Shown(each.at, _saw("clean_out_vomiting", at=facts.local(each.at)))
    for bout in facts.screamed:
        if facts.cleaning_out(bout.at):
            yield _bout(facts, bout, "clean_out_pain")


def runny_long(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Regularly runny for two weeks."""
    for step in steps:
        at = step.sight.at
        runny = facts.runny.moments_within(at - RUNNY_LONG, at)
        if len(runny) < RUNNY_OFTEN or at - runny[0] < RUNNY_SPAN:
            continue
        days = len(facts.by_day(runny).items)
        expected = step.sight.is_baby or is_cleaning_out(step.sight)
        if days >= RUNNY_OFTEN and not expected:
            when = Dates(facts.day(runny[0]), facts.day(runny[-1]))
            saw = _saw("runny_long", count=days, when=when)
            yield Shown(at, saw, since=runny[0])


def stuck_long(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Stuck or sore for two weeks, not getting better, and no clinician knows.

    Closing takes two good weeks by itself; who is well on the way needs no visit (`I`).
    """
    for step in steps:
        since, counted = step.course.stuck_since, step.course.restarted
        if since is None or good_days(step.sight, counted) >= STUCK_LONG_GOOD:
            continue
        if _lasts(step, since, STUCK_LONG):
            yield _long(steps, step, since, ("stuck_long", "stuck_long_at_least"))


def signs_long(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Two findings at a time for four weeks."""
    for step in steps:
        since = step.course.two_since
        if since and _lasts(step, since, SIGNS_LONG):
            yield _long(steps, step, since, ("signs_long", "signs_long_at_least"))


def _long(
    steps: Sequence[Step], step: Step, since: datetime, keys: tuple[str, str]
) -> Shown:
    """Say since when; what began before the weeks that are read lasts longer than that."""
    at, (key, at_least) = step.sight.at, keys
    if since <= steps[0].sight.at:
        return Shown(at, _saw(at_least, count=(at - since) // A_WEEK), since=since)
    day = step.sight.facts.local(since).date()
    return Shown(at, _saw(key, since=day), since=since)


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
                yield Shown(step.sight.at, _saw(saw), since=since)

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
    DangerKey.CLEAN_OUT_UNWELL: clean_out_unwell,
    DangerKey.PEEING_HURTS_AND_ILL: peeing_and_ill,
    DangerKey.TREATMENT_NOT_HELPING: not_helping,
    DangerKey.STRONG_PAIN_TWICE: strong_pain,
    DangerKey.STREAK_ON_HARD: streak,
    DangerKey.STREAKS_ON_SOFT: streaks_on_soft,
    DangerKey.BLOCKED_THREE_TIMES: blocked,
    DangerKey.LEAKS: leaks,
    DangerKey.RUNNY_14_DAYS: runny_long,
    DangerKey.STUCK_14_DAYS: stuck_long,
    DangerKey.SIGNS_4_WEEKS: signs_long,
    DangerKey.STUCK_UNDER_1_YEAR: stuck_under(BABY, "stuck_baby"),
}
