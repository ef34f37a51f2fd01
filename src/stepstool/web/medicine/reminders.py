"""Reminders of an ordered medicine, and of reviews, as one calendar file (RFC 5545).

The telephone's own calendar reminds; nothing here is asked again. The file says only the
words that the family chose, ends with the order, and is a new version of itself when it is
fetched again. One from below is never put in a calendar.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Alarm, Calendar, Event

from stepstool import method
from stepstool.web.diary.visit import Visit, child_page
from stepstool.web.medicine.cupboard import Cupboard, Kind, Ordered
from stepstool.web.medicine.treatment import TreatmentCard

TIMES: Final = 3
# What the form sends in any case.
FORM: Final = frozenset({"at", "visit"})
LONGEST_WORDS: Final = 60
A_MOMENT: Final = timedelta(minutes=5)
A_DAY: Final = timedelta(days=1)
# Of a day without a time: at nine in the morning of the day before.
BEFORE_THE_DAY: Final = -timedelta(hours=15)
# An order without a last day is reminded of up to the last review, at most so long.
NO_LONGER: Final = method.span("comfort.review_third")


class OrderChoice(NamedTuple):
    """An order that may be reminded of."""

    id: str
    text: str
    until: str
    chosen: bool


@dataclass(frozen=True)
class Reminders:
    """What is to be reminded of, by what an address asks for."""

    visit: Visit
    asked: QueryDict

    @property
    def orders(self) -> list[method.health.MedicineOrdered]:
        """The orders of today that a calendar may hold."""
        in_force = Cupboard(self.visit).in_force.items()
        return [
            order
            for kind, orders in in_force
            for order in orders
            if kind is not Kind.RECTAL
        ]

    @property
    def order(self) -> method.health.MedicineOrdered | None:
        """The one that was chosen, else the first; None without any."""
        orders, chosen = self.orders, self.asked.get("order", "")
        same = (order for order in orders if order.id == chosen)
        return next(same, orders[0] if orders else None)

    @property
    def choices(self) -> list[OrderChoice]:
        """The orders to choose among."""
        return [self._choice(order) for order in self.orders]

    def _choice(self, order: method.health.MedicineOrdered) -> OrderChoice:
        text = "" if order.order is method.UNKNOWN else order.order
        chosen = self.order is not None and order.id == self.order.id
        until = date_format(self.last_day(order), "j F Y")
        return OrderChoice(order.id, text or _("Medicine"), until, chosen)

    @property
    def times(self) -> list[time]:
        """The times of day; what is none is left."""
        typed = self.asked.getlist("at")[:TIMES]
        return sorted({at for at in map(_time, typed) if at is not None})

    @property
    def typed_times(self) -> list[str]:
        """The times as the form shows them, with what is still free."""
        typed = [f"{at:%H:%M}" for at in self.times]
        return (typed + [""] * TIMES)[:TIMES]

    @property
    def words(self) -> str:
        """What the calendar says of the medicine: the family's words, or no private ones."""
        return self._words("says") or _("Reminder")

    @property
    def review_words(self) -> str:
        """What it says of a review."""
        return self._words("visit") or _("Appointment")

    def _words(self, name: str) -> str:
        return " ".join(self.asked.get(name, "").split())[:LONGEST_WORDS]

    @property
    def reviews(self) -> list[method.TreatmentReview]:
        """The reviews that are to come."""
        reviews = TreatmentCard(self.visit).today.of.reviews
        today = self.visit.today
        return [e for e in reviews if not e.is_kept and e.day >= today]

    @property
    def with_reviews(self) -> bool:
        """Whether they are wanted too; asked for nothing yet, they are."""
        return "reviews" in self.asked or FORM.isdisjoint(self.asked)

    def last_day(self, order: method.health.MedicineOrdered) -> date:
        """Give its last day; where nobody said one, that of the last review to come."""
        if order.until_day is not method.UNKNOWN:
            return order.until_day
        days = [review.day for review in self.reviews]
        return max(days, default=self.visit.today + NO_LONGER)

    @property
    def file(self) -> bytes:
        """The calendar; empty where it would remind of nothing."""
        events = [*self._of_medicine(), *self._of_reviews()]
        if not events:
            return b""
        calendar = Calendar()
        calendar.add("prodid", "-//Stepstool//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        for event in events:
            calendar.add_component(event)
        calendar.add_missing_timezones(
            first_date=self.visit.today, last_date=self._end()
        )
        return bytes(calendar.to_ical())

    def _end(self) -> date:
        ends = [self.last_day(order) for order in self.orders]
        return max([self.visit.today, *ends]) + A_DAY

    def _of_medicine(self) -> Iterator[Event]:
        order = self.order
        if order is None:
            return
        clock, today = self.visit.clock, self.visit.today
        zone = clock.zone_at(self.visit.now)
        end = datetime.combine(self.last_day(order), time.max, zone)
        for at in self.times:
            start = datetime.combine(today, at, zone)
            event = self._event(f"{order.id}-{at:%H%M}", self.words)
            event.add("dtstart", start)
            event.add("dtend", start + A_MOMENT)
            until = end.astimezone(UTC).replace(microsecond=0)
            event.add("rrule", {"freq": "daily", "until": until})
            event.add_component(_alarm(self.words, timedelta()))
            yield event

    def _of_reviews(self) -> Iterator[Event]:
        for review in self.reviews if self.with_reviews else ():
            event = self._event(
                method.computed_id(self.visit.child.id, "review", review.look),
                self.review_words,
            )
            event.add("dtstart", review.day)
            event.add("dtend", review.day + A_DAY)
            event.add_component(_alarm(self.review_words, BEFORE_THE_DAY))
            yield event

    def _event(self, uid: str, words: str) -> Event:
        event = Event()
        event.add("uid", f"{uid}@stepstool")
        event.add("dtstamp", self.visit.now)
        event.add("summary", words)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        return event


def _alarm(words: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", trigger)
    return alarm


def _time(typed: str) -> time | None:
    try:
        return time.fromisoformat(typed).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None


@require_safe
@child_page(reads=Ordered.KIND)
def reminders(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask when, and in which words."""
    return _asking(request, visit)


def _asking(request: HttpRequest, visit: Visit, *, empty: bool = False) -> HttpResponse:
    page = {"reminders": Reminders(visit, request.GET), "empty": empty}
    frame = visit.frame("medicine") | page
    status = 422 if empty else 200
    return render(request, "medicine/reminders.html", frame, status=status)


@require_safe
@child_page(reads=Ordered.KIND)
def calendar(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Give the file."""
    made = Reminders(visit, request.GET)
    if not made.orders and not made.reviews:
        raise Http404
    if not made.file:
        return _asking(request, visit, empty=True)
    headers = {
        "Content-Disposition": 'attachment; filename="reminders.ics"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(made.file, content_type="text/calendar", headers=headers)
