"""What should be in place first, as a list to tick (M21). It is never a gate.

Reviews found 21 signs and no agreement (KAERTS-2012), so the list helps to look and no
more. Peeing there helps and is no condition: account A's child pooped there first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from stepstool.method.calm import told
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.numbers import READY_FEW, READY_MANY
from stepstool.method.record import Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic
from stepstool.method.record.kinds.poop import Place, Wearing

NOT_AN_ITEM: Final = {Told.NOTHING_OF_THIS, Told.DONT_KNOW}
ITEMS: Final = tuple(
    each for each in ANSWERS[Topic.CAN_ALREADY] if each not in NOT_AN_ITEM
)


@dataclass(frozen=True, kw_only=True)
class Ready:
    """One item.

    ticked: None as long as nobody said and the diary does not show it. shown: what the
    diary shows, if that is why it is ticked; help: the small thing that helps, if not.
    """

    item: Told
    ticked: bool | None
    says: Saying
    shown: Saying | None
    help: Saying


Shows = Callable[[Clues], Iterable[datetime]]


def _told(topic: Topic, answer: Told) -> Shows:
    return lambda clues: filter(None, [clues.told.says(topic, answer)])


def _told_of_it(clues: Clues) -> Iterator[datetime]:
    return (each.at for each in clues.poops if told(each))


def _on_the_potty(clues: Clues) -> Iterator[datetime]:
    yield from (each.at for each in clues.sits if each.place is Place.POTTY)
    yield from (each.at for each in clues.poops if each.place is Place.POTTY)


def _feet_held(clues: Clues) -> Iterator[datetime]:
    return (each.at for each in clues.sits if each.feet_supported is YesNo.YES)


def _without_diaper(clues: Clues) -> Iterator[datetime]:
    bare = (Wearing.NOTHING, Wearing.PANTS)
    return (each.at for each in clues.poops if each.wearing in bare)


# What shows an item beside its tick.
SHOWN: Final[Mapping[Told, tuple[Shows, ...]]] = {
    Told.TELLS: (_told_of_it, _told(Topic.FEELS_IT, Told.NOTICES_BEFORE)),
    Told.SMALL_POTTY: (_on_the_potty,),
    Told.STOOL_FOR_THE_FEET: (_feet_held, _told(Topic.SEAT, Told.FEET_ON_SOMETHING)),
    Told.TIME_WITHOUT_DIAPER: (_without_diaper,),
    Told.GROWN_UPS_SMILE: (_told(Topic.GROWN_UPS, Told.STAY_CALM),),
}


def readiness(clues: Clues) -> tuple[Ready, ...]:
    """Give the list, ticked from answers and entries.

    What the family ticked or left open holds until the diary shows something newer.
    """
    return tuple(_ready(clues, item) for item in ITEMS)


def _ready(clues: Clues, item: Told) -> Ready:
    ticked = clues.told.of(Topic.CAN_ALREADY)
    shown = item not in ticked and _is_shown(clues, item)
    return Ready(
        item=item,
        ticked=(item in ticked or shown) if ticked or shown else None,
        says=Saying(key=f"reasons.ready.{item}"),
        shown=Saying(key=f"reasons.ready_shown.{item}") if shown else None,
        help=Saying(key=f"reasons.ready_help.{item}"),
    )


def _is_shown(clues: Clues, item: Told) -> bool:
    looked = clues.told.of(Topic.CAN_ALREADY)
    since = clues.told.newest[Topic.CAN_ALREADY].at if looked else None
    moments = (at for shows in SHOWN.get(item, ()) for at in shows(clues))
    return any(since is None or at > since for at in moments)


@dataclass(frozen=True, kw_only=True)
class Look:
    """What the list means now rests on this: looked at, put off, and how many ticks."""

    looked: bool
    waits: bool
    ticks: int


@dataclass(frozen=True, kw_only=True)
class SoFarRow(Row[Look]):
    """One way that it is so far."""

    @property
    def says(self) -> Saying:
        """It in words."""
        return Saying(key=f"reasons.ready_so_far.{self.key}")

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its words."""
        return (self.says.key,)


SO_FAR: Final = decision_table(
    SoFarRow(key="not_looked", fits=lambda look: not look.looked),
    SoFarRow(key="waits", fits=lambda look: look.waits),
    SoFarRow(key="few", fits=lambda look: look.ticks < READY_FEW),
    SoFarRow(key="some", fits=lambda look: look.ticks < READY_MANY),
    SoFarRow(key="many", fits=always),
)


def so_far(clues: Clues, *, waits: bool) -> Saying:
    """Say kindly what the list means now; it opens and shuts nothing.

    waits: softness or calm comes first.
    """
    ticks = _ticks(clues)
    look = Look(looked=ticks is not None, waits=waits, ticks=ticks or 0)
    return first_that_fits(SO_FAR, look).says


def _ticks(clues: Clues) -> int | None:
    """How many items are ticked; None if the list was not looked at."""
    if not clues.told.of(Topic.CAN_ALREADY):
        return None
    return sum(each.ticked is True for each in readiness(clues))


def few_ticks(clues: Clues) -> Mapping[str, int] | None:
    """Say how many are ticked, if they are few."""
    ticks = _ticks(clues)
    return {"count": ticks} if ticks is not None and ticks < READY_FEW else None


def many_ticks(clues: Clues) -> Mapping[str, int] | None:
    """Say how many are ticked, if they are many."""
    ticks = _ticks(clues)
    return {"count": ticks} if ticks is not None and ticks >= READY_MANY else None
