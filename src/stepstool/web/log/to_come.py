"""What stands in the diary for a time to come: looked at, moved by the same amount, or removed.

The clock of the house ran ahead while it was written, and was set right. No rule counts it before its
time, so that it would lie where nobody sees it until then. Or the clock is behind now, and what was
written is right: the page says by which time it goes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stepstool import method
from stepstool.web.asking.typed import typed_in
from stepstool.web.diary import reading, writing
from stepstool.web.diary.refusals import denied_if_refused
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.roles import Needs
from stepstool.web.log import whens
from stepstool.web.log.days import rows_of, title_of
from stepstool.web.log.month import DayOfDiary

NO_ERRORS: Final[Mapping[str, str]] = MappingProxyType({})


@require_safe
@child_page()
def to_come(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show it by its days, the first ones first, with what was removed of it."""
    return _page(request, visit, whens.local_minute(visit.clock, visit.now))


@require_POST
@child_page(Needs.MANAGE)
def move(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Move all of it by as much as the last of it was wrong."""
    entries = _of(visit)
    typed = typed_in(request.POST)
    try:
        really = whens.moment(visit.clock, visit.now, typed)
    except whens.UnclearMomentError as unclear:
        field = "fold" if isinstance(unclear, whens.RepeatedHourError) else "at"
        errors = {field: str(unclear)}
        return _page(request, visit, (typed.get("at") or [""])[0], errors)
    if entries:
        back = really - entries[-1].at
        known = [one for one in entries if not isinstance(one, method.Unread)]
        moved = [_moved(one, back, visit.now) for one in known]
        with denied_if_refused():
            writing.change_all(visit.membership, visit.child, moved)
        messages.success(request, _("Moved. Each stands on its own day now."))
    return visit.to("diary")


@require_POST
@child_page(Needs.MANAGE)
def remove(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Remove all of it; each can be brought back."""
    ids = [entry.id for entry in _of(visit)]
    with denied_if_refused():
        writing.remove(visit.membership, visit.child, ids)
    messages.success(request, _("Removed. Each can be brought back here."))
    return visit.to("to-come")


def _of(visit: Visit, *, removed: bool = False) -> list[method.Entry]:
    return reading.entries_to_come(
        visit.membership, visit.child, visit.now, removed=removed
    )


def _moved(entry: method.Entry, by: timedelta, now: datetime) -> method.Entry:
    until = None if entry.until is None else entry.until + by
    return replace(entry, at=entry.at + by, until=until, written_at=now)


def _page(
    request: HttpRequest,
    visit: Visit,
    really: str,
    errors: Mapping[str, str] = NO_ERRORS,
) -> HttpResponse:
    entries = _of(visit, removed=True)
    page = {
        "days": _days(visit, entries),
        "count": sum(not entry.removed for entry in entries),
        "clock_says": visit.clock.local(visit.now),
        "at": really,
        "latest": whens.local_minute(visit.clock, visit.now),
        "errors": errors,
    }
    status = 422 if errors else 200
    frame = visit.frame("diary") | page
    return render(request, "log/to_come.html", frame, status=status)


def _days(visit: Visit, entries: Sequence[method.Entry]) -> list[DayOfDiary]:
    by_day = groupby(entries, key=lambda entry: visit.clock.day(entry.at))
    return [
        DayOfDiary(
            day, title_of(day, visit.today), rows_of(visit, [*some], visit.names)
        )
        for day, some in by_day
    ]
