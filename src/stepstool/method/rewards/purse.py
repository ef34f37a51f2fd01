"""What is due now: derived each time, never stored, never negative.

Source: clinical_rules.md §8.2; rule 6 of the method: a reward earned is given, none is
taken back, and an accident never costs anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import Final

from stepstool.method.ladder import Treat
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Fading, Reward
from stepstool.method.rewards.due import Due, due, step_due
from stepstool.method.rewards.events import (
    Event,
    Slot,
    StepEvent,
    courage_events,
    potty_events,
    step_events,
    try_events,
)
from stepstool.method.rewards.given import Given
from stepstool.method.rewards.judged import Judge, OnLadder
from stepstool.method.rewards.numbers import COURAGE_A_DAY, DUE, TRIES_A_DAY
from stepstool.method.rewards.paying import Paying
from stepstool.method.rewards.prize import PrizeInSight, prize_of
from stepstool.method.rewards.things import SPECIAL_STICKER, STICKER, House, thing

ONE_STICKER: Final = Treat(thing=STICKER, amount=1)
ONE_SPECIAL: Final = Treat(thing=SPECIAL_STICKER, amount=1)


@dataclass(frozen=True)
class Purse:
    """All that dues are made of."""

    record: Record
    judge: Judge
    paying: Paying

    @property
    def _given(self) -> Given:
        return self.paying.given

    @property
    def _house(self) -> House:
        return self.paying.terms.house

    @cached_property
    def judged(self) -> list[OnLadder]:
        """The poops and tries on a step."""
        return self.judge.judged()

    @cached_property
    def successes(self) -> Sequence[StepEvent]:
        """What worked at a step."""
        return step_events(self.judged)

    @cached_property
    def potty(self) -> Sequence[Event]:
        """The poops in the potty and the toilet."""
        return list(potty_events(self.record))

    @cached_property
    def prize(self) -> PrizeInSight | None:
        """The prize in sight, if there is one."""
        return prize_of(self.record, self._given, self.potty)

    def dues(self) -> list[Due]:
        """Give what is due, in the order in which it was earned; the prize never lapses."""
        found = [*self._of_steps(), *self._specials(), *self._stickers()]
        return sorted([*found, *self._of_prize()], key=_in_order)

    def _is_recent(self, event: Event) -> bool:
        return event.at > self.record.at - DUE

    def _of_steps(self) -> Iterator[Due]:
        """Give what the steps owe; the special sticker of a step is that of the potty."""
        in_potty = {entry for each in self.potty for entry in each.entries}
        for owed in self.paying.owed(self.successes):
            what = owed.treat.thing
            twice = what == SPECIAL_STICKER and owed.event.cause in in_potty
            shown = not twice and not thing(what).gesture
            if shown and self._is_recent(owed.event):
                yield step_due(self.record.child.id, owed, self._house)

    def _specials(self) -> Iterator[Due]:
        settled = self._given.settled(self.potty)
        recent = filter(self._is_recent, self.potty)
        for each in recent if self._house.takes(SPECIAL_STICKER) else ():
            stage = self.paying.stages.at(each.at)
            if stage.fading is not Fading.WORDS and each.entries not in settled:
                yield self._due(each, ONE_SPECIAL)

    def _of_prize(self) -> Iterator[Due]:
        prize = self.prize
        if prize and prize.is_due and prize.earned and self._house.things:
            named = prize.prize.what
            treat = Treat(thing="" if named is UNKNOWN else named)
            yield self._due(prize.earned, treat)

    def _stickers(self) -> Iterator[Due]:
        if self._house.takes(STICKER):
            tries = list(try_events(self.record, [*self.potty, *self.successes]))
            brave = list(courage_events(self.record))
            loose = self._given.apart_from([*tries, *brave], Slot.STICKER)
            yield from self._daily(tries, TRIES_A_DAY, loose)
            yield from self._daily(brave, COURAGE_A_DAY, ())

    def _daily(
        self, events: Sequence[Event], most: int, loose: Sequence[Reward]
    ) -> Iterator[Due]:
        """Give the stickers of each day, so many at most; what was given counts."""
        since = self.record.clock.day(self.record.at - DUE)
        recent = (each for each in events if each.day >= since)
        for day, group in groupby(recent, key=lambda each: each.day):
            today = list(group)
            missing = [each for each in today if not self._given.for_(each)]
            had = len(today) - len(missing) + self._on(day, loose)
            for each in filter(self._is_recent, missing[: max(most - had, 0)]):
                yield self._due(each, ONE_STICKER)

    def _on(self, day: date, rewards: Sequence[Reward]) -> int:
        return sum(1 for _ in self._given.on(day, rewards))

    def _due(self, event: Event, treat: Treat) -> Due:
        return due(self.record.child.id, event, treat)


def _in_order(due: Due) -> tuple[datetime, int, str]:
    """Sort by when it was earned; then what a step pays, and what comes with it."""
    return (due.at, list(Slot).index(due.slot), due.id)
