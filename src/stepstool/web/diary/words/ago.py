"""When it was, as people say it."""

from datetime import datetime, timedelta
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from stepstool import method

JUST_NOW = timedelta(minutes=2)
MINUTES = timedelta(minutes=59)


def ago(clock: method.Clock, at: datetime, now: datetime) -> str:
    """Say when it was: just now, 20 minutes ago, yesterday at 18:10."""
    passed = now - at
    if passed < JUST_NOW:
        return _("just now")
    if passed < MINUTES:
        minutes = round(passed / timedelta(minutes=1))
        words = ngettext("%(count)s minute ago", "%(count)s minutes ago", minutes)
        return words % {"count": minutes}
    return _day(clock, at, now) % {"time": clock_time(clock, at)}


def _day(clock: method.Clock, at: datetime, now: datetime) -> str:
    days = (clock.local(now).date() - clock.local(at).date()).days
    words = {0: _("today at %(time)s"), 1: _("yesterday at %(time)s")}
    long_ago = {"day": date_format(clock.local(at).date(), "j F"), "time": "%(time)s"}
    return words.get(days) or _("%(day)s at %(time)s") % long_ago


def clock_time(clock: method.Clock, at: datetime) -> str:
    """Give the time on the child's wall clock."""
    return date_format(clock.local(at), "H:i")


PARTS: Final = {
    method.PartOfDay.MORNING: _lazy("in the morning"),
    method.PartOfDay.EVENING: _lazy("in the evening"),
}


def clock_of(clock: method.Clock, entry: method.Entry) -> str:
    """Give the time of day of an entry, as far as it is known: a clock time, or a part."""
    if entry.timing is method.Timing.DAY:
        return _("all day")
    part = clock.part_of_day(entry)
    return str(PARTS[part]) if part else clock_time(clock, entry.at)


def ago_of(clock: method.Clock, entry: method.Entry, now: datetime) -> str:
    """Say when an entry was; "this morning" stays what it is."""
    part = clock.part_of_day(entry)
    if part is None:
        return ago(clock, entry.at, now)
    days = (clock.local(now).date() - clock.local(entry.at).date()).days
    day = date_format(clock.local(entry.at).date(), "j F")
    words = {0: _("today %(part)s"), 1: _("yesterday %(part)s")}
    return words.get(days, "%(day)s %(part)s") % {"day": day, "part": PARTS[part]}
