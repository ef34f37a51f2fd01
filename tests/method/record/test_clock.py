"""Days start at 04:00; none is lost or doubled, whatever clocks and travellers do."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool import method
from tests.method.record.made_up import ZONES

DAY = timedelta(days=1)


def clock(*zones: tuple[datetime, str]) -> method.Clock:
    return method.Clock(
        method.lasting.Zone(id=str(n), at=at, zone=name)
        for n, (at, name) in enumerate(zones)
    )


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LONDON = clock((LONG_AGO, "Europe/London"))
FLIGHT = datetime(2026, 3, 4, 20, tzinfo=UTC)
EAST = clock((LONG_AGO, "Europe/London"), (FLIGHT, "Asia/Tokyo"))
WEST = clock((LONG_AGO, "Asia/Tokyo"), (FLIGHT, "America/New_York"))


def test_without_a_zone_it_is_utc() -> None:
    assert clock().day(datetime(2026, 3, 4, 4, tzinfo=UTC)) == date(2026, 3, 4)


@pytest.mark.parametrize(("hour", "day"), [(3, 3), (4, 4), (23, 4)])
def test_a_day_starts_at_four(hour: int, day: int) -> None:
    assert LONDON.day(datetime(2026, 3, 4, hour, 59, tzinfo=UTC)) == date(
        2026, 3, 4 if hour >= 4 else day
    )


def test_before_the_first_zone_was_told_it_is_the_first() -> None:
    assert EAST.local(datetime(2001, 1, 1, tzinfo=UTC)).hour == 0


def test_a_zone_that_is_unknown_changes_nothing() -> None:
    zones = [method.lasting.Zone(id="z", at=LONG_AGO)]
    assert method.Clock(zones).local(LONG_AGO).hour == 0


def test_a_zone_holds_from_its_moment_on() -> None:
    just_before = FLIGHT - timedelta(seconds=1)
    assert (EAST.local(just_before).hour, EAST.local(FLIGHT).hour) == (19, 5)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25), (date(2026, 6, 1), 24)],
)
def test_a_day_with_a_change_of_clocks_is_shorter_or_longer(
    day: date, hours: int
) -> None:
    assert LONDON.end(day) - LONDON.start(day) == timedelta(hours=hours)


def test_a_day_begun_before_a_flight_west_goes_on() -> None:
    assert WEST.day(FLIGHT - timedelta(hours=1)) == date(2026, 3, 5)
    assert WEST.day(FLIGHT + timedelta(hours=1)) == date(2026, 3, 5)


def test_it_ends_at_four_in_the_west() -> None:
    assert WEST.end(date(2026, 3, 5)) == datetime(2026, 3, 6, 9, tzinfo=UTC)


def test_a_flight_east_starts_the_next_day() -> None:
    assert EAST.start(date(2026, 3, 5)) == FLIGHT


def test_a_day_that_a_calendar_left_out_is_empty() -> None:
    apia = clock((datetime(2005, 1, 1, tzinfo=UTC), "Pacific/Apia"))
    assert apia.start(date(2011, 12, 30)) == apia.end(date(2011, 12, 30))


def test_where_clocks_leap_over_four_the_day_starts_at_the_old_four() -> None:
    casey = clock((datetime(2005, 1, 1, tzinfo=UTC), "Antarctica/Casey"))
    leap = datetime(2009, 10, 17, 18, tzinfo=UTC)  # 02:00 became 05:00
    assert casey.start(date(2009, 10, 18)) == leap + timedelta(hours=2)
    assert casey.day(leap + timedelta(hours=1)) == date(2009, 10, 17)


zones = st.lists(
    st.tuples(
        st.datetimes(
            datetime(2009, 1, 1),  # noqa: DTZ001
            datetime(2012, 12, 31),  # noqa: DTZ001
            timezones=st.just(UTC),
        ),
        st.sampled_from([*ZONES, "Pacific/Apia", "Antarctica/Casey", "Asia/Kolkata"]),
    ),
    max_size=4,
).map(sorted)
moments = st.datetimes(
    datetime(2008, 1, 1),  # noqa: DTZ001
    datetime(2013, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(zones, moments)
def test_every_moment_lies_within_its_day(
    zones: list[tuple[datetime, str]], moment: datetime
) -> None:
    travelled = clock(*zones)
    day = travelled.day(moment)
    assert travelled.start(day) <= moment < travelled.end(day)


@given(zones, moments)
def test_days_follow_each_other(
    zones: list[tuple[datetime, str]], moment: datetime
) -> None:
    travelled = clock(*zones)
    day = travelled.day(moment)
    starts = [travelled.start(day + n * DAY) for n in range(-3, 4)]
    assert starts == sorted(starts)


@given(zones, moments, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_time_never_runs_backwards(
    zones: list[tuple[datetime, str]], moment: datetime, passing: timedelta
) -> None:
    travelled = clock(*zones)
    assert travelled.day(moment) <= travelled.day(moment + passing)


def test_days_between_hold_both_ends() -> None:
    first = date(2026, 3, 28)
    assert list(method.days_between(first, first + DAY)) == [first, first + DAY]


def test_no_days_lie_between_the_wrong_way_round() -> None:
    assert list(method.days_between(date(2026, 3, 2), date(2026, 3, 1))) == []


def zone(id: str, name: str | None, **fields: Any) -> method.Entry:  # noqa: A002
    told: dict[str, Any] = {"id": id, "at": LONG_AGO, **fields}
    return method.lasting.Zone(**told | ({"zone": name} if name else {}))


def test_zones_are_those_that_are_told_and_not_taken_back() -> None:
    found = method.zones_of(
        [
            zone("later", "Asia/Tokyo", at=FLIGHT),
            zone("first", "Europe/London"),
            zone("unknown", None),
            zone("removed", "Asia/Seoul", removed=True),
            method.days.Note(id="note", at=LONG_AGO),
        ]
    )
    assert [each.id for each in found] == ["first", "later"]
