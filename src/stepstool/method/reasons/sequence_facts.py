"""What followed what: since it hurt, since something changed, since a success."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from stepstool.method.reasons.body_facts import Fact, Values, counted, often
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.numbers import (
    CHANGE_LATELY,
    LATELY,
    NOTHING_SINCE,
    OFTEN,
    PAINLESS,
    PLACED,
    SITS_LATELY,
    SITS_TAKEN,
)
from stepstool.method.record import UNKNOWN
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import UNEASY, Where, YesNo
from stepstool.method.record.kinds.days import Away, AwayKind, BigChange, ChangeKind
from stepstool.method.record.kinds.health import Illness, Symptom
from stepstool.method.record.kinds.poop import POTTY_OR_TOILET, Poop
from stepstool.method.record.kinds.toileting import Sit

FAR: Final = {AwayKind.TRAVEL, AwayKind.HOSPITAL}
BUG: Final = {Symptom.VOMITING, Symptom.WATERY_POOP}


def _since(bouts: Sequence[Bout], moment: datetime) -> list[Bout]:
    return [each for each in bouts if each.at > moment and each.is_full]


def _successes(clues: Clues) -> list[Poop]:
    return [each for each in clues.poops if each.place in POTTY_OR_TOILET]


def _nothing_since(clues: Clues) -> Values | None:
    """A success or two, then none for a while, poops elsewhere though."""
    there = _successes(clues)
    if not there or len(there) > OFTEN:
        return None
    last = there[-1].at
    long = clues.record.at - last >= NOTHING_SINCE
    after = _since(clues.bouts, last)
    return {"day": clues.day(last)} if long and len(after) >= PAINLESS else None


def _unwilling(sit: Sit) -> bool:
    return sit.accepted is YesNo.NO or sit.mood in UNEASY


def _unwilling_since_hurt(clues: Clues) -> Values | None:
    """Sits refused or upset since one hurt, and none before."""
    if not clues.hurting:
        return None
    hurt = clues.hurting[0].at
    unwilling = [each.at for each in clues.sits if _unwilling(each)]
    if unwilling and unwilling[0] < hurt:
        return None
    return often(len(unwilling))


def _changes(clues: Clues) -> Iterator[datetime]:
    """When something big changed: at home, by a journey, by a bug."""
    since = clues.record.at - CHANGE_LATELY
    yield from (each.at for each in clues.record.of(BigChange) if each.at > since)
    away = clues.within(Away, SITS_LATELY)
    yield from (each.at for each in away if each.place in FAR)
    for ill in clues.within(Illness, LATELY):
        if ill.symptoms is not UNKNOWN and not BUG.isdisjoint(ill.symptoms):
            yield ill.at


def _stopped_since_change(clues: Clues) -> Values | None:
    """Potty or toilet before the change, and after it only elsewhere."""
    for change in sorted(_changes(clues)):
        before = [each for each in clues.bouts if each.at < change and each.in_toilet]
        after = _since(clues.bouts, change)
        stopped = len(after) >= PAINLESS and not any(each.in_toilet for each in after)
        if len(before) >= OFTEN and stopped:
            return {"day": clues.day(change)}
    return None


def _changed(change: ChangeKind) -> Fact:
    def day(clues: Clues) -> Values | None:
        since = clues.record.at - CHANGE_LATELY
        found = [
            each.at
            for each in clues.record.of(BigChange)
            if each.change is change and each.at > since
        ]
        return {"day": clues.day(found[-1])} if found else None

    return day


def _sits_and_nothing(clues: Clues) -> Values | None:
    """Sits gladly enough, and it comes in the diaper."""
    taken = sum(each.accepted is YesNo.YES for each in clues.sits)
    full = [each for each in clues.bouts if each.is_full]
    elsewhere = len(full) >= PLACED and not any(each.in_toilet for each in full)
    return counted(taken) if taken >= SITS_TAKEN and elsewhere else None


def _never_at_preschool(clues: Clues) -> Values | None:
    """Days at preschool, and never one there, by the diary."""
    stays = [
        each
        for each in clues.within(Away, SITS_LATELY)
        if each.place is AwayKind.PRESCHOOL and each.until is not None
    ]
    there = any(
        poop.where is Where.PRESCHOOL
        or any(stay.at <= poop.at <= (stay.until or stay.at) for stay in stays)
        for poop in clues.poops
    )
    return counted(len(stays)) if len(stays) >= PLACED and not there else None


# fmt: off
SEQUENCE_FACTS: Final[Mapping[str, Fact]] = {
    "nothing_since": _nothing_since,
    "unwilling_since_hurt": _unwilling_since_hurt,
    "stopped_since_change": _stopped_since_change,
    "sits_and_nothing": _sits_and_nothing,
    "never_at_preschool": _never_at_preschool,
    **{f"change_{change}": _changed(change) for change in ChangeKind},
}
# fmt: on
