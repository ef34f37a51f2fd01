"""The walk: from the diary's past to now, day by day, so that no state is stored.

It looks at 04:00 of each day, from 60 days before the last word on, and at the moment
asked; and, so that nothing is missed between two mornings, just before each poop that
ended a longer gap, when the family answered that none came, at a clinician's word, and
when what is open has lasted for weeks. Silence closes nothing (clinical_rules.md §3.2, §11).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from stepstool.method.comfort.closing import good_days, is_closed, soft_end
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.findings import findings
from stepstool.method.comfort.found import Found
from stepstool.method.comfort.gap import Gaps
from stepstool.method.comfort.numbers import (
    AGAIN_FOR,
    HELD_GAP,
    LOOK_BACK,
    SIGNS_LONG,
    SILENCE,
    SLIPS,
    STUCK_FINDINGS,
    STUCK_LONG,
)
from stepstool.method.comfort.openings import LONG_AGO, openings, word_stands
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import LEADS_TO, RULES, Closing
from stepstool.method.comfort.told import said_soft
from stepstool.method.record.kinds.interview import Topic

JUST: Final = timedelta.resolution


@dataclass(frozen=True, kw_only=True)
class Course:
    """What the walk carries from one moment to the next.

    open: the C rules that are open, with what they found last. restarted: since when good
    days are counted. slips: hard painless poops since then. eased: when a soft poop ended
    C2. stuck_since, closed: when it last became stuck, and when that was over.
    two_since: since when there are two findings. lost: when a stuck diary had been silent
    for weeks; it is asked how it was, and stays stuck until the answer, or good days.
    """

    open: Mapping[str, Found] = field(default_factory=dict)
    restarted: datetime = LONG_AGO
    slips: int = 0
    eased: datetime | None = None
    stuck_since: datetime | None = None
    closed: datetime | None = None
    two_since: datetime | None = None
    lost: datetime | None = None


class Step(NamedTuple):
    """One moment of the walk: what was seen, and where it left the child."""

    sight: Sight
    seen: Sequence[Found]
    opened: Sequence[Found]
    course: Course


def walk(facts: Facts) -> list[Step]:
    """Walk up to the moment asked; the last step is that moment."""
    gaps = Gaps(facts)
    course, since = Course(), facts.start
    steps: list[Step] = []
    for moment in _moments(facts, gaps):
        before = Sight(
            facts, gaps, moment - JUST, facts.days.index(moment - JUST), since
        )
        marks = _marks(course, before) if steps else ()
        for at in (*marks, moment):
            sight = Sight(facts, gaps, at, facts.days.index(at), since)
            steps.append(_step(sight, course))
            course, since = steps[-1].course, at
    return steps


def _marks(course: Course, before: Sight) -> list[datetime]:
    """When what is open lasts for so long that a visit is asked for, and a gap is few.

    A sign that opens between two mornings would else be gone by the next one (rule 4), and
    what is tender before a day without a word would be gone after it.
    """
    few = before.gap.since + before.few_gap + JUST
    lasts = ((course.stuck_since, STUCK_LONG), (course.two_since, SIGNS_LONG))
    marks = [
        few,
        before.lapses - JUST,
        *(begun + long for begun, long in lasts if begun),
    ]
    return sorted({each for each in marks if before.since < each <= before.at})


def _moments(facts: Facts, gaps: Gaps) -> list[datetime]:
    last = facts.days.index(
        facts.last_entry(facts.at) if facts.was_written else facts.at
    )
    mornings = facts.days.starts[max(last - LOOK_BACK.days, 1) :]
    ends = (
        gap.until - JUST
        for gap in gaps.ended.within(mornings[0], facts.at)
        if gap.length >= HELD_GAP
    )
    told = facts.answers(Topic.GAP).moments_within(mornings[0], facts.at)
    said = facts.cleared.moments_within(mornings[0], facts.at)
    return sorted({*mornings, *ends, *told, *said, facts.at})


def _step(sight: Sight, course: Course) -> Step:
    course = _cleared(sight, _found_again(sight, _fallen_silent(sight, course)))
    seen = findings(sight)
    again = course.closed is not None and sight.at - course.closed < AGAIN_FOR
    opened = openings(sight, seen, again=again)
    course = _count(sight, _open(sight, course, opened), opened)
    return Step(sight, seen, opened, _close(sight, course, seen, opened))


def _fallen_silent(sight: Sight, course: Course) -> Course:
    """A stuck diary without a word for weeks: it is asked how it has been."""
    if not course.open or sight.at - sight.facts.last_entry(sight.at) < SILENCE:
        return course
    return replace(course, lost=course.lost or sight.at)


def _found_again(sight: Sight, course: Course) -> Course:
    """The family's answer on its return: soft and easy closes what only its diary opened."""
    answer = sight.facts.answers(Topic.FOUR_WEEKS).last(sight.at)
    if course.lost is None or answer is None or answer.at <= course.lost:
        return course
    if said_soft(sight) is None:
        return replace(course, lost=None)
    still = {k: each for k, each in course.open.items() if not RULES[k].overruled}
    if still:
        return replace(course, open=still, lost=None)
    return Course(closed=answer.at)


