"""When a child is on a laxative: as ordered, or because one was given."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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
class Course:
    """One stretch of a medicine, from `since` until `until` (not included)."""

    medicine: MedicineKind | Unknown
    since: datetime
    until: datetime


class Treatment:
    """The stretches in which a child is on a laxative. Source: clinical_rules.md §1."""

    def __init__(
        self,
        orders: Sequence[MedicineOrdered],
        given: Iterable[MedicineGiven],
        clock: Clock,
    ) -> None:
        self._orders = [
            course
            for kind in (*MedicineKind, UNKNOWN)
            for course in _courses(kind, orders, clock)
        ]
        self.ordered = [each for each in self._orders if each.medicine in LAXATIVES]
        self._spans = [(each.since, each.until) for each in self.ordered]
        self._spans += _spans_of(given)

    def on_laxative(self, moment: datetime) -> bool:
        """Whether a softener or a clean-out works at this moment."""
        return any(since <= moment < until for since, until in self._spans)

    def was_on_laxative(self, since: datetime, until: datetime) -> bool:
        """Whether a softener or a clean-out worked at some time of a stretch."""
        return any(a <= until and since < b for a, b in self._spans)

    def laxative_ordered(self, moment: datetime) -> bool:
        """Whether a laxative is ordered at this moment."""
        return any(each.since <= moment < each.until for each in self.ordered)

    def ordered_at(self, kind: MedicineKind, moment: datetime) -> Course | None:
        """The order of this kind that is in force, if there is one."""
        now = (each for each in self.ordered if each.since <= moment < each.until)
        return next((each for each in now if each.medicine is kind), None)

    def order_stands(self, moment: datetime) -> bool:
        """Whether anything that a clinician ordered is to be given at this moment."""
        return any(each.since <= moment < each.until for each in self._orders)

    def ended_before(self, moment: datetime) -> datetime | None:
        """The latest end of an ordered laxative, unless one works at this moment."""
        if self.on_laxative(moment):
            return None
        ends = [each.until for each in self.ordered if each.until <= moment]
        return max(ends, default=None)


def _courses(
    kind: MedicineKind | Unknown, orders: Sequence[MedicineOrdered], clock: Clock
) -> Iterator[Course]:
    """Give the stretches of one kind: a newer order takes the place of the one before."""
    own = [each for each in orders if each.medicine is kind]
    replaced = [each.at for each in own[1:]] + [NEVER]
    for order, next_at in zip(own, replaced, strict=False):
        last = order.until_day
        end = NEVER if last is UNKNOWN else clock.end(last)
        yield Course(medicine=kind, since=order.at, until=min(end, next_at))


def _spans_of(given: Iterable[MedicineGiven]) -> list[tuple[datetime, datetime]]:
    """Join the times in which what was given works."""
    spans: list[tuple[datetime, datetime]] = []
    for each in given:
        if each.medicine in LAXATIVES and each.outcome is Given.GIVEN:
            since = each.at
            if spans and since <= spans[-1][1]:
                since = spans.pop()[0]
            spans.append((since, each.at + N.span.laxative_works))
    return spans
