"""Reviews of a treatment, as dates that are offered: after one week, six weeks, three months.

A family keeps or moves them. A clinician's word, an answer to a sign, or a new order from
shortly before the day on is that review too. The usual days are those of the guidelines
(`EMEDI`, `DEVON`, `GIP-2015`).
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from stepstool.method.comfort.comfort import TreatmentReview
from stepstool.method.comfort.signs import began, knowing
from stepstool.method.comfort.walk import WalkStep
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Saying
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.health import DangerAnswer, DangerSign
from stepstool.method.record.kinds.visit import Review, ReviewKey

N: Final = topic("comfort")
USUAL: Final[Mapping[ReviewKey, timedelta]] = {
    ReviewKey.AFTER_A_WEEK: N.span.review_first,
    ReviewKey.AFTER_SIX_WEEKS: N.span.review_second,
    ReviewKey.AFTER_THREE_MONTHS: N.span.review_third,
}
LOOKED: Final = {DangerAnswer.SEEN, DangerAnswer.CALLED, DangerAnswer.DOCTOR_KNOWS}
# A review some days early is that review.
EARLY: Final = N.span.review_first / 2


def reviews_of(step: WalkStep) -> tuple[TreatmentReview, ...]:
    """Give the reviews of the treatment of now, the first first; none without one."""
    since = began(step.sight.facts, step.sight.at)
    if since is None or not (step.course.open or _is_treated(step)):
        return ()
    return tuple(_review(step, since, look) for look in ReviewKey)


def review_of(step: WalkStep) -> date | None:
    """Give the day of the review that is next or due; None if there is none to come."""
    due = _due(step)
    return None if due is None else due.day


def is_due(step: WalkStep) -> bool:
    """Whether the day of a review has come, and nobody looked."""
    due = _due(step)
    return due is not None and due.at <= step.sight.at


def notes_of_review(step: WalkStep) -> Iterator[Because]:
    """Say the day of the next review."""
    day = review_of(step)
    if day is not None:
        key = "review_due" if is_due(step) else "review_next"
        saw = Saying(key=f"seen.{key}", values={"day": day})
        yield Because(rule="review", saw=saw, sources=("EMEDI", "GIP-2015"))


def _due(step: WalkStep) -> TreatmentReview | None:
    ahead = (
        review
        for review in reviews_of(step)
        if not review.is_kept and step.sight.at - review.at < N.span.review_open
    )
    return min(ahead, key=lambda review: review.at, default=None)


def _review(step: WalkStep, since: datetime, look: ReviewKey) -> TreatmentReview:
    facts = step.sight.facts
    usual = since + USUAL[look]
    entries = facts.record.of(Review)
    own = [entry for entry in entries if entry.look is look and entry.at > since]
    moved = [entry.on_day for entry in own if entry.on_day is not UNKNOWN]
    at = facts.record.clock.start(moved[-1]) if moved else usual
    was_kept = bool(own) and own[-1].kept is YesNo.YES
    return TreatmentReview(
        look=look,
        at=at,
        day=moved[-1] if moved else facts.local(usual).date(),
        is_moved=bool(moved),
        is_kept=was_kept or _was_looked(step, at),
    )


def _is_treated(step: WalkStep) -> bool:
    treatment = step.sight.facts.record.treatment
    return treatment.laxative_ordered(step.sight.at)


def _was_looked(step: WalkStep, due: datetime) -> bool:
    """Whether a clinician had a word from shortly before that day on."""
    facts, at = step.sight.facts, step.sight.at
    answers = (e.at for e in facts.record.of(DangerSign) if e.answer in LOOKED)
    words = (word.at for word in facts.words)
    return any(
        due - EARLY < moment <= at for moment in (*answers, *words, *knowing(facts))
    )
