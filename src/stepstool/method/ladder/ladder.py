"""A ladder: a row of small steps from where the child poops happily today to the potty.

Ladders are data; what stands here is their form, which refuses nonsense. A published
version never changes, so that an old plan can always be read (rule 4 of the house).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.record import Saying, Unknown
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import Place, Posture, Wearing


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
    """One step. success: the ways to succeed, any of which will do.

    at_least_days: full days on it before the next; half_step: what to try when it is too
    high; unseen: the diary can't see what makes it harder than the step before, so a poop
    is never taken as ahead of the child's step because of it. words, half_words: what a
    family calls its own step, and half of it; picture: the name of its picture, empty
    where a family made it.
    """

    key: str
    at_least_days: int
    half_step: str
    success: tuple[Wanted, ...]
    earns: Earns
    safety: tuple[str, ...] = ()
    unseen: bool = False
    picture: str = ""
    words: str = ""
    half_words: str = ""

    def __post_init__(self) -> None:
        """Refuse a step that can't be succeeded at, or asks for a hurry."""
        if not self.success or self.at_least_days < 1:
            raise ValueError(
                f"Step {self.key} needs a way to succeed and at least 1 day."
            )


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """A ladder in one version. for_whom: which children it suits; sources: where from.

    counts_in: only poops in these rooms are looked at, in any if empty; for_babies: it is
    for those who cannot be asked yet, and only for them; name: what a family calls its own.
    """

    key: str
    version: int
    for_whom: tuple[str, ...]
    safety: tuple[str, ...]
    sources: tuple[str, ...]
    steps: tuple[Step, ...]
    counts_in: frozenset[Where] = frozenset()
    for_babies: bool = False
    name: str = ""

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
