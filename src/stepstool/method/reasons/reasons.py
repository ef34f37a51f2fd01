"""Reasons: what may be in the way, how sure, what speaks for and against, what helps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.method.reasons.keys import BODY, Key, Level, Of
from stepstool.method.reasons.readiness import Ready
from stepstool.method.record import Because, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.interview import Topic


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One hypothesis.

    of: what a fear is of, or which event, the likeliest first. points: what speaks for it
    less what speaks against. help: parts of the method, by number. first: the first thing
    to do; waits: it is put off, since it would ask more of the child than comfort allows.
    ladders: those made for it, none while steps are not spoken of.
    """

    key: Key
    level: Level
    points: int
    speaks_for: tuple[Because, ...]
    speaks_against: tuple[Because, ...]
    of: tuple[Of, ...]
    help: tuple[str, ...]
    first: Saying
    waits: bool
    ladders: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether it is likely or possible."""
        return self.level in (Level.LIKELY, Level.POSSIBLE)


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """The hypotheses about one child at a moment.

    each: all of them, constipation and pain first, then the likely ones. leads: those that
    are likely or possible, in the order in which to help. sure: that nobody can be, from
    outside. clinician: whose plan leads, where there is a condition. tell: for the next
    visit. readiness: the list to tick; ready: what it means now. again: why to ask now; questions: which.
    """

    each: tuple[Reason, ...]
    leads: tuple[Reason, ...]
    sure: Saying
    clinician: Because | None
    tell: tuple[Because, ...]
    readiness: tuple[Ready, ...]
    ready: Saying
    again: Because | None
    questions: tuple[Topic, ...]

    def of(self, key: Key) -> Reason:
        """Give one of them."""
        return next(each for each in self.each if each.key is key)


LEVELS: Final = tuple(Level)
STUCK: Final = {"body_stuck", "stuck_sign"}


def in_order(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Put them in order: the body first, then by how likely."""
    return tuple(sorted(reasons, key=_looked_at))


def leading(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Give the open ones in the order in which to help.

    Of the likely ones softening goes first of all where it is stuck, however much speaks
    for pain; then the body, then the end of a fight, then the likeliest.
    """
    return tuple(sorted((each for each in reasons if each.is_open), key=_helped))


def _looked_at(reason: Reason) -> tuple[int, int, int]:
    if reason.key in BODY:
        return (0, 0, 0)
    return (1, LEVELS.index(reason.level), -reason.points)


def _helped(reason: Reason) -> tuple[int, int, int]:
    turn = TURNS.index(first_that_fits(TURNS, reason))
    return (LEVELS.index(reason.level), turn, -reason.points)


def _is_stuck(reason: Reason) -> bool:
    """Whether it is constipation, and the body or a danger sign says stuck."""
    says = {each.rule for each in reason.speaks_for}
    return reason.key is Key.CONSTIPATION and not STUCK.isdisjoint(says)


TURNS: Final = decision_table(
    Row(key="softening", fits=_is_stuck),
    Row(key="body", fits=lambda reason: reason.key in BODY),
    Row(key="struggle", fits=lambda reason: reason.key is Key.STRUGGLE),
    Row(key="likeliest", fits=always),
)
