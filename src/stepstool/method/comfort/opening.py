"""What opens *stuck* (C1 to C7) and *tender* (W1 to W10): rows with their conditions.

A condition of *stuck* looks at one moment; how it closes again is counted in `walk`. One of
*tender* looks for its latest sign and whether that is closed again. Nothing is stored.
Each row names its sources; the form of a rule stands in `rules`.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Final, NamedTuple

from stepstool.method.comfort.comfort import State, Variant
from stepstool.method.comfort.facts import (
    Gap,
    Sight,
    is_a_problem,
    is_soft_and_painless,
    is_tender,
    lately,
    problems_of,
)
from stepstool.method.comfort.ground import (
    SAID_HOW,
    SAID_STUCK,
    answers_of,
    eats_not,
    has_bug,
    says_overflow,
)
from stepstool.method.comfort.rules import (
    BABY,
    Closing,
    Match,
    Rule,
    RuleRow,
    RuleTable,
    days_of,
    gap_match,
    hours,
    poops,
)
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.health import ClinicianWord, Illness, Word
from stepstool.method.record.kinds.interview import Told, Topic

N: Final = topic("comfort")
STUCK, WATCH = State.CONSTIPATED, State.WATCH
NO_PAIN: Final = 0


# What opens *stuck*.


@RuleRow(key="C1", opens=STUCK, closes=Closing.GOOD_DAYS, from_months=BABY, overruled=True, apart=True,
     sources=("NICE-T1", "GATE", "ML-STOOL-2020", "I"), says=("two_signs",),
     when="{stuck_findings} findings that rest on {stuck_events} events;"
          " on {stuck_events_again} for {again_for} days after it closed")  # fmt: skip
def two_findings(rule: Rule, findings: Sequence[Match], enough: int) -> Match | None:
    """Different findings that rest on enough different events."""
    if len(findings) < N.count.stuck_findings:
        return None
    events = frozenset(chain.from_iterable(finding.events for finding in findings))
    if len(events) < enough:
        return None
    slips = frozenset(chain.from_iterable(finding.slips for finding in findings))
    match = rule.match(events, "two_signs", count=len(findings), events=len(events))
    return match._replace(parts=tuple(findings), slips=slips)


@RuleRow(key="C2", opens=STUCK, closes=Closing.SOFT_ONE, from_months=BABY, overruled=True,
     sources=("GATE", "I"), says=("gap", "gap_at_least"), variant=Variant.LONG_GAP,
     when="a gap of {long_gap} hours; of {long_gap_slow} for a slow child"
          " (confirmed own gap over {slow} hours)")  # fmt: skip
def long_gap(rule: Rule, sight: Sight) -> Match | None:
    """A long gap over known days."""
    return gap_match(rule, sight) if sight.gap.length >= sight.long_gap else None


@RuleRow(key="C3", opens=STUCK, closes=Closing.GOOD_DAYS, from_months=BABY, overruled=True,
     sources=("GATE", "I"), says=("held_gap",), variant=Variant.HOLDING,
     when="a gap of {held_gap} hours with holding since the last poop, and a hard or"
          " sore one in {hurt_recently} days, a tummy ache, or holding on"
          " {held_days_since} days since the last poop")  # fmt: skip
def held_gap(rule: Rule, sight: Sight) -> Match | None:
    """Holding since the last poop weighs more with time, never less."""
    if not _is_held(sight) or not _is_worse(sight):
        return None
    return rule.match([(sight.at, "gap")], "held_gap", hours=hours(sight.gap.length))


def _is_held(sight: Sight) -> bool:
    """Whether a gap goes on with holding."""
    gap = sight.gap
    if gap.length < N.span.held_gap:
        return False
    return bool(sight.facts.holding.count(gap.since, sight.at))


def _is_worse(sight: Sight) -> bool:
    facts, since = sight.facts, sight.gap.since
    days = facts.holding_days.count(since, sight.at)
    return bool(
        days >= N.count.held_days_since
        or facts.trouble.count(sight.back(N.span.hurt_recently), sight.at)
        or facts.aches.count(since, sight.at)
    )


@RuleRow(key="C4", opens=STUCK, closes=Closing.GOOD_DAYS, from_months=BABY,
     sources=("NICE-T1", "NHS-GHC", "I"), says=("leaks", "leak_after", "overflow_told"), variant=Variant.LEAKING,
     when="overflow: leaks on {overflow_days} of {overflow_window} days, or a leak"
          " after a gap of {few_gap} hours or within {overflow_after} days of a big"
          " or hard poop; or two of three questions about runny poops say so")  # fmt: skip
def overflow(rule: Rule, sight: Sight) -> Match | None:
    """Many leaks, or a leak after a gap, or after a big or hard poop; or as answered."""
    return (
        _many_leaks(rule, sight)
        or _leak_after(rule, sight)
        or _answered_overflow(rule, sight)
    )


def _many_leaks(rule: Rule, sight: Sight) -> Match | None:
    since = sight.back(N.span.overflow_window)
    days = sight.facts.leak_days.moments_within(since, sight.at)
    if len(days) < N.count.overflow_days:
        return None
    return rule.match(days_of(days, "leak"), "leaks", count=len(days))


def _leak_after(rule: Rule, sight: Sight) -> Match | None:
    """Look at what came before the newest leak."""
    leak = sight.facts.leaks.last(sight.at)
    if leak is None or leak.at <= sight.back(N.span.window):
        return None
    if not _after_big_or_hard(sight, leak) and not _after_gap(sight, leak):
        return None
    return rule.match(poops([leak]), "leak_after", at=sight.facts.when(leak.at))


def _after_big_or_hard(sight: Sight, leak: Bout) -> bool:
    facts, since = sight.facts, max(leak.at - N.span.overflow_after, sight.cleared)
    return bool(facts.big.count(since, leak.at) or facts.hard.count(since, leak.at))


def _after_gap(sight: Sight, leak: Bout) -> bool:
    day = sight.facts.days.index(leak.at)
    gap = sight.gaps.at(leak.at, day).length
    return gap >= sight.few_gap and sight.facts.gaps_count(leak.at)


def _answered_overflow(rule: Rule, sight: Sight) -> Match | None:
    answer = sight.facts.answers(Topic.RUNNY).last(sight.at)
    if answer is None or answer.at <= sight.back(N.span.window):
        return None
    if not says_overflow(answer):
        return None
    return rule.match([(answer.at, "told")], "overflow_told")


@RuleRow(key="C5", opens=STUCK, closes=Closing.LOG_DECIDES, overruled=True,
     sources=("NICE-T1", "BR-RECALL"), says=("told_holding", "told_signs"), variant=Variant.AS_TOLD,
     when="told of the last four weeks: {told_signs} of hard, hurts, huge, leaks,"
          " blood; or holds it for three days")  # fmt: skip
def told_problem(rule: Rule, sight: Sight) -> Match | None:
    """Told of the last four weeks, until the log decides."""
    answer = lately(sight)
    if answer is None or not is_a_problem(answer) or _log_decides(sight, answer.at):
        return None
    if answer.at <= sight.cleared:
        return None
    count = len(problems_of(answer))
    held = Told.HOLDS_3_DAYS in answers_of(answer)
    saw = "told_holding" if held and not count else "told_signs"
    return rule.match([(answer.at, "told")], saw, count=count, told=answer.at.date())


def _log_decides(sight: Sight, answered: datetime) -> bool:
    facts = sight.facts
    known = facts.days.count_known(facts.days.index(answered) + 1, sight.day)
    typed = facts.typed.count(answered, sight.at)
    return known >= N.count.good_days and typed >= N.count.told_typed


@RuleRow(key="C6", opens=STUCK, closes=Closing.CLINICIAN,
     sources=("EMEDI", "DEVON"), says=("clinician", "clinician_named", "clean_out", "clean_out_named",
           "clean_out_ordered"),
     when="a clinician's newest word says so, or a clean-out runs")  # fmt: skip
def clinician(rule: Rule, sight: Sight) -> Match | None:
    """The newest word holds."""
    word = last_word(sight)
    if word is not None and word.word in SAID_STUCK:
        return _worded(rule, sight, word)
    ran = [e for e in sight.facts.clean_outs if e[0] <= sight.at < e[1]]
    return rule.match([(ran[0][0], "word")], "clean_out_ordered") if ran else None


def _worded(rule: Rule, sight: Sight, word: ClinicianWord) -> Match:
    name = "" if word.name is UNKNOWN else word.name
    saw = "clean_out" if word.word is Word.CLEAN_OUT_RUNNING else "clinician"
    saw += "_named" if name else ""
    day = sight.facts.local(word.at).date()
    return rule.match([(word.at, "word")], saw, clinician=name, told=day)


def is_cleaning_out(sight: Sight) -> bool:
    """Whether a clean-out runs, by order or by a clinician's word."""
    return sight.facts.cleaning_out(sight.at)


