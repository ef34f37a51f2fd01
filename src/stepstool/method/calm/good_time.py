"""Is now a good time to listen? A table of what speaks against it (M10).

One family's way and untested (`ACCOUNT-B`), so its limits are narrow: only when soft,
easy and calm, by day, with a child who talks and a rested grown-up. Each
limit names its source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final, TypeVar

from stepstool.method.calm.calm import LOOKS_BACK, Calm, CalmLevel
from stepstool.method.calm.course import PlanPlace, course_of
from stepstool.method.calm.sessions import Session, Trend, sessions_of, trend_of
from stepstool.method.evidence import topic
from stepstool.method.record import (
    UNKNOWN,
    Because,
    Entry,
    Record,
    Saying,
    Unknown,
    Value,
)
from stepstool.method.record.decision import Row, all_that_fit
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import Away, AwayKind
from stepstool.method.record.kinds.health import TummyAche
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Plan
from stepstool.method.record.kinds.listening import GrownUp, Listening

N: Final = topic("listening")
SOFT_END: Final = N.span.soft_end
FIRM_END: Final = N.span.firm_end

E = TypeVar("E", bound=Entry)
CLINICIAN_LEADS: Final = {Told.AUTISM, Told.DELAY}
GOOD: Final = "good_time"
SOURCES: Final = ("ACCOUNT-B", "I")


@dataclass(frozen=True, kw_only=True)
class Ease:
    """How the child's body is; comfort knows it."""

    soft: bool
    """Whether comfort lets us listen."""
    ill: Sequence[tuple[datetime, datetime]] = ()
    """From when to when."""
    holding: Sequence[datetime] = ()
    """When it was seen."""


@dataclass(frozen=True, kw_only=True)
class GoodTime:
    """Whether now is a good time to listen."""

    is_now: bool
    because: tuple[Because, ...]
    """What speaks against it, else what speaks for it; never empty."""
    trend: Trend
    sessions: tuple[Session, ...] = ()
    next: datetime | None = None
    """When two days, or a pause, are over; None if they are."""
    talks: YesNo | Unknown = UNKNOWN
    """Whether the child talks, as the diary last says."""

    def begins(self, grown_up: GrownUp, talks: YesNo) -> bool:
        """Whether a session may begin: asked last, since only they can know."""
        return self.is_now and grown_up is GrownUp.RESTED and talks is YesNo.YES


@dataclass(frozen=True)
class _Now:
    """What the rows look at."""

    record: Record
    calm: Calm
    ease: Ease

    @cached_property
    def at(self) -> datetime:
        return self.record.at

    def lately(self, kind: type[E]) -> Sequence[E]:
        return self.record.within(kind, self.at - LOOKS_BACK, self.at)

    @cached_property
    def hour(self) -> int:
        return self.record.clock.local(self.at).hour

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        return sessions_of(self.record)

    @cached_property
    def trend(self) -> Trend:
        return trend_of(self.sessions)

    @cached_property
    def next(self) -> datetime | None:
        """When the next one may be, if that lies ahead."""
        last = self.record.last(Listening)
        ends = [last.at + N.span.next_after] if last else []
        if self.trend is Trend.PAUSE:
            ends.append(self.sessions[-1].at + N.span.pause)
        return max((each for each in ends if each > self.at), default=None)

    @cached_property
    def talks(self) -> YesNo | Unknown:
        told = (each.child_talks for each in self.record.of(Listening))
        return next(
            (each for each in reversed([*told]) if each is not UNKNOWN), UNKNOWN
        )


def _is_ill(now: _Now) -> bool:
    return any(since <= now.at < until for since, until in now.ease.ill)


def _holds(now: _Now) -> bool:
    return any(now.at - each < N.span.after_holding for each in now.ease.holding)


def _aches(now: _Now) -> bool:
    aches = now.lately(TummyAche)
    return any(now.at - (each.until or each.at) < N.span.after_ache for each in aches)


def _on_a_break(now: _Now) -> bool:
    stretch = course_of(now.record.of(Plan)).now
    return stretch is not None and stretch.standing.place is PlanPlace.ON_BREAK


def _at_preschool(now: _Now) -> bool:
    """One without an end lasts for that day."""
    away = (e for e in now.lately(Away) if e.place is AwayKind.PRESCHOOL)
    clock = now.record.clock
    return any(now.at < (each.until or clock.end(clock.day(each.at))) for each in away)


def _too_young(now: _Now) -> bool:
    months = now.record.child.youngest_months(now.record.today)
    return months is UNKNOWN or months < N.count.talks_from


def _clinician_leads(now: _Now) -> bool:
    told = [e for e in now.record.of(Interview) if e.topic is Topic.CONDITIONS]
    answers = told[-1].answers if told else UNKNOWN
    return answers is not UNKNOWN and not CLINICIAN_LEADS.isdisjoint(answers)


@dataclass(frozen=True, kw_only=True)
class AgainstRow(Row[_Now]):
    """One thing that speaks against listening now."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Why it is no good time."""
        return (f"listening.time.{self.key}",)


# fmt: off
AGAINST: Final = (
    AgainstRow(key="not_soft", when="any state but *comfortable*",
        fits=lambda now: not now.ease.soft),
    AgainstRow(key="ill", when="the child is ill", fits=_is_ill),
    AgainstRow(key="aches", when="a tummy ache within 24 hours", fits=_aches),
    AgainstRow(key="holds", when="holding seen within 24 hours", fits=_holds),
    AgainstRow(key="tense", when="warm or a fight",
        fits=lambda now: now.calm.level is not CalmLevel.CALM),
    AgainstRow(key="on_a_break", when="a break lasts: no potty talk", fits=_on_a_break),
    AgainstRow(key="at_preschool", when="the child is at preschool", fits=_at_preschool),
    AgainstRow(key="too_young", when="maybe under three and a half, or the age is not known",
        fits=_too_young),
    AgainstRow(key="does_not_talk", when="told that the child does not talk yet",
        fits=lambda now: now.talks is YesNo.NO),
    AgainstRow(key="clinician_leads", when="autism or a delay was told: the clinician leads",
        fits=_clinician_leads),
    AgainstRow(key="not_by_day", when="before 8 or from 18 o’clock on",
        fits=lambda now: not N.count.day_begins <= now.hour < N.count.day_ends),
    AgainstRow(key="professional", when="three in a row were not lighter",
        fits=lambda now: now.trend is Trend.PROFESSIONAL),
    AgainstRow(key="pause", when="two in a row were not lighter, within two weeks",
        fits=lambda now: now.trend is Trend.PAUSE and now.next is not None),
    AgainstRow(key="too_soon", when="less than two days after the last one",
        fits=lambda now: now.trend is not Trend.PAUSE and now.next is not None),
)
# fmt: on


def good_time(record: Record, calm: Calm, ease: Ease) -> GoodTime:
    """Say whether now is a good time to listen, and why."""
    now = _Now(record, calm, ease)
    against = tuple(_because(row.key, now) for row in all_that_fit(AGAINST, now))
    return GoodTime(
        is_now=not against,
        because=against or (_because(GOOD, now),),
        trend=now.trend,
        sessions=now.sessions,
        next=now.next,
        talks=now.talks,
    )


def _because(key: str, now: _Now) -> Because:
    until = {"until": now.record.clock.local(now.next)} if now.next else {}
    values: dict[str, Value] = {**until}
    saw = Saying(key=f"listening.time.{key}", values=values)
    return Because(rule=key, saw=saw, sources=SOURCES)
