"""Which days are known: a full poop, a word that none came, an answer about the gap."""

from datetime import date

import pytest

from stepstool.method.record import Child, Record
from stepstool.method.record.clock import Clock, Days, learn
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.poop import NoneCame
from tests.stories.days import DAY_1, day, entries, moment

LONDON = "Europe/London"


def known(diary: str, last: int = 8) -> set[int]:
    """The numbers of the known days from day 1 to the last."""
    at = moment(f"{last} 23:00", LONDON)
    record = Record(Child(), entries(diary, LONDON), at)
    days = Days(record.clock, DAY_1, day(last))
    full = [each.at for each in record.bouts if each.is_full]
    said = record.of(NoneCame), record.of(Interview)
    learn(days, full, said, record.unread)
    return {n + 1 for n in range(len(days)) if days.known[n]}


@pytest.mark.parametrize(
    ("diary", "expected"),
    [
        ("3 08:00 soft", {3}),
        ("3 08:00 smear", set()),
        ("3 08:00 leak", set()),
        ("3 17:00 holding", set()),
        ("3 20:00 none", {3}),
        ("4 02:00 none", {3}),
        ("6 20:00 none since 4", {4, 5, 6}),
        ("6 20:00 none since 9", set()),
        ("2 08:00 soft\n6 09:00 told gap no", {2, 3, 4, 5}),
        ("2 08:00 soft\n6 09:00 told gap dont_know", {2}),
        ("2 08:00 soft\n6 09:00 told gap yes", {2}),
        ("6 09:00 told gap no", set()),
        ("3 08:00 soft\n3 09:00 unreadable", set()),
        ("3 20:00 none\n4 20:00 none\n3 09:00 unreadable", {4}),
    ],
)
def test_known_days(diary, expected):
    assert known(diary) == expected


def test_what_cannot_be_read_before_the_first_day_changes_nothing():
    clock = Clock([])
    days = Days(clock, date(2026, 3, 3), date(2026, 3, 5))
    early = Record(
        Child(), entries("1 09:00 unreadable", "UTC"), moment("5 12:00", "UTC")
    )
    learn(days, [clock.start(date(2026, 3, 4))], ((), ()), early.unread)
    assert list(days.known) == [False, True, False]


def test_days_are_counted():
    days = Days(Clock([]), DAY_1, day(6))
    days.know([True, True, False, True, True, False])
    assert (days.count_known(0, 6), days.count_known(1, 4), days.count_known(3, 3)) == (
        4,
        2,
        0,
    )


def test_the_last_unknown_day_before_a_day():
    days = Days(Clock([]), DAY_1, day(6))
    days.know([True, True, False, True, True, False])
    assert [days.last_unknown(n) for n in range(7)] == [-1, -1, -1, 2, 2, 2, 5]


def test_a_moment_before_the_first_day_has_no_number():
    assert Days(Clock([]), day(3), day(6)).index(moment("1 12:00", "UTC")) == -1


def test_the_place_of_a_calendar_day():
    assert Days(Clock([]), DAY_1, day(6)).place(day(3)) == 2
