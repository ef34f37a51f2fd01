"""Times as trackers write them, and which number is the day."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool.trackers import DateOrder, NeedsAnswerError
from stepstool.trackers.wall_time import date_order, duration, wall_time

DAY, MONTH = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-23 20:03",
        "2025-02-23 20:03:00",
        "2025-02-23T20:03:00.000",
        "2025/2/23 20:03",
        "23/02/2025, 20:03",
        "23.2.25 20:03",
        "23/02/2025 8:03 PM",
        "23/02/2025, 8:03\u202fpm",
        "23-02-2025 08:03 p.m.",
    ],
)
def test_it_is_read(text: str) -> None:
    assert wall_time(text, DAY) == datetime(2025, 2, 23, 20, 3)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("offset", "hour"), [("Z", 20), ("+00:00", 20), (" -0500", 1), ("+05:30", 14)]
)
def test_an_offset_is_kept(offset: str, hour: int) -> None:
    read = wall_time(f"2025-02-23 20:03{offset}", None)
    assert read.astimezone(UTC).hour == hour


def test_months_may_come_first() -> None:
    assert wall_time("2/23/25 12:05 AM", MONTH) == datetime(2025, 2, 23, 0, 5)  # noqa: DTZ001


def test_a_day_without_a_time_begins_at_midnight() -> None:
    assert wall_time("2025-02-23", None) == datetime(2025, 2, 23)  # noqa: DTZ001


def test_a_second_that_leaps_is_the_last_one() -> None:
    assert wall_time("2016-12-31 23:59:60", None).second == 59


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2025-02-30 10:00",
        "2025-02-03 25:00",
        "2025-02-03 10:00x",
        "2025-02-03 10:00+99:99",
    ],
)
def test_it_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        wall_time(text, None)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("00:11", 11),
        ("11:00", 660),
        ("01h08m", 68),
        ("13 min", 13),
        ("75 hrs 29 min", 4529),
        ("2h", 120),
        ("45", 45),
        ("12.5", 12.5),
    ],
)
def test_a_duration_is_read(text: str, minutes: float) -> None:
    assert duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "long", "brown", "h m"])
def test_it_is_no_duration(text: str) -> None:
    assert duration(text) is None


def test_a_first_number_above_twelve_is_a_day() -> None:
    assert date_order(["03/02/2025", "23/02/2025"], None) is DAY


def test_a_second_number_above_twelve_is_a_day_too() -> None:
    assert date_order(["03/02/2025", "02/23/2025"], None) is MONTH


def test_rows_stand_by_time_and_so_decide() -> None:
    assert date_order(["01/02/2025", "02/02/2025", "01/03/2025"], None) is DAY


def test_newest_first_decides_too() -> None:
    assert date_order(["03/01/2025", "02/02/2025", "02/01/2025"], None) is MONTH


def test_what_stays_open_is_asked() -> None:
    with pytest.raises(NeedsAnswerError, match="03/04/2025") as asked:
        date_order(["03/04/2025 10:00", "03/04/2025 11:00"], None)
    assert (asked.value.key, asked.value.answers) == (
        "date_order",
        ("day_first", "month_first"),
    )


def test_what_the_tracker_always_writes_answers_it() -> None:
    assert date_order(["03/04/2025"], None, MONTH) is MONTH


def test_what_was_told_answers_it() -> None:
    assert date_order(["03/04/2025"], DAY) is DAY


def test_dates_with_the_year_first_ask_nothing() -> None:
    assert date_order(["2025-03-04", "junk", "05/05/2025"], None) is None


def test_a_file_that_contradicts_itself_is_asked_about() -> None:
    with pytest.raises(NeedsAnswerError):
        date_order(["23/02/2025", "02/23/2025"], None)