def _cleared(sight: Sight, course: Course) -> Course:
    """A clinician's "not constipated" closes what was before it."""
    return Course() if sight.is_fresh(sight.cleared) else course


def _open(sight: Sight, course: Course, opened: Sequence[Found]) -> Course:
    """Open what rests on something newer than the last closing; keep what it saw."""
    new = {
        each.rule: each
        for each in opened
        if course.closed is None or each.is_after(course.closed)
    }
    if not new:
        return course
    since = max(map(_trouble, new.values()))
    return replace(
        course,
        open={**course.open, **new},
        restarted=course.restarted if course.open else since,
        stuck_since=course.stuck_since or since,
        lost=None
        if any(each.is_after(sight.since) for each in new.values())
        else course.lost,
    )


def _trouble(found: Found) -> datetime:
    """When the latest trouble was that it rests on; a slip is none."""
    return max(found.events - found.slips or found.events)[0]


def _count(sight: Sight, course: Course, opened: Sequence[Found]) -> Course:
    """Count the good days anew if there was trouble; one hard painless poop is none."""
    if not course.open:
        return course
    hard = sight.facts.hard.moments_within(sight.since, sight.at)
    slips = course.slips + len(hard)
    troubles = [*_troubles(sight, opened), *(hard if slips > SLIPS else ())]
    if troubles:
        return replace(course, restarted=max(course.restarted, *troubles), slips=0)
    return replace(course, slips=slips) if hard else course


def _troubles(sight: Sight, opened: Sequence[Found]) -> Iterator[datetime]:
    """Give the moments of fresh trouble."""
    if sight.gap.length > sight.few_gap:
        yield sight.at
    yield from sight.facts.hurt.moments_within(sight.since, sight.at)
    for found in opened:
        if RULES[found.rule].closes is not Closing.LOG_DECIDES:
            fresh = found.events - found.slips
            yield from (at for at, _ in fresh if sight.is_fresh(at))


def _close(
    sight: Sight, course: Course, seen: Sequence[Found], opened: Sequence[Found]
) -> Course:
    """Close what may close, and note since when it is so."""
    two = len(seen) >= STUCK_FINDINGS
    if two != (course.two_since is not None):
        course = replace(course, two_since=sight.at if two else None)
    if not course.open:
        return course
    holding = {each.rule for each in opened}
    still = dict(_still_open(sight, course, holding))
    if len(still) == len(course.open):
        return course
    ends = (_eased(sight, found) for found in course.open.values())
    return replace(
        course,
        open=still,
        eased=next(filter(None, ends), course.eased),
        stuck_since=course.stuck_since if still else None,
        closed=course.closed if still else sight.at,
        lost=course.lost if still else None,
    )


def _eased(sight: Sight, found: Found) -> datetime | None:
    """When a rule that leads to *watch* closed."""
    leads = RULES[found.rule].closes in LEADS_TO
    return soft_end(sight, found) if leads else None


def _still_open(
    sight: Sight, course: Course, holding: set[str]
) -> Iterator[tuple[str, Found]]:
    days = good_days(sight, course.restarted) if course.open else 0
    for rule, found in course.open.items():
        if _stands(sight, rule, holding) or not is_closed(
            sight, found, days, course.restarted
        ):
            yield rule, found


def _stands(sight: Sight, rule: str, holding: set[str]) -> bool:
    """Whether a rule that holds now stays open whatever else is so."""
    said = RULES[rule].closes is Closing.CLINICIAN
    return rule in holding and (not said or word_stands(sight))