def word_stands(sight: Sight) -> bool:
    """Whether C6 goes on whatever the log says.

    Once treated with a laxative, good days close a clinician's word as they close C1: soft is
    soft, with the medicine's help. A clean-out that runs stands.
    """
    word = last_word(sight)
    since = word.at if word else sight.cleared
    treated = sight.facts.record.treatment.was_on_laxative(since, sight.at)
    return is_cleaning_out(sight) or not treated


def last_word(sight: Sight) -> ClinicianWord | None:
    """The clinician's newest word on whether it is constipation."""
    words = sight.facts.words
    telling = [word for word in words if word.at <= sight.at and word.word in SAID_HOW]
    return telling[-1] if telling else None


@RuleRow(key="C7", opens=STUCK, closes=Closing.GOOD_DAYS,
     sources=("NICE-T1", "N5", "N1"), says=("baby_hard",),
     when="under {baby} months: a hard poop with distress or blood")  # fmt: skip
def baby_hard(rule: Rule, sight: Sight) -> Match | None:
    """Of a baby, a hard poop with distress or blood."""
    if not sight.is_baby:
        return None
    hard_ones = sight.facts.hard.within(sight.back(N.span.window), sight.at)
    bouts = [bout for bout in hard_ones if bout.hurt or bout.blood]
    return rule.match(poops(bouts), "baby_hard", count=len(bouts)) if bouts else None


