"""The walk from the diary's past to now, day by day, and what the body is at its end.

No state is stored. The walk looks at 04:00 of each day, from 60 days before the last word
on, but not before the day ahead of the first one, and at the moment asked; and, so that nothing is missed between two mornings, just before
each poop that ended a longer gap, when the family answered that none came, at a clinician's
word, and when what is open has lasted for weeks. Silence closes nothing. *Stuck* closes by
good days counted over known days, or as its rule says. Where
good days close a clinician's word, the walk begins at the word, or three months before the
latest trouble: so neither time nor soft poops bring back what is closed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain, pairwise
from typing import Final, NamedTuple

from stepstool.method.comfort.comfort import Counted, GateProgress, Span, State, Variant
from stepstool.method.comfort.facts import (
    Facts,
    GapSeries,
    Sight,
    is_soft_and_painless,
    said_soft,
    sees_it_differently,
    soft_run,
)
from stepstool.method.comfort.ground import SAID_STUCK
from stepstool.method.comfort.opening import (
    WATCH_RULES,
    gap_eased,
    last_word,
    medicine,
    openings,
    word_stands,
)
from stepstool.method.comfort.rules import (
    LEADS_TO,
    Closing,
    Match,
    Rule,
    RuleRow,
    findings,
)
from stepstool.method.evidence import topic
from stepstool.method.record import Because
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.interview import Topic

N: Final = topic("comfort")
JUST: Final = timedelta.resolution
LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
NONE_OPEN: Final[Mapping[str, Match]] = {}


class WalkState(NamedTuple):
    """What the walk carries from one moment to the next."""

    # The C rules that are open by their keys, with what they rested on last.
    open: Mapping[str, Match] = NONE_OPEN
    # Since when good days are counted, and the hard painless poops since then.
    restarted: datetime = LONG_AGO
    slips: int = 0
    # When a soft poop ended C2.
    eased: datetime | None = None
    # When it last became stuck, and when that was over.
    stuck_since: datetime | None = None
    closed: datetime | None = None
    # Since when there are two findings.
    two_since: datetime | None = None
    # When a stuck diary had been silent for weeks; it is asked how it was, and stays stuck
    # until the answer, or good days.
    lost: datetime | None = None


class WalkStep(NamedTuple):
    """One moment of the walk: what was to be seen, and where it left the child."""

    sight: Sight
    findings: Sequence[Match]
    opened: Sequence[Match]
    course: WalkState


def walk(facts: Facts) -> list[WalkStep]:
    """Walk up to the moment asked; the last step is that moment."""
    gaps = GapSeries(facts)
    first, course = _beginning(facts, gaps)
    since, steps = facts.start, list[WalkStep]()
    for moment in _moments(facts, gaps, first):
        before = Sight(facts, gaps, moment - JUST, since)
        for at in (*(_marks(course, before) if steps else ()), moment):
            steps.append(_step(Sight(facts, gaps, at, since), course))
            course, since = steps[-1].course, at
    return steps


def _marks(course: WalkState, before: Sight) -> list[datetime]:
    """When what is open lasts for so long that a visit is asked for, and a gap is few.

    A sign that opens between two mornings would else be gone by the next one (rule 4), and
    what is tender before a day without a word would be gone after it.
    """
    marks = [before.gap.since + before.few_gap + JUST, before.lapses - JUST]
    if course.stuck_since:
        marks.append(course.stuck_since + N.span.stuck_long)
    if course.two_since:
        marks.append(course.two_since + N.span.signs_long)
    return sorted({mark for mark in marks if before.since < mark <= before.at})


def _beginning(facts: Facts, gaps: GapSeries) -> tuple[int, WalkState]:
    """Give the day on whose morning the walk begins, and what is open then."""
    first, course = _looked_back(facts, gaps)
    return max(first, facts.first_day - 1), course


def _looked_back(facts: Facts, gaps: GapSeries) -> tuple[int, WalkState]:
    """Give the same, whether or not anything is written of the days it looks back on."""
    last = facts.days.index(
        facts.last_entry(facts.at) if facts.was_written else facts.at
    )
    first = max(last - N.span.look_back.days, 1)
    word, trouble = _treated_word(facts, gaps), _latest_trouble(facts, gaps)
    if word is None or trouble is None:
        return first, WalkState()
    judged = facts.days.index(max(word, trouble - N.span.treatment_long))
    if judged <= N.count.good_days:
        # What would have closed it is no longer read.
        return first, WalkState(closed=word)
    return min(first, judged), WalkState()


def _treated_word(facts: Facts, gaps: GapSeries) -> datetime | None:
    """When a clinician last said that it is stuck, if good days may close that."""
    now = Sight(facts, gaps, facts.at, facts.start)
    word = last_word(now)
    if word is None or word.word not in SAID_STUCK or word_stands(now):
        return None
    return word.at


def _latest_trouble(facts: Facts, gaps: GapSeries) -> datetime | None:
    """When the latest sign of trouble was that is read, of whatever kind."""
    signs = (facts.trouble, facts.leaks, facts.holding)
    ended = (gap.until for gap in gaps.ended.items if gap.length >= N.span.few_gap)
    moments = (moment for series in signs for moment in series.moments[-1:])
    return max((*moments, *ended), default=None)


def _moments(facts: Facts, gaps: GapSeries, first: int) -> list[datetime]:
    mornings = facts.days.starts[first:]
    ends = (
        gap.until - JUST
        for gap in gaps.ended.within(mornings[0], facts.at)
        if gap.length >= N.span.held_gap
    )
    gap_answers = facts.answers(Topic.GAP).moments_within(mornings[0], facts.at)
    words = facts.cleared.moments_within(mornings[0], facts.at)
    return sorted({*mornings, *ends, *gap_answers, *words, facts.at})


def _step(sight: Sight, course: WalkState) -> WalkStep:
    course = _cleared(sight, _found_again(sight, _fallen_silent(sight, course)))
    signs = findings(sight)
    again = course.closed is not None and sight.at - course.closed < N.span.again_for
    opened = openings(sight, signs, again=again)
    course = _count(sight, _open(sight, course, opened), opened)
    return WalkStep(sight, signs, opened, _close(sight, course, signs, opened))


def _fallen_silent(sight: Sight, course: WalkState) -> WalkState:
    """A stuck diary without a word for weeks: it is asked how it has been."""
    if not course.open or sight.at - sight.facts.last_entry(sight.at) < N.span.silence:
        return course
    return course._replace(lost=course.lost or sight.at)


def _found_again(sight: Sight, course: WalkState) -> WalkState:
    """The family's answer on its return: soft and easy closes what only its diary opened."""
    answer = sight.facts.answers(Topic.FOUR_WEEKS).last(sight.at)
    if course.lost is None or answer is None or answer.at <= course.lost:
        return course
    if said_soft(sight) is None:
        return course._replace(lost=None)
    still = {
        k: finding for k, finding in course.open.items() if not finding.rule.overruled
    }
    if still:
        return course._replace(open=still, lost=None)
    return WalkState(closed=answer.at)


