"""What was given: facts, which nothing takes back; and which earning each one settles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Final

from stepstool.method.ladder.numbers import VERDICTS_BACK
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Reward, RewardKind
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.rewards.events import Event, Slot, StepEvent

SLOTS: Final = {
    RewardKind.PRIZE: Slot.PRIZE,
    RewardKind.SPECIAL_STICKER: Slot.SPECIAL,
    RewardKind.STICKER: Slot.STICKER,
}


FOR_A_POOP: Final = {Slot.STEP, Slot.SPECIAL}


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

    def settled(self, events: Sequence[Event]) -> set[tuple[str, ...]]:
        """Give the events, by their entries, that something was given for.

        Two carers wrote one poop down twice, and one of the two was taken out again: what
        was given for it then settles the last one of that day that is still open.
        """
        done = {each.entries for each in events if self.for_(each)}
        for reward in self._orphans:
            day = self.record.clock.day(reward.at)
            fitting = (
                each.entries
                for each in reversed(events)
                if each.day == day and each.at <= reward.at and _fits(each, reward)
            )
            done.update(islice((each for each in fitting if each not in done), 1))
        return done

    @cached_property
    def _orphans(self) -> Sequence[Reward]:
        """Those of the last weeks whose poop is not in the diary any more."""
        since = self.record.at - VERDICTS_BACK
        recent = self.record.within(Reward, since, self.record.at)
        there = {UNKNOWN, *(each.id for each in self.record.of(Poop))}
        return [
            each
            for each in recent
            if slot_of(each) in FOR_A_POOP and each.cause not in there
        ]

    def apart_from(self, events: Iterable[Event], slot: Slot) -> list[Reward]:
        """Give what was given in a slot for something that is not, or no more, among these."""
        causes = {entry for event in events for entry in event.entries}
        return [each for each in self._in.get(slot, ()) if each.cause not in causes]

    @cached_property
    def _in(self) -> dict[Slot | None, list[Reward]]:
        slots: dict[Slot | None, list[Reward]] = defaultdict(list)
        for each in self.all:
            slots[slot_of(each)].append(each)
        return slots

    def on(self, day: date, rewards: Iterable[Reward]) -> Iterator[Reward]:
        """Keep those that were given on a day."""
        start, end = self.record.clock.start(day), self.record.clock.end(day)
        return (each for each in rewards if start <= each.at < end)


def _fits(event: Event, reward: Reward) -> bool:
    """Whether a reward was given in the slot of an event, and at its step."""
    place = (reward.ladder, reward.step)
    there = (event.ladder.key, event.step) if isinstance(event, StepEvent) else place
    return slot_of(reward) is event.slot and place == there
