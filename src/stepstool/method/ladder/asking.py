"""What to ask after a poop, so that the child's step can be judged by it: one thing, one tap.

A step asks for a place, a room, clothes, a posture. The place is told when a poop is written
down; of the rest only that is asked which the step is about, what it asks more than the step
before, with the room where the verdict hangs on it. Its answers are a poop's own, those that
the step wants first, and each of them decides the verdict.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.ladder.ladder import (
    FIELDS,
    Harder,
    Ladder,
    Wanted,
    harder_by,
)
from stepstool.method.ladder.verdict import Verdict, answers_of
from stepstool.method.record import UNKNOWN, Saying, Unknown
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import Place, Poop, Posture, Wearing

ROOM: Final = "where"
ELSEWHERE: Final = Where.ELSEWHERE_AT_HOME
# By what a step is harder: the question of a poop that tells. The place is the first tap.
ABOUT: Final[Mapping[Harder, str]] = {
    Harder.DIAPER: "wearing",
    Harder.ROOM: ROOM,
    Harder.POSTURE: "posture",
}
# What is offered beside what the step wants.
AT_HOME: Final = (Where.BATHROOM, Where.HIDING_PLACE, ELSEWHERE, Where.ON_THE_WAY)
OUT: Final = (Where.OTHER_HOME, Where.PRESCHOOL, Where.ON_THE_WAY, ELSEWHERE)
ON_THE_FLOOR: Final = (Posture.STANDING, Posture.SQUATTING)
WORN: Final[Mapping[Place | Unknown, Wearing]] = {
    Place.DIAPER: Wearing.DIAPER,
    Place.PULL_UP: Wearing.PULL_UP,
}

# The words of a question, by what the step wants first.
WORDS: Final[Mapping[StrEnum, str]] = {
    Where.BATHROOM: "bathroom",
    Where.HIDING_PLACE: "hiding_place",
    Posture.SQUATTING_ON_LID: "lid",
    Posture.SITTING_ON_LID: "lid",
    Posture.SQUATTING_ON_SEAT: "seat",
    Posture.SITTING_ON_SEAT: "seat",
    Posture.SITTING_ON_POTTY: "potty",
    Wearing.DIAPER: "diaper_on",
    Wearing.DIAPER_WITH_SLIT: "opening",
    Wearing.DIAPER_WITH_HOLE: "opening",
}
# The poop is not the step's: before it began, or none that a step is judged by.
UNASKED: Final = {"no_step", "leak", "asleep"}


@dataclass(frozen=True, kw_only=True)
class StepAnswer:
    """One answer. fills: what it says of the poop, by question, what was asked first."""

    fills: Mapping[str, StrEnum]
    wanted: bool  # whether it is what the step asks for

    @property
    def key(self) -> str:
        """Its name among the answers."""
        return " ".join(self.fills.values())


@dataclass(frozen=True, kw_only=True)
class StepQuestion:
    """The one thing to ask, and its answers, those that the step wants first."""

    asks: Saying
    answers: tuple[StepAnswer, ...]


def question_of(
    ladder: Ladder | None, verdicts: Iterable[Verdict], poop: Poop
) -> StepQuestion | None:
    """Give what to ask after a poop; None where nothing is open, or no step hangs on it.

    ladder: that of the plan; verdicts: the poops that were judged by it.
    """
    judged = next((each for each in verdicts if poop.id in each.entries), None)
    if ladder is None or judged is None or judged.why in UNASKED:
        return None
    return question_about(ladder, judged.step, poop)


def question_about(ladder: Ladder, number: int, poop: Poop) -> StepQuestion | None:
    """Give what a step still has to know of a poop; None if it knows."""
    if poop.place is UNKNOWN:
        return None
    ways = [each for each in ladder.step(number).success if _may_be(each, poop)]
    about = _about(ladder, number)
    open_ = {name for way in ways for name in FIELDS if _is_open(name, way, poop)}
    asked = next((name for name in (*about, ROOM) if name in open_), None)
    if asked is None:
        return None
    wanted = tuple(_wanted(asked, ways, poop))
    others = tuple(_others(asked, ladder, poop, open_))
    taken = {each.fills[asked] for each in wanted}
    return StepQuestion(
        asks=_asks(asked, wanted),
        answers=(
            *wanted,
            *(each for each in others if taken.isdisjoint(each.fills.values())),
        ),
    )


def _about(ladder: Ladder, number: int) -> Sequence[str]:
    """Give what a step is about; the first one is about all that it wants."""
    if number == 1:
        return tuple(ABOUT.values())
    harder = harder_by(ladder.step(number - 1), ladder.step(number))
    return [ABOUT[each] for each in harder if each in ABOUT]


def _may_be(way: Wanted, poop: Poop) -> bool:
    """Whether a poop may have come this way, by what was written of it."""
    return all(
        not getattr(way, name) or getattr(poop, name) in {UNKNOWN, *getattr(way, name)}
        for name in FIELDS
    )


def _is_open(name: str, way: Wanted, poop: Poop) -> bool:
    """Whether a way hangs on what nobody wrote, and what follows from the rest is another."""
    wanted: frozenset[object] = getattr(way, name)
    unwritten = getattr(poop, name) is UNKNOWN
    return bool(wanted) and unwritten and answers_of(poop)[name] not in wanted


def _wanted(asked: str, ways: Sequence[Wanted], poop: Poop) -> Iterator[StepAnswer]:
    """Give the answers that the step wants, each with its room where there is but one."""
    for answer in FIELDS[asked]:
        for way in ways:
            if answer in getattr(way, asked):
                room = _room_of(way, poop) if asked != ROOM else {}
                yield StepAnswer(fills={asked: answer, **room}, wanted=True)
                break


def _room_of(way: Wanted, poop: Poop) -> Mapping[str, StrEnum]:
    alone = len(way.where) == 1 and poop.where is UNKNOWN
    return {ROOM: next(iter(way.where))} if alone else {}


def _others(
    asked: str, ladder: Ladder, poop: Poop, open_: set[str]
) -> Iterator[StepAnswer]:
    """Give the answers that tell that it was not so."""
    rooms = OUT if ladder.counts_in else AT_HOME
    other: Mapping[str, Sequence[StrEnum]] = {
        ROOM: rooms,
        "posture": ON_THE_FLOOR,
        "wearing": (WORN.get(poop.place, Wearing.NOTHING),),
    }
    for answer in other[asked]:
        yield StepAnswer(fills={asked: answer}, wanted=False)
    if asked != ROOM and ROOM in open_:
        yield StepAnswer(fills={ROOM: ELSEWHERE}, wanted=False)


def _asks(asked: str, wanted: Sequence[StepAnswer]) -> Saying:
    """Word the question: by what the step wants first, or, of several rooms, in general."""
    any_room = asked == ROOM and len(wanted) > 1
    words = asked if any_room else WORDS.get(wanted[0].fills[asked], asked)
    return Saying(key=f"ladder.quick.{words}")
