"""What a row of an export turns out to be, before it becomes an entry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from stepstool import method


class Doubt(NamedTuple):
    """Something not understood. reason: a key of `REASONS`; word: as it stands there."""

    reason: str
    word: str = ""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """Something that happened, at a time on the wall.

    own_id: the tracker's own id of it, where it has one; details: else what tells it
    from another at the same time. words: what the tracker says beyond our answers.
    row: the row as it came. doubts: what of it was not understood.
    """

    kind: type[method.Entry]
    at: datetime
    until: datetime | None = None
    timing: method.Timing = method.Timing.EXACT
    answers: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    own_id: str = ""
    details: str = ""
    words: Mapping[str, Any] = field(default_factory=dict)
    row: Mapping[str, str] | str = ""
    doubts: tuple[Doubt, ...] = ()
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Strange:
    """A row that was not understood, and why. row: as it came; number: where."""

    doubt: Doubt
    row: str
    number: int


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A row that was understood and is not wanted. what: the tracker's word for it."""

    what: str


Piece: TypeAlias = Happening | Strange | LeftOut | method.Entry | method.Child
