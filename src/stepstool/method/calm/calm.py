"""Is it a fight? The level, the signs behind it, and what helps now (M17).

How much of a struggle the signs of a week make, as a table: calm, warm, fight; which days
count, not those of pain or illness nor a brave first day of a new step; and whether a fight
still lasts. Sources: those that the signs name, and evidence/numbers/calm.toml.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import chain
from typing import Final

from stepstool.method.calm.course import Course, PlanStretch, break_over, course_of
from stepstool.method.calm.sessions import Session, not_lighter, sessions_of
from stepstool.method.calm.signs import (
    HoldingFacts,
    Seen,
    ShownCalmSign,
    Sighting,
    Window,
    days_held,
    days_of_many_offers,
    sightings,
    signs_of,
    window_of,
    within,
)
from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Reads, Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import GLAD, Mood, YesNo
from stepstool.method.record.kinds.days import Away
from stepstool.method.record.kinds.health import ClinicianWord, TummyAche
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Plan, Zone
from stepstool.method.record.kinds.listening import Listening
from stepstool.method.record.kinds.poop import POTTY_OR_TOILET, Beginning, Poop
from stepstool.method.record.kinds.toileting import DiaperRequest, Prompt, Sit

N: Final = topic("calm")


class CalmLevel(StrEnum):
    """How tense it is about the potty."""

    CALM = "calm"
    WARM = "warm"
    FIGHT = "fight"


@dataclass(frozen=True, kw_only=True)
class CalmWeek:
    """The signs of a window, looked at on its last day."""

    day: date
    shown: Sequence[ShownCalmSign]

    def of(self, rule: str) -> Sequence[date]:
        """The days of one sign; empty while it is not there."""
        return next((each.days for each in self.shown if each.sign.rule == rule), ())


SAYS_SO: Final = "P9"
ENOUGH_ALONE: Final = ("P4", "P5")


def _parent_says_so(week: CalmWeek) -> bool:
    return bool(week.of(SAYS_SO))


def _made_or_denied_twice(week: CalmWeek) -> bool:
    return any(len(week.of(rule)) >= N.count.fight_twice for rule in ENOUGH_ALONE)


def _several_signs(week: CalmWeek) -> bool:
    signs = [each.days for each in week.shown if each.sign.rule != SAYS_SO]
    days = {day for days in signs for day in days}
    return len(signs) >= N.count.fight_signs and len(days) >= N.count.fight_days


def _a_new_sign(week: CalmWeek) -> bool:
    newest = max((each.days[-1] for each in week.shown), default=date.min)
    return (week.day - newest).days < N.count.warm_ends


@dataclass(frozen=True, kw_only=True)
class LevelRow(Row[CalmWeek]):
    """One way to be at a level."""

    level: CalmLevel


# fmt: off
LEVELS: Final = decision_table(
    LevelRow(key="parent_says_so", level=CalmLevel.FIGHT, fits=_parent_says_so),
    LevelRow(key="several_signs", level=CalmLevel.FIGHT, fits=_several_signs),
    LevelRow(key="made_or_denied_twice", level=CalmLevel.FIGHT, fits=_made_or_denied_twice),
    LevelRow(key="a_new_sign", level=CalmLevel.WARM, fits=_a_new_sign),
    LevelRow(key="no_sign", level=CalmLevel.CALM, fits=always),
)
# fmt: on

ADVICE: Final[Mapping[CalmLevel, tuple[str, ...]]] = {
    CalmLevel.CALM: (),
    CalmLevel.WARM: ("one_offer_a_day", "no_reminders", "tone", "stop_asking"),
    CalmLevel.FIGHT: ("no_sits", "no_reminders", "no_potty_talk", "break", "say_sorry"),
}
ADVICE_BY_SIGN: Final[Mapping[str, str]] = {"P5": "give_it", "P6": "step_away"}


def level_of(week: CalmWeek) -> CalmLevel:
    """Give the first level of the table that a window shows."""
    return first_that_fits(LEVELS, week).level


def brave_first_days(record: Record, course: Course, since: datetime) -> Iterator[date]:
    """Give the first days of steps begun after `since` where the child came back itself.

    On account B's first day of step 4 there were three or four trips full of fear, and in
    the evening she did it: that is no fight.
    """
    for stretch in course.stretches:
        if stretch.harder and stretch.since > since:
            yield from filter(
                lambda day: _came_back(record, day), _first_days(record, stretch)
            )


def _first_days(record: Record, stretch: PlanStretch) -> Iterator[date]:
    first = record.clock.day(stretch.since)
    return (first + timedelta(days=n) for n in range(N.count.first_days))


def _came_back(record: Record, day: date) -> bool:
    since, until = record.clock.start(day), record.clock.end(day)
    sits = record.within(Sit, since, until)
    poops = record.within(Poop, since, until)
    return any(map(asked_to_sit, sits)) or any(map(_went_gladly, poops))


def asked_to_sit(sit: Sit) -> bool:
    """Whether the child came to sit by itself."""
    return sit.offered is YesNo.NO and sit.accepted is YesNo.YES


def _went_gladly(poop: Poop) -> bool:
    return poop.made_to is not YesNo.YES and (poop.mood in GLAD or told(poop))


def asked_for_the_potty(poop: Poop) -> bool:
    """Whether the child told and went to the potty, neither upset nor made to."""
    forced = poop.mood is Mood.UPSET or poop.made_to is YesNo.YES
    return told(poop) and poop.place in POTTY_OR_TOILET and not forced


def told(poop: Poop) -> bool:
    """Whether the child told that a poop was coming."""
    return poop.began is not UNKNOWN and Beginning.TOLD in poop.began


OnDay = tuple[Seen, date]
HARMLESS_ALONE: Final = {Seen.OFFERED, Seen.REMINDED}
LOOKS_BACK: Final = N.span.fight_ends + timedelta(days=N.count.window)


def seen_lately(
    record: Record, course: Course, body: HoldingFacts, sessions: Sequence[Session]
) -> list[OnDay]:
    """Gather what was seen and not ended by a break, each with its day."""
    over = break_over(course)
    since = record.at - LOOKS_BACK
    since = max(since, over.until) if over and over.until else since
    moments = days_held(body, course, since, record.at)
    held = (Sighting(seen=Seen.HELD, at=at) for at in moments)
    found = chain(sightings(record, since), held, not_lighter(sessions))
    return [(each.seen, record.clock.day(each.at)) for each in found if each.at > since]


def week(seen: Window, day: date) -> CalmWeek:
    """Give the signs of the days that end with this one."""
    first = day - timedelta(days=N.count.window - 1)
    return CalmWeek(day=day, shown=signs_of(within(seen, first, day)))


def fight_since(record: Record, seen: Window) -> date | None:
    """Give the last day on which it was a fight, unless that is over.

    It ends with a break, when the child asks, or after as long as the shortest break.
    """
    fights = (
        day for day in _tense_days(seen) if level_of(week(seen, day)) is CalmLevel.FIGHT
    )
    last = next(fights, None)
    if last is None or record.today - last >= N.span.fight_ends:
        return None
    return None if _child_asked_after(record, last) else last


def _tense_days(seen: Window) -> list[date]:
    """Give the days with more than an offer or two, the latest first."""
    tense = (days for each, days in seen.items() if each not in HARMLESS_ALONE)
    many = days_of_many_offers(seen)
    return sorted({*chain.from_iterable(tense), *many}, reverse=True)


def _child_asked_after(record: Record, day: date) -> bool:
    since = record.clock.end(day)
    sits = record.within(Sit, since, record.at)
    poops = record.within(Poop, since, record.at)
    return any(map(asked_to_sit, sits)) or any(map(asked_for_the_potty, poops))


# What is read of the diary, and how far back (rule 8 of the house), for a good time to
# listen too.
LATELY: Final = (Sit, Prompt, DiaperRequest, Poop, Away, TummyAche)
IN_FULL: Final = (Plan, Interview, Zone, Listening, ClinicianWord)
READING: Final = (
    *(Reads(kind=kind, back=LOOKS_BACK) for kind in LATELY),
    *(Reads(kind=kind) for kind in IN_FULL),
)

ALWAYS: Final = {Seen.PARENT_SAYS_SO}
SOURCES: Final = ("RESIST-1", "I")


@dataclass(frozen=True, kw_only=True)
class Calm:
    """How tense it is, with the signs that are there and what helps."""

    level: CalmLevel
    signs: tuple[str, ...]
    """Those that are there, of P1 to P9."""
    because: tuple[Because, ...]
    """Never empty."""
    advice: tuple[Saying, ...]
    since: date | None = None
    """The last day of a fight that lasts."""


def assess(
    record: Record,
    body: HoldingFacts,
    *,
    resting: Collection[date] = frozenset(),
) -> Calm:
    """Say how tense it is.

    body: what comfort knows of poops and holding; resting: days that don't count, since
    the child was ill or stuck.
    """
    course = course_of(record.of(Plan))
    seen = seen_lately(record, course, body, sessions_of(record))
    brave = brave_first_days(record, course, record.at - LOOKS_BACK)
    spared = {*resting, *brave}
    counted = [each for each in seen if each[0] in ALWAYS or each[1] not in spared]
    window = window_of(counted)
    now, since = week(window, record.today), fight_since(record, window)
    level = CalmLevel.FIGHT if since else _at_most_warm(level_of(now))
    return Calm(
        level=level,
        signs=tuple(each.sign.rule for each in now.shown),
        because=_because(now, since) or _nothing(set_aside=len(seen) > len(counted)),
        advice=_advice(level, now),
        since=since,
    )


def _at_most_warm(level: CalmLevel) -> CalmLevel:
    """Keep a fight that is over warm while its signs are fresh."""
    return CalmLevel.CALM if level is CalmLevel.CALM else CalmLevel.WARM


def _because(now: CalmWeek, since: date | None) -> tuple[Because, ...]:
    shown = tuple(
        Because(
            rule=each.sign.rule,
            saw=Saying(
                key=f"calm.signs.{each.sign.key}",
                values={"count": len(each.days), "day": each.days[-1]},
            ),
            sources=each.sign.sources,
        )
        for each in now.shown
    )
    if shown or since is None:
        return shown
    saw = Saying(key="calm.lasts", values={"day": since})
    return (Because(rule="fight", saw=saw, sources=SOURCES),)


def _nothing(*, set_aside: bool) -> tuple[Because, ...]:
    """Say that nothing speaks of a fight, or that it was pain or a brave first day."""
    key = "calm.set_aside" if set_aside else "calm.none"
    return (Because(rule="calm", saw=Saying(key=key), sources=SOURCES),)


def _advice(level: CalmLevel, now: CalmWeek) -> tuple[Saying, ...]:
    by_sign = [ADVICE_BY_SIGN[rule] for rule in ADVICE_BY_SIGN if now.of(rule)]
    return tuple(Saying(key=f"calm.advice.{key}") for key in (*by_sign, *ADVICE[level]))
