"""Which days count: not those of pain or illness, nor a brave first day of a new step."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from stepstool.method.calm.course import Course, Place, Stretch
from stepstool.method.calm.numbers import FIRST_DAYS
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.answers import GLAD, Mood, YesNo
from stepstool.method.record.kinds.poop import POTTY_OR_TOILET, Beginning, Poop
from stepstool.method.record.kinds.toileting import Sit


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


def _first_days(record: Record, stretch: Stretch) -> Iterator[date]:
    first = record.clock.day(stretch.since)
    return (first + timedelta(days=n) for n in range(FIRST_DAYS))


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


def break_over(course: Course) -> Stretch | None:
    """Give the latest break that is over."""
    over = (
        each
        for each in reversed(course.stretches)
        if each.standing.place is Place.ON_BREAK and each.until is not None
    )
    return next(over, None)