def _cleared(sight: Sight, course: WalkState) -> WalkState:
    """A clinician's "not constipated" closes what was before it."""
    return WalkState() if sight.is_fresh(sight.cleared) else course


def _open(sight: Sight, course: WalkState, opened: Sequence[Match]) -> WalkState:
    """Open what rests on something newer than the last closing; keep what it rested on."""
    new = {
        finding.rule.key: finding
        for finding in opened
        if course.closed is None or finding.is_after(course.closed)
    }
    if not new:
        return course
    since = max(map(_trouble, new.values()))
    fresh = any(finding.is_after(sight.since) for finding in new.values())
    return course._replace(
        open={**course.open, **new},
        restarted=course.restarted if course.open else since,
        stuck_since=course.stuck_since or since,
        lost=None if fresh else course.lost,
    )


def _trouble(match: Match) -> datetime:
    """When the latest trouble was that it rests on; a slip is none."""
    return max(match.events - match.slips or match.events)[0]


def _count(sight: Sight, course: WalkState, opened: Sequence[Match]) -> WalkState:
    """Count the good days anew if there was trouble; one hard painless poop is none."""
    if not course.open:
        return course
    hard = sight.facts.hard.moments_within(sight.since, sight.at)
    slips = course.slips + len(hard)
    troubles = [*_troubles(sight, opened), *(hard if slips > N.count.slips else ())]
    if troubles:
        return course._replace(restarted=max(course.restarted, *troubles), slips=0)
    return course._replace(slips=slips) if hard else course


