"""What should be in place first, as a list to tick (M21). It is never a gate.

Reviews found 21 signs and no agreement (KAERTS-2012), so the list helps to look and no
more. Peeing there helps and is no condition: account A's child pooped there first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from stepstool.method.calm import told
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.numbers import READY_FEW, READY_MANY
from stepstool.method.record import Saying
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic
from stepstool.method.record.kinds.poop import Place, Wearing

NOT_AN_ITEM: Final = {Told.NOTHING_OF_THIS, Told.DONT_KNOW}
ITEMS: Final = tuple(
    each for each in ANSWERS[Topic.CAN_ALREADY] if each not in NOT_AN_ITEM
)


@dataclass(frozen=True, kw_only=True)
class Ready:
    """One item. ticked: None as long as nobody said and the diary does not show it."""

    item: Told
    ticked: bool | None
    says: Saying


def _told(topic: Topic, answer: Told) -> Callable[[Clues], bool]:
    return lambda clues: clues.told.says(topic, answer) is not None


def _sits_on_potty(clues: Clues) -> bool:
    sat = any(each.place is Place.POTTY for each in clues.sits)
    return sat or any(each.place is Place.POTTY for each in clues.poops)


def _feet_held(clues: Clues) -> bool:
    return any(each.feet_supported is YesNo.YES for each in clues.sits)


def _without_diaper(clues: Clues) -> bool:
    return any(each.wearing in (Wearing.NOTHING, Wearing.PANTS) for each in clues.poops)


# What shows an item beside its tick.
SHOWN: Final[Mapping[Told, tuple[Callable[[Clues], bool], ...]]] = {
    Told.TELLS: (
        lambda clues: any(map(told, clues.poops)),
        _told(Topic.FEELS_IT, Told.NOTICES_BEFORE),
    ),
    Told.SMALL_POTTY: (_sits_on_potty,),
    Told.STOOL_FOR_THE_FEET: (_feet_held, _told(Topic.SEAT, Told.FEET_ON_SOMETHING)),
    Told.TIME_WITHOUT_DIAPER: (_without_diaper,),
    Told.GROWN_UPS_SMILE: (_told(Topic.GROWN_UPS, Told.STAY_CALM),),
}


def readiness(clues: Clues) -> tuple[Ready, ...]:
    """Give the list, ticked from answers and entries."""
    ticked = clues.told.of(Topic.CAN_ALREADY)
    return tuple(
        Ready(
            item=item,
            ticked=_is_ticked(clues, item, ticked),
            says=Saying(key=f"reasons.ready.{item}"),
        )
        for item in ITEMS
    )


def _is_ticked(clues: Clues, item: Told, ticked: tuple[Told, ...]) -> bool | None:
    shown = any(shows(clues) for shows in SHOWN.get(item, ()))
    if item in ticked or shown:
        return True
    return False if ticked else None


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
