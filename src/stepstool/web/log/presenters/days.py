"""A day of the diary: its entries, newest first, and the way to other days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import kinds, words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

ONE_DAY = timedelta(days=1)
# Written so soon after, it was written when it happened.
AT_ONCE = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class Row:
    """An entry as a row. who: by whom and when it was written; changed: more than once."""

    id: str
    title: str
    said: str
    note: str
    picture: str
    at: datetime
    clock: str
    who: str
    changed: bool
    removed: bool
    may_restore: bool


@dataclass(frozen=True, kw_only=True)
class DayPage:
    """A day. before and after: its neighbours; after is None for today."""

    day: date
    title: str
    rows: list[Row]
    touched: Row | None
    before: date
    after: date | None
    is_today: bool
    may_say_none: bool


def page_of(
    visit: Visit,
    day: date,
    entries: Sequence[method.Entry],
    names: Mapping[str, str],
    touched: str = "",
) -> DayPage:
    """Give a day's page; `touched` is the entry that was just removed or brought back."""
    rows = [_row(visit, entry, names) for entry in reversed(entries)]
    today = visit.today
    return DayPage(
        day=day,
        title=_title(day, today),
        rows=rows,
        touched=next((row for row in rows if row.id == touched), None),
        before=day - ONE_DAY,
        after=day + ONE_DAY if day < today else None,
        is_today=day == today,
        may_say_none=May.WRITE in visit.may("none_came") and not _any_came(entries),
    )


def _title(day: date, today: date) -> str:
    said = date_format(day, "l, j F Y" if day.year != today.year else "l, j F")
    named = {today: _("Today"), today - ONE_DAY: _("Yesterday")}
    return f"{named[day]} · {said}" if day in named else said


def _any_came(entries: Sequence[method.Entry]) -> bool:
    about_poop = (method.poop.Poop, method.poop.NoneCame)
    return any(isinstance(each, about_poop) and not each.removed for each in entries)


def _row(visit: Visit, entry: method.Entry, names: Mapping[str, str]) -> Row:
    return Row(
        id=entry.id,
        title=words.title(entry, visit.gaps),
        said=words.summary(entry, visit.gaps),
        note="" if entry.note is method.UNKNOWN else entry.note,
        picture=_picture(entry),
        at=entry.at,
        clock=_clock(visit, entry),
        who=_who(visit, entry, names),
        changed=entry.version.counter > 1 and not entry.removed,
        removed=entry.removed,
        may_restore=May.CHANGE_OWN in visit.may(_kind(entry)),
    )


def _kind(entry: method.Entry) -> str:
    return entry.kind if isinstance(entry, method.Unread) else entry.KIND


def _picture(entry: method.Entry) -> str:
    if isinstance(entry, method.poop.Poop) and entry.place is not method.UNKNOWN:
        return str(entry.place)
    return kinds.kind_of(entry.KIND).drawing


def _clock(visit: Visit, entry: method.Entry) -> str:
    """Give the time of day, unless only the day is known."""
    if entry.timing is method.Timing.DAY:
        return _("all day")
    return words.clock_time(visit.clock, entry.at)


def _who(visit: Visit, entry: method.Entry, names: Mapping[str, str]) -> str:
    """Say by whom, and when if that was not at about the same time."""
    who, written = names.get(entry.by, ""), entry.written_at
    if written is None or abs(written - entry.at) < AT_ONCE:
        return who
    if visit.clock.day(written) == visit.clock.day(entry.at):
        when = words.clock_time(visit.clock, written)
    else:
        when = words.ago(visit.clock, written, visit.now)
    return _("%(who)s, written %(when)s") % {"who": who, "when": when}
