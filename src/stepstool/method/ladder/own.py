"""The ladders that a family made itself, read from its diary; each version as it was kept."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from stepstool.method.ladder.ladder import (
    Earns,
    Ladder,
    Per,
    Step,
    Treat,
    Until,
    Wanted,
)
from stepstool.method.ladder.ladder_files import ladder_of
from stepstool.method.ladder.numbers import OWN_DAYS
from stepstool.method.record import UNKNOWN, Record, Unknown
from stepstool.method.record.kinds.own_ladder import OwnLadder, OwnStep

OWN: Final = "own-"
SOURCES: Final = ("OWN-LADDER",)
SAFETY: Final = ("diaper_always", "high_up")
# The smaller step, where the family named none.
HALF: Final = "half_of_it"
STICKER: Final = "sticker"
T = TypeVar("T")
Versions = Mapping[tuple[str, int], Ladder]


def ladder_in(record: Record, key: str, version: int) -> Ladder | None:
    """Give a ladder as published, or as this family kept it; None if it is neither.

    version 0 (not told) is the newest.
    """
    if not key.startswith(OWN):
        return ladder_of(key, version)
    return own_ladder_of(own_ladders(record.of(OwnLadder)), key, version)


def own_ladder_of(own: Versions, key: str, version: int) -> Ladder | None:
    """Give a version of a family's own ladder, the newest for 0; None if it is not there."""
    newest = max((number for named, number in own if named == key), default=0)
    return own.get((key, version or newest))


def own_ladders(kept: Iterable[OwnLadder]) -> Versions:
    """Give the ladders of a family by key and version; what is no ladder is left out.

    A version never changes: of two entries that name the same one the earlier holds.
    """
    made: dict[tuple[str, int], Ladder] = {}
    for each in sorted(kept, key=lambda entry: entry.in_time):
        ladder = made_of(each)
        if ladder is not None:
            made.setdefault((ladder.key, ladder.version), ladder)
    return made


def made_of(kept: OwnLadder) -> Ladder | None:
    """Make the ladder that an entry tells; None if it tells none."""
    key, version, title, steps = (
        kept.ladder,
        kept.ladder_version,
        kept.title,
        kept.steps,
    )
    if key is UNKNOWN or version is UNKNOWN or title is UNKNOWN or steps is UNKNOWN:
        return None
    if not key.startswith(OWN) or any(each.says is UNKNOWN for each in steps):
        return None
    rows = enumerate(steps, 1)
    return Ladder(
        key=key,
        version=version,
        for_whom=(),
        safety=SAFETY,
        sources=SOURCES,
        steps=tuple(_step(n, each, last=n == len(steps)) for n, each in rows),
        name=title,
    )


def _step(number: int, told: OwnStep, *, last: bool) -> Step:
    thing = STICKER if told.thing is UNKNOWN else told.thing
    treat = Treat(thing=thing, amount=1)
    until = Until.FADED if last else Until.NEXT_STEP
    return Step(
        key=f"own_{number}",
        at_least_days=OWN_DAYS if told.days is UNKNOWN else told.days,
        half_step=HALF,
        success=(wanted_of(told),),
        earns=Earns(first=treat, then=treat, per=Per.POOP, until=(until,)),
        words=str(told.says),
        half_words="" if told.half is UNKNOWN else told.half,
    )


def wanted_of(told: OwnStep) -> Wanted:
    """Give the way to succeed that a step tells; what it leaves open is any."""
    return Wanted(
        place=_any_of(told.place),
        where=_any_of(told.where),
        wearing=_any_of(told.wearing),
        posture=_any_of(told.posture),
    )


def _any_of(answer: tuple[T, ...] | Unknown) -> frozenset[T]:
    return frozenset() if answer is UNKNOWN else frozenset(answer)
