"""A sight: the facts seen from one moment of the walk."""

from datetime import datetime, timedelta
from functools import cached_property

from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.gap import Gap, Gaps
from stepstool.method.comfort.numbers import (
    ASK_GAP,
    ASK_GAP_ALL_WRITTEN,
    ASK_GAP_HELD,
    BABY,
    FEW_GAP,
    LONG_GAP,
    LONG_GAP_SLOW,
    OWN_GAP_GRACE,
    SILENT,
    SILENT_SLOW,
    SLOW,
    SOFT_RUN,
    SOFT_RUN_SLOW,
)
from stepstool.method.record import LATEST
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
    def cleared(self) -> datetime:
        """When a clinician last said that it is no constipation; what was before is over."""
        return self.facts.cleared.last(self.at) or self.facts.start

    def back(self, window: timedelta) -> datetime:
        """Give how far a window reaches back: no further than a clinician's clearing."""
        return max(self.at - window, self.cleared)

    @cached_property
    def gap(self) -> Gap:
        """The gap that is going on; of no length while gaps do not count."""
        gap = self.gaps.at(self.at, self.day)
        if not self.facts.gaps_count(self.at):
            return gap._replace(since=self.at)
        return gap._replace(since=max(gap.since, self.cleared))

    @cached_property
    def heard(self) -> datetime | None:
        """When something was last heard of how it is: a poop, none came, an answer."""
        return self.facts.heard.last(self.at)

    @cached_property
    def lapses(self) -> datetime:
        """When the first whole day without a word is over: from then on silence may lift.

        What was found just before stays until the next word (clinical_rules.md §11).
        """
        days = self.facts.days
        last = self.heard or self.facts.last_entry(self.at)
        first = days.index(last) + 1
        return days.starts[first + 1] if first + 1 < len(days) else LATEST

    @property
    def is_quiet(self) -> bool:
        """Whether it is to be asked, before anything else, whether one came.

        Nothing was heard for too long; or no poop came for as long, over days of which one
        is not known.
        """
        if self.heard is None:
            return False
        return self.at - self.heard >= self._patience or self._has_unknown_days()

    def _has_unknown_days(self) -> bool:
        last = self.facts.full.moment_of_last(self.at)
        if last is None or self.at - last < self._patience:
            return False
        if not self.facts.gaps_count(self.at):
            return False
        return self.gaps.at(self.at, self.day).since > last

    @property
    def is_silent(self) -> bool:
        """Whether nothing was heard for so long that it is no longer known how it is."""
        patience = SILENT_SLOW if self.is_slow else SILENT
        return self.heard is not None and self.at - self.heard >= patience

    @property
    def _patience(self) -> timedelta:
        """Holding, and a family that writes every poop down, bring the question forward."""
        heard = self.heard or self.at
        if self.facts.holding.count(heard, self.at):
            return ASK_GAP_HELD
        if self.is_slow:
            return SILENT_SLOW
        writes_all = self.facts.writes_all.last(self.at)
        return ASK_GAP_ALL_WRITTEN if writes_all else ASK_GAP

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
