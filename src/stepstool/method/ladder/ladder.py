"""A ladder: a row of small steps from where the child poops happily today to the potty.

Ladders are data: its form, which refuses nonsense; ours, read once from their files; those
that a family made, read from its diary; and which are shown to whom. A published version
never changes, so that an old plan can always be read (rule 4 of the house).

What makes a good one: no step harder by two things at once, since shaping goes in small steps
(AUSTIN-2024, CHW-2215, IOP-2013), and no diaper refused, since whoever refuses a diaper risks
that the child holds (TAUBMAN-1997, ERIC-NAPPY).
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final, TypeVar

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record, Saying, Unknown, in_time
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.own_ladder import OwnLadder, OwnStep
from stepstool.method.record.kinds.poop import IN_A_DIAPER, Place, Posture, Wearing

N: Final = topic("ladder")


class Per(StrEnum):
    """What a reward is paid for."""

    POOP = "poop"
    DAY = "day"


class Until(StrEnum):
    """When a reward ends."""

    NEXT_STEP = "next_step"
    JAR_EMPTY = "jar_empty"
    NOT_ASKED_FOR = "not_asked_for"
    FADED = "faded"


@dataclass(frozen=True, kw_only=True)
class Treat:
    """Something small. amount: pieces; None where the account does not tell."""

    thing: str
    amount: int | None = None


@dataclass(frozen=True, kw_only=True)
class Earns:
    """What a step earns: at first, later, for what, and until when.

    instead: what may take its place, for instance near bedtime.
    """

    first: Treat
    then: Treat
    per: Per
    until: tuple[Until, ...]
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One way to succeed: any of these places, rooms, clothes, postures. Empty is any."""

    place: frozenset[Place] = frozenset()
    where: frozenset[Where] = frozenset()
    wearing: frozenset[Wearing] = frozenset()
    posture: frozenset[Posture] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step."""

    key: str
    at_least_days: int  # full days on it before the next
    half_step: str  # what to try when it is too high
    success: tuple[Wanted, ...]  # the ways to succeed, any of which will do
    earns: Earns
    safety: tuple[str, ...] = ()
    # The diary can't see what makes it harder than the step before, so a poop is never taken
    # as ahead of the child's step because of it.
    unseen: bool = False
    picture: str = ""  # the name of its picture; empty where a family made it
    words: str = ""  # what a family calls its own step
    half_words: str = ""  # and half of it

    def __post_init__(self) -> None:
        """Refuse a step that can't be succeeded at, or asks for a hurry."""
        if not self.success or self.at_least_days < 1:
            raise ValueError(
                f"Step {self.key} needs a way to succeed and at least 1 day."
            )


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """A ladder in one version."""

    key: str
    version: int
    for_whom: tuple[str, ...]  # which children it suits
    safety: tuple[str, ...]
    sources: tuple[str, ...]  # where it is from
    steps: tuple[Step, ...]
    counts_in: frozenset[Where] = frozenset()  # the rooms looked at; any if empty
    for_babies: bool = False  # for those who cannot be asked yet, and only for them
    name: str = ""  # what a family calls its own

    def __post_init__(self) -> None:
        """Refuse a ladder without steps or sources, or with two steps of one name."""
        keys = {each.key for each in self.steps}
        if not self.sources or not keys or len(keys) < len(self.steps):
            raise ValueError(
                f"Ladder {self.key} needs sources and steps, each with its own key."
            )

    @property
    def title(self) -> Saying:
        """What it is called."""
        if self.name:
            return Saying(key="ladders.own.title", values={"what": self.name})
        return Saying(key=f"ladders.{self.key}.title")

    @property
    def about(self) -> tuple[Saying, ...]:
        """For whom it is."""
        return tuple(Saying(key=f"ladders.for_whom.{each}") for each in self.for_whom)

    def step(self, number: int) -> Step:
        """Give a step, counted from 1; beyond the ends the nearest one."""
        return self.steps[self.within(number) - 1]

    def is_about(self, room: Where | Unknown) -> bool:
        """Whether poops in a room are looked at."""
        return not self.counts_in or room in self.counts_in

    def within(self, number: int) -> int:
        """Give the nearest step that there is."""
        return min(max(number, 1), len(self.steps))

    def says(self, number: int) -> Saying:
        """Say what the child does on a step."""
        step = self.step(number)
        if step.words:
            return Saying(key="ladders.own.step", values={"what": step.words})
        return Saying(key=f"ladders.{self.key}.steps.{step.key}")

    def says_half(self, number: int) -> Saying:
        """Say the smaller step before a step."""
        step = self.step(number)
        if step.half_words:
            return Saying(key="ladders.own.step", values={"what": step.half_words})
        return Saying(key=f"ladders.half_steps.{step.half_step}")

    def safety_of(self, number: int) -> tuple[Saying, ...]:
        """Say what keeps a step safe."""
        return _safety(self.step(number).safety)

    @property
    def safety_sayings(self) -> tuple[Saying, ...]:
        """Say what keeps the whole ladder safe."""
        return _safety(self.safety)


