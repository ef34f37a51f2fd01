"""A ladder that a family made itself: its steps in its own words, and when each counts."""

from typing import Final

from stepstool.method.record.entry import Entry, kind
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import Place, Posture, Wearing
from stepstool.method.record.question import (
    Parts,
    Several,
    Text,
    Unknown,
    Whole,
    ask,
    part,
)

SAYS: Final = Text("What does the child do?", 160)
DAYS: Final = Whole("At least how many days?", 2, 60, "days")
TITLE: Final = Text("What is it called?", 60)


@part
class OwnStep:
    """One step.

    It counts in any of the places, rooms, clothes and postures that it names; where it names
    none, any will do. half: the smaller step before it.
    """

    says: str | Unknown = ask(SAYS)
    place: tuple[Place, ...] | Unknown = ask(Several("Where does it land?", Place))
    where: tuple[Where, ...] | Unknown = ask(Several("In which room?", Where))
    wearing: tuple[Wearing, ...] | Unknown = ask(Several("What is worn?", Wearing))
    posture: tuple[Posture, ...] | Unknown = ask(Several("How?", Posture))
    days: int | Unknown = ask(DAYS)
    thing: str | Unknown = ask(Text("What is earned?", 60))
    half: str | Unknown = ask(Text("What is half of it?", 160))


STEPS: Final = Parts("Which steps?", OwnStep, 12)


@kind("own_ladder", lasting=True)
class OwnLadder(Entry):
    """A family's own ladder in one version; a change is an entry with the next one."""

    ladder: str | Unknown = ask(Text("Which ladder?", 60))
    ladder_version: int | Unknown = ask(
        Whole("Which version of it?", 1, 999, "versions")
    )
    title: str | Unknown = ask(TITLE)
    steps: tuple[OwnStep, ...] | Unknown = ask(STEPS)
