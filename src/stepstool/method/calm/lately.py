"""What was seen lately, day by day, and whether a fight still lasts."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Final

from stepstool.method.calm.course import Course
from stepstool.method.calm.days import asked_for_the_potty, asked_to_sit, break_over
from stepstool.method.calm.holding import Body, days_held
from stepstool.method.calm.levels import Level, Week, level_of
from stepstool.method.calm.numbers import FIGHT_ENDS, WINDOW_DAYS
from stepstool.method.calm.seen import Seen, Sighting, sightings
from stepstool.method.calm.sessions import Session, not_lighter
from stepstool.method.calm.signs import (
    Window,
    days_of_many_offers,
    signs_of,
    within,
)
from stepstool.method.record import Record
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit

OnDay = tuple[Seen, date]
HARMLESS_ALONE: Final = {Seen.OFFERED, Seen.REMINDED}
LOOKS_BACK: Final = FIGHT_ENDS + timedelta(days=WINDOW_DAYS)


def seen_lately(
    record: Record, course: Course, body: Body, sessions: Sequence[Session]
) -> list[OnDay]:
    """Gather what was seen and not ended by a break, each with its day."""
    over = break_over(course)
    since = record.at - LOOKS_BACK
    since = max(since, over.until) if over and over.until else since
    moments = days_held(body, course, since, record.at)
    held = (Sighting(seen=Seen.HELD, at=at) for at in moments)
    found = chain(sightings(record, since), held, not_lighter(sessions))
    return [(each.seen, record.clock.day(each.at)) for each in found if each.at > since]


def week(seen: Window, day: date) -> Week:
    """Give the signs of the days that end with this one."""
    first = day - timedelta(days=WINDOW_DAYS - 1)
    return Week(day=day, shown=signs_of(within(seen, first, day)))


def fight_since(record: Record, seen: Window) -> date | None:
    """Give the last day on which it was a fight, unless that is over.

    It ends with a break, when the child asks, or after as long as the shortest break.
    """
    fights = (
        day for day in _tense_days(seen) if level_of(week(seen, day)) is Level.FIGHT
    )
    last = next(fights, None)
    if last is None or record.today - last >= FIGHT_ENDS:
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
