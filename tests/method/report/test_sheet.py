"""The days by the hour, and the weeks of a longer period."""

from datetime import date

from stepstool import method
from tests.method.report.diary import entry, record, spoken

DIARY = """
1 08:10 hard big diaper hurt streak
2 none
4 10:00 holding
4 11:00 holding
4 12:00 sit offered potty
4 18:00 medicine softener given
5 18:00 medicine softener missed
6 04:30 soft potty
7 03:30 poop
8 15:00 smear pants unnoticed
"""


def rows(seen: method.Record) -> dict[str, tuple[str, ...]]:
    (sheet,) = spoken(seen).tables
    return {row[0]: row[1:] for row in sheet.rows}


def test_a_mark_says_place_picture_and_what_was_with_it():
    row = rows(record(DIARY, "8 20:00"))["Sunday 1 March"]
    assert row[4] == "D2!b+"
    assert "".join(row) == "D2!b+"


def test_a_day_begins_at_four():
    seen = rows(record(DIARY, "8 20:00"))
    assert seen["Friday 6 March"][0] == "P4"
    assert seen["Friday 6 March"][-3] == "?"


def test_besides_say_what_else_was_there_and_whether_the_day_is_known():
    seen = rows(record(DIARY, "8 20:00"))
    assert seen["Monday 2 March"][-1] == "none came"
    assert seen["Tuesday 3 March"][-1] == "nothing written"
    assert seen["Wednesday 4 March"][-1] == (
        "nothing written, held: 2, sat: 1, medicine: 1"
    )
    assert seen["Thursday 5 March"][-1] == "nothing written, missed: 1"
    assert seen["Sunday 8 March"][11] == "C?s"


def test_a_poop_of_a_day_without_a_clock_time_stands_apart():
    raw = {"id": "day", "kind": "poop", "at": "2026-03-07T12:00+00:00"}
    poop = method.read_or_keep(raw | {"timing": "day", "data": {"brussels": "hard"}})
    row = rows(record("", "8 20:00", poop))["Saturday 7 March"]
    assert row[-2:] == ("h", "")


def test_a_day_that_cannot_be_read_in_full_is_not_known():
    seen = record("3 unreadable\n2-3 none", "8 20:00")
    assert rows(seen)["Monday 2 March"][-1] == "none came"
    assert rows(seen)["Tuesday 3 March"][-1] == "nothing written"


def test_the_sheet_ends_with_the_last_day_and_has_fourteen():
    page = method.report_of(record(DIARY, "28 20:00"), 28)
    assert [day.day for day in page.sheet.days][::13] == [
        date(2026, 3, 15),
        date(2026, 3, 28),
    ]


def test_a_period_of_two_weeks_has_no_weeks_of_its_own():
    assert method.report_of(record(DIARY, "14 20:00"), 14).sheet.weeks == ()


def test_weeks_are_counted_back_from_the_last_day():
    diary = """
    1 hard hurt
    8-14 none
    15-21 soft potty painless
    16 leak pants
    17-18 holding
    """
    seen = record(diary, "21 20:00")
    _, weeks = spoken(seen, 15).tables
    assert weeks.rows == (
        ("Sunday 15 March to Saturday 21 March", "7", "7", "7", "0", "0", "1", "2"),
        ("Sunday 8 March to Saturday 14 March", "7", "0", "0", "0", "0", "0", "0"),
        ("Saturday 7 March to Saturday 7 March", "0", "0", "0", "0", "0", "0", "0"),
    )


def test_a_poop_noticed_in_another_place_has_no_letter():
    other = entry("poop", "7 12:00", place="other", bristol=3)
    assert rows(record("", "8 20:00", other))["Saturday 7 March"][8] == "3"
