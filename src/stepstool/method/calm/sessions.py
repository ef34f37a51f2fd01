"""Listening sessions: whether the storms become lighter (clinical_rules.md, part 7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from stepstool.method.calm.numbers import NOT_LIGHTER
from stepstool.method.calm.seen import Seen, Sighting


@dataclass(frozen=True, kw_only=True)
class Session:
    """One session. strength: 0 none to 3 a storm."""

    at: datetime
    strength: int

    def is_lighter_than(self, before: "Session") -> bool:
        """Whether the feelings were less strong; none at all is always lighter."""
        return self.strength < before.strength or not self.strength


def not_lighter(sessions: Sequence[Session]) -> Iterator[Sighting]:
    """Give P8: the sessions with which several in a row were not lighter."""
    in_a_row = 0
    for before, session in pairwise(sessions):
        in_a_row = 0 if session.is_lighter_than(before) else in_a_row + 1
        if in_a_row >= NOT_LIGHTER:
            yield Sighting(seen=Seen.NOT_LIGHTER, at=session.at)
