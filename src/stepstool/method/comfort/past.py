"""The past: what rooms above need to know of the weeks before the moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, pairwise

from stepstool.method.comfort.alerts import Alert
from stepstool.method.comfort.danger_table import SIGN_OF
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.table import RULES
from stepstool.method.comfort.told import sees_it_differently
from stepstool.method.comfort.walk import Step
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.health import DangerAnswer, DangerSign
from stepstool.method.record.kinds.interview import Told, Topic

Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Past:
    """Times from when to when, in order; what lasts now ends at the moment asked for.

    gaps: without a full poop, over known days. holding: when it was seen. ill: times of
    illness, which may end later. stuck: times in which the log alone said *constipated*.
    called: times in which a danger sign was open. hurt: when it hurt, if only a little.
    own_gap: the child's own, None if not confirmed.
    """

    gaps: Sequence[Span] = ()
    holding: Sequence[datetime] = ()
    ill: Sequence[Span] = ()
    stuck: Sequence[Span] = ()
    called: Sequence[Span] = ()
    hurt: Sequence[datetime] = ()
    own_gap: timedelta | None = None


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
        stuck=tuple(_stuck(steps)),
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
    told = facts.record.of(DangerSign)
    for n, here in enumerate(told):
        if here.answer is DangerAnswer.HERE and here.sign is not UNKNOWN:
            closing = SIGN_OF[here.sign].closed_by
            same = (each for each in told[n + 1 :] if each.sign is here.sign)
            ends = (each.at for each in same if each.answer in closing)
            yield from ((here.at, end) for end in islice(ends, 1))


def _stuck(steps: Sequence[Step]) -> Iterator[Span]:
    """Join the moments of the walk at which it was stuck."""
    since = None
    for before, step in pairwise(steps):
        if since is None and _is_stuck(before):
            since = before.sight.at
        if since is not None and not _is_stuck(step):
            yield since, step.sight.at
            since = None
    last = steps[-1]
    if since is not None or _is_stuck(last):
        yield since or last.sight.at, last.sight.at


def _is_stuck(step: Step) -> bool:
    """Whether a rule was open that no parent overruled."""
    rules = [RULES[rule] for rule in step.course.open]
    overruled = sees_it_differently(step.sight)
    return any(not (each.overruled and overruled) for each in rules)
