"""What was given: facts, which nothing takes back; and which earning each one settles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Reward, RewardKind
from stepstool.method.rewards.events import Event, Slot

SLOTS: Final = {
    RewardKind.PRIZE: Slot.PRIZE,
    RewardKind.SPECIAL_STICKER: Slot.SPECIAL,
    RewardKind.STICKER: Slot.STICKER,
}


def slot_of(reward: Reward) -> Slot | None:
    """Say what a reward was given in; None: for nothing that is earned here."""
    slot = None if reward.reward is UNKNOWN else SLOTS.get(reward.reward)
    if slot is not Slot.PRIZE and reward.ladder is not UNKNOWN:
        return Slot.STEP
    return slot


@dataclass(frozen=True)
class Given:
    """The rewards given, in the order of their moments."""

    record: Record

    @cached_property
    def all(self) -> Sequence[Reward]:
        """All of them, however old."""
        return self.record.of(Reward)

    @cached_property
    def _by_cause(self) -> dict[str, list[Reward]]:
        causes: dict[str, list[Reward]] = defaultdict(list)
        for each in self.all:
            if each.cause is not UNKNOWN:
                causes[each.cause].append(each)
        return causes

    def for_(self, event: Event) -> Reward | None:
        """Give what was given for this, whichever of its entries was named as the cause."""
        found = (
            reward
            for entry in event.entries
            for reward in self._by_cause.get(entry, ())
            if slot_of(reward) is event.slot
        )
        return next(found, None)

    def apart_from(self, events: Iterable[Event], slot: Slot) -> list[Reward]:
        """Give what was given in a slot for something that is not, or no more, among these."""
        causes = {entry for event in events for entry in event.entries}
        return [
            each
            for each in self.all
            if slot_of(each) is slot and each.cause not in causes
        ]

    def on(self, day: date, rewards: Iterable[Reward]) -> Iterator[Reward]:
        """Keep those that were given on a day."""
        start, end = self.record.clock.start(day), self.record.clock.end(day)
        return (each for each in rewards if start <= each.at < end)
