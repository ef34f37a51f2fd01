"""When a child is on a laxative: as ordered, or because one was given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record.clock import Clock
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import Given, MedicineGiven, MedicineOrdered
from stepstool.method.record.question import UNKNOWN, Unknown

LAXATIVES = (MedicineKind.SOFTENER, MedicineKind.CLEAN_OUT)
N: Final = topic("record")
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class OrderStretch:
    """One stretch of a medicine, from `since` until `until` (not included).

    call_after: how long after the first dose something must have come, as the prescriber
    named it; None where nobody named it.
    """

    medicine: MedicineKind | Unknown
    since: datetime
    until: datetime
    call_after: timedelta | None = None

    def is_running(self, moment: datetime) -> bool:
        """Whether it is in force at a moment."""
        return self.since <= moment < self.until


class Treatment:
    """The stretches in which a child is on a laxative."""

    def __init__(
        self,
        orders: Sequence[MedicineOrdered],
        doses: Iterable[MedicineGiven],
        clock: Clock,
    ) -> None:
        self._doses = tuple(doses)
        self._orders = [
            course
            for kind in (*MedicineKind, UNKNOWN)
            for course in _courses(kind, orders, clock)
        ]
        self.ordered = [order for order in self._orders if order.medicine in LAXATIVES]
        self._spans = [(order.since, order.until) for order in self.ordered]
        self._spans += _spans_of(self._doses)

    def on_laxative(self, moment: datetime) -> bool:
        """Whether a softener or a clean-out works at this moment."""
        return any(since <= moment < until for since, until in self._spans)

    def laxative_since(self, moment: datetime) -> datetime:
        """Give since when one works without a stop; the moment itself where none does."""
        began = moment
        for since, until in sorted(self._spans, reverse=True):
            if since <= began <= until:
                began = since
        return began

    def was_on_laxative(self, since: datetime, until: datetime) -> bool:
        """Whether a softener or a clean-out worked at some time of a stretch."""
        return any(a <= until and since < b for a, b in self._spans)

    def laxative_ordered(self, moment: datetime) -> bool:
        """Whether a laxative is ordered at this moment."""
        return any(order.is_running(moment) for order in self.ordered)

    def ordered_at(self, kind: MedicineKind, moment: datetime) -> OrderStretch | None:
        """The order of this kind that is in force, if there is one."""
        now = (order for order in self.ordered if order.is_running(moment))
        return next((order for order in now if order.medicine is kind), None)

    def call_by(self, order: OrderStretch) -> datetime | None:
        """By when something must have come, counted from the first dose; else None."""
        if order.call_after is None:
            return None
        return self.first_dose(order) + order.call_after

    def first_dose(self, order: OrderStretch) -> datetime:
        """Give when the first of an order was given; the order itself if none is written."""
        given = (
            dose.at
            for dose in self._doses
            if dose.medicine is order.medicine and dose.outcome is Given.GIVEN
        )
        return next((at for at in given if order.is_running(at)), order.since)

    def order_stands(self, moment: datetime) -> bool:
        """Whether anything that a clinician ordered is to be given at this moment."""
        return any(order.is_running(moment) for order in self._orders)

    def ended_before(self, moment: datetime) -> datetime | None:
        """The latest end of an ordered laxative, unless one works at this moment."""
        if self.on_laxative(moment):
            return None
        ends = [order.until for order in self.ordered if order.until <= moment]
        return max(ends, default=None)


def _courses(
    kind: MedicineKind | Unknown, orders: Sequence[MedicineOrdered], clock: Clock
) -> Iterator[OrderStretch]:
    """Give the stretches of one kind: a newer order takes the place of the one before."""
    own = [order for order in orders if order.medicine is kind]
    replaced = [order.at for order in own[1:]] + [NEVER]
    for order, next_at in zip(own, replaced, strict=False):
        last = order.until_day
        end = NEVER if last is UNKNOWN else clock.end(last)
        hours = order.call_after_hours
        yield OrderStretch(
            medicine=kind,
            since=order.at,
            until=min(end, next_at),
            call_after=None if hours is UNKNOWN else timedelta(hours=hours),
        )


def _spans_of(doses: Iterable[MedicineGiven]) -> list[tuple[datetime, datetime]]:
    """Join the times in which what was given works."""
    spans: list[tuple[datetime, datetime]] = []
    for dose in doses:
        if dose.medicine in LAXATIVES and dose.outcome is Given.GIVEN:
            since = dose.at
            if spans and since <= spans[-1][1]:
                since = spans.pop()[0]
            spans.append((since, dose.at + N.span.laxative_works))
    return spans
