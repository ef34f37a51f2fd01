"""When a step takes long: a smaller one, another course, a clinician (M19)."""

from datetime import datetime

from stepstool.method.calm import Place, Stretch
from stepstool.method.ladder.forward import is_learned
from stepstool.method.ladder.numbers import (
    CHANGE_COURSE,
    CLINICIAN,
    PRESCHOOL,
    SETTLED,
    SMALLER_STEP_CHANCES,
    SMALLER_STEP_DAYS,
)
from stepstool.method.ladder.situation import Situation
from stepstool.method.record.kinds.lasting import Move


def forward_since(now: Situation) -> datetime:
    """Give when the farthest step of this climb was first reached.

    A climb begins with a start, or with going on after a pause; a step back and up again
    is no step forward.
    """
    farthest, since = 0, now.began
    for stretch in _climb(now):
        if stretch.standing.step > farthest:
            farthest, since = stretch.standing.step, stretch.since
    return since


def _climb(now: Situation) -> list[Stretch]:
    climb: list[Stretch] = []
    for stretch in now.course.stretches:
        if _begins_anew(stretch):
            climb = []
        climb.append(stretch)
    return climb


def _begins_anew(stretch: Stretch) -> bool:
    resumed = stretch.facts[0].move in {Move.START, Move.GO_ON}
    return resumed or stretch.standing.place is not Place.ON_STEP


def is_stuck_for_weeks(now: Situation) -> bool:
    """Whether there was no step forward for so long that the course is changed."""
    return _unlearned(now) and now.at - forward_since(now) >= CHANGE_COURSE


def is_stuck_for_months(now: Situation) -> bool:
    """Whether there was none for so long that a clinician is asked."""
    return _unlearned(now) and now.at - forward_since(now) >= CLINICIAN


def needs_smaller_step(now: Situation) -> bool:
    """Whether this step took so long, or so many chances, that it is cut in half."""
    many = len(now.chances) >= SMALLER_STEP_CHANCES
    return _unlearned(now) and (many or now.lasts(SMALLER_STEP_DAYS))


def _unlearned(now: Situation) -> bool:
    return now.on_step and not is_learned(now)


def is_settled(now: Situation) -> bool:
    """Whether the last step has held so long that rewards begin to fade."""
    return now.is_last and is_learned(now) and now.known_for(SETTLED)


def is_ready_for_preschool(now: Situation) -> bool:
    """Whether the last step has held so long that preschool may have steps of its own."""
    return is_settled(now) and now.known_for(PRESCHOOL)
