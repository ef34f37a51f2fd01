"""The verdict: facts, walk, signs and questions put together.

And what else to know (pain never recorded does not shut the gate), what to tell at the next
visit, and the weeks before for the rooms above.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from stepstool.method.comfort.asking import (
    alerts_of,
    questions_of,
)
from stepstool.method.comfort.comfort import (
    Alert,
    Comfort,
    Past,
    Span,
    State,
    Stools,
    Urgency,
    Variant,
)
from stepstool.method.comfort.facts import Facts, Sight, said_soft
from stepstool.method.comfort.reviews import (
    notes_of_review,
    review_of,
    reviews_of,
)
from stepstool.method.comfort.sentence import ChosenVariant, sentence_of
from stepstool.method.comfort.signs import SIGN_OF
from stepstool.method.comfort.walk import (
    Body,
    WalkStep,
    body_of,
    good_days,
    progress_of,
    quiet_since,
    stuck_spans,
    walk,
)
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Dates, Record, Saying, Value
from stepstool.method.record.bout import Smear
from stepstool.method.record.kinds.health import (
    DangerAnswer,
    DangerSign,
    Given,
    MedicineGiven,
)
from stepstool.method.record.kinds.interview import Told, Topic
from stepstool.method.record.treatment import LAXATIVES

N: Final = topic("comfort")


NOT_A_CONDITION: Final = {Told.NOTHING_OF_THIS}


def notes_of(step: WalkStep) -> tuple[Because, ...]:
    """Give what else to know about this verdict."""
    return (
        *_pain(step),
        *_age(step),
        *_stopped(step),
        *_called(step),
        *_wiping(step),
        *notes_of_review(step),
    )


def _pain(step: WalkStep) -> Iterator[Because]:
    """Say that pain was not written down, where there was something to write."""
    facts, at = step.sight.facts, step.sight.at
    full = facts.full.count(at - N.span.window, at)
    if full and not facts.pain_known.count(at - N.span.window, at):
        yield _note("pain", "pain_not_written", ("I",))


def _age(step: WalkStep) -> Iterator[Because]:
    if not step.sight.facts.record.child.born:
        yield _note("age", "age_unknown", ("I",))
    elif step.sight.is_baby:
        yield _note("age", "under_one", ("N5", "NICE-T1"))


def _stopped(step: WalkStep) -> Iterator[Because]:
    """One quiet line for a day: if it comes back, call."""
    at = step.sight.at
    for answer in step.sight.facts.record.of(DangerSign):
        lately = (
            answer.answer is DangerAnswer.STOPPED and at - answer.at < N.span.quiet_line
        )
        if (
            lately
            and answer.sign is not UNKNOWN
            and answer.answer in SIGN_OF[answer.sign].closed_by
        ):
            yield _note("stopped", "call_if_it_comes_back", ("I",))
            return


def was_called(step: WalkStep) -> bool:
    """Whether a sign of now or today was answered within a day; the child rests then."""
    at = step.sight.at
    answers = step.sight.facts.record.within(DangerSign, at - N.span.quiet_line, at)
    return any(
        answer.sign is not UNKNOWN
        and SIGN_OF[answer.sign].urgency is not Urgency.SOON
        and answer.answer in SIGN_OF[answer.sign].closed_by
        for answer in answers
    )


def _called(step: WalkStep) -> Iterator[Because]:
    """One line for a day after the call."""
    if was_called(step) and not list(_stopped(step)):
        yield _note("called", "call_if_it_comes_again", ("I",))


def _wiping(step: WalkStep) -> Iterator[Because]:
    """Help to tell wiping from leaking, after a single smear that may be wiping."""
    facts, at = step.sight.facts, step.sight.at
    smears = (bout for bout in facts.bouts if bout.smear is Smear.WIPING)
    if any(at - bout.at < N.span.quiet_line for bout in smears):
        yield _note("wiping", "wiping", ("FEDELE-2024", "I"))


def tell_of(step: WalkStep) -> tuple[Because, ...]:
    """Give what to tell a clinician at the next visit."""
    return (
        *_four_years(step),
        *_conditions(step),
        *_own_gap(step),
        *_laxative(step),
        *_strong_pain(step),
        *_soiling(step),
    )


def _strong_pain(step: WalkStep) -> Iterator[Because]:
    """What a visit about strong pain may look for, however soft the poops are."""
    facts, at = step.sight.facts, step.sight.at
    screamed = [bout for bout in facts.screamed if at - bout.at < N.span.window]
    if len(screamed) >= N.count.screams:
        yield _note("tell_strong_pain", "tell_strong_pain", ("NICE-T1", "I"))


def _soiling(step: WalkStep) -> Iterator[Because]:
    """On how many days there was soiling; the doctor's page wants to know."""
    sight = step.sight
    days = sight.facts.leak_days.moments_within(sight.at - N.span.window, sight.at)
    if len(days) >= N.count.leak_days:
        when = Dates(sight.facts.day(days[0]), sight.facts.day(days[-1]))
        values: dict[str, Value] = {"count": len(days), "when": when}
        saw = Saying(key="seen.tell_soiling", values=values)
        yield Because(rule="tell_soiling", saw=saw, sources=("FEDELE-2024", "NICE-T1"))