def _troubles(sight: Sight, opened: Sequence[Match]) -> Iterator[datetime]:
    """Give the moments of fresh trouble."""
    if sight.gap.length > sight.few_gap:
        yield sight.at
    yield from sight.facts.hurt.moments_within(sight.since, sight.at)
    for match in opened:
        if match.rule.closes is not Closing.LOG_DECIDES:
            fresh = match.events - match.slips
            yield from (at for at, _ in fresh if sight.is_fresh(at))


def _close(
    sight: Sight, course: WalkState, signs: Sequence[Match], opened: Sequence[Match]
) -> WalkState:
    """Close what may close, and note since when it is so."""
    two = len(signs) >= N.count.stuck_findings
    if two != (course.two_since is not None):
        course = course._replace(two_since=sight.at if two else None)
    if not course.open:
        return course
    still = _still_open(sight, course, {finding.rule for finding in opened})
    if len(still) == len(course.open):
        return course
    ends = (_eased(sight, match) for match in course.open.values())
    return course._replace(
        open=still,
        eased=next(filter(None, ends), course.eased),
        stuck_since=course.stuck_since if still else None,
        closed=course.closed if still else sight.at,
        lost=course.lost if still else None,
    )


def _eased(sight: Sight, match: Match) -> datetime | None:
    """When a rule that leads to *watch* closed."""
    return soft_end(sight, match) if match.rule.closes in LEADS_TO else None


def _still_open(sight: Sight, course: WalkState, hold: set[Rule]) -> dict[str, Match]:
    """Give what stays open. hold: the rules that hold now."""
    days = good_days(sight, course.restarted)
    return {
        key: match
        for key, match in course.open.items()
        if (match.rule in hold and _stands(sight, match.rule))
        or not is_closed(sight, match, days, course.restarted)
    }


def _stands(sight: Sight, rule: Rule) -> bool:
    """Whether a rule that holds now stays open whatever else is so."""
    return rule.closes is not Closing.CLINICIAN or word_stands(sight)


def good_days(sight: Sight, since: datetime) -> int:
    """Whole days since the last trouble that are known and not ill."""
    first = sight.facts.days.index(since) + 1
    return sight.facts.well_days(first, sight.day)


def is_closed(sight: Sight, match: Match, days: int, restarted: datetime) -> bool:
    """Whether a rule that no longer holds is closed. days: good days so far."""
    closing = match.rule.closes
    if closing is Closing.LOG_DECIDES:
        return True
    if closing is Closing.SOFT_ONE and soft_end(sight, match):
        return True
    return days >= N.count.good_days and last_ones_soft(sight, restarted)


def last_ones_soft(sight: Sight, since: datetime) -> bool:
    """Whether the last typed poops were soft and painless, or the family said so since."""
    soft_at = said_soft(sight)
    if soft_at and soft_at > since:
        return True
    last = sight.facts.telling.until(sight.at)[-N.count.last_soft :]
    soft = [is_soft_and_painless(sight.facts, bout) for bout in last]
    return len(soft) == N.count.last_soft and all(soft)


def soft_end(sight: Sight, match: Match) -> datetime | None:
    """When a soft painless poop came after the gap of C2; None if none has."""
    first = sight.facts.soft.first_after(match.latest, sight.at)
    return first.at if first else None


# What the body is at rest, the first that holds.


@RuleRow(key="ill", opens=State.UNKNOWN, closes=Closing.WINDOW,
     sources=("N13", "I"), says=("ill",),
     when="ill, until {ill_after} hours after the last watery poop or vomiting")  # fmt: skip
def ill(rule: Rule, sight: Sight) -> Match | None:
    """Ill now, with whatever."""
    illness = sight.facts.ill_at(sight.at)
    if illness is None:
        return None
    return rule.match([], "ill", since=sight.facts.local(illness.since).date())


@RuleRow(key="silent", opens=State.UNKNOWN, closes=Closing.WINDOW,
     sources=("I",), says=("silent",),
     when="nothing heard for {silent} hours ({silent_slow} for a slow child): no poop,"
          " no word that none came, no answer")  # fmt: skip
def silent(rule: Rule, sight: Sight) -> Match | None:
    """Silence is never health: nothing heard for days is unknown (rule 9)."""
    if sight.heard is None or not sight.is_silent:
        return None
    return rule.match([], "silent", since=sight.facts.local(sight.heard).date())


@RuleRow(key="soft", opens=State.COMFORTABLE, closes=Closing.WINDOW,
     sources=("GATE", "I"), says=("soft",),
     when="{comfortable_typed} typed poops in {window} days"
          " ({comfortable_typed_slow} for a slow child), the last soft and painless")  # fmt: skip
