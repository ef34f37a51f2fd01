"""The signs of a power struggle, P1 to P9, as a table.

Which entry shows what; what days of it make a sign; and holding since a step was made
harder, which is P7 here and step back (a) of the ladder.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from stepstool.method.calm.course import Course
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Entry, Record
from stepstool.method.record.kinds.answers import Mood, YesNo
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import (
    DiaperRequest,
    Prompt,
    PromptKind,
    Sit,
)

N: Final = topic("calm")


class Seen(StrEnum):
    """One thing seen once."""

    OFFERED = "offered"
    REFUSED = "refused"
    TEARS = "tears"
    REMINDED = "reminded"
    MADE_TO = "made_to"
    DIAPER_DENIED = "diaper_denied"
    HARSH_WORDS = "harsh_words"
    HELD = "held"
    NOT_LIGHTER = "not_lighter"
    PARENT_SAYS_SO = "parent_says_so"


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """Something seen at a moment."""

    seen: Seen
    at: datetime


REMINDERS: Final = {PromptKind.ASKED, PromptKind.REMINDED, PromptKind.PUSHED}


def _offered(sit: Sit) -> bool:
    return sit.offered is YesNo.YES


def _refused(sit: Sit) -> bool:
    return _offered(sit) and sit.accepted is YesNo.NO


def _kept_sitting(sit: Sit) -> bool:
    long = sit.minutes is not UNKNOWN and sit.minutes > N.count.long_sit
    return long or sit.made_to is YesNo.YES


def _tears(entry: Sit | Prompt | Poop) -> bool:
    return entry.mood is Mood.UPSET


def _tears_without_pain(poop: Poop) -> bool:
    return _tears(poop) and (poop.pain is UNKNOWN or not poop.pain)


def _denied(poop: Poop) -> bool:
    return poop.diaper_asked is YesNo.YES and poop.diaper_given is YesNo.NO


def _says_so(told: Interview) -> bool:
    return told.topic is Topic.FIGHT and told.answers == (Told.YES,)


SIGHTS: Final[tuple[tuple[Seen, type[Entry], Callable[[Any], bool]], ...]] = (
    (Seen.OFFERED, Sit, _offered),
    (Seen.REFUSED, Sit, _refused),
    (Seen.TEARS, Sit, _tears),
    (Seen.TEARS, Prompt, _tears),
    (Seen.TEARS, Poop, _tears_without_pain),
    (Seen.REMINDED, Sit, _offered),
    (Seen.REMINDED, Prompt, lambda prompt: prompt.how in REMINDERS),
    (Seen.MADE_TO, Sit, _kept_sitting),
    (Seen.MADE_TO, Poop, lambda poop: poop.made_to is YesNo.YES),
    (Seen.DIAPER_DENIED, DiaperRequest, lambda asked: asked.given is YesNo.NO),
    (Seen.DIAPER_DENIED, Poop, _denied),
    (Seen.HARSH_WORDS, Prompt, lambda prompt: prompt.is_harsh),
    (Seen.PARENT_SAYS_SO, Interview, _says_so),
)


def sightings(record: Record, since: datetime) -> Iterator[Sighting]:
    """Give what was seen after a moment, kind by kind."""
    for seen, kind, shows in SIGHTS:
        for entry in record.within(kind, since, record.at):
            if shows(entry):
                yield Sighting(seen=seen, at=entry.at)


Days = Sequence[date]
Window = Mapping[Seen, Days]


def _refusing(window: Window) -> Days:
    offered, refused = len(window[Seen.OFFERED]), len(window[Seen.REFUSED])
    enough = offered >= N.count.sits_offered and refused >= N.count.sits_refused
    most = refused >= offered * N.share.refused_share
    return window[Seen.REFUSED] if enough and most else ()


def _tears_on_days(window: Window) -> Days:
    days = window[Seen.TEARS]
    return days if len(set(days)) >= N.count.tears_days else ()


def _many_offers(window: Window) -> Days:
    days = days_of_many_offers(window)
    return days if len(days) >= N.count.offers_days else ()


def days_of_many_offers(window: Window) -> Days:
    """Give the days with too many offers and reminders."""
    a_day = Counter(window[Seen.REMINDED])
    return sorted(day for day, times in a_day.items() if times > N.count.offers_a_day)


def _harsh(window: Window) -> Days:
    days = window[Seen.HARSH_WORDS]
    return days if len(days) >= N.count.harsh_words else ()


def _any_of(seen: Seen) -> Callable[[Window], Days]:
    return lambda window: window[seen]


@dataclass(frozen=True, kw_only=True)
class CalmSign:
    """One row of the signs."""

    rule: str
    """Its name in the rules."""
    key: str
    """What it is called in the catalogue."""
    when: str
    """What shows it, for people."""
    days: Callable[[Window], Days]
    """The days of a window that show it; empty while it is not there."""
    sources: tuple[str, ...] = ("RESIST-1", "I")
    """Keys of `evidence.SOURCES`."""


# fmt: off
SIGNS: Final = (
    CalmSign(rule="P1", key="refusing", days=_refusing,
         when="4 sits offered and more, at least two thirds and 3 of them refused"),
    CalmSign(rule="P2", key="tears", days=_tears_on_days,
         when="tears or anger at an offer or a step, on 2 days"),
    CalmSign(rule="P3", key="many_offers", days=_many_offers,
         when="more than 3 offers or reminders a day, on 3 days"),
    CalmSign(rule="P4", key="made_to_sit", days=_any_of(Seen.MADE_TO),
         when="made to sit or kept sitting, or a sit over 10 minutes; a kind “all done” by the adult is none"),
    CalmSign(rule="P5", key="diaper_denied", days=_any_of(Seen.DIAPER_DENIED),
         when="a diaper asked for and not given"),
    CalmSign(rule="P6", key="harsh_words", days=_harsh,
         when="harsh words, threat or punishment noted, twice"),
    CalmSign(rule="P7", key="holding", days=_any_of(Seen.HELD),
         when="holding since a step was made harder: step back (a) of the ladder"),
    CalmSign(rule="P8", key="not_lighter", days=_any_of(Seen.NOT_LIGHTER),
         when="three listening sessions in a row not lighter"),
    CalmSign(rule="P9", key="parent_says_so", days=_any_of(Seen.PARENT_SAYS_SO),
         when="the parent says it has become a fight"),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class ShownCalmSign:
    """A sign that is there."""

    sign: CalmSign
    days: tuple[date, ...]
    """The days that show it, one for each time."""


def window_of(seen: Iterable[tuple[Seen, date]]) -> Window:
    """Gather what was seen: for each thing the days, one for each time, in order."""
    window: dict[Seen, list[date]] = {each: [] for each in Seen}
    for each, day in seen:
        window[each].append(day)
    return {each: sorted(days) for each, days in window.items()}


def within(window: Window, first: date, last: date) -> Window:
    """Give the part of a window from the first to the last day, both included."""
    return {
        each: days[bisect_left(days, first) : bisect_right(days, last)] if days else ()
        for each, days in window.items()
    }


def signs_of(window: Window) -> tuple[ShownCalmSign, ...]:
    """Give the signs that a window shows."""
    found = ((sign, tuple(sign.days(window))) for sign in SIGNS)
    return tuple(ShownCalmSign(sign=sign, days=days) for sign, days in found if days)


A_DAY: Final = timedelta(days=1)
NOTHING: Final = timedelta(0)


@dataclass(frozen=True, kw_only=True)
class HoldingFacts:
    """What holding is judged by, in order; comfort knows it."""

    gaps: Sequence[tuple[datetime, datetime]] = ()
    """Times without a full poop over known days, from when to when; the last may go on."""
    holding: Sequence[datetime] = ()
    """When holding was seen."""
    own_gap: timedelta | None = None
    """The child's own gap; None if not confirmed."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """Poop was held back."""

    since: datetime
    """When it was long enough to say so."""
    until: datetime
    """When a poop came, or the moment asked for while it lasts."""
    gap: timedelta
    """The time without a full poop."""


