"""What is asked of a family, and when to call: open signs, questions, before an enema.

A sign opens when it is told or shown by the diary, and is closed only by an answer (rule 4
of the method). Questions come before alarms
(principle 3): each is asked only while its answer would change something, and not again once
answered. Danger signs are asked on the first evening, when a gap passes 96 hours, at pain 3,
blood, a tummy ache or vomiting, and once a week while stuck; never as a daily quiz.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final

from stepstool.method.comfort.comfort import (
    Alert,
    Asked,
    Asking,
    Asks,
    Comfort,
    State,
    Urgency,
)
from stepstool.method.comfort.facts import Facts, Sight
from stepstool.method.comfort.ground import has_bug, symptoms_of
from stepstool.method.comfort.opening import is_cleaning_out, said_not_soft
from stepstool.method.comfort.signs import (
    SIGNS,
    DangerRow,
    Shown,
    began,
    knowing,
)
from stepstool.method.comfort.walk import (
    LONG_AGO,
    Body,
    WalkStep,
    good_days,
    ill,
    is_back,
    last_ones_soft,
    otherwise,
    quiet_since,
)
from stepstool.method.evidence import topic
from stepstool.method.record import (
    UNKNOWN,
    Because,
    Record,
    Saying,
    computed_id,
)
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import (
    ClinicianWord,
    DangerAnswer,
    DangerKey,
    DangerSign,
    Given,
    Illness,
    MedicineGiven,
    Symptom,
    Word,
)
from stepstool.method.record.kinds.interview import Topic

N: Final = topic("comfort")
UNWELL: Final = {Symptom.FEVER, Symptom.VOMITING, Symptom.NOT_EATING}


# Open signs.


def alerts_of(facts: Facts, steps: Sequence[WalkStep]) -> tuple[Alert, ...]:
    """Give the open signs, *now* first."""
    answers = facts.record.of(DangerSign)
    alerts = {
        sign: alert for sign in SIGNS if (alert := _alert(sign, facts, steps, answers))
    }
    milder = {sign.milder for sign in alerts}
    still = (alert for alert in alerts.values() if alert.key not in milder)
    return tuple(sorted(still, key=lambda alert: -alert.urgency.rank))


def _alert(
    sign: DangerRow,
    facts: Facts,
    steps: Sequence[WalkStep],
    answers: Sequence[DangerSign],
) -> Alert | None:
    here = [answer for answer in answers if answer.sign is sign.key]
    shown = list(sign.shows(facts, steps)) if sign.shows else []
    reported = [Shown(e.at, _said(sign)) for e in here if e.answer is DangerAnswer.HERE]
    if not shown and not reported:
        return None
    after = _last_answer(sign, here, facts)
    by_doctor = any(e.at == after and e.answer is DangerAnswer.SEEN for e in here)
    still = [report for report in reported if report.at > after]
    still += [e for e in shown if _is_open(sign, e, (after, by_doctor), facts)]
    still.sort(key=lambda one: one.at)
    if not still:
        return None
    reason = Because(rule=sign.key, saw=still[-1].saw, sources=sign.sources)
    return Alert(
        key=sign.key,
        urgency=sign.urgency,
        since=still[0].at,
        latest=still[-1].at,
        reported=bool(reported),
        because=(reason,),
        says=_says(sign, facts),
    )


def _says(sign: DangerRow, facts: Facts) -> str:
    """On a laxative the first words about leaks are not to stop it on one's own."""
    on_medicine = facts.record.treatment.on_laxative(facts.at)
    return f"{sign.key}_on_medicine" if on_medicine and sign.loose else sign.key


def _last_answer(
    sign: DangerRow, entries: Sequence[DangerSign], facts: Facts
) -> datetime:
    """Give when the sign was last answered: by the family, or by a clinician's word."""
    answers = [answer.at for answer in entries if answer.answer in sign.closed_by]
    named = [word.at for word in facts.words if _names(sign, word)]
    return max([*answers, *named, *_known(sign, facts)], default=LONG_AGO)


def _known(sign: DangerRow, facts: Facts) -> Sequence[datetime]:
    """Give when a clinician came to know of what this sign says, or treated it anew."""
    if sign.key is DangerKey.TREATMENT_NOT_HELPING:
        first = began(facts, facts.at) or facts.at
        return [
            moment for moment in knowing(facts) if moment >= first + N.span.review_first
        ]
    return knowing(facts) if sign.stuck else ()


