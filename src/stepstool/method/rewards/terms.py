"""What a step pays in this family: as the ladder says, unless the family says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from stepstool.method.ladder import Earns, Ladder, Treat
from stepstool.method.record import UNKNOWN, Record, Unknown
from stepstool.method.record.kinds.promises import Price
from stepstool.method.rewards.things import House, house_of


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The prices a family wrote down, in order, and what fits its house."""

    prices: Sequence[Price]
    house: House

    def of(self, ladder: Ladder, step: int, at: datetime) -> Earns:
        """Give what a step paid at a moment, with what fits this house now."""
        earns = self.agreed(ladder, step, at)
        first = self._fitting(earns.first, earns.instead)
        return replace(
            earns,
            first=first,
            then=self._fitting(earns.then, earns.instead),
            instead=tuple(filter(self.house.takes, earns.instead)),
        )

    def agreed(self, ladder: Ladder, step: int, at: datetime) -> Earns:
        """Give what was agreed on, whatever fits."""
        earns = ladder.step(step).earns
        price = self.price(ladder.key, step, at)
        return _repriced(earns, price) if price else earns

    def price(self, ladder: str, step: int, at: datetime) -> Price | None:
        """Give the family's own price for a step at a moment."""
        known = (
            each
            for each in reversed(self.prices)
            if (each.ladder, each.step) == (ladder, step) and each.at <= at
        )
        return next(known, None)

    def _fitting(self, treat: Treat, named: tuple[str, ...]) -> Treat:
        fits = self.house.fitting(treat.thing, named)
        return treat if fits == treat.thing else Treat(thing=fits)


def terms_of(record: Record) -> Terms:
    """Read them."""
    return Terms(prices=record.of(Price), house=house_of(record))


def _repriced(earns: Earns, price: Price) -> Earns:
    thing = earns.first.thing if price.thing is UNKNOWN else price.thing
    return replace(
        earns,
        first=Treat(thing=thing, amount=_or(price.first, earns.first.amount)),
        then=Treat(thing=thing, amount=_or(price.then, earns.then.amount)),
    )


def _or(told: int | Unknown, otherwise: int | None) -> int | None:
    return otherwise if told is UNKNOWN else told