def held(body: HoldingFacts, began: datetime, until: datetime) -> Iterator[Held]:
    """Give each time that poop was held back on a step that was new.

    began, until: from when to when the child was on it. As a step
    back (a) is advised: 48 hours with holding, or 72 hours and 24 more than the child's
    own gap, over known days, within 7 days of a new step.
    """
    for last, end in body.gaps:
        long = end - last >= N.span.gap_with_holding
        if long and began < end and last < until:
            since = _long_enough(body, last, began, min(end, until))
            if since is not None and since - began <= N.span.new_step:
                yield Held(since=since, until=end, gap=end - last)


def _long_enough(
    body: HoldingFacts, last: datetime, began: datetime, end: datetime
) -> datetime | None:
    beyond = (body.own_gap or NOTHING) + N.span.beyond_own_gap
    alone = last + max(N.span.gap_alone, beyond)
    seen = (each for each in body.holding if max(last, began) < each <= end)
    with_holding = (max(last + N.span.gap_with_holding, each) for each in seen)
    moments = (each for each in (alone, *with_holding) if began <= each <= end)
    return min(moments, default=None)


def days_held(
    body: HoldingFacts, course: Course, since: datetime, at: datetime
) -> Iterator[datetime]:
    """Give a moment of each day on which poop was held back on a harder step."""
    for stretch in course.stretches:
        end = stretch.until or at
        if stretch.harder and end > since:
            for each in held(body, stretch.since, end):
                yield from _daily(each.since, each.until)


def _daily(since: datetime, until: datetime) -> Iterator[datetime]:
    while since <= until:
        yield since
        since += A_DAY
