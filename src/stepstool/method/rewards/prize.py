"""The prize in sight: one small thing, the child's after the first poop in the potty (M8)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.record.kinds.promises import Prize
from stepstool.method.rewards.events import Event, For, Slot
from stepstool.method.rewards.given import Given, slot_of


@dataclass(frozen=True, kw_only=True)
class PrizeInSight:
    """The prize: what and where; by which poop it was earned, and what was given.

    earned, given: None while that has not happened.
    """

    prize: Prize
    earned: Event | None
    given: Reward | None

    @property
    def is_due(self) -> bool:
        """Whether it was earned and not yet given."""
        return self.earned is not None and self.given is None


def prize_of(
    record: Record, given: Given, potty: Sequence[Event]
) -> PrizeInSight | None:
    """Give the prize that stands in sight, if there is one. potty: poops there, in order."""
    prizes = [each for each in record.of(Prize) if each.what is not UNKNOWN]
    if not prizes:
        return None
    prize = prizes[-1]
    landed = (each for each in potty if each.at >= prize.at)
    handed = (each for each in given.all if each.at >= prize.at)
    return PrizeInSight(
        prize=prize,
        earned=next((_earned(prize, each) for each in landed), None),
        given=next((each for each in handed if slot_of(each) is Slot.PRIZE), None),
    )


def _earned(prize: Prize, event: Event) -> Event:
    """Give the event of the prize: one a prize, by whatever poop two phones name."""
    return replace(event, slot=Slot.PRIZE, for_=For.PRIZE, once=prize.id)