def _safety(keys: tuple[str, ...]) -> tuple[Saying, ...]:
    return tuple(Saying(key=f"ladders.safety.{each}") for each in keys)


FIELDS: Final[Mapping[str, type[StrEnum]]] = {
    "place": Place,
    "where": Where,
    "wearing": Wearing,
    "posture": Posture,
}


class LadderFileError(ValueError):
    """A ladder file is not whole; it says which, and what to write in it."""


def read_ladder(raw: Mapping[str, Any]) -> Ladder:
    """Read a ladder. Raises KeyError, TypeError or ValueError if it is none."""
    return Ladder(
        key=raw["key"],
        version=raw["version"],
        for_whom=tuple(raw["for_whom"]),
        safety=tuple(raw["safety"]),
        sources=tuple(raw["sources"]),
        steps=tuple(map(_step_of, raw["steps"])),
        counts_in=frozenset(map(Where, raw.get("counts_in", ()))),
        for_babies=raw.get("for_babies", False),
    )


def read_file(name: str, text: str) -> Ladder:
    """Read a ladder's file. Raises LadderFileError, which names the file and the cure."""
    try:
        return read_ladder(tomllib.loads(text))
    except KeyError as lack:
        cure = f"Please add `{lack.args[0]} = …` there."
        raise LadderFileError(f"{name} is not whole. {cure}") from lack
    except (TypeError, ValueError) as fault:
        raise LadderFileError(f"{name} is no ladder: {fault}") from fault


def _step_of(raw: Mapping[str, Any]) -> Step:
    return Step(
        key=raw["key"],
        at_least_days=raw["at_least_days"],
        half_step=raw["half_step"],
        success=tuple(map(_wanted_of, raw["success"])),
        earns=_earns_of(raw["earns"]),
        picture=raw["picture"],
        safety=tuple(raw.get("safety", ())),
        unseen=raw.get("unseen", False),
    )


def _wanted_of(raw: Mapping[str, list[str]]) -> Wanted:
    read: dict[str, Any] = {
        name: frozenset(map(FIELDS[name], answers)) for name, answers in raw.items()
    }
    return Wanted(**read)


def _earns_of(raw: Mapping[str, Any]) -> Earns:
    return Earns(
        first=Treat(**raw["first"]),
        then=Treat(**raw["then"]),
        per=Per(raw["per"]),
        until=tuple(map(Until, raw["until"])),
        instead=tuple(raw.get("instead", ())),
    )


def _published() -> Iterable[Ladder]:
    for each in files("stepstool.method.ladder").joinpath("ladders").iterdir():
        yield read_file(each.name, each.read_text("utf-8"))


VERSIONS: Final[Mapping[tuple[str, int], Ladder]] = {
    (each.key, each.version): each
    for each in sorted(_published(), key=lambda each: (each.key, each.version))
}
LADDERS: Final[Mapping[str, Ladder]] = {each.key: each for each in VERSIONS.values()}


def ladder_of(key: str, version: int) -> Ladder | None:
    """Give a ladder as published; version 0 (not told) is the newest. None: not ours."""
    return VERSIONS.get((key, version)) if version else LADDERS.get(key)


OWN: Final = "own-"
OWN_SOURCES: Final = ("OWN-LADDER",)
OWN_SAFETY: Final = ("diaper_always", "high_up")
# The smaller step, where the family named none.
OWN_HALF: Final = "half_of_it"
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
    for each in sorted(kept, key=in_time):
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
        safety=OWN_SAFETY,
        sources=OWN_SOURCES,
        steps=tuple(_own_step(n, each, last=n == len(steps)) for n, each in rows),
        name=title,
    )


