"""Pauses: times in which the plan rests, and what the way back asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.ladder.gate import Gate
from stepstool.method.ladder.numbers import (
    AWAY_BACK,
    AWAY_UNENDED,
    PAUSES_BACK,
    SHORT_PAUSE,
    SHUT_COUNTS,
)
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.days import Away, AwayKind


class Why(StrEnum):
    """Why the plan rests."""

    ILL = "ill"
    AWAY = "away"
    GATE_SHUT = "gate_shut"


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A time in which the plan rests."""

    why: Why
    since: datetime
    until: datetime

    @property
    def steps_back(self) -> int:
        """How many steps earlier the plan goes on (clinical_rules.md, part 5)."""
        long = self.until - self.since > SHORT_PAUSE
        return int(long or self.why is Why.GATE_SHUT)


FAR_AWAY: Final = {AwayKind.TRAVEL, AwayKind.OTHER_HOME, AwayKind.HOSPITAL, UNKNOWN}


@dataclass(frozen=True, kw_only=True)
class Absence:
    """A time away from home. far: not just preschool, so that the plan rests."""

    since: datetime
    until: datetime
    far: bool

    def holds(self, moment: datetime) -> bool:
        """Whether the child is away at a moment."""
        return self.since <= moment < self.until


def absences_of(record: Record) -> list[Absence]:
    """Give the times away from home; one without an end is taken to be short."""
    since = record.at - AWAY_BACK
    return [
        Absence(
            since=each.at,
            until=each.until or each.at + AWAY_UNENDED,
            far=each.place in FAR_AWAY,
        )
        for each in record.within(Away, since, record.at)
    ]


def _counts(why: Why, length: timedelta) -> bool:
    return why is not Why.GATE_SHUT or length >= SHUT_COUNTS


def pauses_of(
    gate: Gate, absences: Iterable[Absence], at: datetime
) -> tuple[Pause, ...]:
    """Give the pauses that are over, not too long ago, by their ends."""
    away = ((each.since, each.until) for each in absences if each.far)
    spells = ((Why.ILL, gate.ill), (Why.GATE_SHUT, gate.shut), (Why.AWAY, away))
    found = (
        Pause(why=why, since=since, until=until)
        for why, times in spells
        for since, until in times
        if at - PAUSES_BACK < until <= at and _counts(why, until - since)
    )
    return tuple(sorted(found, key=lambda each: each.until))
