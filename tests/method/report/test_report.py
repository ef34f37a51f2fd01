"""The page as a whole: any period, parts left out, and how often with too few days."""

from datetime import date, timedelta

from stepstool import method
from stepstool.method.report import Stretch
from tests.method.report.diary import record, spoken

DIARY = """
1-10 soft potty painless
11-20 hard diaper hurt
"""


def test_a_page_is_about_the_days_that_are_asked_for():
    seen = record(DIARY, "30 20:00")
    earlier = method.report_of(seen.until(seen.at - timedelta(days=20)), 10)
    assert (earlier.first, earlier.last) == (date(2026, 3, 1), date(2026, 3, 10))
    assert earlier.sections[method.ReportSection.STOOLS][0].says.values["number"] == 10


def test_what_is_left_out_is_nowhere_on_the_page():
    page = spoken(record(DIARY, "20 12:00"), 28)
    short = page.without({"lists", "weeks", "pain"})
    assert [part for part in page.parts if part not in short.parts] == [
        "pain",
        "lists",
        "weeks",
    ]
    assert not short.sources
    assert "Week by week" not in set(short.texts)
    assert "Week by week" in set(page.texts)
    assert page.sources in set(page.texts)


def test_how_often_needs_a_week_of_known_days():
    assert Stretch(record("1-6 soft", "6 12:00"), 14).a_week(6) is None
    assert Stretch(record("1-7 soft", "7 12:00"), 14).a_week(7) == 7.0


def test_a_gap_over_a_day_that_is_not_known_is_no_gap():
    known = Stretch(record("1 soft\n2-3 none\n4 soft", "4 20:00"), 14)
    assert known.longest_gap == timedelta(days=3)
    assert Stretch(record("1 soft\n2 none\n4 soft", "4 20:00"), 14).longest_gap is None
