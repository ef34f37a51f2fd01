"""Each number of what is said and offered of a rhythm, tried on both sides of its edge."""

import pytest

from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.rhythm import forecast, windows, worth
from stepstool.method.rhythm.timeline import clock_time
from tests.method.rhythm.diary import asked, at, entry, poop, record


def first_said(*entries, day: int) -> str:
    return forecast(record(*entries, asked=at(day))).because[0].saw.key


def dots(together: int, apart: int):
    """Return dots at six in the evening, and others spread over the day."""
    evenings = [poop(1 + n % 9, 18 + n // 9 * 0.5) for n in range(together)]
    return [*evenings, *(poop(1 + n, 7 + 2 * n) for n in range(apart))]


@pytest.mark.parametrize(
    ("count", "said"), [(4, "knowing.not_yet"), (5, "together.days")]
)
def test_five_dots_may_lie_together(count, said):
    assert first_said(*dots(count, 0), day=10) == f"rhythm.{said}"


@pytest.mark.parametrize(
    ("together", "said"), [(6, "knowing.not_yet"), (7, "together.days")]
)
def test_seven_of_ten_lie_together(together, said):
    assert first_said(*dots(together, 10 - together), day=10) == f"rhythm.{said}"


@pytest.mark.parametrize(
    ("hour", "said"), [(16.8, "knowing.not_yet"), (17, "together.days")]
)
def test_an_hour_around_is_together(hour, said):
    around = [*(poop(day, 18) for day in (1, 2, 3)), poop(4, hour), poop(5, 19)]
    far = [poop(6, hour), poop(7, 19)]
    assert first_said(*around, *far, poop(8, 7), day=10) == f"rhythm.{said}"


def test_the_last_twenty_are_drawn():
    found = forecast(asked())
    assert len(found.drawn) == 20
    assert tuple(found.drawn) == found.came[-20:]


@pytest.mark.parametrize(("silent", "is_said"), [(7, False), (8, True)])
def test_a_fifth_of_silent_days_is_said(silent, is_said):
    """Forty days from the first one on, some of them without a word."""
    came = [poop(day, 17) for day in range(1, 41) if not 10 <= day < 10 + silent]
    found = forecast(record(*came, asked=at(41)))
    assert (len(found.because) == 2) is is_said


@pytest.mark.parametrize(("answered", "is_said"), [(9, True), (10, False)])
def test_as_many_days_written_as_without_need_no_word(answered, is_said):
    came = [poop(day, 17) for day in range(1, 42, 2)]
    without = [entry(NoneCame, at(2 * n, 20)) for n in range(1, answered + 1)]
    found = forecast(record(*came, *without, asked=at(42)))
    assert (len(found.because) == 2) is is_said


def test_a_window_is_worth_it_by_the_childs_own_rate():
    often, seldom = (
        forecast(record(*(poop(day, 17) for day in range(1, 41)), *more, asked=at(41)))
        for more in ([], [poop(day, 8) for day in range(1, 41)])
    )
    assert worth(often.habit) < worth(seldom.habit)
    assert all(
        window.chance.chance >= 0.9 * worth(often.habit)
        for window in windows(often, least=worth(often.habit))
    )


def test_a_ten_has_its_clock_time():
    assert [clock_time(ten) for ten in (0, 85, 120, 143)] == [
        "04:00",
        "18:10",
        "00:00",
        "03:50",
    ]
