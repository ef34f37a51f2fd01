"""The story of the way on the child's page: each week in words and shapes, with its first times."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.first_times import FirstLine, of_the_way
from stepstool.web.diary.reading import record_of
from stepstool.web.diary.visit import Visit
from stepstool.web.pictures.week import WeekDay, days_of

A_WEEK: Final = timedelta(weeks=1)
# So far back the story is told, and so many weeks of it stand open.
BACK: Final = 26 * A_WEEK
OPEN: Final = 4
READING: Final = (
    *(
        method.Reads(kind=kind, back=BACK + A_WEEK)
        for kind in (
            method.poop.Poop,
            method.poop.NoneCame,
            method.health.MedicineGiven,
        )
    ),
    *(
        method.Reads(kind=kind)
        for kind in (
            method.lasting.Plan,
            method.lasting.Zone,
            method.health.MedicineOrdered,
            method.interview.Interview,
        )
    ),
)


class WeekTold(NamedTuple):
    """A week: what it is called, its days as shapes, its sentences, and its first times."""

    title: str
    days: Sequence[WeekDay]
    says: str
    firsts: list[FirstLine]


class Story(NamedTuple):
    """The weeks, the newest first: those that stand open, and those before."""

    weeks: list[WeekTold]
    before: list[WeekTold]


def story_of(visit: Visit) -> Story:
    """Give the story of this child's way."""
    at = visit.advice.at
    record = record_of(visit.child, at, READING)
    firsts = of_the_way(visit).firsts
    weeks = [
        _week(visit, week, firsts)
        for week in method.story_of_the_way(record, visit.today - BACK)
    ]
    return Story(weeks[:OPEN], weeks[OPEN:])


def _week(
    visit: Visit, week: method.WeekOfWay, firsts: Sequence[FirstLine]
) -> WeekTold:
    sunday = week.monday + A_WEEK - timedelta(days=1)
    return WeekTold(
        title=_title(week.monday, visit.today),
        days=days_of(week.dots, visit.today),
        says=" ".join(map(visit.speaker.spoken, week.sayings)),
        firsts=[first for first in firsts if week.monday <= first.time.day <= sunday],
    )


def _title(monday: date, today: date) -> str:
    """Name a week as people do."""
    ago = (today - monday).days // A_WEEK.days
    near = {0: _("This week"), 1: _("Last week")}
    since = _("The week of %(day)s") % {"day": date_format(monday, "j F")}
    return near.get(ago, since)
