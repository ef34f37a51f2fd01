"""What was ordered for a child and what became of it lately, as its pages need it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain
from typing import Final

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

Ordered, Given = method.health.MedicineOrdered, method.health.MedicineGiven
Kind, Outcome = method.MedicineKind, method.health.Given
SHOWN: Final = timedelta(days=14)
# A day more, since days begin at 04:00 and change their length.
READING: Final = (
    method.Reads(kind=Given, back=SHOWN + timedelta(days=2)),
    method.Reads(kind=Ordered),
)
# Of these a newer order takes the place of the one before; there are many others.
ONE_AT_A_TIME: Final = frozenset({Kind.SOFTENER, Kind.CLEAN_OUT, Kind.RECTAL})


@dataclass(frozen=True)
class Cupboard:
    """A visit to a child's medicine."""

    visit: Visit

    @cached_property
    def record(self) -> method.Record:
        """What was ordered, in full, and given or missed lately."""
        return reading.record_of(self.visit.child, self.visit.now, READING)

    @property
    def may_order(self) -> bool:
        """Whether this visitor writes orders down."""
        return May.WRITE in self.visit.may(Ordered.KIND)

    @property
    def may_give(self) -> bool:
        """Whether this visitor says what was given."""
        return May.WRITE in self.visit.may(Given.KIND)

    @cached_property
    def in_force(
        self,
    ) -> Mapping[method.MedicineKind, Sequence[method.health.MedicineOrdered]]:
        """The orders that hold today, by what they are for."""
        by_kind = {kind: self._in_force(kind) for kind in Kind}
        return {kind: orders for kind, orders in by_kind.items() if orders}

    def _in_force(
        self, kind: method.MedicineKind
    ) -> list[method.health.MedicineOrdered]:
        orders = [order for order in self.record.of(Ordered) if _kind(order) is kind]
        newest = orders[-1:] if kind in ONE_AT_A_TIME else orders
        return [order for order in newest if self.holds(order)]

    def holds(self, order: method.health.MedicineOrdered) -> bool:
        """Whether its last day is not over."""
        last = order.until_day
        return last is method.UNKNOWN or last >= self.visit.today

    def may_end(self, order: method.health.MedicineOrdered) -> bool:
        """Whether this visitor may write down that it ends today."""
        ends_later = self.holds(order) and order.until_day != self.visit.today
        return self.may_order and ends_later

    @property
    def earlier(self) -> list[method.health.MedicineOrdered]:
        """The orders that ended or were replaced, the latest first."""
        now = {order.id for order in chain(*self.in_force.values())}
        orders = [order for order in self.record.of(Ordered) if order.id not in now]
        return orders[::-1]

    def today_of(self, kind: method.MedicineKind) -> list[method.health.MedicineGiven]:
        """What was written today of one kind."""
        return [dose for dose in self.today if _kind(dose) is kind]

    @cached_property
    def today(self) -> Sequence[method.health.MedicineGiven]:
        """All that was written today."""
        start = self.visit.clock.start(self.visit.today)
        return [dose for dose in self.record.of(Given) if dose.at >= start]

    @property
    def lately(self) -> list[method.health.MedicineGiven]:
        """What was written in the last two weeks, the latest first."""
        return list(self.record.of(Given))[::-1]


def _kind(
    entry: method.health.MedicineOrdered | method.health.MedicineGiven,
) -> method.MedicineKind:
    return Kind.OTHER if entry.medicine is method.UNKNOWN else entry.medicine
