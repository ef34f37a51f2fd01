"""What may be given in this house, and what a step pays there.

A table of things, what of it fits this child and this hour, and the ladder's prices unless the
family says otherwise. Sources: clinical_rules.md §8.2 (no sweets, no things, safe), account B
(nail polish near bedtime).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.ladder import Earns, Ladder, Per, Treat
from stepstool.method.ladder.ladder import STICKER
from stepstool.method.record import UNKNOWN, Record, Unknown
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.lasting import RewardKind
from stepstool.method.record.kinds.promises import Price

N: Final = topic("rewards")

DAY_BEGINS: Final = 4


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something to give; its name stands in the catalogue (`treats.…`)."""

    kind: RewardKind = RewardKind.TREAT
    sweet: bool = False  # sugar
    hard: bool = False  # may choke
    small: bool = False  # parts to swallow
    gesture: bool = False  # nothing is handed over
    for_evenings: bool = True  # it fits near bedtime


SPECIAL_STICKER: Final = "special_sticker"
HIGH_FIVE: Final = "high_five"
# Substitutes stand in the order in which they are offered.
SUBSTITUTES: Final[Mapping[str, Thing]] = {
    "nail_polish": Thing(),
    "stamp": Thing(),
    "bubbles": Thing(for_evenings=False),
    "dance": Thing(for_evenings=False),
    "bedtime_book": Thing(),
    "torch": Thing(),
    "call_grandpa": Thing(),
    "marble": Thing(small=True),
}
THINGS: Final[Mapping[str, Thing]] = {
    "smarties": Thing(sweet=True, hard=True, for_evenings=False),
    "kisses": Thing(sweet=True, for_evenings=False),
    STICKER: Thing(kind=RewardKind.STICKER),
    SPECIAL_STICKER: Thing(kind=RewardKind.SPECIAL_STICKER),
    **SUBSTITUTES,
    HIGH_FIVE: Thing(kind=RewardKind.OTHER, gesture=True),
}
# What a family names in its own words: nothing is known of it but that it is theirs.
OWN: Final = Thing()


def thing(key: str) -> Thing:
    """Give what is known of a thing."""
    return THINGS.get(key, OWN)


@dataclass(frozen=True, kw_only=True)
class House:
    """What decides over things in this family, now. months: the youngest the child may be."""

    sweets: bool
    things: bool
    months: int
    evening: bool

    def takes(self, key: str) -> bool:
        """Whether a thing may be given here; gestures always."""
        found = thing(key)
        if found.gesture:
            return True
        return self.things and self._is_safe(found) and (self.sweets or not found.sweet)

    def _is_safe(self, found: Thing) -> bool:
        chokes = found.hard and self.months < N.count.hard_sweets_months
        swallows = found.small and self.months < N.count.small_parts_months
        return not (chokes or swallows)

    def instead_of(self, key: str, named: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give what may take its place: what the step names first; calm things at night."""
        if not self.things:
            return ()
        offered = dict.fromkeys((*named, *SUBSTITUTES))
        fitting = [each for each in offered if each != key and self.takes(each)]
        return tuple(sorted(fitting, key=self._is_too_lively))

    def _is_too_lively(self, key: str) -> bool:
        return self.evening and not thing(key).for_evenings

    def fitting(self, key: str, named: tuple[str, ...] = ()) -> str:
        """Give the thing itself, or what takes its place here."""
        return next(self._fitting(key, named))

    def _fitting(self, key: str, named: tuple[str, ...]) -> Iterator[str]:
        if self.takes(key):
            yield key
        yield from self.instead_of(key, named)
        yield HIGH_FIVE


def house_of(record: Record) -> House:
    """Read it from what the family chose; an unknown age is taken as the youngest."""
    chosen, months = record.settings, record.child.youngest_months(record.today)
    hour = record.clock.local(record.at).hour
    return House(
        sweets=chosen.sweets is not YesNo.NO,
        things=chosen.things is not YesNo.NO,
        months=0 if months is UNKNOWN else months,
        evening=hour >= N.count.evening or hour < DAY_BEGINS,
    )


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The prices a family wrote down, in order, and what fits its house."""

    prices: Sequence[Price]
    house: House

    def of(self, ladder: Ladder, step: int, at: datetime) -> Earns:
        """Give what a step paid at a moment, with what fits this house now."""
        earns = self.agreed(ladder, step, at)
        first = self._fitting(earns.first, earns.instead)
        then = self._fitting(earns.then, earns.instead)
        return replace(
            earns,
            first=first,
            then=then,
            per=Per.DAY if then.thing == SPECIAL_STICKER else earns.per,
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
    what = earns.first.thing if price.thing is UNKNOWN else price.thing
    return replace(
        earns,
        first=Treat(thing=what, amount=_or(price.first, earns.first.amount)),
        then=Treat(thing=what, amount=_or(price.then, earns.then.amount)),
    )


def _or(told: int | Unknown, otherwise: int | None) -> int | None:
    return otherwise if told is UNKNOWN else told
