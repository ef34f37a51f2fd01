"""What keeps rewards safe and small: notes where they may matter, and the price guard.

Rather a smaller step than a bigger prize. Each row names its sources. An unknown
age is taken as the youngest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.ladder import Earns, Treat, ladder_in
from stepstool.method.record import UNKNOWN, Because, Record, Saying, Unknown
from stepstool.method.record.decision import Value
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.record.kinds.promises import Price
from stepstool.method.rewards.choking import SOURCES as CHOKING
from stepstool.method.rewards.choking import Risk, names_a_risk
from stepstool.method.rewards.events import Slot
from stepstool.method.rewards.purse import Due, PrizeInSight
from stepstool.method.rewards.things import THINGS, House, Terms, thing

N: Final = topic("rewards")

TEN: Final = 10
MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What is on offer in this house: what the step pays, what is due, the prize."""

    house: House
    dues: Sequence[Due]
    prize: PrizeInSight | None
    earns: Earns | None
    agreed: Earns | None

    @property
    def sweets(self) -> bool:
        """Whether something sweet is handed over."""
        return any(thing(each).sweet for each, _ in self._pieces())

    @property
    def many_sweets(self) -> bool:
        """Whether so many at once that they are too much sugar for a day."""
        return any(thing(each).sweet and n >= TEN for each, n in self._pieces())

    @property
    def hard_sweets_left_out(self) -> bool:
        """Whether what was agreed on chokes a child so young."""
        return any(map(self._chokes, self._wanted))

    def _chokes(self, key: str) -> bool:
        if key in THINGS:
            return self.house.is_young and thing(key).hard and self.house.sweets
        return self.house.is_young and self.house.risk_of(key) is Risk.CHOKES

    @property
    def not_asked(self) -> str:
        """The family's own thing of which nobody said whether it chokes; empty for none."""
        own = (each for each in self._wanted if each not in THINGS)
        risk = self.house.risk_of
        waits = (each for each in own if risk(each) is Risk.NOT_ASKED)
        return next(waits, "") if self.house.is_young else ""

    @property
    def _wanted(self) -> tuple[str, ...]:
        """What the step would pay if all of it fitted."""
        if self.agreed is None or not self.house.things:
            return ()
        return (self.agreed.first.thing, self.agreed.then.thing)

    @property
    def prize_chokes(self) -> bool:
        """Whether the prize names something that chokes a child so young."""
        named = UNKNOWN if self.prize is None else self.prize.prize.what
        words = "" if named is UNKNOWN else named
        return self.prize_waits and self.house.is_young and names_a_risk(words)

    @property
    def balloons(self) -> bool:
        """Whether somebody may think of a real balloon."""
        special = any(each.slot in (Slot.SPECIAL, Slot.PRIZE) for each in self.dues)
        return (
            special or self.prize_waits
        ) and self.house.months < N.count.balloon_months

    @property
    def prize_waits(self) -> bool:
        """Whether a prize stands there or is to be handed over."""
        return self.prize is not None and self.prize.given is None

    def _pieces(self) -> Iterator[tuple[str, int]]:
        for due in self.dues:
            yield due.thing, due.amount or 0
        for treat in (self.earns.first, self.earns.then) if self.earns else ():
            yield treat.thing, treat.amount or 0


@dataclass(frozen=True, kw_only=True)
class SafetyNote:
    """One note. values: the numbers of its sentence."""

    rule: str
    fits: Callable[[Offer], bool]
    sources: tuple[str, ...]
    values: tuple[tuple[str, Value], ...] = ()

    def says(self, offer: Offer) -> Saying:
        """Say it of what is on offer."""
        values: dict[str, Value] = {**dict(self.values), "what": offer.not_asked}
        return Saying(key=f"rewards.safe.{self.rule}", values=values)


