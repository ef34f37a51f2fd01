"""Which ladder to look at first, by what the family told and wrote about this child (M5).

A ladder begins where it works today: nobody takes the hiding place away, and a child that won't
enter the bathroom begins outside it. The family chooses; all other ladders stay in sight.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Entry, Reads, Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Beginning, Poop

N: Final = topic("coach")
READING: Final = (Reads(kind=Poop, back=N.span.lately), Reads(kind=Interview))
E = TypeVar("E", bound=Entry)

# The questions whose newest answers say what this child does.
ASKED: Final = (
    Topic.WHERE_NOW,
    Topic.WHEN_OFFERED,
    Topic.SAYS_OR_DOES,
    Topic.SEAT,
)
HIDES: Final = {Told.DIAPER_IN_HIDING_PLACE, Told.HIDES, Told.WANTS_TO_BE_ALONE}


@dataclass(frozen=True)
class Habits:
    """What a child does about it, as the family told, and as it wrote down lately."""

    record: Record

    @cached_property
    def told(self) -> frozenset[Told]:
        """All newest answers to the questions about it."""
        newest = {each.topic: each.answers for each in self.record.of(Interview)}
        answers = (newest.get(asked, UNKNOWN) for asked in ASKED)
        return frozenset(one for some in answers if some is not UNKNOWN for one in some)

    @property
    def hides(self) -> bool:
        """Whether the child hides for it, as told or as written lately."""
        hidden = sum(map(_is_hidden, self.lately(Poop)))
        return not self.told.isdisjoint(HIDES) or hidden >= N.count.hidden_poops

    def lately(self, kind: type[E]) -> Sequence[E]:
        """Give what was written of a kind in the last time."""
        return self.record.within(kind, self.record.at - N.span.lately, self.record.at)


def _is_hidden(poop: Poop) -> bool:
    began = poop.began is not UNKNOWN and Beginning.HID in poop.began
    return began or poop.where is Where.HIDING_PLACE


def _told(answer: Told) -> Callable[[Habits], bool]:
    return lambda habits: answer in habits.told


@dataclass(frozen=True, kw_only=True)
class FirstLadderRow(Row[Habits]):
    """One row. ladder: its key; because: what is said of why."""

    ladder: str
    because: str
    sources: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Why this one."""
        return (f"ideas.because.{self.because}",)


# fmt: off
FIRST_LADDERS: Final = decision_table(
    FirstLadderRow(key="not_the_bathroom", when="won’t go near the bathroom", ladder="floor_mark",
        fits=_told(Told.WONT_GO_NEAR_IT), because="not_the_bathroom", sources=("FAMILIES", "I")),
    FirstLadderRow(key="hides", when="hides for it, as told or as written lately", ladder="hiding_place",
        fits=lambda habits: habits.hides, because="hides", sources=("HIDE-2003", "ACCOUNT-A")),
    FirstLadderRow(key="diaper_on", when="it comes once the diaper is on", ladder="diaper_fading",
        fits=_told(Told.GOES_ONCE_THE_DIAPER_IS_ON), because="diaper_on", sources=("AUSTIN-2024", "CHW-2215")),
    FirstLadderRow(key="others", when="everybody else", ladder="b",
        fits=always, because="small_steps", sources=("ACCOUNT-B", "I")),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class FirstLadder:
    """The ladder to look at first, and why."""

    ladder: str
    because: Because


def first_ladder(record: Record) -> FirstLadder:
    """Give the ladder to look at first."""
    row = first_that_fits(FIRST_LADDERS, Habits(record))
    saw = Saying(key=row.sentences[0])
    because = Because(rule=row.key, saw=saw, sources=row.sources)
    return FirstLadder(ladder=row.ladder, because=because)
