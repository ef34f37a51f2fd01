"""What may be given in this house, and what a step pays there.

A table of things, what of it the family chose, and what fits this child and this hour. Sweets
and substitutes are a family's choice; until there is one, a step pays a sticker. Sources:
evidence/numbers/rewards.toml (no sweets, no things, safe), account B (nail polish near bedtime).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.ladder import Earns, Ladder, Per, Treat
from stepstool.method.ladder.ladder import STICKER
from stepstool.method.record import UNKNOWN, Record, Unknown
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.lasting import RewardKind, Settings
from stepstool.method.record.kinds.promises import Price
from stepstool.method.rewards.choking import Risk, risk_of

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
# Chosen as a treat: the little sweets that the ladder names.
SWEETS: Final = "sweets"
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
# What a family names in its own words: nothing is known of it but these words.
OWN: Final = Thing()
ONE_STICKER: Final = Treat(thing=STICKER, amount=1)


def thing(key: str) -> Thing:
    """Give what is known of a thing."""
    return THINGS.get(key, OWN)


@dataclass(frozen=True, kw_only=True)
class House:
    """What decides over things in this family, now."""

    sweets: bool  # whether nobody refused them
    things: bool
    treat: str  # what the family chose for a success; empty where it did not
    months: int  # the youngest the child may be
    evening: bool
    chokes: Mapping[
        str, YesNo
    ]  # whether its own things are hard, round, sticky or chewy

    def takes(self, key: str) -> bool:
        """Whether a thing may be given here; gestures always."""
        named = thing(key)
        if named.gesture:
            return True
        return self.things and self.is_safe(key) and (self.sweets or not named.sweet)

    def is_safe(self, key: str) -> bool:
        """Whether nothing of it chokes a child so young."""
        if key not in THINGS:
            return not self.is_young or self.risk_of(key) is Risk.NONE
        chokes = thing(key).hard and self.is_young
        swallows = thing(key).small and self.months < N.count.small_parts_months
        return not (chokes or swallows)

    @property
    def is_young(self) -> bool:
        """Whether the child is too young for what is hard, round, sticky or chewy."""
        return self.months < N.count.hard_sweets_months

    def risk_of(self, own: str) -> Risk:
        """Say whether the family's own thing chokes: by its words, then by its answer."""
        return risk_of(own, self.chokes.get(own, UNKNOWN))

    def chosen(self, earns: Earns) -> Earns:
        """Give what a step of ours pays by this family's choice."""
        return replace(
            earns, first=self._chosen(earns.first), then=self._chosen(earns.then)
        )

    def _chosen(self, treat: Treat) -> Treat:
        named = thing(treat.thing)
        if named.gesture or named.kind is RewardKind.SPECIAL_STICKER:
            return treat
        if self.treat not in ("", SWEETS, treat.thing):
            return Treat(thing=self.treat)
        assumed = named.kind is RewardKind.TREAT and not self.treat
        return ONE_STICKER if assumed else treat

    def instead_of(self, key: str, named: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give what may take its place: what the step names first; calm things at night."""
        if not self.things:
            return ()
        offered = dict.fromkeys((*named, *SUBSTITUTES))
        fitting = [each for each in offered if each != key and self.takes(each)]
        return tuple(sorted(fitting, key=self._is_too_lively))

    def _is_too_lively(self, key: str) -> bool:
        return self.evening and not thing(key).for_evenings

    def fitting(self, key: str) -> str:
        """Give the thing itself, or what takes its place here: nothing is assumed."""
        chosen = self.treat if self.treat not in ("", SWEETS) else STICKER
        return next(filter(self.takes, (key, chosen, STICKER, HIGH_FIVE)))


def house_of(record: Record) -> House:
    """Read it from what the family chose; an unknown age is taken as the youngest."""
    chosen, months = record.settings, record.child.youngest_months(record.today)
    hour = record.clock.local(record.at).hour
    return House(
        sweets=chosen.sweets is not YesNo.NO,
        things=chosen.things is not YesNo.NO,
        treat=_treat(chosen),
        months=0 if months is UNKNOWN else months,
        evening=hour >= N.count.evening or hour < DAY_BEGINS,
        chokes=_answers(record),
    )


def _treat(chosen: Settings) -> str:
    """Give the treat that was chosen; "sweets are fine" alone chooses the ladder's."""
    if chosen.treat is UNKNOWN:
        return SWEETS if chosen.sweets is YesNo.YES else ""
    return chosen.treat


def _answers(record: Record) -> Mapping[str, YesNo]:
    """Give the newest answer for each of the family's own things."""
    asked = [
        *((each.at, each.thing, each.chokes) for each in record.of(Price)),
        *((each.at, each.treat, each.treat_chokes) for each in record.of(Settings)),
    ]
    asked.sort(key=lambda row: row[0])
    return {
        own: answer
        for _, own, answer in asked
        if own is not UNKNOWN and answer is not UNKNOWN
    }


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The prices a family wrote down, in order, and what fits its house."""

    prices: Sequence[Price]
    house: House

    def of(self, ladder: Ladder, step: int, at: datetime) -> Earns:
        """Give what a step paid at a moment, with what fits this house now."""
        earns = self.agreed(ladder, step, at)
        then = self._fitting(earns.then)
        return replace(
            earns,
            first=self._fitting(earns.first),
            then=then,
            per=Per.DAY if then.thing == SPECIAL_STICKER else earns.per,
            instead=tuple(filter(self.house.takes, earns.instead)),
        )

    def agreed(self, ladder: Ladder, step: int, at: datetime) -> Earns:
        """Give what was agreed on, whatever fits; an own ladder says it at each step."""
        named = ladder.step(step).earns
        earns = named if ladder.name else self.house.chosen(named)
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

    def _fitting(self, treat: Treat) -> Treat:
        fits = self.house.fitting(treat.thing)
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