# fmt: off
NOTES: Final = (
    SafetyNote(rule="hard_sweets", fits=lambda offer: offer.hard_sweets_left_out, sources=("AAP-CHOKING",),
         values=(("years", N.count.hard_sweets_months // MONTHS_A_YEAR),)),
    SafetyNote(rule="own_not_asked", fits=lambda offer: bool(offer.not_asked), sources=CHOKING),
    SafetyNote(rule="many_sweets", fits=lambda offer: offer.many_sweets, sources=("NHS-SUGAR", "I"),
         values=(("grams", N.count.sugar_of_ten_kisses), ("most", N.count.sugar_a_day))),
    SafetyNote(rule="sweets", fits=lambda offer: offer.sweets, sources=("AAP-CHOKING", "I")),
    SafetyNote(rule="teeth", fits=lambda offer: offer.sweets and offer.house.evening, sources=("ACCOUNT-B", "I")),
    SafetyNote(rule="balloon", fits=lambda offer: offer.balloons, sources=("CPSC-BALLOONS",),
         values=(("years", N.count.balloon_months // MONTHS_A_YEAR),)),
    SafetyNote(rule="prize_small_parts", sources=("AAP-CHOKING",),
         fits=lambda offer: offer.prize_waits and offer.house.months < N.count.small_parts_months,
         values=(("years", N.count.small_parts_months // MONTHS_A_YEAR),)),
    SafetyNote(rule="prize_chokes", fits=lambda offer: offer.prize_chokes, sources=CHOKING,
         values=(("years", N.count.hard_sweets_months // MONTHS_A_YEAR),)),
    SafetyNote(rule="prize", fits=lambda offer: offer.prize_waits, sources=("AAP-CHOKING", "I")),
)
# fmt: on


def notes(offer: Offer) -> tuple[Because, ...]:
    """Give the notes that matter now."""
    return tuple(
        Because(
            rule=f"safe_{each.rule}",
            saw=each.says(offer),
            sources=each.sources,
        )
        for each in NOTES
        if each.fits(offer)
    )


PRICE_SOURCES: Final = ("FAMILIES-REWARDS", "I")
NEWEST: Final = 0


def guard(record: Record, terms: Terms) -> tuple[Because, ...]:
    """Say when prices grow: a second raise within 14 days, or more than 10 at once."""
    return (*_raised(record, terms), *_many(record))


def _raised(record: Record, terms: Terms) -> Iterator[Because]:
    since = record.at - N.span.raise_days
    prices = enumerate(terms.prices)
    raises = sum(_is_raise(record, terms, n) for n, each in prices if each.at > since)
    if raises >= N.count.raises:
        yield _because("price_raised", raises)


def _is_raise(record: Record, terms: Terms, number: int) -> bool:
    """Whether the price of this number pays more pieces than what held before it."""
    price = terms.prices[number]
    if price.ladder is UNKNOWN or price.step is UNKNOWN:
        return False
    ladder = ladder_in(record, price.ladder, NEWEST)
    if ladder is None:
        return False
    until_then = replace(terms, prices=terms.prices[:number])
    before = until_then.agreed(ladder, price.step, price.at)
    return _is_more(price.first, before.first) or _is_more(price.then, before.then)


def _is_more(told: int | Unknown, treat: Treat) -> bool:
    known = treat.amount
    return told is not UNKNOWN and known is not None and told > known


def _many(record: Record) -> Iterator[Because]:
    since = record.at - N.span.raise_days
    promised = record.within(Price, since, record.at)
    asked = [n for each in promised for n in (each.first, each.then)]
    given = [each.amount for each in record.within(Reward, since, record.at)]
    most = max((n for n in (*asked, *given) if n is not UNKNOWN), default=0)
    if most > N.count.most:
        yield _because("price_high", most)


def _because(rule: str, count: int) -> Because:
    saw = Saying(key=f"rewards.guard.{rule}", values={"count": count})
    return Because(rule=rule, saw=saw, sources=PRICE_SOURCES)