# What opens *tender*.


@RuleRow(key="W1", opens=WATCH, closes=Closing.SOFT_RUN,
     sources=("GATE", "I"), says=("hurt_once",), variant=Variant.HURT_ONCE,
     when="one poop hurt")  # fmt: skip
def hurt_once(rule: Rule, sight: Sight) -> Match | None:
    """One poop hurt."""
    bout = sight.facts.hurt.last(sight.at)
    if bout is None or not is_tender(sight, bout.at):
        return None
    return rule.match(poops([bout]), "hurt_once", at=sight.facts.when(bout.at))


@RuleRow(key="W2", opens=WATCH, closes=Closing.SOFT_RUN,
     sources=("GATE",), says=("two_hard",), variant=Variant.TWO_HARD,
     when="the last two typed poops were hard")  # fmt: skip
def two_hard(rule: Rule, sight: Sight) -> Match | None:
    """The last two; lately, if not by now."""
    second = sight.facts.hard_pairs.last(sight.at)
    if second is None or second.at <= sight.cleared or not is_tender(sight, second.at):
        return None
    return rule.match(poops([second]), "two_hard")


@RuleRow(key="W3", opens=WATCH, closes=Closing.SOFT_RUN, from_months=BABY,
     sources=("GATE",), says=("held_gap", "held_gap_over"), variant=Variant.HOLDING,
     when="a gap of {held_gap} hours with holding")  # fmt: skip
def held(rule: Rule, sight: Sight) -> Match | None:
    """A gap with holding, going on or ended lately."""
    if _is_held(sight):
        length = hours(sight.gap.length)
        return rule.match([(sight.at, "gap")], "held_gap", hours=length)
    return _held_lately(rule, sight)


def _held_lately(rule: Rule, sight: Sight) -> Match | None:
    facts, since = sight.facts, sight.back(N.span.tender_most)
    for gap in reversed(sight.gaps.ended.within(since, sight.at)):
        if gap.length < N.span.held_gap or not facts.gaps_count(gap.until):
            continue
        if facts.holding.count(gap.since, gap.until):
            length, events = hours(gap.length), [(gap.until, "gap")]
            tender = is_tender(sight, gap.until)
            return rule.match(events, "held_gap_over", hours=length) if tender else None
    return None


