"""When it was, as people say it."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
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