def soft(rule: Rule, sight: Sight) -> Match | None:
    """Soft by the log."""
    typed = sight.facts.typed.count(sight.at - N.span.window, sight.at)
    slow, enough = N.count.comfortable_typed_slow, N.count.comfortable_typed
    last = sight.facts.telling.last(sight.at)
    if typed < (slow if sight.is_slow else enough) or last is None:
        return None
    if not is_soft_and_painless(sight.facts, last):
        return None
    return rule.match([], "soft", count=typed)


@RuleRow(key="told", opens=State.COMFORTABLE, closes=Closing.WINDOW,
     sources=("I",), says=("told_soft",),
     when="the family said soft and easy in the last {told_lasts} days")  # fmt: skip
def told_soft(rule: Rule, sight: Sight) -> Match | None:
    """The family's word, unless a poop since then was not soft."""
    soft_at = said_soft(sight)
    if soft_at is None:
        return None
    since = sight.facts.telling.within(soft_at, sight.at)
    if since and not is_soft_and_painless(sight.facts, since[-1]):
        return None
    return rule.match([], "told_soft", told=sight.facts.local(soft_at).date())


@RuleRow(key="one_hard", opens=State.UNKNOWN, closes=Closing.NEXT_SOFT,
     sources=("GATE", "I"), says=("one_hard",), variant=Variant.A_LITTLE_HARD,
     when="the last typed poop hard, of {well_known_typed} and more in {window} days")  # fmt: skip
def one_hard(rule: Rule, sight: Sight) -> Match | None:
    """One hard poop of a child whose diary is full: everybody has one, and it is known."""
    last = _last_of_many(sight)
    return _one(rule, sight, last) if last and last.is_hard else None


@RuleRow(key="one_runny", opens=State.UNKNOWN, closes=Closing.NEXT_SOFT,
     sources=("GATE", "I"), says=("one_runny",), variant=Variant.A_LITTLE_RUNNY,
     when="the last typed poop runny, of {well_known_typed} and more in {window} days")  # fmt: skip
def one_runny(rule: Rule, sight: Sight) -> Match | None:
    """One runny poop of a child whose diary is full."""
    last = _last_of_many(sight)
    return _one(rule, sight, last) if last and last.is_runny else None


def _last_of_many(sight: Sight) -> Bout | None:
    """Give the last typed poop of a child of whom many were typed lately."""
    typed = sight.facts.typed.count(sight.at - N.span.window, sight.at)
    many = typed >= N.count.well_known_typed
    return sight.facts.telling.last(sight.at) if many else None


def _one(rule: Rule, sight: Sight, last: Bout) -> Match:
    return rule.match([], rule.says[0], day=sight.facts.day(last.at))


@RuleRow(key="else", opens=State.UNKNOWN, closes=Closing.WINDOW,
     sources=("I",), says=("few_typed", "nothing_typed"),
     when="everything else")  # fmt: skip
def otherwise(rule: Rule, sight: Sight) -> Match:
    """Too little is known."""
    typed = sight.facts.typed.count(sight.at - N.span.window, sight.at)
    if typed:
        return rule.match([], "few_typed", count=typed)
    return rule.match([], "nothing_typed")


AT_REST: Final = (ill, silent, soft, told_soft, one_hard, one_runny, otherwise)


@dataclass(frozen=True, kw_only=True)
class Body:
    """What the log alone says."""

    state: State
    # Those that made it so, the first one leading.
    rules: tuple[Rule, ...]
    because: tuple[Because, ...]
    # Which words it leads to.
    variant: Variant = Variant.PLAIN
    # When the leading rule last rested on something.
    latest: datetime = LONG_AGO
    # Since when it is tender without a day between; None in other states.
    since: datetime | None = None


def body_of(steps: Sequence[WalkStep]) -> Body:
    """Give the state that the log alone leads to, most serious first; the last step is now."""
    step = steps[-1]
    return _stuck(step) or _tender(steps) or _at_rest(step.sight)


def _stuck(step: WalkStep) -> Body | None:
    still = [
        finding
        for finding in step.course.open.values()
        if not _overruled(step, finding)
    ]
    if not still:
        return None
    missed = medicine.holds(medicine, step.sight)
    more = [*step.findings, *([missed] if missed else [])]
    return _body(step, State.CONSTIPATED, [*still, *more])


