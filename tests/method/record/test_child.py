"""Of the birthday only the month is known, so the age has two ends."""

from datetime import date

import pytest

from stepstool import method

MIA = method.Child(born=method.Month(2022, 5))


def test_for_safety_she_is_as_young_as_she_can_be() -> None:
    assert MIA.youngest_months(date(2026, 5, 30)) == 47


def test_on_the_last_day_of_the_month_she_is_surely_a_month_older() -> None:
    assert MIA.youngest_months(date(2026, 5, 31)) == 48


def test_she_may_be_as_old_as_the_month() -> None:
    assert MIA.oldest_months(date(2026, 5, 1)) == 48


@pytest.mark.parametrize("which", ["youngest_months", "oldest_months"])
def test_without_a_birth_month_the_age_is_unknown(which: str) -> None:
    assert getattr(method.Child(), which)(date(2026, 5, 1)) is method.UNKNOWN


@pytest.mark.parametrize("text", ["2021-11", "2021-11-30"])
def test_a_month_is_read(text: str) -> None:
    assert method.month(text) == (2021, 11)


@pytest.mark.parametrize("text", ["2021", "11/2021", "2021-00", "2021-13", "0000-05"])
def test_another_text_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="like 2021-11"):
        method.month(text)


def test_a_month_is_written_as_it_is_read() -> None:
    assert str(method.Month(821, 4)) == "0821-04"
