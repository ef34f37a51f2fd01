"""Times without a zone are times on the wall; clocks that change lose and double nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool import method, trackers
from tests.trackers.exports import huckleberry, of_row, only, read

POO = "Diaper,{},,,,,Poo,"
PEE = "Potty,{},,,,,Pee,"


def test_a_time_is_that_of_the_zone() -> None:
    tokyo = only(huckleberry(POO.format("2026-07-01 09:00")), "Asia/Tokyo")
    assert tokyo.at == datetime(2026, 7, 1, 0, tzinfo=UTC)


def test_every_minute_of_a_spring_night_stays_its_own_entry() -> None:
    minutes = [
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC) + timedelta(minutes=10 * n)
        for n in range(12)
    ]
    rows = [POO.format(f"{each:%Y-%m-%d %H:%M}") for each in minutes]
    assert len({entry.id for entry in read(huckleberry(*rows)).entries}) == 12


def test_a_time_that_was_skipped_is_about_an_hour_later() -> None:
    (pee,) = of_row(PEE.format("2026-03-29 01:30"))
    assert pee.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert pee.timing is method.Timing.ABOUT


def test_a_time_that_came_twice_is_the_first_and_about() -> None:
    (pee,) = of_row(PEE.format("2026-10-25 01:30"))
    assert pee.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert pee.timing is method.Timing.ABOUT


def test_what_happened_at_both_of_them_is_two_entries() -> None:
    row = PEE.format("2026-10-25 01:30")
    assert len({entry.id for entry in read(huckleberry(row, row)).entries}) == 2


def test_a_sleep_over_the_change_keeps_its_length() -> None:
    (sleep,) = of_row("Sleep,2026-10-24 19:00,2026-10-25 06:00,,,,,")
    assert sleep.until - sleep.at == timedelta(hours=12)


def test_a_sleep_that_ends_in_the_hour_come_again_ends_after_it_begins() -> None:
    (sleep,) = of_row("Sleep,2026-10-25 01:50,2026-10-25 01:10,,,,,")
    assert sleep.until - sleep.at == timedelta(minutes=20)


@pytest.mark.parametrize("zone", ["", "Mars/Base", "../etc/passwd"])
def test_a_zone_has_to_exist(zone: str) -> None:
    with pytest.raises(trackers.NotUnderstoodError, match="Europe/London"):
        read(huckleberry(POO.format("2026-07-01 09:00")), zone)


def test_rows_after_now_are_not_believed() -> None:
    data = huckleberry(POO.format("2026-07-01 09:00"), POO.format("2036-07-01 09:00"))
    reading = read(data, newest=datetime(2026, 7, 2, tzinfo=UTC))
    assert [pile.reason for pile in reading.not_understood] == ["future"]
    assert len(reading.entries) == 1


def test_days_of_the_report_are_days_on_the_wall() -> None:
    reading = read(huckleberry(POO.format("2026-07-01 00:10")))
    assert str(reading.first) == str(reading.last) == "2026-07-01"