@RuleRow(key="W4", opens=WATCH, closes=Closing.MEDICINE,
     sources=("KR-2006", "I"), says=("missed", "relapse"), variant=Variant.MEDICINE_MISSED,
     when="a laxative missed on {missed_days} of {missed_window} days; or ended within"
          " {relapse} days and one hard or hurting poop")  # fmt: skip
def medicine(rule: Rule, sight: Sight) -> Match | None:
    """A laxative missed again and again, or trouble soon after one ended."""
    troubles = [*_missed(rule, sight), *_relapse(rule, sight)]
    latest = max(troubles, key=lambda finding: finding.latest, default=None)
    if latest is None:
        return None
    enough = _good_days(sight, latest.latest) >= N.count.medicine_good_days
    return None if enough else latest


def _missed(rule: Rule, sight: Sight) -> Iterator[Match]:
    ordered = sight.facts.record.treatment.laxative_ordered
    last = sight.facts.missed_days.moment_of_last(sight.at)
    if last is not None and ordered(sight.at):
        since = last - N.span.missed_window
        some = sight.facts.missed_days.moments_within(since, last)
        days = [finding for finding in some if ordered(finding)]
        if len(days) >= N.count.missed_days:
            yield rule.match(days_of(days, "medicine"), "missed", count=len(days))


def _relapse(rule: Rule, sight: Sight) -> Iterator[Match]:
    facts = sight.facts
    last = facts.trouble.last(sight.at)
    if last is not None and last.at > sight.cleared:
        ended = facts.record.treatment.ended_before(last.at)
        if ended is not None and last.at - ended < N.span.relapse:
            day = facts.local(ended).date()
            yield rule.match(poops([last]), "relapse", ended=day)


def _good_days(sight: Sight, since: datetime) -> int:
    """Known days without a hard or hurting poop or a missed medicine, since then."""
    facts = sight.facts
    bad = [
        facts.trouble.moment_of_last(sight.at),
        facts.missed_days.moment_of_last(sight.at),
    ]
    latest = max(filter(None, [since, *bad]))
    return facts.days.count_known(facts.days.index(latest) + 1, sight.day)


@RuleRow(key="W5", opens=WATCH, closes=Closing.ANSWER, from_months=BABY,
     sources=("NHS-GHC", "I"), says=("runny",), variant=Variant.RUNNY,
     when="more than {runny_most} runny poops a day on {runny_days} of"
          " {runny_window} days, not ill")  # fmt: skip
def runny(rule: Rule, sight: Sight) -> Match | None:
    """Many runny poops on several days, and nobody is ill.

    Those before an answer that points to a bug are a bug's (`illnesses`), so not among the days.
    """
    since = sight.back(N.span.runny_window)
    days = sight.facts.many_runny_days.moments_within(since, sight.at)
    answer = sight.facts.answers(Topic.RUNNY).last(sight.at)
    if len(days) < N.count.runny_days or (
        answer and answer.at >= days[0] and says_overflow(answer)
    ):
        return None
    return rule.match(days_of(days, "runny"), "runny", count=len(days))


@RuleRow(key="W6", opens=WATCH, closes=Closing.SOFT_RUN,
     sources=("I",), says=("told_one",), variant=Variant.TOLD_ONE,
     when="one of hard, hurts, huge, leaks, blood told of the last four weeks")  # fmt: skip
def told_one(rule: Rule, sight: Sight) -> Match | None:
    """One sign told of the last four weeks."""
    answer = lately(sight)
    if answer is None or is_a_problem(answer) or not problems_of(answer):
        return None
    if answer.at <= sight.cleared or not is_tender(sight, answer.at):
        return None
    return rule.match([(answer.at, "told")], "told_one", told=answer.at.date())


@RuleRow(key="W7", opens=WATCH, closes=Closing.SOFT_RUN, apart=True,
     sources=("I",), says=("gap_eased",), variant=Variant.COUNTING,
     when="a soft painless poop closed C2")  # fmt: skip
def gap_eased(rule: Rule, sight: Sight, eased: datetime | None) -> Match | None:
    """The poop that ended the gap; the walk knows when."""
    if eased is None or not is_tender(sight, eased):
        return None
    return rule.match([(eased, "poop")], "gap_eased", at=sight.facts.when(eased))


