"""A plan places windows where they catch the most, and none where none may lie."""

import pytest

from stepstool.method.rhythm.habit import learn
from stepstool.method.rhythm.observations import observe
from stepstool.method.rhythm.timeline import WAKING, WIDTH
from stepstool.method.rhythm.windows import NEVER, later, outlook, plan
from tests.method.rhythm.diary import asked

DIARY = observe(asked())
LATER = later(learn(DIARY.lessons(DIARY.today)), 3)
LOW = [0.001] * len(WAKING)


def peaks(*begins: int) -> list[float]:
    hazards = list(LOW)
    for begin in begins:
        hazards[begin : begin + WIDTH] = [0.2] * WIDTH
    return hazards


def planned(hazards, *, most=3, free=None, least=0.0):
    day = outlook(0, hazards, free or [True] * len(hazards), least)
    return plan(day, LATER, most)


def test_windows_lie_on_the_peaks():
    assert planned(peaks(10, 50), most=2) == [[], [10], [10, 50]]


def test_a_window_waits_for_a_better_time():
    hazards = peaks(50)
    hazards[10:13] = [0.02] * WIDTH
    assert planned(hazards, most=1)[1] == [50]


def test_none_lies_where_none_may():
    free = [ten not in range(10, 13) for ten in range(len(WAKING))]
    assert planned(peaks(10, 50), free=free, most=1)[1] == [50]
    assert (
        outlook(0, [0.1] * 5, [True, True, True, False, True]).caught[1:] == [NEVER] * 4
    )


def test_none_lies_where_it_is_not_worth_it():
    assert planned(peaks(10, 50), most=3, least=0.1)[3] == [10, 50]


def test_one_that_must_be_worth_it_begins_on_a_peak():
    slope, free = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [True] * 6
    assert outlook(0, slope, free).caught[:4] == pytest.approx(
        [0.496, 0.664, 0.79, 0.88]
    )
    on_peaks = outlook(0, slope, free, least=0.1).caught[:4]
    assert on_peaks == [NEVER, NEVER, NEVER, pytest.approx(0.88)]


def test_a_day_shorter_than_a_window_has_none():
    assert planned([0.1] * (WIDTH - 1)) == [[], [], [], []]


def test_a_day_without_any_chance_has_none():
    assert planned([0.0] * len(WAKING)) == [[], [], [], []]


def test_the_catch_of_a_window_is_that_of_its_tens():
    assert outlook(0, [0.1] * WIDTH, [True] * WIDTH).caught[0] == pytest.approx(
        1 - 0.9**WIDTH
    )


def test_more_windows_are_worth_more_and_less_as_the_day_goes():
    for one, more in zip(LATER.waiting, LATER.waiting[1:], strict=False):
        assert all(a <= b for a, b in zip(one, more, strict=True))
    assert LATER.waiting[0] == [0.0] * len(WAKING)
    assert LATER.waiting[1][-1] == 0
