"""One session as its pages need it: looked up, still going on or not, and changed."""

from datetime import datetime, timedelta
from typing import Final

from django.http import Http404

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.visit import Visit

Listening = method.listening.Listening
MINUTE: Final = timedelta(minutes=1)
SOFT, FIRM = method.span("listening.soft_end"), method.span("listening.firm_end")
# Longer than that, a Stop was forgotten: how long it was is for the family to say.
FORGOTTEN: Final = 2 * FIRM


def session_of(visit: Visit, entry_id: str) -> method.listening.Listening:
    """Give one session, or raise Http404."""
    entry = visit.entry(entry_id)
    if not isinstance(entry, Listening) or entry.removed:
        raise Http404
    return entry


def goes_on(session: method.listening.Listening, now: datetime) -> bool:
    """Whether nobody has stopped it yet."""
    nobody = session.minutes is method.UNKNOWN and session.stopped_by is method.UNKNOWN
    return nobody and now - session.at < FORGOTTEN


def running(visit: Visit) -> method.listening.Listening | None:
    """Give the session that goes on, if there is one."""
    sessions = reading.lasting(visit.child, Listening)
    last = sessions[-1] if sessions else None
    return last if last and goes_on(last, visit.now) else None


def minutes_of(session: method.listening.Listening, now: datetime) -> int | None:
    """Give the minutes up to now; None if a Stop was forgotten."""
    passed = max(now - session.at, timedelta())
    return passed // MINUTE if passed < FORGOTTEN else None