def _is_open(
    sign: DangerRow, shown: Shown, answer: tuple[datetime, bool], facts: Facts
) -> bool:
    """Whether what the diary shows is open. answer: the last one, and whether it was seen.

    Quiet is counted from the answer: *soon* for some weeks, or for good if a doctor
    explained it; what goes on for two days; what comes anew opens at once, of *soon* once a
    doctor has seen it.
    """
    after, by_doctor = answer
    if sign.urgency is Urgency.SOON:
        if by_doctor and shown.since is None and not _is_explained(sign, facts):
            return shown.at > after
        return not _is_explained(sign, facts) and shown.at > after + sign.quiet
    return shown.begun > after or shown.at > after + N.span.still_open


def _is_explained(sign: DangerRow, facts: Facts) -> bool:
    words = (e for e in facts.words if e.word is Word.EXPLAINED_SIGN)
    return any(word.sign is sign.key for word in words)


def _names(sign: DangerRow, word: ClinicianWord) -> bool:
    """Whether a clinician's word says that this very sign is known."""
    if word.word is Word.CALL_AFTER_DAYS:
        return sign.key is DangerKey.DAYS_WITHOUT
    knows = word.word in (Word.KNOWS_ABOUT_IT, Word.EXPLAINED_SIGN)
    return knows and word.sign is sign.key


def _said(sign: DangerRow) -> Saying:
    return Saying(key=f"danger.{sign.key}")


# Questions about danger signs: which to ask now, and whether an open one is over.


def is_it_over(step: WalkStep, alerts: Sequence[Alert]) -> Iterator[Asking]:
    """A sign of now or today without an answer for two days becomes a question."""
    for alert in alerts:
        old = step.sight.at - alert.latest >= N.span.still_open
        if old and alert.urgency is not Urgency.SOON:
            yield _of_signs(Asks.IS_IT_OVER, "is_it_over", (alert.key,))


def after_enema(step: WalkStep) -> Iterator[Asking]:
    """After a medicine from below, ask whether it was phosphate, and how it went."""
    sight, facts = step.sight, step.sight.facts
    doses = facts.record.within(MedicineGiven, sight.at - N.span.ask_after, sight.at)
    rectal = [dose for dose in doses if _is_rectal(dose)]
    if rectal and rectal[-1].phosphate is UNKNOWN and sight.is_under(N.count.enema_age):
        yield _of_signs(Asks.PHOSPHATE, "phosphate", (DangerKey.PHOSPHATE_ENEMA,))
    if rectal and not _answered_since(facts, rectal[-1].at):
        yield _of_signs(Asks.DANGER_SIGNS, "after_enema", (DangerKey.AFTER_ENEMA,))


def _is_rectal(dose: MedicineGiven) -> bool:
    was_given = dose.outcome not in (Given.MISSED, Given.REFUSED)
    return dose.medicine is MedicineKind.RECTAL and was_given


def danger_signs(
    step: WalkStep, body: Body, alerts: Sequence[Alert]
) -> Iterator[Asking]:
    """Ask for the signs if something made us ask, and nobody answered since."""
    facts, at = step.sight.facts, step.sight.at
    reasons = [
        (moment, key)
        for moment, key in _reasons(step, body)
        if at - moment < N.span.ask_after and not _answered_since(facts, moment)
    ]
    if reasons:
        _, key = max(reasons)
        already = {alert.key for alert in alerts}
        signs = tuple(
            sign.key
            for sign in SIGNS
            if sign.key not in already and _is_asked(sign, step, body)
        )
        yield _of_signs(Asks.DANGER_SIGNS, key, signs)


def _reasons(step: WalkStep, body: Body) -> Iterator[tuple[datetime, str]]:
    """What makes us ask, and since when."""
    facts, at = step.sight.facts, step.sight.at
    answered = facts.record.last(DangerSign)
    if answered is None:
        yield at, "signs_at_first"
    elif body.state is State.CONSTIPATED and at - answered.at >= N.span.ask_weekly:
        yield at, "signs_weekly"
    if step.sight.gap.length >= N.span.long_gap:
        yield step.sight.gap.since + N.span.long_gap, "signs_long_gap"
    if (
        step.sight.is_under(N.count.first_month)
        and step.sight.gap.length >= N.span.newborn_gap
    ):
        yield step.sight.gap.since + N.span.newborn_gap, "signs_newborn"
    aching = facts.ache_days.moments_within(at - N.span.ache_window, at)
    if len(aching) >= N.count.ache_days:
        yield aching[-1], "signs_tummy"
    yield from _happened(facts)


