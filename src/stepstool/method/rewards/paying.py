"""What the successes at the steps are paid: first, later, every second one, until the jar is empty."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from stepstool.method.ladder import Earns, Ladder, Treat, Until
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.lasting import Fading, Reward
from stepstool.method.record.kinds.promises import Price
from stepstool.method.rewards.events import Slot, StepEvent
from stepstool.method.rewards.fading import Stages
from stepstool.method.rewards.given import Given
from stepstool.method.rewards.numbers import STICKERS_FOR_A_TREAT
from stepstool.method.rewards.terms import Terms

ONE: Final = 1
Step = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Owed:
    """What a success earns.

    treat: how much of what; named: what the step itself names instead; first: whether it
    was the first.
    """

    event: StepEvent
    treat: Treat
    named: tuple[str, ...]
    first: bool


@dataclass(frozen=True)
class Paying:
    """What payment rests on: the terms, the stages of fading, and what was given."""

    terms: Terms
    stages: Stages
    given: Given

    def owed(self, events: Sequence[StepEvent]) -> Iterator[Owed]:
        """Give what is owed and was not given, in any order."""
        loose = self.given.apart_from(events, Slot.STEP)
        settled = self.given.settled(events)
        for step in dict.fromkeys(map(_step, events)):
            here = [each for each in events if _step(each) == step]
            before = [each for each in loose if (each.ladder, each.step) == step]
            yield from Walk(self, here, before, settled).owed()

    def jar_left(self, ladder: Ladder, step: int, at: datetime) -> int | None:
        """Give how many pieces are left for a step; None where nobody counted them."""
        price = self.terms.price(ladder.key, step, at)
        ends = Until.JAR_EMPTY in ladder.step(step).earns.until
        if not ends or price is None or price.jar is UNKNOWN:
            return None
        what = self.terms.agreed(ladder, step, at).first.thing
        return max(price.jar - sum(map(_pieces, self._taken(price, what))), 0)

    def _taken(self, price: Price, what: str) -> Iterator[Reward]:
        """Give what was taken out of the jar; nail polish instead leaves it full."""
        return (
            each
            for each in self.given.all
            if (each.ladder, each.step) == (price.ladder, price.step)
            and each.at >= price.at
            and each.what in (what, UNKNOWN)
        )


def _step(event: StepEvent) -> Step:
    return (event.ladder.key, event.step)


def _pieces(reward: Reward) -> int:
    return ONE if reward.amount is UNKNOWN else reward.amount


class Walk:
    """The successes at one step in their order, with what was given for it before."""

    def __init__(
        self,
        paying: Paying,
        events: Sequence[StepEvent],
        loose: Sequence[Reward],
        settled: Collection[tuple[str, ...]],
    ) -> None:
        """Begin before the first."""
        self._paying = paying
        self._events = events
        self._loose = loose
        self._settled = settled
        self._stickers = 0
        self._promised = 0
        self._known: dict[str, Earns] = {}

    def owed(self) -> Iterator[Owed]:
        """Give what is owed for those that nothing was given for."""
        for number, event in enumerate(self._events):
            earlier = any(each.at < event.at for each in self._loose)
            first = number == 0 and not earlier
            if self._is_settled(event):
                self._stickers = 0
            elif self._is_time(event) and not self._is_empty(event):
                owed = self._owed(event, first=first)
                self._promised += owed.treat.amount or ONE
                yield owed

    def _is_settled(self, event: StepEvent) -> bool:
        """Whether something was given for it; where a day is paid, on that day."""
        given = self._paying.given
        daily = event.is_daily and any(given.on(event.day, self._loose))
        return daily or event.entries in self._settled

    def _is_time(self, event: StepEvent) -> bool:
        """Whether the stage of fading pays this one: all, every second one, or none."""
        fading = self._paying.stages.at(event.at).fading
        if fading is not Fading.EVERY_SECOND:
            return fading is Fading.EVERY_TIME
        self._stickers += 1
        full = self._stickers >= STICKERS_FOR_A_TREAT
        self._stickers = 0 if full else self._stickers
        return full

    def _is_empty(self, event: StepEvent) -> bool:
        left = self._paying.jar_left(event.ladder, event.step, event.at)
        return left is not None and left <= self._promised

    def _owed(self, event: StepEvent, *, first: bool) -> Owed:
        earns = self._earns(event)
        treat = earns.first if first else earns.then
        return Owed(event=event, treat=treat, named=earns.instead, first=first)

    def _earns(self, event: StepEvent) -> Earns:
        """Give what the step paid then; it is read once a price."""
        terms, step = self._paying.terms, (event.ladder, event.step)
        price = terms.price(event.ladder.key, event.step, event.at)
        name = price.id if price else ""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = terms.of(*step, event.at)
        return known
