"""Seven days in a row."""

from datetime import date

import pytest

from stepstool import method
from stepstool.web.pictures.week import WeekDay, days_of, dots


def test_each_day_shows_its_letter_and_says_its_words():
    row = dots([WeekDay("soft", "M", "Monday: soft")])
    assert '<span aria-hidden="true">M</span>' in row
    assert '<span class="unseen">Monday: soft</span>' in row


def test_today_is_marked():
    row = dots(
        [
            WeekDay("none", "M", "Monday: none"),
            WeekDay("soft", "T", "today", today=True),
        ]
    )
    assert row.count('aria-current="date"') == 1


def test_an_unwritten_day_is_an_open_ring():
    assert "stroke-dasharray" in dots(
        [WeekDay("not_written", "M", "Monday: not written")]
    )


def test_all_marks_differ_by_shape():
    marks = list(method.DayMark)
    assert len({dots([WeekDay(mark, "M", "Monday")]) for mark in marks}) == len(marks)


def test_a_day_of_the_advice_says_its_name_and_how_it_was():
    monday = date(2026, 3, 2)
    week = [method.DayDot(day=monday, mark=method.DayMark.RUNNY)]
    assert days_of(week, monday) == [
        WeekDay("runny", "Mo", "Monday: runny", today=True)
    ]


def a_day(**seen: object) -> WeekDay:
    monday = date(2026, 3, 2)
    dot = method.DayDot(day=monday, mark=method.DayMark.SOFT, **seen)
    (day,) = days_of([dot], monday)
    return day


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ({}, "Monday: soft"),
        ({"landed": method.Landed.ELSEWHERE}, "Monday: soft"),
        ({"landed": method.Landed.IN_A_DIAPER}, "Monday: soft, in a diaper"),
        (
            {"landed": method.Landed.IN_THE_BATHROOM},
            "Monday: soft, in a diaper in the bathroom",
        ),
        (
            {"landed": method.Landed.IN_THE_POTTY, "hurt": True, "success": True},
            "Monday: soft, in the potty or toilet, it hurt, on the step",
        ),
    ],
)
def test_place_pain_and_success_are_said(seen, words):
    assert a_day(**seen).words == words


def test_place_pain_and_success_differ_by_shape():
    ways = [{}, {"hurt": True}, {"success": True}]
    ways += [{"landed": landed} for landed in method.Landed if landed]
    drawn = {dots([a_day(**seen)]).partition("<span")[0] for seen in ways}
    assert len(drawn) == len(ways)


def test_words_are_escaped():
    assert "<b>" not in dots([WeekDay("soft", "M", "<b>")])


def test_an_unknown_mark_raises():
    with pytest.raises(KeyError):
        dots([WeekDay("purple", "M", "Monday")])
