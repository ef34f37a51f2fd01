"""What was found, for the page: the open reasons with their help, the others folded."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.reasons.telling import reasons_of
from stepstool.web.reasons.ways import Way, ways_of

Level = method.ReasonLevel
# How sure, for the eye: the word says it too.
DOTS: Final = {Level.LIKELY: "●●●", Level.POSSIBLE: "●●○", Level.UNLIKELY: "●○○"}


class Lead(NamedTuple):
    """A reason that is open. dots: how sure; ways: to the pages of its help."""

    reason: method.SpokenReason
    dots: str
    ways: list[Way]


@dataclass(frozen=True, kw_only=True)
class Found:
    """The page. leads: the open ones; others: looked at; not_asked: not looked at yet."""

    reasons: method.SpokenReasons
    leads: list[Lead]
    others: list[Lead]
    not_asked: list[method.SpokenReason]


def present(visit: Visit) -> Found:
    """Give the page."""
    reasons = reasons_of(visit)
    led = {each.key for each in reasons.leads}
    others = [each for each in reasons.each if each.key not in led]
    return Found(
        reasons=reasons,
        leads=[_lead(visit, each) for each in reasons.leads],
        others=[_lead(visit, each) for each in others if each.is_asked],
        not_asked=[each for each in others if not each.is_asked],
    )


def _lead(visit: Visit, reason: method.SpokenReason) -> Lead:
    return Lead(reason, DOTS[reason.level], ways_of(visit, reason))
