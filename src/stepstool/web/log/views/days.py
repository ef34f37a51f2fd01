"""The diary, a day at a time."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from stepstool import method
from stepstool.web.diary import keys, reading
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.families.households import names_of
from stepstool.web.families.roles import Needs
from stepstool.web.log.presenters.days import page_of

# No diary is older than the entries that the method takes.
FIRST_DAY = date(2000, 1, 2)
# A day starts at 04:00; what is known of the whole day stands in its middle.
_TO_NOON = timedelta(hours=8)


@child_page()
def diary(request: HttpRequest, visit: Visit) -> HttpResponse:
    return _page(request, visit, visit.today)


@child_page()
def day(request: HttpRequest, visit: Visit, day: str) -> HttpResponse:
    return _page(request, visit, _day_in(visit, day))


@require_POST
@child_page(Needs.WRITE)
def none_came(request: HttpRequest, visit: Visit, day: str) -> HttpResponse:
    """Write that a day was without: it is known then, and no longer silent."""
    said = _day_in(visit, day)
    noon = visit.clock.start(said) + _TO_NOON
    entry = method.poop.NoneCame(
        id=keys.new_id(),
        at=min(noon, visit.now),
        timing=method.Timing.DAY,
        written_at=visit.now,
    )
    visit.write(entry)
    return visit.to("saved", entry.id)


def _page(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    entries = reading.entries_of_day(visit.membership, visit.child, day, removed=True)
    names = names_of(visit.child.family_id)
    page = page_of(visit, day, entries, names, request.GET.get("touched", ""))
    return render(request, "log/day.html", visit.frame("diary") | {"page": page})


def _day_in(visit: Visit, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
    if not FIRST_DAY <= day <= visit.today:
        raise Http404
    return day