def _four_years(step: WalkStep) -> Iterator[Because]:
    facts = step.sight.facts
    oldest = facts.record.child.oldest_months(facts.days.dates[step.sight.day])
    if oldest is not UNKNOWN and oldest >= N.count.four_years:
        yield _note("tell_age", "tell_age", ("FEDELE-2024", "GATE"))


def _conditions(step: WalkStep) -> Iterator[Because]:
    interview = step.sight.facts.answers(Topic.CONDITIONS).last(step.sight.at)
    answers = interview.answers if interview else UNKNOWN
    for answer in () if answers is UNKNOWN else answers:
        if answer not in NOT_A_CONDITION:
            yield _note("tell_condition", f"tell_{answer}", ("MDCALC-FC", "MEDALG"))


def _own_gap(step: WalkStep) -> Iterator[Because]:
    if step.sight.is_slow:
        yield _note("tell_own_gap", "tell_own_gap", ("GPN", "I"))


def _laxative(step: WalkStep) -> Iterator[Because]:
    """A laxative for longer than a week that nobody ordered."""
    facts = step.sight.facts
    moments = [dose.at for dose in facts.of(MedicineGiven) if _is_laxative(dose)]
    if (
        moments
        and not facts.record.treatment.ordered
        and moments[-1] - moments[0] > N.span.own_laxative
    ):
        yield _note("tell_laxative", "tell_laxative", ("DAILYMED",))


def _is_laxative(dose: MedicineGiven) -> bool:
    return dose.medicine in LAXATIVES and dose.outcome is Given.GIVEN


def _note(rule: str, saw: str, sources: tuple[str, ...]) -> Because:
    return Because(rule=rule, saw=Saying(key=f"seen.{saw}"), sources=sources)


# The past.


def past_of(facts: Facts, steps: Sequence[WalkStep], alerts: Sequence[Alert]) -> Past:
    """Give the past that a walk went through, up to the signs that are open now."""
    open_now = ((alert.since, facts.at) for alert in alerts)
    now = steps[-1].sight
    gaps = [*now.gaps.ended.items, now.gap]
    return Past(
        gaps=tuple((gap.since, gap.until) for gap in gaps if gap.since < gap.until),
        holding=tuple(facts.holding.moments),
        ill=tuple((spell.since, spell.until) for spell in facts.ill),
        clean_outs=tuple(facts.clean_outs),
        stuck=tuple(stuck_spans(steps)),
        called=tuple(sorted([*open_now, *_answered(facts)])),
        hurt=(*facts.little_pains.moments, *_not_painless(facts)),
        own_gap=now.own_gap,
    )


def _not_painless(facts: Facts) -> Iterator[datetime]:
    """When the family said "not soft and painless"; it counts as a pain."""
    interviews = facts.told_of(Topic.SOFT_AND_PAINLESS)
    yield from (answer.at for answer in interviews if answer.answers == (Told.NO,))


