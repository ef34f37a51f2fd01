"""Whether listening helps: the trend over the sessions (clinical_rules.md, part 7)."""

from collections.abc import Sequence
from enum import StrEnum

from stepstool.method.calm.limits import PAUSE_AFTER
from stepstool.method.calm.numbers import NOT_LIGHTER
from stepstool.method.calm.sessions import Session, in_a_row


class Trend(StrEnum):
    """How the storms go. pause, professional: too many in a row were not lighter."""

    NONE_YET = "none_yet"
    FIRST = "first"
    LIGHTER = "lighter"
    NOT_YET = "not_yet"
    PAUSE = "pause"
    PROFESSIONAL = "professional"


def trend_of(sessions: Sequence[Session]) -> Trend:
    """Say how the storms go. Two not lighter: a pause; three: a professional."""
    if len(sessions) <= 1:
        return Trend.FIRST if sessions else Trend.NONE_YET
    *_, (_, count) = in_a_row(sessions)
    if count >= NOT_LIGHTER:
        return Trend.PROFESSIONAL
    if count >= PAUSE_AFTER:
        return Trend.PAUSE
    return Trend.NOT_YET if count else Trend.LIGHTER
