"""The course of the plan: what was decided, folded into where it stands at each moment.

Facts of the plan are absolute ("on step 3 of ladder b, version 2") and folded by moment,
version and id. Two different ones within a day by different people: the easier holds, both
are shown, and the next decision settles it (rule 5 of the house).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.lasting import Move, Plan

N: Final = topic("calm")

FIRST: Final = 1
NOT_TOLD: Final = 0


class PlanPlace(StrEnum):
    """What the plan is doing."""

    CHOSEN = "chosen"
    ON_STEP = "on_step"
    ON_BREAK = "on_break"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True)
class PlanStanding:
    """Where the plan stands from the moment of a decision on.

    On a break or at the end ladder, version and step say where it stood.
    """

    fact: Plan
    place: PlanPlace
    ladder: str
    """Its key; empty if none was ever named."""
    version: int
    """0 where unknown."""
    step: int
    """Counted from 1."""

    @property
    def since(self) -> datetime:
        """The moment of the decision."""
        return self.fact.at

    def agrees_with(self, other: "PlanStanding") -> bool:
        """Whether two decisions mean the same; a version not told is any."""
        versions = {self.version, other.version} - {NOT_TOLD}
        same = (self.place, self.ladder, self.step)
        return len(versions) <= 1 and same == (other.place, other.ladder, other.step)

    def is_harder_than(self, before: "PlanStanding | None") -> bool:
        """Whether it asks more of the child than what held before."""
        if self.place is not PlanPlace.ON_STEP or before is None:
            return self.place is PlanPlace.ON_STEP
        goes_on = before.place in (PlanPlace.ON_STEP, PlanPlace.ON_BREAK)
        same = goes_on and before.ladder == self.ladder
        return self.step > before.step if same else True


@dataclass(frozen=True, kw_only=True)
class PlanStretch:
    """An unbroken time at one place."""

    standing: PlanStanding
    since: datetime
    until: datetime | None
    """None while it lasts."""
    harder: bool
    facts: tuple[Plan, ...]


@dataclass(frozen=True, kw_only=True)
class Course:
    """What was decided so far."""

    stretches: tuple[PlanStretch, ...] = ()
    """All of them, in order."""
    disagreement: tuple[Plan, ...] = ()
    """The two decisions that differ, while nobody settled it."""

    @property
    def now(self) -> PlanStretch | None:
        """The stretch that lasts."""
        return self.stretches[-1] if self.stretches else None

    def at(self, moment: datetime) -> PlanStretch | None:
        """The stretch that held at a moment; a decision holds from its own moment on."""
        index = bisect_right(self.stretches, moment, key=lambda each: each.since)
        return self.stretches[index - 1] if index else None


def break_over(course: Course) -> PlanStretch | None:
    """Give the latest break that is over."""
    over = (
        each
        for each in reversed(course.stretches)
        if each.standing.place is PlanPlace.ON_BREAK and each.until is not None
    )
    return next(over, None)


def course_of(facts: Iterable[Plan]) -> Course:
    """Fold the facts of the plan, in the order of the record."""
    standings: list[PlanStanding] = []
    open_pair: tuple[Plan, ...] = ()
    for fact in facts:
        before = standings[-1] if standings else None
        standing = _stand(fact, before)
        if standing is None:
            continue
        differs = before is not None and not open_pair and _disagree(before, standing)
        open_pair = (before.fact, fact) if before is not None and differs else ()
        if not differs or _ease(standing) < _ease(before or standing):
            standings.append(standing)
    return Course(stretches=_stretches(standings), disagreement=open_pair)


def _stand(fact: Plan, before: PlanStanding | None) -> PlanStanding | None:
    ladder = before.ladder if before else ""
    if fact.ladder is not UNKNOWN:
        ladder = fact.ladder
    place = _place(fact, before)
    if place is None or (not ladder and place is not PlanPlace.ON_BREAK):
        return None
    same = before is not None and before.ladder == ladder
    known = before.version if before and same else NOT_TOLD
    return PlanStanding(
        fact=fact,
        place=place,
        ladder=ladder,
        version=known if fact.ladder_version is UNKNOWN else fact.ladder_version,
        step=_step(fact, before if same else None),
    )


_PLACES: Final = {
    Move.START: PlanPlace.ON_STEP,
    Move.MOVE_ON: PlanPlace.ON_STEP,
    Move.STEP_BACK: PlanPlace.ON_STEP,
    Move.GO_ON: PlanPlace.ON_STEP,
    Move.TAKE_A_BREAK: PlanPlace.ON_BREAK,
    Move.END: PlanPlace.ENDED,
}


def _place(fact: Plan, before: PlanStanding | None) -> PlanPlace | None:
    if fact.move is Move.START and fact.child_agreed is YesNo.NO:
        return PlanPlace.CHOSEN
    if fact.move is not UNKNOWN and fact.move in _PLACES:
        return _PLACES[fact.move]
    if fact.step is not UNKNOWN:
        return PlanPlace.ON_STEP
    if _chooses(fact, before):
        return PlanPlace.CHOSEN
    return before.place if before else None


def _chooses(fact: Plan, before: PlanStanding | None) -> bool:
    """Whether it names a ladder to begin: a first or another one, or one after the end."""
    if fact.ladder is UNKNOWN or before is None:
        return fact.ladder is not UNKNOWN
    other = before.place is PlanPlace.ENDED or before.ladder != fact.ladder
    return other and fact.move is UNKNOWN


_BY: Final = {Move.MOVE_ON: 1, Move.STEP_BACK: -1}


def _step(fact: Plan, before: PlanStanding | None) -> int:
    if fact.step is not UNKNOWN:
        return fact.step
    if before is None or fact.move is Move.START:
        return FIRST
    move = Move.STAY if fact.move is UNKNOWN else fact.move
    return max(FIRST, before.step + _BY.get(move, 0))


def _disagree(before: PlanStanding, later: PlanStanding) -> bool:
    authors = {before.fact.by, later.fact.by}
    return (
        "" not in authors
        and len(authors) > 1
        and later.since - before.since < N.span.same_decision
        and not before.agrees_with(later)
        and not _begins_the_chosen(before, later)
    )


def _begins_the_chosen(before: PlanStanding, later: PlanStanding) -> bool:
    """Whether one person chose a ladder, and another began just that one."""
    begins = before.place is PlanPlace.CHOSEN and later.place is PlanPlace.ON_STEP
    return begins and before.ladder == later.ladder and not _declined(before)


def _declined(standing: PlanStanding) -> bool:
    return standing.fact.child_agreed is YesNo.NO


_REST: Final = {
    PlanPlace.ON_BREAK: 0,
    PlanPlace.ENDED: 1,
    PlanPlace.CHOSEN: 2,
    PlanPlace.ON_STEP: 3,
}
_EASE: Final = (
    Move.TAKE_A_BREAK,
    Move.END,
    Move.STEP_BACK,
    Move.STAY,
    UNKNOWN,
    Move.GO_ON,
    Move.START,
    Move.MOVE_ON,
)


def _ease(standing: PlanStanding) -> tuple[int, int, int]:
    """Smaller is easier: a break before a lower step before a softer move."""
    return (_REST[standing.place], standing.step, _EASE.index(standing.fact.move))


def _stretches(standings: Sequence[PlanStanding]) -> tuple[PlanStretch, ...]:
    groups: list[list[PlanStanding]] = []
    for each in standings:
        if groups and groups[-1][-1].agrees_with(each):
            groups[-1].append(each)
        else:
            groups.append([each])
    ends = [group[0].since for group in groups[1:]]
    before = [None, *(group[-1] for group in groups)]
    return tuple(
        PlanStretch(
            standing=group[-1],
            since=group[0].since,
            until=end,
            harder=group[0].is_harder_than(last),
            facts=tuple(each.fact for each in group),
        )
        for group, end, last in zip(groups, [*ends, None], before, strict=False)
    )