def _own_step(number: int, told: OwnStep, *, last: bool) -> Step:
    thing = STICKER if told.thing is UNKNOWN else told.thing
    treat = Treat(thing=thing, amount=1)
    until = Until.FADED if last else Until.NEXT_STEP
    return Step(
        key=f"own_{number}",
        at_least_days=N.count.own_days if told.days is UNKNOWN else told.days,
        half_step=OWN_HALF,
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


# The way of account B first; then the ways that go on from a diaper, then those about one
# thing. What is not named here follows.
ORDER: Final = (
    "b",
    "diaper_fading",
    "three_phases",
    "floor_mark",
    "hiding_place",
    "flush",
    "away",
)


def ladders_for(months: int | Unknown) -> tuple[Ladder, ...]:
    """Give the ladders for a child of an age in months: below 18 those for babies.

    A ladder asks the child before each step, and no child controls its bowel before its
    first birthday (AAP-PE); who cannot be asked is only watched (BENDER-2021).
    """
    baby = months is not UNKNOWN and months < N.count.babies_until
    fit = [each for each in LADDERS.values() if each.for_babies is baby]
    return tuple(sorted(fit, key=_place))


def _place(ladder: Ladder) -> int:
    return ORDER.index(ladder.key) if ladder.key in ORDER else len(ORDER)


# A diaper that is cut, the smaller opening first.
CUT: Final = (Wearing.DIAPER_WITH_SLIT, Wearing.DIAPER_WITH_HOLE)
WHOLE, BARE = 0, len(CUT) + 1
REFUSES: Final = re.compile(
    r"\b(no (more )?|(fewer|less|stop|hide|refuse|withhold|ration)( the)? )(diaper|pull-up)s?\b"
    r"|\b(take|put|throw|lock)s? (the |her |his |their )?(diaper|pull-up)s? away\b"
    r"|\bdon.t (give|offer|use) (a |the )?(diaper|pull-up)",
    re.IGNORECASE,
)


class Harder(StrEnum):
    """One thing in which a step asks more than the one before."""

    DIAPER = "diaper"
    PLACE = "place"
    ROOM = "room"
    POSTURE = "posture"


class Wrong(StrEnum):
    """What is wrong with a step."""

    TWO_AT_ONCE = "two_at_once"
    REFUSES_A_DIAPER = "refuses_a_diaper"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found at a step, counted from 1. harder: the things, where there are two."""

    step: int
    wrong: Wrong
    harder: tuple[Harder, ...] = ()


def check(ladder: Ladder) -> tuple[Finding, ...]:
    """Give all that is wrong with a ladder, in the order of its steps."""
    found = [*_two_at_once(ladder), *_refusing(ladder)]
    return tuple(sorted(found, key=lambda each: each.step))


def harder_by(before: Step, after: Step) -> tuple[Harder, ...]:
    """Say in what a step asks more than the one before; each by its usual way, the first."""
    one, other = before.success[0], after.success[0]
    bare = cut_of(one) == cut_of(other) == BARE
    asks = {
        Harder.DIAPER: cut_of(other) > cut_of(one),
        Harder.PLACE: bare and _narrows(one.place, other.place),
        Harder.ROOM: _narrows(one.where, other.where),
        Harder.POSTURE: _narrows(one.posture, other.posture),
    }
    return tuple(each for each, holds in asks.items() if holds)


def cut_of(way: Wanted) -> int:
    """Say how far the diaper is gone: 0 for a whole one or any, then cut, 3 for none."""
    cut = next((n for n, worn in enumerate(CUT, 1) if worn in way.wearing), None)
    bare = bool(way.place) and not way.place & IN_A_DIAPER
    return cut or (BARE if bare else WHOLE)


def _narrows(before: frozenset[object], after: frozenset[object]) -> bool:
    """Whether what would have done before may not do now; nothing named is any."""
    return bool(after) and not (before and after >= before)


def _two_at_once(ladder: Ladder) -> Iterator[Finding]:
    for number, (before, after) in enumerate(pairwise(ladder.steps), 2):
        harder = harder_by(before, after)
        if len(harder) > 1:
            yield Finding(step=number, wrong=Wrong.TWO_AT_ONCE, harder=harder)


def _refusing(ladder: Ladder) -> Iterator[Finding]:
    for number, step in enumerate(ladder.steps, 1):
        if any(map(REFUSES.search, (step.words, step.half_words))):
            yield Finding(step=number, wrong=Wrong.REFUSES_A_DIAPER)
