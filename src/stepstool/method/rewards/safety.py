"""What keeps rewards safe: a table of notes, each shown where it may matter.

Source: clinical_rules.md §8.2 (*Safe*). An unknown age is taken as the youngest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.method.ladder import Earns
from stepstool.method.record import Because, Saying
from stepstool.method.record.saying import Value
from stepstool.method.rewards.due import Due
from stepstool.method.rewards.events import Slot
from stepstool.method.rewards.numbers import (
    BALLOON_MONTHS,
    HARD_SWEETS_MONTHS,
    SMALL_PARTS_MONTHS,
    SUGAR_A_DAY,
    SUGAR_OF_TEN_KISSES,
)
from stepstool.method.rewards.prize import PrizeInSight
from stepstool.method.rewards.things import House, thing

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
        """Whether the ladder names sweets that this child is too young for."""
        if not self.house.things or not self.house.sweets or self.agreed is None:
            return False
        named = (self.agreed.first.thing, self.agreed.then.thing)
        young = self.house.months < HARD_SWEETS_MONTHS
        return young and any(thing(each).hard for each in named)

    @property
    def balloons(self) -> bool:
        """Whether somebody may think of a real balloon."""
        special = any(each.slot in (Slot.SPECIAL, Slot.PRIZE) for each in self.dues)
        return (special or self.prize_waits) and self.house.months < BALLOON_MONTHS

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
class Note:
    """One note. values: the numbers of its sentence."""

    rule: str
    fits: Callable[[Offer], bool]
    sources: tuple[str, ...]
    values: tuple[tuple[str, Value], ...] = ()


# fmt: off
NOTES: Final = (
    Note(rule="hard_sweets", fits=lambda offer: offer.hard_sweets_left_out, sources=("AAP-CHOKING",),
         values=(("years", HARD_SWEETS_MONTHS // MONTHS_A_YEAR),)),
    Note(rule="many_sweets", fits=lambda offer: offer.many_sweets, sources=("NHS-SUGAR", "I"),
         values=(("grams", SUGAR_OF_TEN_KISSES), ("most", SUGAR_A_DAY))),
    Note(rule="sweets", fits=lambda offer: offer.sweets, sources=("AAP-CHOKING", "I")),
    Note(rule="teeth", fits=lambda offer: offer.sweets and offer.house.evening, sources=("ACCOUNT-B", "I")),
    Note(rule="balloon", fits=lambda offer: offer.balloons, sources=("CPSC-BALLOONS",),
         values=(("years", BALLOON_MONTHS // MONTHS_A_YEAR),)),
    Note(rule="prize_small_parts", sources=("AAP-CHOKING",),
         fits=lambda offer: offer.prize_waits and offer.house.months < SMALL_PARTS_MONTHS,
         values=(("years", SMALL_PARTS_MONTHS // MONTHS_A_YEAR),)),
    Note(rule="prize", fits=lambda offer: offer.prize_waits, sources=("AAP-CHOKING", "I")),
)
# fmt: on


def notes(offer: Offer) -> tuple[Because, ...]:
    """Give the notes that matter now."""
    return tuple(
        Because(
            rule=f"safe_{each.rule}",
            saw=Saying(key=f"rewards.safe.{each.rule}", values=dict(each.values)),
            sources=each.sources,
        )
        for each in NOTES
        if each.fits(offer)
    )
