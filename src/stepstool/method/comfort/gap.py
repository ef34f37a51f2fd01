"""Gaps: how long no full poop came, as far as known days reach.

Source: clinical_rules.md §1. A day that is not known breaks a gap: what is counted begins
behind it, so that unknown days never count against the child.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.numbers import OWN_GAP_GAPS, OWN_GAP_WINDOW
from stepstool.method.comfort.series import Series


class Gap(NamedTuple):
    """One gap. whole: it reaches from one full poop to the next, all days known."""

    since: datetime
    until: datetime
    whole: bool

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.until - self.since


class Gaps:
    """The gaps of a child."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.ended = Series.at(facts.full.moments, list(self._ended()))

    def at(self, moment: datetime, day: int) -> Gap:
        """The gap that is going on at a moment of a day."""
        return self._gap(self._facts.full.moment_of_last(moment), moment, day)

    def own(self, moment: datetime) -> timedelta | None:
        """The child's own gap: the median of the last weeks, of enough gaps."""
        lengths = [
            each.length.total_seconds()
            for each in self.ended.within(moment - OWN_GAP_WINDOW, moment)
            if each.whole
        ]
        if len(lengths) < OWN_GAP_GAPS:
            return None
        return timedelta(seconds=median(lengths))

    def _ended(self) -> Iterator[Gap]:
        full = self._facts.full.moments
        for before, moment in zip([None, *full], full, strict=False):
            yield self._gap(before, moment, self._facts.days.index(moment))

    def _gap(self, last: datetime | None, moment: datetime, day: int) -> Gap:
        if day in self._facts.unread_days:
            return Gap(moment, moment, whole=False)
        days = self._facts.days
        known_since = days.starts[days.last_unknown(day) + 1]
        if last is None or last < known_since:
            return Gap(known_since, moment, whole=False)
        return Gap(last, moment, whole=True)
