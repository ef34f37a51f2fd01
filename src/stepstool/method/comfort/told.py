"""What the family told when asked, as the rules read it."""

from datetime import datetime
from typing import Final

from stepstool.method.comfort.numbers import DIFFERENT_VIEW, TOLD_LASTS, TOLD_SIGNS
from stepstool.method.comfort.sight import Sight
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.interview import Interview, Told, Topic

SIGNS: Final = (Told.HARD, Told.HURTS, Told.HUGE, Told.LEAKS, Told.BLOOD)
TROUBLE: Final = {*SIGNS, Told.HOLDS_3_DAYS}


def lately(sight: Sight) -> Interview | None:
    """The newest answer to how it was these four weeks."""
    return sight.facts.answers(Topic.FOUR_WEEKS).last(sight.at)


def signs_of(answer: Interview | None) -> list[Told]:
    """The signs of trouble in an answer, without holding."""
    told = answers_of(answer)
    return [each for each in SIGNS if each in told]


def answers_of(answer: Interview | None) -> tuple[Told, ...]:
    """What was ticked; nothing if nothing was."""
    return () if answer is None or answer.answers is UNKNOWN else answer.answers


def is_a_problem(answer: Interview | None) -> bool:
    """C5: two signs, or holding alone (few and holding at once)."""
    held = Told.HOLDS_3_DAYS in answers_of(answer)
    return held or len(signs_of(answer)) >= TOLD_SIGNS


def said_soft(sight: Sight) -> datetime | None:
    """When the family last said "soft and easy", if that still holds."""
    tap = sight.facts.answers(Topic.SOFT_AND_PAINLESS).last(sight.at)
    answer = lately(sight)
    said = [tap.at] if tap and tap.answers == (Told.YES,) else []
    if Told.SOFT_AND_EASY in answers_of(answer) and TROUBLE.isdisjoint(
        answers_of(answer)
    ):
        said += [answer.at] if answer else []
    latest = max(said, default=None)
    return latest if latest and sight.at - latest < TOLD_LASTS else None


def sees_it_differently(sight: Sight) -> bool:
    """Whether a parent said so within the last days."""
    said = sight.facts.answers(Topic.SEE_IT_DIFFERENTLY).last(sight.at)
    return said is not None and sight.at - said.at < DIFFERENT_VIEW
