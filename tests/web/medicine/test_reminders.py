"""Reminders as a calendar file: read again as a calendar reads it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, text_of, wrote

H = method.health
Kind = method.MedicineKind
NOON = datetime(2026, 10, 20, 11, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def at_noon(cast: Cast) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as clock:
        lives_in_london(cast)
        yield clock


def ordered(cast: Cast, medicine: Any = Kind.SOFTENER, **told: Any) -> str:
    said = {"order": "One in the evening", "ordered_by": "Dr Ito"} | told
    return wrote(cast, H.MedicineOrdered, medicine=medicine, **said)


def fetched(cast: Cast, query: str, who: str = "anna") -> Any:
    where = address(cast, "medicine-calendar")
    return getattr(cast, who).client.get(f"{where}?{query}")


def events(cast: Cast, query: str) -> list[Event]:
    answer = fetched(cast, query)
    assert answer.status_code == 200, text_of(answer)
    assert answer["Content-Type"] == "text/calendar"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def days_of(event: Event) -> list[datetime]:
    """Give each time that a calendar reminds, by the clock of the family."""
    rule = event["RRULE"].to_ical().decode()
    return list(rrulestr(rule, dtstart=event.decoded("DTSTART")))


def test_it_reminds_each_day_at_the_hour_of_the_family_also_when_the_clock_changes(
    cast: Cast,
) -> None:
    ordered(cast, until_day=date(2026, 10, 27))
    (event,) = events(cast, "at=18:30")
    times = days_of(event)
    assert [f"{at:%d %H:%M}" for at in times] == [
        f"{day} 18:30" for day in range(20, 28)
    ]
    assert times[-1].astimezone(UTC) - times[0].astimezone(UTC) == timedelta(
        days=7, hours=1
    )


def test_its_time_zone_is_in_the_file(cast: Cast) -> None:
    ordered(cast)
    text = fetched(cast, "at=18:30").content.decode()
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n" in text
    assert "DTSTART;TZID=Europe/London:20261020T183000" in text


def test_it_ends_with_the_order(cast: Cast) -> None:
    ordered(cast, until_day=date(2026, 10, 22))
    (event,) = events(cast, "at=08:00")
    assert days_of(event)[-1] == datetime(2026, 10, 22, 8, tzinfo=LONDON)


def test_an_order_without_a_last_day_is_reminded_of_until_the_last_review(
    cast: Cast,
) -> None:
    ordered(cast)
    (event,) = events(cast, "at=08:00")
    last = NOON.date() + timedelta(days=90)
    assert days_of(event)[-1].date() == last


def test_medicine_of_another_kind_without_reviews_ends_too(cast: Cast) -> None:
    ordered(cast, Kind.OTHER)
    (event,) = events(cast, "at=08:00")
    assert days_of(event)[-1].date() == NOON.date() + timedelta(days=90)


def test_it_says_only_what_the_family_chose(cast: Cast) -> None:
    ordered(cast)
    text = fetched(cast, "at=18:30&reviews=on").content.decode()
    assert "SUMMARY:Reminder\r\n" in text
    assert "SUMMARY:Appointment\r\n" in text
    for private in (
        "Mia",
        "Ito",
        "evening",
        "softener",
        "poop",
        str(cast.mia.id),
    ):
        assert private not in text


def test_the_familys_words_are_kept_whatever_is_in_them(cast: Cast) -> None:
    ordered(cast)
    (event,) = events(cast, "at=18:30&says=Saft%3B+%C3%BCbrigens,%0D%0AX-EVIL:1")
    assert str(event["SUMMARY"]) == "Saft; übrigens, X-EVIL:1"
    assert "X-EVIL" not in event


def test_several_times_and_an_alarm_at_each(cast: Cast) -> None:
    ordered(cast)
    morning, evening = events(cast, "at=18:30&at=07:00&at=&at=23:00")
    assert [str(e.decoded("DTSTART").time()) for e in (morning, evening)] == [
        "07:00:00",
        "18:30:00",
    ]
    assert [str(a["ACTION"]) for a in morning.walk("VALARM")] == ["DISPLAY"]


def test_reviews_are_whole_days_with_a_reminder_the_day_before(cast: Cast) -> None:
    ordered(cast)
    of_reviews = events(cast, "reviews=on")
    assert [e.decoded("DTSTART") for e in of_reviews] == [
        date(2026, 10, 27), date(2026, 12, 1), date(2027, 1, 18)
    ]  # fmt: skip
    (alarm,) = of_reviews[0].walk("VALARM")
    assert alarm.decoded("TRIGGER") == -timedelta(hours=15)


def test_fetched_again_it_is_the_same_reminder(cast: Cast) -> None:
    ordered(cast)
    first, again = (events(cast, "at=18:30&reviews=on") for _ in range(2))
    assert [e["UID"] for e in first] == [e["UID"] for e in again]
    assert len({e["UID"] for e in first}) == len(first)


def test_one_of_several_orders_is_chosen(cast: Cast) -> None:
    ordered(cast, until_day=date(2026, 10, 25))
    other = ordered(cast, Kind.OTHER, until_day=date(2026, 10, 22))
    (event,) = events(cast, f"order={other}&at=08:00")
    assert days_of(event)[-1].date() == date(2026, 10, 22)


def test_one_from_below_is_in_no_calendar(cast: Cast) -> None:
    ordered(cast, Kind.RECTAL)
    assert "nothing to remind of" in text_of(
        get(cast.anna.client, cast, "medicine-reminders")
    )
    assert fetched(cast, "at=08:00").status_code == 404


@pytest.mark.parametrize("query", ["", "at=", "at=noon&at=25:00"])
def test_without_a_time_it_asks_for_one(cast: Cast, query: str) -> None:
    ordered(cast)
    answer = fetched(cast, query or "at=")
    assert answer.status_code == 422
    assert "Choose a time, or the reviews." in text_of(answer)


def test_the_page_says_until_when_it_reminds(cast: Cast) -> None:
    ordered(cast, until_day=date(2026, 10, 25))
    said = text_of(get(cast.anna.client, cast, "medicine-reminders"))
    assert "reminds until 25 October 2026" in said
    assert 'name="reviews" checked' in said


def test_an_order_without_words_has_a_name_there(cast: Cast) -> None:
    ordered(cast, order=method.UNKNOWN)
    assert "<span>Medicine <small>" in text_of(
        get(cast.anna.client, cast, "medicine-reminders")
    )


def test_whoever_reads_the_orders_may_fetch_it(cast: Cast) -> None:
    ordered(cast)
    assert fetched(cast, "at=08:00", "tim").status_code == 200