@RuleRow(key="W8", opens=WATCH, closes=Closing.WINDOW,
     sources=("I",), says=("little_pains",), variant=Variant.LITTLE_PAINS,
     when="{little_pains} that hurt, if only a little, in {window} days")  # fmt: skip
def little_pains(rule: Rule, sight: Sight) -> Match | None:
    """Some that hurt, if only a little; judged together."""
    bouts = sight.facts.little_pains.within(sight.back(N.span.window), sight.at)
    if len(bouts) < N.count.little_pains:
        return None
    return rule.match(poops(bouts), "little_pains", count=len(bouts))


@RuleRow(key="W9", opens=WATCH, closes=Closing.NEXT_SOFT,
     sources=("GATE", "I"), says=("said_not_soft",), variant=Variant.SAID_NOT_SOFT,
     when="the family said that the last one was not soft and painless")  # fmt: skip
def said_not_soft(rule: Rule, sight: Sight) -> Match | None:
    """The family's word, until a soft painless one comes."""
    interviews = (
        e for e in sight.facts.told_of(Topic.SOFT_AND_PAINLESS) if e.at <= sight.at
    )
    answer = max(interviews, key=lambda interview: interview.at, default=None)
    if answer is None or answer.answers != (Told.NO,) or answer.at <= sight.cleared:
        return None
    if any(
        is_soft_and_painless(sight.facts, bout) and bout.pain == NO_PAIN
        for bout in sight.facts.telling.within(answer.at, sight.at)
    ):
        return None
    return rule.match([(answer.at, "told")], "said_not_soft", told=answer.at.date())


@RuleRow(key="W10", opens=WATCH, closes=Closing.WINDOW,
     sources=("NICE-T1", "I"), says=("aching",), variant=Variant.ACHING,
     when="a tummy ache or no appetite on {ache_days} of {ache_window} days, and no"
          " clean-out runs")  # fmt: skip
def aching(rule: Rule, sight: Sight) -> Match | None:
    """A tummy ache or no appetite on several days; a clean-out may bring them."""
    since = sight.back(N.span.ache_window)
    days = sight.facts.ache_days.moments_within(since, sight.at)
    if len(days) < N.count.ache_days or is_cleaning_out(sight):
        return None
    return rule.match(days_of(days, "ache"), "aching", count=len(days))


STUCK_RULES: Final = RuleTable("C")
WATCH_RULES: Final = RuleTable("W")


def openings(sight: Sight, findings: Sequence[Match], *, again: bool) -> list[Match]:
    """Give what opens *stuck* at a moment.

    again: whether it closed only lately, when less is enough.
    """
    others = STUCK_RULES.matches(sight)
    if sight.is_baby:
        return others
    enough = N.count.stuck_events_again if again else N.count.stuck_events
    both = two_findings.holds(two_findings, findings, enough)
    return [both, *others] if both else others


# From when on a gap is too long, for the danger sign of days without.


class Limit(NamedTuple):
    """From when on a gap is too long, and whose limit that is."""

    at: datetime
    key: str
    word: ClinicianWord | None = None


def limits(sight: Sight, gap: Gap) -> Iterator[Limit]:
    """Give the limits of a gap: the clinician's own or ours, and a shorter one if unwell."""
    word = next(reversed(own_limits(sight)), None)
    if word is None or word.days is UNKNOWN:
        yield Limit(gap.since + N.span.days_without, "days_without")
    else:
        yield Limit(gap.since + timedelta(days=word.days), "days_without_own", word)
    if unwell := list(_unwell(sight, gap)):
        at = max(gap.since + N.span.days_without_unwell, min(unwell))
        yield Limit(at, "days_without_unwell")


def own_limits(sight: Sight) -> list[ClinicianWord]:
    """The clinician's own limits for this child."""
    return [
        word
        for word in sight.facts.words
        if word.word is Word.CALL_AFTER_DAYS
        and word.days is not UNKNOWN
        and word.at <= sight.at
    ]


def _unwell(sight: Sight, gap: Gap) -> Iterator[datetime]:
    """When pain, vomiting or not eating was written in this gap."""
    facts = sight.facts
    yield from facts.aches.moments_within(gap.since, gap.until)
    for illness in facts.record.within(Illness, gap.since, gap.until):
        if has_bug(illness) or eats_not(illness):
            yield illness.at
