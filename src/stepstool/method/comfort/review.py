"""Looks at a treatment: after one week and after six, as a date that is offered.

Source: clinical_rules.md §11; NICE CG99 reviews within a week and within six, and refers
after three months without response (that is a danger sign of `danger_log`).
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from stepstool.method.comfort.numbers import REVIEW_FIRST, REVIEW_OPEN, REVIEW_SECOND
from stepstool.method.comfort.openings import began, knowing
from stepstool.method.comfort.walk import Step
from stepstool.method.record import Because, Saying
from stepstool.method.record.kinds.health import DangerAnswer, DangerSign

LOOKED: Final = {DangerAnswer.SEEN, DangerAnswer.CALLED, DangerAnswer.DOCTOR_KNOWS}
# A look some days early is that look.
EARLY: Final = REVIEW_FIRST / 2


def review_of(step: Step) -> date | None:
    """Give the day of the look that is next or due; None if there is none to come."""
    due = _due(step)
    return None if due is None else step.sight.facts.local(due).date()


def is_due(step: Step) -> bool:
    """Whether the day of a look has come, and nobody looked."""
    due = _due(step)
    return due is not None and due <= step.sight.at


def notes_of_review(step: Step) -> Iterator[Because]:
    """Say the day of the next look."""
    day = review_of(step)
    if day is not None:
        key = "review_due" if is_due(step) else "review_next"
        saw = Saying(key=f"seen.{key}", values={"day": day})
        yield Because(rule="review", saw=saw, sources=("EMEDI", "GIP-2015"))


def _due(step: Step) -> datetime | None:
    at = step.sight.at
    since = began(step.sight.facts, at)
    if since is None or not (step.course.open or _is_treated(step)):
        return None
    looks = (since + REVIEW_FIRST, since + REVIEW_SECOND)
    ahead = (e for e in looks if at - e < REVIEW_OPEN and not _was_looked(step, e))
    return next(ahead, None)


def _is_treated(step: Step) -> bool:
    treatment = step.sight.facts.record.treatment
    return any(e.since <= step.sight.at < e.until for e in treatment.ordered)


def _was_looked(step: Step, due: datetime) -> bool:
    """Whether a clinician had a word from shortly before that day on."""
    facts, at = step.sight.facts, step.sight.at
    told = (e.at for e in facts.record.of(DangerSign) if e.answer in LOOKED)
    words = (each.at for each in facts.words)
    return any(due - EARLY < each <= at for each in (*told, *words, *knowing(facts)))