def _happened(facts: Facts) -> Iterator[tuple[datetime, str]]:
    for bout in (*facts.bloody, *facts.screamed):
        yield bout.at, "signs_after_poop"
    for moment in facts.aches.moments:
        yield moment, "signs_tummy"
    for illness in facts.of(Illness):
        if has_bug(illness):
            yield illness.at, "signs_tummy"
    yield from ((at, "signs_unwell") for at in _unwell_for_a_day(facts))


def _unwell_for_a_day(facts: Facts) -> Iterator[datetime]:
    """Fever with vomiting and not eating: asked about once it has lasted for a day."""
    spells = [illness for illness in facts.of(Illness) if symptoms_of(illness)]
    for spell in spells:
        mark = spell.at + N.span.unwell_day
        near = [symptoms_of(e) for e in spells if spell.at <= e.at <= mark]
        goes_on = spell.until is None or spell.until >= mark
        if frozenset[Symptom]().union(*near) >= UNWELL and goes_on and mark <= facts.at:
            yield mark


def _is_asked(sign: DangerRow, step: WalkStep, body: Body) -> bool:
    if sign.asked is Asked.BABY:
        return step.sight.is_baby
    if sign.asked is Asked.ONCE:
        return body.state is State.CONSTIPATED and not _was_answered(sign, step)
    return sign.asked is Asked.WHENEVER


def _was_answered(sign: DangerRow, step: WalkStep) -> bool:
    return any(
        answer.sign is sign.key and answer.answer is not UNKNOWN
        for answer in step.sight.facts.record.of(DangerSign)
    )


def _answered_since(facts: Facts, moment: datetime) -> bool:
    """Whether a danger sign was answered; telling one is answering the others too."""
    last = facts.record.last(DangerSign)
    return last is not None and last.at >= moment


def _of_signs(asks: Asks, key: str, signs: tuple[DangerKey, ...]) -> Asking:
    return Asking(asks=asks, text=Saying(key=f"ask.{key}"), signs=signs)


# All questions.


def questions_of(
    step: WalkStep, body: Body, alerts: Sequence[Alert]
) -> tuple[Asking, ...]:
    """Give what to ask now, the most urgent first.

    Whether one came goes before the list of danger signs, since all else waits for it.
    """
    gap = _gap(step, body)
    asked = [*is_it_over(step, alerts), *after_enema(step), *([gap] if gap else [])]
    asked += danger_signs(step, body, alerts)
    asked += [question for ask in ASKS if (question := ask(step, body))]
    return tuple(asked)


def _runny(step: WalkStep, _: Body) -> Asking | None:
    """Overflow or a bug? Three questions."""
    sight, facts = step.sight, step.sight.facts
    runny = facts.many_runny_days.moments_within(
        sight.back(N.span.runny_window), sight.at
    )
    if len(runny) >= N.count.runny_days and not _answered(step, Topic.RUNNY, runny[0]):
        return _asking(Asks.RUNNY, Topic.RUNNY)
    soiled = facts.leak_days.moments_within(
        sight.back(N.span.overflow_window), sight.at
    )
    if len(soiled) < N.count.overflow_days or is_cleaning_out(sight):
        return None
    if _answered(step, Topic.RUNNY, sight.back(N.span.window)):
        return None
    return _asking(Asks.RUNNY, Topic.RUNNY, "soiling")


def _gap(step: WalkStep, body: Body) -> Asking | None:
    """None since that day, or not written down? Asked once a day at most."""
    since = quiet_since(step)
    if ill in body.rules or since is None or _answered_today(step):
        return None
    text = Saying(key="ask.gap", values={"since": since})
    return Asking(asks=Asks.GAP, text=text, topic=Topic.GAP, since=since)


def _answered_today(step: WalkStep) -> bool:
    return _answered(step, Topic.GAP, step.sight.facts.days.starts[step.sight.day])


