"""Listening sessions: whether the storms become lighter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Final

from stepstool.method.calm.signs import Seen, Sighting
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.health import ClinicianWord, Word
from stepstool.method.record.kinds.listening import Listening

N: Final = topic("calm")
LISTENING: Final = topic("listening")

LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Session:
    """One listening session."""

    at: datetime
    strength: int
    """At its strongest, from 0, none, to 4, a storm."""

    def is_lighter_than(self, before: "Session") -> bool:
        """Whether the feelings were less strong; none at all is always lighter."""
        return self.strength < before.strength or not self.strength


def sessions_of(record: Record) -> tuple[Session, ...]:
    """Give the sessions of which it is known how strong they were.

    Those before a professional knew about it are a chapter of their own.
    """
    since = _professional_knew(record)
    return tuple(
        Session(at=each.at, strength=max(told))
        for each in record.of(Listening)
        if each.at > since and (told := _told(each))
    )


def _told(entry: Listening) -> list[int]:
    both = (entry.strength_before, entry.strength_after)
    return [each for each in both if each is not UNKNOWN]


def _professional_knew(record: Record) -> datetime:
    """When a professional last knew, about all of it and not about one sign."""
    words = (each for each in record.of(ClinicianWord) if each.sign is UNKNOWN)
    knew = (each.at for each in words if each.word is Word.KNOWS_ABOUT_IT)
    return max(knew, default=LONG_AGO)


def in_a_row(sessions: Sequence[Session]) -> Iterator[tuple[Session, int]]:
    """Give each session but the first, with how many up to it were not lighter."""
    count = 0
    for before, session in pairwise(sessions):
        count = 0 if session.is_lighter_than(before) else count + 1
        yield session, count


def not_lighter(sessions: Sequence[Session]) -> Iterator[Sighting]:
    """Give P8: the sessions with which several in a row were not lighter."""
    for session, count in in_a_row(sessions):
        if count >= N.count.sessions_not_lighter:
            yield Sighting(seen=Seen.NOT_LIGHTER, at=session.at)


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
    if count >= N.count.sessions_not_lighter:
        return Trend.PROFESSIONAL
    if count >= LISTENING.count.pause_after:
        return Trend.PAUSE
    return Trend.NOT_YET if count else Trend.LIGHTER
