"""Questions about danger signs: which to ask now, and whether an open one is over.

Asked on the first evening, when a gap passes 96 hours, at pain 3, blood, a tummy ache or
vomiting, and once a week while stuck; never as a daily quiz (clinical_rules.md, part 2).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from stepstool.method.comfort.alerts import Alert
from stepstool.method.comfort.body import Body
from stepstool.method.comfort.comfort import Asking, Asks
from stepstool.method.comfort.danger_table import SIGNS, Asked, Sign
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.illness import has_bug, symptoms_of
from stepstool.method.comfort.numbers import (
    ACHE_DAYS,
    ACHE_WINDOW,
    ASK_AFTER,
    ASK_WEEKLY,
    ENEMA_AGE,
    FIRST_MONTH,
    LONG_GAP,
    NEWBORN_GAP,
    STILL_OPEN,
    UNWELL_DAY,
)
from stepstool.method.comfort.state import State, Urgency
from stepstool.method.comfort.walk import Step
from stepstool.method.record import UNKNOWN, Saying
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import (
    DangerKey,
    DangerSign,
    Given,
    Illness,
    MedicineGiven,
    Symptom,
)

UNWELL: Final = {Symptom.FEVER, Symptom.VOMITING, Symptom.NOT_EATING}


def is_it_over(step: Step, alerts: Sequence[Alert]) -> Iterator[Asking]:
    """A sign of now or today without an answer for two days becomes a question."""
    for alert in alerts:
        old = step.sight.at - alert.latest >= STILL_OPEN
        if old and alert.urgency is not Urgency.SOON:
            yield _asking(Asks.IS_IT_OVER, "is_it_over", (alert.key,))


def after_enema(step: Step) -> Iterator[Asking]:
    """After a medicine from below, ask whether it was phosphate, and how it went."""
    sight, facts = step.sight, step.sight.facts
    given = facts.record.within(MedicineGiven, sight.at - ASK_AFTER, sight.at)
    rectal = [each for each in given if _is_rectal(each)]
    if rectal and rectal[-1].phosphate is UNKNOWN and sight.is_under(ENEMA_AGE):
        yield _asking(Asks.PHOSPHATE, "phosphate", (DangerKey.PHOSPHATE_ENEMA,))
    if rectal and not _answered_since(facts, rectal[-1].at):
        yield _asking(Asks.DANGER_SIGNS, "after_enema", (DangerKey.AFTER_ENEMA,))


def _is_rectal(given: MedicineGiven) -> bool:
    was_given = given.outcome not in (Given.MISSED, Given.REFUSED)
    return given.medicine is MedicineKind.RECTAL and was_given


def danger_signs(step: Step, body: Body, alerts: Sequence[Alert]) -> Iterator[Asking]:
    """Ask for the signs if something made us ask, and nobody answered since."""
    facts, at = step.sight.facts, step.sight.at
    reasons = [
        (moment, key)
        for moment, key in _reasons(step, body)
        if at - moment < ASK_AFTER and not _answered_since(facts, moment)
    ]
    if reasons:
        _, key = max(reasons)
        already = {alert.key for alert in alerts}
        signs = tuple(
            sign.key
            for sign in SIGNS
            if sign.key not in already and _is_asked(sign, step, body)
        )
        yield _asking(Asks.DANGER_SIGNS, key, signs)


def _reasons(step: Step, body: Body) -> Iterator[tuple[datetime, str]]:
    """What makes us ask, and since when."""
    facts, at = step.sight.facts, step.sight.at
    answered = facts.record.last(DangerSign)
    if answered is None:
        yield at, "signs_at_first"
    elif body.state is State.CONSTIPATED and at - answered.at >= ASK_WEEKLY:
        yield at, "signs_weekly"
    if step.sight.gap.length >= LONG_GAP:
        yield step.sight.gap.since + LONG_GAP, "signs_long_gap"
    if step.sight.is_under(FIRST_MONTH) and step.sight.gap.length >= NEWBORN_GAP:
        yield step.sight.gap.since + NEWBORN_GAP, "signs_newborn"
    aching = facts.ache_days.moments_within(at - ACHE_WINDOW, at)
    if len(aching) >= ACHE_DAYS:
        yield aching[-1], "signs_tummy"
    yield from _happened(facts)


def _happened(facts: Facts) -> Iterator[tuple[datetime, str]]:
    for bout in (*facts.bloody, *facts.screamed):
        yield bout.at, "signs_after_poop"
    for moment in facts.aches.moments:
        yield moment, "signs_tummy"
    for each in facts.of(Illness):
        if has_bug(each):
            yield each.at, "signs_tummy"
    yield from ((at, "signs_unwell") for at in _unwell_for_a_day(facts))


def _unwell_for_a_day(facts: Facts) -> Iterator[datetime]:
    """Fever with vomiting and not eating: asked about once it has lasted for a day."""
    told = [each for each in facts.of(Illness) if symptoms_of(each)]
    for each in told:
        mark = each.at + UNWELL_DAY
        near = [symptoms_of(e) for e in told if each.at <= e.at <= mark]
        goes_on = each.until is None or each.until >= mark
        if frozenset[Symptom]().union(*near) >= UNWELL and goes_on and mark <= facts.at:
            yield mark


def _is_asked(sign: Sign, step: Step, body: Body) -> bool:
    if sign.asked is Asked.BABY:
        return step.sight.is_baby
    if sign.asked is Asked.ONCE:
        return body.state is State.CONSTIPATED and not _was_answered(sign, step)
    return sign.asked is Asked.WHENEVER


def _was_answered(sign: Sign, step: Step) -> bool:
    return any(
        each.sign is sign.key and each.answer is not UNKNOWN
        for each in step.sight.facts.record.of(DangerSign)
    )


def _answered_since(facts: Facts, moment: datetime) -> bool:
    """Whether a danger sign was answered; telling one is answering the others too."""
    last = facts.record.last(DangerSign)
    return last is not None and last.at >= moment


def _asking(asks: Asks, key: str, signs: tuple[DangerKey, ...]) -> Asking:
    return Asking(asks=asks, text=Saying(key=f"ask.{key}"), signs=signs)