def _all_written(step: WalkStep, _: Body) -> Asking | None:
    """Do you write every one down? Once, after days of steady writing; anew after a pause."""
    sight, facts = step.sight, step.sight.facts
    writes_all = facts.writes_all.last(sight.at)
    asked = facts.answers(Topic.ALL_WRITTEN).last(sight.at)
    paused = facts.writes_all.moment_of_last(sight.at)
    again = asked is None or (writes_all is False and paused and paused > asked.at)
    if not again or sight.is_quiet or not _writes_steadily(sight):
        return None
    return _asking(Asks.ALL_WRITTEN, Topic.ALL_WRITTEN)


def _writes_steadily(sight: Sight) -> bool:
    """Whether something was heard every other day or so, for ten days."""
    since = sight.facts.days.starts[sight.day - N.count.steady_days]
    first = sight.facts.heard.last(since)
    if first is None:
        return False
    heard = sight.facts.heard.moments_within(since, sight.at)
    pairs = pairwise([first, *heard, sight.at])
    return all(later - before < N.span.steady_gap for before, later in pairs)


def _four_weeks(step: WalkStep, _: Body) -> Asking | None:
    """How has it been? Asked at first, and again after weeks of silence."""
    facts = step.sight.facts
    if is_back(step):
        return _asking(Asks.FOUR_WEEKS, Topic.FOUR_WEEKS)
    new = not facts.full.items and not facts.answers(Topic.FOUR_WEEKS).items
    return _asking(Asks.FOUR_WEEKS, Topic.FOUR_WEEKS) if new else None


def _always_so(step: WalkStep, _: Body) -> Asking | None:
    """Rarely, and always so? Asked once, of a child whose own gap is long."""
    sight = step.sight
    own = sight.gaps.own(sight.at)
    if own is None or own <= N.span.slow or sight.facts.answers(Topic.ALWAYS_SO).items:
        return None
    return _asking(Asks.ALWAYS_SO, Topic.ALWAYS_SO)


def _soft_and_painless(step: WalkStep, body: Body) -> Asking | None:
    """One tap opens the way while nothing speaks against it, or no picture is tapped."""
    last = step.sight.facts.full.moment_of_last(step.sight.at)
    if last is None or not _would_help(step, body):
        return None
    if _answered(step, Topic.SOFT_AND_PAINLESS, last):
        return None
    return _asking(Asks.SOFT_AND_PAINLESS, Topic.SOFT_AND_PAINLESS)


def _would_help(step: WalkStep, body: Body) -> bool:
    if body.state is State.CONSTIPATED:
        done = good_days(step.sight, step.course.restarted)
        return done + 1 >= N.count.good_days and not last_ones_soft(
            step.sight, step.sight.at
        )
    return body.rules[0] in OPENED_BY_A_TAP


ASKS: Final[tuple[Callable[[WalkStep, Body], Asking | None], ...]] = (
    _runny,
    _four_weeks,
    _always_so,
    _soft_and_painless,
    _all_written,
)


# Not known yet, and "not soft and painless" as the family said.
OPENED_BY_A_TAP: Final = {otherwise, said_not_soft}


def _asking(asks: Asks, topic: Topic, key: str = "") -> Asking:
    return Asking(asks=asks, text=Saying(key=f"ask.{key or asks}"), topic=topic)


def _answered(step: WalkStep, topic: Topic, since: datetime) -> bool:
    answer = step.sight.facts.answers(topic).last(step.sight.at)
    return answer is not None and answer.at >= since


# Signs to keep: what the diary showed and nobody answered, as entries of its own.


def signs_to_keep(
    record: Record, comfort: Comfort, looked: datetime | None = None
) -> tuple[DangerSign, ...]:
    """Give the entries that keep open signs of the diary from being forgotten.

    looked: when somebody looks, where that is later than the moment of the record: a family
    that comes back after a silence finds what was open when it began.
    """
    now = looked or record.at
    return tuple(
        DangerSign(
            id=computed_id(record.child.id, "danger_sign", alert.key, alert.since),
            at=alert.since,
            sign=alert.key,
            answer=DangerAnswer.HERE,
        )
        for alert in comfort.alerts
        if not alert.reported and now - alert.since >= N.span.keep_after
    )
