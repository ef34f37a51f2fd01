"""A timeline keeps each day to itself, however long clocks and travel make it."""

from datetime import UTC, date, datetime, timedelta

from stepstool.method.record import Clock
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.rhythm.timeline import A_DAY, Timeline, of_clock

SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)


def berlin(day: date) -> Timeline:
    zone = Zone(id="z", at=datetime(2026, 1, 1, tzinfo=UTC), zone="Europe/Berlin")
    return Timeline(Clock([zone]), day, day + timedelta(days=2))


def test_a_ten_has_its_moment_and_a_moment_its_ten():
    line = berlin(date(2026, 6, 1))
    assert all(line.ten(line.moment(ten)) == ten for ten in range(line.size))


def test_what_it_knows_serves_the_same_days_and_no_others():
    def line(first: int, before: Timeline | None = None) -> Timeline:
        day = date(2026, 6, first)
        return Timeline(Clock([]), day, day + timedelta(days=2), before)

    noon = datetime(2026, 6, 2, 12, tzinfo=UTC)
    known = line(1)
    known.ten(noon)
    assert line(1, known).ten(noon) == line(1).ten(noon)
    assert line(2, known).ten(noon) == line(2).ten(noon) == known.ten(noon) - A_DAY


def test_what_lies_before_has_no_ten():
    line = berlin(SPRING)
    assert line.ten(line.moment(0) - timedelta(seconds=1)) < 0


def test_the_hour_that_comes_twice_stays_in_its_day():
    line = berlin(AUTUMN)
    last = line.moment(A_DAY) - timedelta(minutes=1)
    assert line.ten(last) == A_DAY - 1
    assert line.ten(line.moment(A_DAY)) == A_DAY


def test_the_hour_that_is_left_out_moves_nothing_into_the_next_day():
    line = berlin(SPRING)
    assert line.moment(A_DAY - 1) == line.moment(A_DAY)
    assert line.moment(A_DAY + 1) - line.moment(A_DAY) == timedelta(minutes=10)


def test_the_wall_clock_has_its_tens():
    assert of_clock(timedelta(hours=4)) == 0
    assert of_clock(timedelta(hours=3, minutes=59)) == A_DAY - 1
    assert of_clock(timedelta(hours=6, minutes=30)) == 15
