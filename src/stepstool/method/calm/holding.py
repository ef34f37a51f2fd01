"""Holding since a step was made harder: P7 here, and step back (a) of the ladder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from stepstool.method.calm.course import Course
from stepstool.method.calm.numbers import (
    BEYOND_OWN_GAP,
    GAP_ALONE,
    GAP_WITH_HOLDING,
    NEW_STEP,
)

A_DAY: Final = timedelta(days=1)
NOTHING: Final = timedelta(0)


@dataclass(frozen=True, kw_only=True)
class Body:
    """What holding is judged by, in order; comfort knows it.

    gaps: times without a full poop over known days, from when to when; the last may still
    go on. holding: when holding was seen; own_gap: the child's own, None if not confirmed.
    """

    gaps: Sequence[tuple[datetime, datetime]] = ()
    holding: Sequence[datetime] = ()
    own_gap: timedelta | None = None


@dataclass(frozen=True, kw_only=True)
class Held:
    """Poop was held back. since: when it was long enough to say so; gap: time without.

    until: when a poop came, or the moment asked for while it lasts.
    """

    since: datetime
    until: datetime
    gap: timedelta


def held(body: Body, began: datetime, until: datetime) -> Iterator[Held]:
    """Give each time that poop was held back on a step that was new.

    began, until: from when to when the child was on it. Source: clinical_rules.md,
    part 5, step back (a): 48 hours with holding, or 72 hours and 24 more than the child's
    own gap, over known days, within 7 days of a new step.
    """
    for last, end in body.gaps:
        long = end - last >= GAP_WITH_HOLDING
        if long and began < end and last < until:
            since = _long_enough(body, last, began, min(end, until))
            if since is not None and since - began <= NEW_STEP:
                yield Held(since=since, until=end, gap=end - last)


def _long_enough(
    body: Body, last: datetime, began: datetime, end: datetime
) -> datetime | None:
    alone = last + max(GAP_ALONE, (body.own_gap or NOTHING) + BEYOND_OWN_GAP)
    seen = (each for each in body.holding if max(last, began) < each <= end)
    with_holding = (max(last + GAP_WITH_HOLDING, each) for each in seen)
    moments = (each for each in (alone, *with_holding) if began <= each <= end)
    return min(moments, default=None)


def days_held(
    body: Body, course: Course, since: datetime, at: datetime
) -> Iterator[datetime]:
    """Give a moment of each day on which poop was held back on a harder step."""
    for stretch in course.stretches:
        end = stretch.until or at
        if stretch.harder and end > since:
            for each in held(body, stretch.since, end):
                yield from _daily(each.since, each.until)


def _daily(since: datetime, until: datetime) -> Iterator[datetime]:
    while since <= until:
        yield since
        since += A_DAY
