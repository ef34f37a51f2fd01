"""The verdict: facts, walk, signs and questions put together, and the words that fit.

Which sentence of a state fits, what is being counted, what else to know (clinical_rules.md
§1, and §3.4: pain never recorded does not shut the gate), what to tell at the next visit
(part 2), and the weeks before for the rooms above.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice, pairwise
from typing import Final, NamedTuple

from stepstool.method.comfort.asking import (
    alerts_of,
    is_due,
    notes_of_review,
    questions_of,
    review_of,
)
from stepstool.method.comfort.comfort import (
    Alert,
    Comfort,
    Counted,
    Past,
    Progress,
    Span,
    State,
    Stools,
    Urgency,
    Values,
    Variant,
)
from stepstool.method.comfort.facts import Facts, Sight, soft_run
from stepstool.method.comfort.ground import SAID_STUCK
from stepstool.method.comfort.opening import (
    gap_eased,
    is_cleaning_out,
    last_word,
    medicine,
    overflow,
    runny,
)
from stepstool.method.comfort.rules import Closing, hours, hurt, leak
from stepstool.method.comfort.signs import SIGN_OF
from stepstool.method.comfort.walk import (
    Body,
    Step,
    body_of,
    good_days,
    ill,
    is_back,
    is_stuck,
    quiet_since,
    told_soft,
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


# Which sentence of a state fits, and what is being counted.


class Sentence(NamedTuple):
    """A variant and the values of its gaps."""

    variant: Variant
    values: Values


class Case(NamedTuple):
    """What a sentence is chosen by."""

    step: Step
    body: Body


class Choice(NamedTuple):
    """One row: a variant, and whether it fits."""

    variant: Variant
    fits: Callable[[Case], object]


def first_that_fits(rows: Iterable[Choice], case: Case) -> Choice | None:
    """Give the first row of a decision table that fits."""
    return next((row for row in rows if row.fits(case)), None)


def sentence_of(step: Step, body: Body) -> Sentence:
    """Give the sentence for the body's state."""
    case = Case(step, body)
    first = first_that_fits(FIRST[body.state], case)
    return Sentence(first.variant, {}) if first else SENTENCES[body.state](step, body)


def progress_of(step: Step, body: Body) -> Progress | None:
    """Give what is being counted until the gate opens again, if anything is."""
    if body.state is State.CONSTIPATED:
        done = min(good_days(step.sight, step.course.restarted), N.count.good_days)
        return Progress(counted=Counted.GOOD_DAYS, done=done, of=N.count.good_days)
    counts = body.rules[0].closes is Closing.SOFT_RUN
    return _soft_run(step, body) if counts else None


def _soft_run(step: Step, body: Body) -> Progress:
    """Count the soft ones since; the one that ended the long gap (W7) counts too."""
    of, ended = step.sight.soft_run, body.rules[0] is gap_eased
    done = min(soft_run(step.sight, body.latest) + ended, of)
    return Progress(counted=Counted.SOFT_RUN, done=done, of=of)


def _stuck(step: Step, body: Body) -> Sentence:
    done = good_days(step.sight, step.course.restarted)
    word = last_word(step.sight)
    if word is not None and word.word in SAID_STUCK and word.name is not UNKNOWN:
        variant = Variant.REVIEW if is_due(step) else Variant.DOCTOR_KNOWS
        return Sentence(variant, {"clinician": word.name, "count": done})
    if done:
        return Sentence(Variant.COUNTING, {"count": done, "of": N.count.good_days})
    now = (each.rule for each in step.opened if each.rule in body.rules)
    own = (rule.variant for rule in now if rule.variant is not Variant.PLAIN)
    return _with_hours(step.sight, next(own, Variant.PLAIN))


def _watch(step: Step, body: Body) -> Sentence:
    leads = body.rules[0]
    # What a parent sees differently is *stuck* by its row, and its words do not fit.
    variant = leads.variant if leads.opens is State.WATCH else Variant.PLAIN
    if variant is Variant.MEDICINE_MISSED and not _is_ordered(step):
        variant = Variant.MEDICINE_OVER
    if variant is Variant.HURT_ONCE and hurt in body.rules:
        variant = Variant.PLAIN
    if variant in (Variant.HURT_ONCE, Variant.COUNTING):
        progress = _soft_run(step, body)
        return Sentence(variant, {"count": progress.done, "of": progress.of})
    return _with_hours(step.sight, variant)


