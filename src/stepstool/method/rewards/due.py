"""One thing that is due: earned, and not yet given; and the entry that says it was given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from stepstool.method.ladder import Treat
from stepstool.method.record import UNKNOWN, Because, Saying, computed_id
from stepstool.method.record.kinds.lasting import Reward, RewardKind
from stepstool.method.rewards.events import Event, For, Slot
from stepstool.method.rewards.paying import Owed
from stepstool.method.rewards.things import House, thing

# What a reward rests on, by what it is for.
SOURCES: Final[Mapping[For, tuple[str, ...]]] = {
    For.SUCCESS: ("ACCOUNT-B", "HOMEREWARD", "CAMERON-2001"),
    For.AHEAD: ("ACCOUNT-B", "I"),
    For.POTTY: ("ACCOUNT-C",),
    For.PRIZE: ("ACCOUNT-C",),
    For.TRY: ("HOMEREWARD", "I"),
    For.COURAGE: ("I",),
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing that is due.

    id: of the entry that says it was given, the same on every phone. thing, amount: what,
    and how much of it; None: some. cause: the entry it is for, the first of `entries`; at:
    when that was.
    ladder, step: empty and 0 where no step earns it. instead: what may take its place.
    """

    id: str
    slot: Slot
    for_: For
    kind: RewardKind
    thing: str
    amount: int | None
    entries: tuple[str, ...]
    at: datetime
    day: date
    because: Because
    ladder: str = ""
    step: int = 0
    first: bool = False
    instead: tuple[str, ...] = ()

    @property
    def cause(self) -> str:
        """The entry it is for."""
        return self.entries[0]

    def given(self, at: datetime, instead: str = "") -> Reward:
        """Say that it was given at a moment, or something instead of it.

        The entry has the same id wherever it is written, so that two phones make one.
        """
        same = instead in ("", self.thing)
        return Reward(
            id=self.id,
            at=at,
            written_at=at,
            reward=self.kind if same else thing(instead).kind,
            what=instead or self.thing,
            amount=self.amount if same and self.amount else UNKNOWN,
            cause=self.cause,
            ladder=self.ladder or UNKNOWN,
            step=self.step or UNKNOWN,
        )


def due(child: str, event: Event, treat: Treat) -> Due:
    """Make a due of an event; child: its id."""
    return Due(
        id=computed_id(child, "reward", event.slot, event.once),
        slot=event.slot,
        for_=event.for_,
        kind=_kind(event.slot, treat.thing),
        thing=treat.thing,
        amount=treat.amount,
        entries=event.entries,
        at=event.at,
        day=event.day,
        because=_because(event),
    )


def step_due(child: str, owed: Owed, house: House) -> Due:
    """Make a due of what a step owes; house: what may take its place here."""
    event = owed.event
    return replace(
        due(child, event, owed.treat),
        instead=house.instead_of(owed.treat.thing, owed.named),
        id=computed_id(child, "reward", event.slot, *event.paid_once),
        ladder=event.ladder.key,
        step=event.step,
        first=owed.first,
    )


def _kind(slot: Slot, given: str) -> RewardKind:
    return RewardKind.PRIZE if slot is Slot.PRIZE else thing(given).kind


def _because(event: Event) -> Because:
    saw = Saying(key=f"rewards.for.{event.for_}")
    return Because(rule=f"reward_{event.for_}", saw=saw, sources=SOURCES[event.for_])
