"""A sight: the facts seen from one moment of the walk."""

from datetime import datetime, timedelta
from functools import cached_property

from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.gap import Gap, Gaps
from stepstool.method.comfort.numbers import (
    BABY,
    FEW_GAP,
    LONG_GAP,
    LONG_GAP_SLOW,
    OWN_GAP_GRACE,
    SLOW,
    SOFT_RUN,
    SOFT_RUN_SLOW,
)
from stepstool.method.record.kinds.interview import Told, Topic


class Sight:
    """What is to be seen at a moment.

    day: its number; since: the sight before, after which things are fresh; is_baby:
    whether the child is under one year.
    """

    def __init__(
        self, facts: Facts, gaps: Gaps, at: datetime, day: int, since: datetime
    ) -> None:
        self.facts = facts
        self.gaps = gaps
        self.at = at
        self.day = day
        self.since = since
        self.is_baby = facts.is_under(BABY, day)

    def is_fresh(self, moment: datetime) -> bool:
        """Whether something came since the sight before."""
        return self.since < moment <= self.at

    def is_under(self, months: int) -> bool:
        """Whether the child is under this age."""
        return self.facts.is_under(months, self.day)

    @cached_property
    def gap(self) -> Gap:
        """The gap that is going on; of no length while gaps do not count."""
        gap = self.gaps.at(self.at, self.day)
        return gap if self.facts.gaps_count(self.at) else gap._replace(since=self.at)

    @cached_property
    def own_gap(self) -> timedelta | None:
        """The child's own gap, once the family confirmed that it was always so."""
        told = self.facts.answers(Topic.ALWAYS_SO).last(self.at)
        if told is None or told.answers != (Told.YES,):
            return None
        return self.gaps.own(self.at)

    @property
    def is_slow(self) -> bool:
        """Whether this child has always gone rarely, soft and easy."""
        return self.own_gap is not None and self.own_gap > SLOW

    @property
    def few_gap(self) -> timedelta:
        """A gap from here on is few."""
        own = self.own_gap
        return FEW_GAP if own is None else max(FEW_GAP, own + OWN_GAP_GRACE)

    @property
    def long_gap(self) -> timedelta:
        """A gap from here on is stuck."""
        return LONG_GAP_SLOW if self.is_slow else LONG_GAP

    @property
    def soft_run(self) -> int:
        """So many soft painless poops in a row end what is tender."""
        return SOFT_RUN_SLOW if self.is_slow else SOFT_RUN