def _with_hours(sight: Sight, variant: Variant) -> Sentence:
    """A long gap is told in hours; a few poops in a week are not one."""
    if variant is not Variant.LONG_GAP:
        return Sentence(variant, {})
    if sight.gap.length < N.span.ask_gap:
        return Sentence(Variant.PLAIN, {})
    return Sentence(variant, {"hours": hours(sight.gap.length)})


def _comfortable(step: Step, body: Body) -> Sentence:
    if since := quiet_since(step):
        return _silent(step, since)
    if told_soft in body.rules:
        return Sentence(Variant.AS_TOLD, {})
    if _is_ordered(step):
        return Sentence(Variant.WITH_MEDICINE, {})
    helped = _is_on_laxative(step)
    return Sentence(Variant.OWN_MEDICINE if helped else Variant.PLAIN, {})


def _unknown(step: Step, body: Body) -> Sentence:
    if (since := quiet_since(step)) and not _is_new(step):
        return _silent(step, since)
    last = first_that_fits(UNKNOWNS, Case(step, body))
    return Sentence(last.variant if last else Variant.PLAIN, {})


def _silent(step: Step, since: date) -> Sentence:
    """Ask about the days since the last word; once answered today, only wait."""
    sight = step.sight
    answer = sight.facts.answers(Topic.GAP).last(sight.at)
    answered = answer is not None and answer.at >= sight.facts.days.starts[sight.day]
    variant = Variant.WAITING if answered else Variant.SILENT
    return Sentence(variant, {"since": since})


def _is_ordered(step: Step) -> bool:
    return step.sight.facts.record.treatment.laxative_ordered(step.sight.at)


def _is_on_laxative(step: Step) -> bool:
    return step.sight.facts.record.treatment.on_laxative(step.sight.at)


def _is_new(step: Step) -> bool:
    return not step.sight.facts.full.items and not step.sight.is_silent


def _has_bug(case: Case) -> bool:
    facts = case.step.sight.facts
    return ill in case.body.rules and facts.has_bug(case.step.sight.at)


def _leaks_on_medicine(case: Case) -> bool:
    """Loose or leaking on a laxative: the first words are not to stop it on one's own."""
    return _is_on_laxative(case.step) and not LOOSE.isdisjoint(case.body.rules)


def _is_missed(case: Case) -> bool:
    return medicine in case.body.rules and _is_ordered(case.step)


def _is_long_tender(case: Case) -> bool:
    since = case.body.since
    return since is not None and case.step.sight.at - since >= N.span.tender_long


LOOSE: Final = {overflow, leak, runny}
BACK: Final = Choice(Variant.BACK_AFTER_WEEKS, lambda case: is_back(case.step))
LEAKING: Final = Choice(Variant.LEAKING_ON_MEDICINE, _leaks_on_medicine)
# What goes before the rule that leads, the first that fits.
FIRST: Final[Mapping[State, tuple[Choice, ...]]] = {
    State.CONSTIPATED: (
        BACK,
        Choice(Variant.CLEAN_OUT, lambda case: is_cleaning_out(case.step.sight)),
        LEAKING,
        Choice(Variant.MEDICINE_MISSED, _is_missed),
    ),
    State.WATCH: (BACK, LEAKING, Choice(Variant.LONG_TENDER, _is_long_tender)),
    State.COMFORTABLE: (),
    State.UNKNOWN: (
        Choice(Variant.BUG, _has_bug),
        Choice(Variant.ILL, lambda case: ill in case.body.rules),
    ),
}
# What is said where nothing is known and nothing was asked, the first that fits.
UNKNOWNS: Final = (
    BACK,
    Choice(Variant.TOO_YOUNG, lambda case: case.step.sight.is_baby),
    Choice(Variant.NEW, lambda case: _is_new(case.step)),
)
SENTENCES: Final[Mapping[State, Callable[[Step, Body], Sentence]]] = {
    State.CONSTIPATED: _stuck,
    State.WATCH: _watch,
    State.COMFORTABLE: _comfortable,
    State.UNKNOWN: _unknown,
}


# Notes beside a verdict, and what is told at the next visit.


