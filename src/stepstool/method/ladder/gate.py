"""When nothing is asked of the child: the gate, and the pauses in which the plan rests.

The gate is what comfort lets grown-ups ask, and when it was shut (rule 1 of the method); calm
is assessed as comfort lets it be seen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import Final

from stepstool.method.calm import LOOKS_BACK, Calm, CalmLevel, HoldingFacts, assess
from stepstool.method.comfort import Comfort, State, Variant
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Record, days_between
from stepstool.method.record.clock import Days
from stepstool.method.record.kinds.days import Away, AwayKind

N: Final = topic("ladder")

Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Comfort as the ladder needs it."""

    state: State  # now
    body: HoldingFacts  # gaps and holding
    days: Days  # which of them are known
    quiet: bool = False  # nothing heard for so long that it is asked before all else
    called: bool = False  # a doctor was called within a day
    # When the last one came that was a little hard or runny, and nothing else is so.
    not_soft: datetime | None = None
    hurt: Sequence[datetime] = ()  # when it hurt, if only a little
    ill: Sequence[Span] = ()  # since when and until when the child was ill
    shut: Sequence[Span] = ()  # since when and until when the gate was shut
    tender_since: datetime | None = None  # without a day between

    @property
    def is_slow(self) -> bool:
        """Whether this child's own gap is long."""
        own = self.body.own_gap or timedelta(0)
        return own > N.span.long_own_gap

    def is_ill(self, moment: datetime) -> bool:
        """Whether the child is ill at a moment."""
        return _lies_in(self.ill, moment)

    def was_shut(self, moment: datetime) -> bool:
        """Whether it was shut at a moment: stuck or sore, or a doctor was to be called."""
        return _lies_in(self.shut, moment)

    def was_tender(self, moment: datetime) -> bool:
        """Whether it was tender at a moment, and is so ever since."""
        return self.tender_since is not None and self.tender_since <= moment

    @property
    def is_shut(self) -> bool:
        """Whether it is shut now."""
        return self.state.is_shut


NOT_SOFT: Final = {Variant.A_LITTLE_HARD, Variant.A_LITTLE_RUNNY}


def gate_of(comfort: Comfort) -> Gate:
    """Read the gate from comfort."""
    past = comfort.past
    body = HoldingFacts(gaps=past.gaps, holding=past.holding, own_gap=past.own_gap)
    shut = (*past.stuck, *past.called)
    return Gate(
        state=comfort.state,
        body=body,
        days=comfort.days,
        quiet=comfort.is_quiet,
        called=comfort.called_lately,
        not_soft=comfort.typed_at if comfort.variant in NOT_SOFT else None,
        hurt=past.hurt,
        ill=past.ill,
        shut=shut,
        tender_since=comfort.tender_since,
    )


def _lies_in(spans: Sequence[Span], moment: datetime) -> bool:
    return any(since <= moment < until for since, until in spans)


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
        """How many steps earlier the plan goes on."""
        long = self.until - self.since > N.span.short_pause
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
    since = record.at - N.span.away_back
    return [
        Absence(
            since=each.at,
            until=each.until or each.at + N.span.away_unended,
            far=each.place in FAR_AWAY,
        )
        for each in record.within(Away, since, record.at)
    ]


def _is_counted(why: Why, length: timedelta) -> bool:
    return why is not Why.GATE_SHUT or length >= N.span.shut_counts


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
        if at - N.span.pauses_back < until <= at and _is_counted(why, until - since)
    )
    return tuple(sorted(found, key=lambda each: each.until))


def rests_of(gate: Gate, absences: Iterable[Absence], at: datetime) -> tuple[Span, ...]:
    """Give the times up to a moment in which the plan rested, in order and apart.

    What lies in them is not counted as the child's own standing still.
    """
    away = ((each.since, each.until) for each in absences if each.far)
    rests: list[Span] = []
    for span in sorted(chain(gate.ill, gate.shut, away)):
        if rests and span[0] <= rests[-1][1]:
            rests[-1] = (rests[-1][0], max(span[1], rests[-1][1]))
        else:
            rests.append(span)
    return tuple((since, min(until, at)) for since, until in rests if since < at)


def calm_of(record: Record, comfort: Comfort) -> Calm:
    """Say how tense it is; days of illness and days of being stuck don't count."""
    spans = chain(comfort.past.ill, comfort.past.stuck)
    resting = {day for span in spans for day in _days(record, span)}
    body = gate_of(comfort).body
    return assess(record, body, resting=resting)


def was_fight_a_week_ago(record: Record, comfort: Comfort) -> bool:
    """Whether it was a fight a week ago already, with or without a plan."""
    return was_fight(record.until(record.at - N.span.turn), gate_of(comfort))


def was_fight(record: Record, gate: Gate) -> bool:
    """Whether it was a fight at an earlier moment, which is that of the record."""
    resting = {
        day for span in chain(gate.ill, gate.shut) for day in _days(record, span)
    }
    return assess(record, gate.body, resting=resting).level is CalmLevel.FIGHT


def _days(record: Record, span: Span) -> Iterator[date]:
    since = max(span[0], record.at - LOOKS_BACK)
    until = min(span[1], record.at)
    if since <= until:
        clock = record.clock
        yield from days_between(clock.day(since), clock.day(until))
