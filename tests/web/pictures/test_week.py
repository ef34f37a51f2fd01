"""Seven days in a row."""

import pytest

from stepstool.web.pictures import Day, dots


def test_each_day_shows_its_letter_and_says_its_words():
    row = dots([Day("soft", "M", "Monday: soft")])
    assert '<span aria-hidden="true">M</span>' in row
    assert '<span class="unseen">Monday: soft</span>' in row


def test_today_is_marked():
    row = dots(
        [Day("none", "M", "Monday: none"), Day("soft", "T", "today", today=True)]
    )
    assert row.count('aria-current="date"') == 1


def test_an_unwritten_day_is_an_open_ring():
    assert "stroke-dasharray" in dots([Day("unwritten", "M", "Monday: not written")])


def test_the_four_marks_differ_by_shape():
    marks = ("soft", "hard", "none", "unwritten")
    assert len({dots([Day(mark, "M", "Monday")]) for mark in marks}) == 4


def test_words_are_escaped():
    assert "<b>" not in dots([Day("soft", "M", "<b>")])


def test_an_unknown_mark_raises():
    with pytest.raises(KeyError):
        dots([Day("purple", "M", "Monday")])
