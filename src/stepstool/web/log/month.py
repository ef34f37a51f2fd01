"""The diary: a month at a glance, and its days one after another, all of them or of one sort."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.kinds import (
    HEADINGS,
    KINDS,
    Kind,
    days,
    health,
    interview,
    lasting,
    poop,
    toileting,
)
from stepstool.web.diary.kinds.kind import Heading
from stepstool.web.diary.visit import Visit
from stepstool.web.log.days import ONE_DAY, DiaryRow, rows_of, title_of
from stepstool.web.pictures.week import SAID

# So many days stand on a page; of one sort there is less on each.
DAYS, DAYS_OF_A_SORT = 7, 28
WEEK: Final = 7
P, Z = method.poop, method.lasting
# What is chosen once is no part of a day; it stands among its own sort.
APART: Final = frozenset({Z.Zone.KIND, Z.Settings.KIND})
# What a calendar is drawn from, beside what is read whole.
MONTH: Final = timedelta(days=32)
READING: Final = (
    method.Reads(kind=P.Poop, back=MONTH),
    method.Reads(kind=P.NoneCame, back=MONTH),
    method.Reads(kind=method.health.MedicineGiven, back=MONTH),
)


def _names(kinds: Collection[Kind]) -> frozenset[str]:
    return frozenset(kind.name for kind in kinds)


class Sort(NamedTuple):
    """Some kinds of entries under a name."""

    label: str | Promise
    kinds: frozenset[str]


SORTS: Final[Mapping[str, Sort]] = {
    "poop": Sort(gettext_lazy("%(Poop)s"), _names(poop.KINDS)),
    "potty": Sort(HEADINGS[Heading.AT_THE_POTTY], _names(toileting.KINDS)),
    "day": Sort(HEADINGS[Heading.THE_DAY], _names(days.KINDS)),
    "health": Sort(HEADINGS[Heading.NOT_WELL], _names(health.KINDS)),
    "plan": Sort(gettext_lazy("The plan"), _names((*lasting.KINDS, *interview.KINDS))),
}


# Of these each day shows how it was; of others only whether there is something.
SHAPED: Final = frozenset({"", "poop"})
SOME, NOTHING = "some", ""
SAYS: Final[Mapping[str, str | Promise]] = {
    **SAID,
    SOME: gettext_lazy("something was written"),
    NOTHING: gettext_lazy("nothing of this"),
}


class Chip(NamedTuple):
    """One sort to choose; an empty value is all of them."""

    value: str
    label: str
    chosen: bool


class Square(NamedTuple):
    """A day of the calendar, its shape, and what it says aloud: nothing while still to come.

    Of one sort a day with some has a shape, and one without has none.
    """

    day: date
    mark: str
    says: str
    today: bool


class DayOfDiary(NamedTuple):
    """A day and its rows, the newest first."""

    day: date
    title: str
    rows: list[DiaryRow]


@dataclass(frozen=True, kw_only=True)
class DiaryPage:
    """The page: the month of its last day, and the days up to that one."""

    month: str
    # Empty before the first of the month.
    squares: list[Square | None]
    weekdays: list[str]
    month_before: date
    # None for the month that runs.
    month_after: date | None
    sort: str
    chips: list[Chip]
    days: list[DayOfDiary]
    until: date
    earlier: date
    # None where the days up to today are shown.
    later: date | None


def diary_page(visit: Visit, until: date, sort: str) -> DiaryPage:
    """Give the diary up to a day; sort: one of SORTS, or empty for all."""
    length = DAYS_OF_A_SORT if sort else DAYS
    first = until - timedelta(days=length - 1)
    start = until.replace(day=1)
    later = min(until + timedelta(days=length), visit.today)
    return DiaryPage(
        month=date_format(until, "F Y"),
        squares=[*[None] * start.weekday(), *_squares(visit, start, sort)],
        weekdays=[
            date_format(_monday(until) + ONE_DAY * n, "D")[:2] for n in range(WEEK)
        ],
        month_before=start - ONE_DAY,
        month_after=_month_after(visit, until),
        sort=sort,
        chips=_chips(visit, sort),
        days=list(_days(visit, first, until, sort)),
        until=until,
        earlier=first - ONE_DAY,
        later=later if until < visit.today else None,
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _month_after(visit: Visit, until: date) -> date | None:
    """Give the last day of the next month that is no more to come."""
    first = _end_of_month(until) + ONE_DAY
    return min(_end_of_month(first), visit.today) if first <= visit.today else None


def _squares(visit: Visit, start: date, sort: str) -> Iterator[Square]:
    last = _end_of_month(start)
    between = start, min(last, visit.today)
    draw = _marks if sort in SHAPED else _written
    marks = draw(visit, between, sort)
    for n in range((last - start).days + 1):
        day = start + ONE_DAY * n
        mark = marks.get(day, NOTHING)
        says = f"{date_format(day, 'l, j F')}: {SAYS[mark]}"
        yield Square(day, mark, says if day <= visit.today else "", day == visit.today)


def _marks(visit: Visit, between: tuple[date, date], _sort: str) -> Mapping[date, str]:
    """Give the shapes of poops and of days without."""
    first, last = between
    at = min(visit.clock.end(last) - timedelta(microseconds=1), visit.now)
    record = reading.record_of(visit.child, at, READING)
    return {dot.day: str(dot.mark) for dot in method.calendar(record, first, last)}


def _written(visit: Visit, between: tuple[date, date], sort: str) -> Mapping[date, str]:
    """Give the shape of days on which something of a sort was written down."""
    written = _entries(visit, between, sort)
    return {visit.clock.day(entry.at): SOME for entry in written}


def _chips(visit: Visit, chosen: str) -> list[Chip]:
    labels = {"": _("Everything")} | {
        value: str(sort.label) % visit.gaps for value, sort in SORTS.items()
    }
    return [Chip(value, label, value == chosen) for value, label in labels.items()]


def _days(visit: Visit, first: date, last: date, sort: str) -> Iterator[DayOfDiary]:
    """Give the days, the newest first: of one sort only those that have some."""
    written = defaultdict(list)
    for entry in _entries(visit, (first, last), sort):
        written[visit.clock.day(entry.at)].append(entry)
    names = visit.names
    for n in range((last - first).days + 1):
        day = last - ONE_DAY * n
        if written[day] or not sort:
            rows = rows_of(visit, written[day], names)
            yield DayOfDiary(day, title_of(day, visit.today), rows)


def _entries(
    visit: Visit, between: tuple[date, date], sort: str
) -> Sequence[method.Entry]:
    kinds = SORTS[sort].kinds if sort else KINDS.keys() - APART
    return reading.entries_of_days(visit.membership, visit.child, between, kinds=kinds)