NOT_A_CONDITION: Final = {Told.NOTHING_OF_THIS}


def notes_of(step: Step) -> tuple[Because, ...]:
    """Give what else to know about this verdict."""
    return (
        *_pain(step),
        *_age(step),
        *_stopped(step),
        *_called(step),
        *_wiping(step),
        *notes_of_review(step),
    )


def _pain(step: Step) -> Iterator[Because]:
    """Say that pain was not written down, where there was something to write."""
    facts, at = step.sight.facts, step.sight.at
    full = facts.full.count(at - N.span.window, at)
    if full and not facts.pain_known.count(at - N.span.window, at):
        yield _note("pain", "pain_not_written", ("I",))


def _age(step: Step) -> Iterator[Because]:
    if not step.sight.facts.record.child.born:
        yield _note("age", "age_unknown", ("I",))
    elif step.sight.is_baby:
        yield _note("age", "under_one", ("N5", "NICE-T1"))


def _stopped(step: Step) -> Iterator[Because]:
    """One quiet line for a day: if it comes back, call."""
    at = step.sight.at
    for each in step.sight.facts.record.of(DangerSign):
        lately = (
            each.answer is DangerAnswer.STOPPED and at - each.at < N.span.quiet_line
        )
        if (
            lately
            and each.sign is not UNKNOWN
            and each.answer in SIGN_OF[each.sign].closed_by
        ):
            yield _note("stopped", "call_if_it_comes_back", ("I",))
            return


def was_called(step: Step) -> bool:
    """Whether a sign of now or today was answered within a day; the child rests then."""
    at = step.sight.at
    told = step.sight.facts.record.within(DangerSign, at - N.span.quiet_line, at)
    return any(
        each.sign is not UNKNOWN
        and SIGN_OF[each.sign].urgency is not Urgency.SOON
        and each.answer in SIGN_OF[each.sign].closed_by
        for each in told
    )


def _called(step: Step) -> Iterator[Because]:
    """One line for a day after the call."""
    if was_called(step) and not list(_stopped(step)):
        yield _note("called", "call_if_it_comes_again", ("I",))


def _wiping(step: Step) -> Iterator[Because]:
    """Help to tell wiping from leaking, after a single smear that may be wiping."""
    facts, at = step.sight.facts, step.sight.at
    smears = (each for each in facts.bouts if each.smear is Smear.WIPING)
    if any(at - each.at < N.span.quiet_line for each in smears):
        yield _note("wiping", "wiping", ("FEDELE-2024", "I"))


def tell_of(step: Step) -> tuple[Because, ...]:
    """Give what to tell a clinician at the next visit."""
    return (
        *_four_years(step),
        *_conditions(step),
        *_own_gap(step),
        *_laxative(step),
        *_strong_pain(step),
        *_soiling(step),
    )


def _strong_pain(step: Step) -> Iterator[Because]:
    """What a visit about strong pain may look for, however soft the poops are."""
    facts, at = step.sight.facts, step.sight.at
    screamed = [each for each in facts.screamed if at - each.at < N.span.window]
    if len(screamed) >= N.count.screams:
        yield _note("tell_strong_pain", "tell_strong_pain", ("NICE-T1", "I"))


def _soiling(step: Step) -> Iterator[Because]:
    """On how many days there was soiling; the doctor's page wants to know."""
    sight = step.sight
    days = sight.facts.leak_days.moments_within(sight.at - N.span.window, sight.at)
    if len(days) >= N.count.leak_days:
        when = Dates(sight.facts.day(days[0]), sight.facts.day(days[-1]))
        values: dict[str, Value] = {"count": len(days), "when": when}
        saw = Saying(key="seen.tell_soiling", values=values)
        yield Because(rule="tell_soiling", saw=saw, sources=("FEDELE-2024", "NICE-T1"))


def _four_years(step: Step) -> Iterator[Because]:
    facts = step.sight.facts
    oldest = facts.record.child.oldest_months(facts.days.dates[step.sight.day])
    if oldest is not UNKNOWN and oldest >= N.count.four_years:
        yield _note("tell_age", "tell_age", ("FEDELE-2024", "GATE"))


