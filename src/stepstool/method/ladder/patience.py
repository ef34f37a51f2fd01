"""Patience: what a step that takes long brings week by week, and how long a not-yet holds.

No reason stands for longer than a week. On one step the weeks bring counting, a quiet look,
half of the step, and the whole one again; without a step forward for four weeks these take
turns: why not, half of it, what happened, another ladder. Time in which the plan rested is
not counted. Sources: evidence/numbers/ladder.toml, and AUSTIN-2024 for half of a step; M19.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.calm import PlanPlace, PlanStretch
from stepstool.method.evidence import topic
from stepstool.method.ladder import back
from stepstool.method.ladder.forward import slipped
from stepstool.method.ladder.ladder import LADDERS, Ladder
from stepstool.method.ladder.situation import PlanSituation
from stepstool.method.record.kinds.lasting import Move

N: Final = topic("ladder")


class PatienceStage(StrEnum):
    """What a step that is not learned has come to."""

    NONE = "none"  # learned, or until one slip, or not on a step
    NEW = "new"  # in its first week
    SECOND_WEEK = "second_week"
    SMALLER_STEP = "smaller_step"  # too high: half of it, for some days
    WHOLE_AGAIN = "whole_again"  # half of it was kept for some days
    HALF_LONGER = "half_longer"  # the whole one was tried again
    # Four weeks without a step forward: these take turns.
    STUCK_FOR_WEEKS = "stuck_for_weeks"
    STUCK_FOR_MONTHS = "stuck_for_months"  # takes the turn of the one before
    HALF_AGAIN = "half_again"
    WHAT_HAPPENED = "what_happened"
    ANOTHER_LADDER = "another_ladder"


TURNS: Final = (
    PatienceStage.STUCK_FOR_WEEKS,
    PatienceStage.HALF_AGAIN,
    PatienceStage.WHAT_HAPPENED,
    PatienceStage.ANOTHER_LADDER,
)
# By the weeks here before that: with a step that is too high, and without.
HIGH: Final = (
    PatienceStage.SMALLER_STEP,
    PatienceStage.WHOLE_AGAIN,
    PatienceStage.HALF_LONGER,
    PatienceStage.WHOLE_AGAIN,
)
AS_USUAL: Final = (
    PatienceStage.NEW,
    PatienceStage.SECOND_WEEK,
    PatienceStage.SMALLER_STEP,
    PatienceStage.WHOLE_AGAIN,
)


def stage(now: PlanSituation) -> PatienceStage:
    """Give what the child's step has come to."""
    if not now.on_step or now.learned or slipped(now):
        return PatienceStage.NONE
    still = now.active_since(forward_since(now))
    if still >= N.span.change_course:
        return _turn(still)
    high = high_since(now)
    if high is None:
        return AS_USUAL[now.week]
    return PatienceStage.SMALLER_STEP if _is_half_new(now, high) else HIGH[now.week]


def _turn(still: timedelta) -> PatienceStage:
    """Give what has its turn; after months a clinician takes that of the first."""
    taking = TURNS[still // N.span.turn % len(TURNS)]
    first, months = taking is TURNS[0], still >= N.span.clinician
    return PatienceStage.STUCK_FOR_MONTHS if first and months else taking


def _is_half_new(now: PlanSituation, high: datetime) -> bool:
    """Whether half of the step was begun so lately that the whole one still waits."""
    soon = now.active_since(now.began) < N.span.smaller_step_days
    first_week = now.active_since(now.began) - now.active_since(high) < N.span.turn
    return soon and not (first_week and now.active_since(high) >= N.span.half_kept)


def high_since(now: PlanSituation) -> datetime | None:
    """Give when the step proved too high: by 8 chances, or, without a step back, sooner."""
    return min(_proofs(now), default=None)


def _proofs(now: PlanSituation) -> Iterator[datetime]:
    last = N.count.smaller_step_chances
    yield from (each.at for each in now.chances[last - 1 : last])
    if now.step == back.FIRST:
        yield from back.went_badly(now)


def forward_since(now: PlanSituation) -> datetime:
    """Give when the farthest step of this climb was first reached.

    A climb begins with a start, or with going on after a pause; a step back and up again
    is no step forward.
    """
    farthest, since = 0, now.began
    for stretch in _climb(now):
        if stretch.standing.step > farthest:
            farthest, since = stretch.standing.step, stretch.since
    return since


def _climb(now: PlanSituation) -> list[PlanStretch]:
    climb: list[PlanStretch] = []
    for stretch in now.course.stretches:
        if _begins_anew(stretch):
            climb = []
        climb.append(stretch)
    return climb


def _begins_anew(stretch: PlanStretch) -> bool:
    resumed = stretch.facts[0].move in {Move.START, Move.GO_ON}
    return resumed or stretch.standing.place is not PlanPlace.ON_STEP


def weeks_still(now: PlanSituation) -> int:
    """Count the weeks without a step forward."""
    return now.active_since(forward_since(now)) // N.span.turn


# What may fit better, the likeliest first: outside the bathroom for a child that does not
# get there, and ladders of smaller steps for one that does.
OUTSIDE: Final = ("hiding_place", "floor_mark")
INSIDE: Final = ("diaper_fading", "three_phases", "b")


def other_ladder(now: PlanSituation) -> Ladder:
    """Give another ladder that may fit: one that was not tried, if there is any."""
    outside = (*OUTSIDE, *INSIDE) if now.step == back.FIRST else (*INSIDE, *OUTSIDE)
    tried = {each.standing.ladder for each in now.course.stretches}
    others = [key for key in outside if key != now.ladder.key]
    return LADDERS[next((key for key in others if key not in tried), others[0])]