def _overruled(step: WalkStep, match: Match) -> bool:
    return match.rule.overruled and sees_it_differently(step.sight)


def is_stuck(step: WalkStep) -> bool:
    """Whether a rule was open that no parent overruled."""
    return any(not _overruled(step, finding) for finding in step.course.open.values())


def _tender(steps: Sequence[WalkStep]) -> Body | None:
    matches = list(_since_last_heard(steps))
    if not matches:
        return None
    return _body(steps[-1], State.WATCH, matches, since=_tender_since(steps))


def _makes_tender(step: WalkStep) -> list[Match]:
    """Give all that makes it tender at a step."""
    overruled = [
        finding for finding in step.course.open.values() if _overruled(step, finding)
    ]
    eased = gap_eased.holds(gap_eased, step.sight, step.course.eased)
    matches = [*overruled, *WATCH_RULES.matches(step.sight)]
    return [*matches, *([eased] if eased else []), *step.findings]


def _since_last_heard(steps: Sequence[WalkStep]) -> Iterator[Match]:
    """Give what makes it tender now, and did before silence began: it lifts nothing."""
    now, known = steps[-1].sight, set[Rule]()
    since = now.lapses - JUST if now.at >= now.lapses else now.at
    for step in reversed(steps):
        if step.sight.at < since:
            return
        new = [finding for finding in _makes_tender(step) if finding.rule not in known]
        known |= {finding.rule for finding in new}
        yield from new


def _tender_since(steps: Sequence[WalkStep]) -> datetime:
    """Give since when it has been tender, or worse, as far back as the walk goes."""
    since = steps[-1].sight.at
    for step in reversed(steps):
        quiet = step.sight.is_silent and not step.course.open
        if not (quiet or step.course.open or _makes_tender(step)):
            break
        since = step.sight.at
    return since


def _body(
    step: WalkStep,
    state: State,
    matches: Sequence[Match],
    since: datetime | None = None,
) -> Body:
    today = (match.of_today(step.sight) for match in matches)
    reasons = {
        (because.rule, because.saw.key): because
        for because in chain.from_iterable(match.because for match in today)
    }
    return Body(
        state=state,
        rules=tuple(match.rule for match in matches),
        because=tuple(reasons.values()),
        variant=_variant(matches[0]),
        latest=matches[0].latest,
        since=since,
    )


def _variant(leads: Match) -> Variant:
    """Give the words of what leads: those of its rule, or of what was seen."""
    return leads.rule.variants.get(leads.saw, leads.rule.variant)


def _at_rest(sight: Sight) -> Body:
    match = next(match for rule in AT_REST if (match := rule.holds(rule, sight)))
    rule = match.rule
    because = tuple(match.because)
    return Body(state=rule.opens, rules=(rule,), because=because, variant=rule.variant)


def progress_of(step: WalkStep, body: Body) -> GateProgress | None:
    """Give what is being counted until the gate opens again, if anything is."""
    if body.state is State.CONSTIPATED:
        done = min(good_days(step.sight, step.course.restarted), N.count.good_days)
        return GateProgress(counted=Counted.GOOD_DAYS, done=done, of=N.count.good_days)
    counts = body.rules[0].closes is Closing.SOFT_RUN
    return soft_run_since(step, body) if counts else None


def soft_run_since(step: WalkStep, body: Body) -> GateProgress:
    """Count the soft ones since; the one that ended the long gap (W7) counts too."""
    of, ended = step.sight.soft_run, body.rules[0] is gap_eased
    done = min(soft_run(step.sight, body.latest) + ended, of)
    return GateProgress(counted=Counted.SOFT_RUN, done=done, of=of)


def stuck_spans(steps: Sequence[WalkStep]) -> Iterator[Span]:
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


def is_back(step: WalkStep) -> bool:
    """Whether nothing was written for weeks, or it was stuck before that."""
    sight = step.sight
    return step.course.lost is not None or (
        sight.facts.was_written
        and sight.at - sight.facts.last_entry(sight.at) >= N.span.silence
    )


def quiet_since(step: WalkStep) -> date | None:
    """Since when nothing was heard, where that is to be asked before anything else.

    The day of the last poop; before the first one, that of the family's word.
    """
    sight, facts = step.sight, step.sight.facts
    if not sight.is_quiet or is_back(step):
        return None
    last = facts.full.moment_of_last(sight.at) or sight.heard
    return facts.day(last) if last else None