def _conditions(step: Step) -> Iterator[Because]:
    told = step.sight.facts.answers(Topic.CONDITIONS).last(step.sight.at)
    answers = told.answers if told else UNKNOWN
    for each in () if answers is UNKNOWN else answers:
        if each not in NOT_A_CONDITION:
            yield _note("tell_condition", f"tell_{each}", ("MDCALC-FC", "MEDALG"))


def _own_gap(step: Step) -> Iterator[Because]:
    if step.sight.is_slow:
        yield _note("tell_own_gap", "tell_own_gap", ("GPN", "I"))


def _laxative(step: Step) -> Iterator[Because]:
    """A laxative for longer than a week that nobody ordered."""
    facts = step.sight.facts
    given = [each.at for each in facts.of(MedicineGiven) if _is_laxative(each)]
    if (
        given
        and not facts.record.treatment.ordered
        and given[-1] - given[0] > N.span.own_laxative
    ):
        yield _note("tell_laxative", "tell_laxative", ("DAILYMED",))


def _is_laxative(given: MedicineGiven) -> bool:
    return given.medicine in LAXATIVES and given.outcome is Given.GIVEN


def _note(rule: str, saw: str, sources: tuple[str, ...]) -> Because:
    return Because(rule=rule, saw=Saying(key=f"seen.{saw}"), sources=sources)


# The past.


def past_of(facts: Facts, steps: Sequence[Step], alerts: Sequence[Alert]) -> Past:
    """Give the past that a walk went through, up to the signs that are open now."""
    open_now = ((each.since, facts.at) for each in alerts)
    now = steps[-1].sight
    gaps = [*now.gaps.ended.items, now.gap]
    return Past(
        gaps=tuple(
            (each.since, each.until) for each in gaps if each.since < each.until
        ),
        holding=tuple(facts.holding.moments),
        ill=tuple((each.since, each.until) for each in facts.ill),
        stuck=tuple(_stuck_spans(steps)),
        called=tuple(sorted([*open_now, *_answered(facts)])),
        hurt=(*facts.little_pains.moments, *_not_painless(facts)),
        own_gap=now.own_gap,
    )


def _not_painless(facts: Facts) -> Iterator[datetime]:
    """When the family said "not soft and painless"; it counts as a pain."""
    told = facts.told_of(Topic.SOFT_AND_PAINLESS)
    yield from (each.at for each in told if each.answers == (Told.NO,))


def _answered(facts: Facts) -> Iterator[Span]:
    """Give the times from a sign that was told to the answer that closed it."""
    said = facts.record.of(DangerSign)
    for n, here in enumerate(said):
        if here.answer is DangerAnswer.HERE and here.sign is not UNKNOWN:
            closing = SIGN_OF[here.sign].closed_by
            same = (each for each in said[n + 1 :] if each.sign is here.sign)
            ends = (each.at for each in same if each.answer in closing)
            yield from ((here.at, end) for end in islice(ends, 1))


def _stuck_spans(steps: Sequence[Step]) -> Iterator[Span]:
    """Join the moments of the walk at which it was stuck."""
    since = None
    for before, step in pairwise(steps):
        if since is None and is_stuck(before):
            since = before.sight.at
        if since is not None and not is_stuck(step):
            yield since, step.sight.at
            since = None
    last = steps[-1]
    if since is not None or is_stuck(last):
        yield since or last.sight.at, last.sight.at


# The whole.


def assess(record: Record) -> Comfort:
    """Say how the child's body feels at the moment of the record, and why.

    Reads `READING`; the same record gives the same verdict. Source: clinical_rules.md,
    parts 1 to 3.
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
    )


def _sentence(now: Step, body: Body, alerts: tuple[Alert, ...]) -> Sentence:
    if alerts:
        return Sentence(Variant(alerts[0].urgency.value), {})
    return sentence_of(now, body)


def _because(body: Body, alerts: tuple[Alert, ...]) -> tuple[Because, ...]:
    signs = [reason for alert in alerts for reason in alert.because]
    return (*signs, *body.because)


def _stools(facts: Facts, days: int) -> Stools:
    """Count full poops of the last days, today included."""
    end = len(facts.days.dates)
    since = facts.days.starts[end - days]
    bouts = [each for each in facts.full.items if each.at >= since]
    return Stools(
        days=days,
        known_days=facts.days.count_known(end - days, end),
        in_all=len(bouts),
        in_toilet=sum(each.in_toilet for each in bouts),
    )
