"""A month at a glance: a dot for each of its days."""

from datetime import date

from stepstool.method import DayMark, calendar
from stepstool.method.record.kinds.poop import NoneCame
from tests.method.calm.diary import at, entry, poop, record


def test_each_day_has_its_dot():
    came = [poop(at(2)), poop(at(3), bristol=1), poop(at(3, 20), bristol=4)]
    none = entry(NoneCame, at(4))
    month = record(*came, none, asked=at(6))
    marks = [dot.mark for dot in calendar(month, date(2026, 3, 1), date(2026, 3, 6))]
    assert marks == [
        DayMark.NOT_WRITTEN,
        DayMark.SOFT,
        DayMark.HARD,
        DayMark.NONE,
        DayMark.NOT_WRITTEN,
        DayMark.NOT_WRITTEN,
    ]


def test_what_came_before_its_first_day_is_not_shown():
    (dot,) = calendar(
        record(poop(at(1)), asked=at(2, 23)), date(2026, 3, 2), date(2026, 3, 2)
    )
    assert (dot.day, dot.mark) == (date(2026, 3, 2), DayMark.NOT_WRITTEN)