def _answered(facts: Facts) -> Iterator[Span]:
    """Give the times from a sign that was told to the answer that closed it."""
    answers = facts.record.of(DangerSign)
    for n, here in enumerate(answers):
        if here.answer is DangerAnswer.HERE and here.sign is not UNKNOWN:
            closing = SIGN_OF[here.sign].closed_by
            same = (answer for answer in answers[n + 1 :] if answer.sign is here.sign)
            ends = (answer.at for answer in same if answer.answer in closing)
            yield from ((here.at, end) for end in islice(ends, 1))


# The whole.


def assess(record: Record) -> Comfort:
    """Say how the child's body feels at the moment of the record, and why.

    Reads `READING`; the same record gives the same verdict. Sources: those
    that the rules and the numbers of evidence/numbers/comfort.toml name.
    """
    facts = Facts(record)
    steps = walk(facts)
    now = steps[-1]
    body, alerts = body_of(steps), alerts_of(facts, steps)
    sentence = _sentence(now, body, alerts)
    return Comfort(
        state=State.SEE_A_DOCTOR if alerts else body.state,
        urgency=alerts[0].urgency if alerts else None,
        because=_because(body, alerts),
        body=body.state,
        variant=sentence.variant,
        values=sentence.values,
        notes=notes_of(now),
        alerts=alerts,
        tell=tell_of(now),
        progress=progress_of(now, body),
        questions=questions_of(now, body, alerts),
        stools=(_stools(facts, N.span.week.days), _stools(facts, N.span.month.days)),
        days=facts.days,
        past=past_of(facts, steps, alerts),
        quiet_since=quiet_since(now),
        is_quiet=now.sight.is_quiet,
        called_lately=was_called(now),
        tender_since=body.since,
        review=review_of(now),
        reviews=reviews_of(now),
        soft_days=_soft_days(now.sight),
        said_soft=said_soft(now.sight),
        typed_at=facts.telling.moment_of_last(facts.at),
    )


def _soft_days(sight: Sight) -> int:
    """Known well days since the last one that was hard or hurt at all, as far as is read.

    A family's "not soft and painless" is such a pain. What was soft before a laxative began is
    not its doing, and what came without a form is not known to be soft: neither is counted.
    """
    facts, treatment = sight.facts, sight.facts.record.treatment
    lasts = [*facts.trouble.moments[-1:], *facts.little_pains.moments[-1:]]
    lasts.extend(_not_painless(facts))
    if treatment.on_laxative(sight.at):
        lasts.append(treatment.laxative_since(sight.at))
    since = max(lasts, default=facts.start)
    return good_days(sight, since) - _untyped_days(sight, since)


def _untyped_days(sight: Sight, since: datetime) -> int:
    """Count the good days since then on which some came, and none of them with its form."""
    facts, day = sight.facts, sight.facts.days.index
    came = {day(bout.at) for bout in facts.full.within(since, sight.at)}
    typed = {day(bout.at) for bout in facts.typed.within(since, sight.at)}
    first = day(since) + 1
    days = (each for each in came - typed if first <= each < sight.day)
    return sum(facts.well_days(each, each + 1) for each in days)


def _sentence(now: WalkStep, body: Body, alerts: tuple[Alert, ...]) -> ChosenVariant:
    if alerts:
        return ChosenVariant(Variant(alerts[0].urgency.value), {})
    return sentence_of(now, body)


def _because(body: Body, alerts: tuple[Alert, ...]) -> tuple[Because, ...]:
    signs = [reason for alert in alerts for reason in alert.because]
    return (*signs, *body.because)


def _stools(facts: Facts, days: int) -> Stools:
    """Count full poops of the last days, today included."""
    end = len(facts.days.dates)
    since = facts.days.starts[end - days]
    bouts = [bout for bout in facts.full.items if bout.at >= since]
    return Stools(
        days=days,
        known_days=facts.days.count_known(end - days, end),
        in_all=len(bouts),
        in_toilet=sum(bout.in_toilet for bout in bouts),
    )
