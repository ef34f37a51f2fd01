"""Windows are few, by day, where the chance is best, and say how often they were right."""

from datetime import timedelta
from itertools import pairwise

import pytest

from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import Meal, MealKind, Sleep
from stepstool.method.record.kinds.toileting import Pee, Sit
from stepstool.method.rhythm import Closed, forecast, windows
from tests.method.rhythm.diary import asked, at, entry, poop, record, weeks

HALF_HOUR = timedelta(minutes=30)


def offered(day: int, hour: float, *more, most: int = 3):
    return windows(forecast(asked(day, hour, *more)), most)


def test_windows_lie_at_the_childs_own_hours():
    assert {each.since.hour for each in offered(40, 6)} <= {7, 8, 16, 17}


def test_windows_do_not_overlap_and_last_half_an_hour():
    found = offered(40, 6)
    assert all(each.until - each.since == HALF_HOUR for each in found)
    assert all(one.until <= other.since for one, other in pairwise(found))


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_the_family_sets_how_many(most):
    assert len(offered(40, 6, most=most)) == most


def test_never_more_than_three():
    assert len(offered(40, 6, most=9)) == 3


def test_a_window_says_how_often_it_was_right():
    best = max(offered(40, 6), key=lambda each: each.hits)
    assert best.of == 10
    assert 2 <= best.hits <= 6
    assert best.because.saw.values["hits"] == best.hits
    assert best.because.sources == ("RHYTHM-DIARIES",)


def test_a_window_carries_its_chance():
    chances = [each.chance for each in offered(40, 6)]
    assert all(each and 0 < each.low < each.chance < each.high <= 1 for each in chances)


def test_windows_that_are_over_are_not_shown():
    assert all(each.until > at(40, 12) for each in offered(40, 12))


def test_none_is_left_in_the_evening():
    assert offered(40, 20.6) == ()


def test_what_is_written_in_the_evening_opens_none():
    assert offered(40, 21.5, poop(40, 21)) == ()


def test_none_at_night():
    assert all(7 <= each.since.hour <= 20 for each in offered(40, 5))


def this_morning(hour: float, *more):
    return windows(forecast(record(*weeks(39), *more, asked=at(40, hour))))


def open_at(hour: float, *more):
    return [each for each in this_morning(hour, *more) if each.since <= at(40, hour)]


@pytest.mark.parametrize(
    "happened",
    [poop(40, 7.95), entry(Sit, at(40, 7.95), offered=YesNo.YES)],
    ids=["a poop", "an offered sit"],
)
def test_what_a_window_was_for_closes_it(happened):
    assert len(open_at(8.0)) == 1
    assert open_at(8.0, happened) == []


def test_a_poop_renews_the_plan():
    came = poop(40, 7.95)
    assert this_morning(8.0, came)[0].since > this_morning(8.0)[1].since


def test_a_diaper_changed_leaves_an_open_window_open():
    assert len(open_at(8.0, entry(Pee, at(40, 7.95)))) == 1


@pytest.mark.generated
def test_a_window_that_nobody_took_up_does_not_move_on():
    times = [6 + minutes / 60 for minutes in range(0, 14 * 60, 20)]
    opened = {each.since for hour in times for each in open_at(hour)}
    assert 1 <= len(opened) <= 3


def test_nothing_written_leaves_the_plan_alone():
    assert offered(40, 7.3)[-1] == offered(40, 7.45)[-1]


@pytest.mark.parametrize("why", Closed)
def test_none_while_it_is_closed(why):
    assert windows(forecast(asked()), closed=why) == ()


def test_offered_sits_are_taken_off():
    sits = [entry(Sit, at(40, 7.4), offered=YesNo.YES), entry(Sit, at(40, 7.5))]
    assert len(offered(40, 7.6, *sits)) == 2


def test_only_windows_worth_it_if_asked():
    found = forecast(asked(40, 6))
    assert len(windows(found, least=0.99)) == 0
    assert len(windows(found, least=0.01)) == 3


def test_where_the_child_usually_sleeps_there_is_none():
    assert all(not 12.9 <= each.since.hour < 14 for each in offered(40, 12.5))


def test_nothing_known_means_after_meals():
    found = windows(forecast(record(asked=at(1, 7))))
    assert [each.meal for each in found] == ["breakfast", "lunch", "dinner"]
    assert [f"{each.since:%H:%M}" for each in found] == ["07:45", "12:15", "18:15"]
    assert all(each.until - each.since == HALF_HOUR for each in found)
    assert found[0].because.sources == ("POSTPRANDIAL-2020",)
    assert found[0].chance is None


def test_after_meals_follows_what_was_written_today():
    late = entry(Meal, at(1, 8.5), meal=MealKind.BREAKFAST)
    assert windows(forecast(record(late, asked=at(1, 8.6))))[0].since == at(1, 8.75)


def test_after_meals_follows_the_usual_time():
    meals = [entry(Meal, at(day, 11), meal=MealKind.LUNCH) for day in (1, 2, 3)]
    found = windows(forecast(record(*meals, asked=at(4, 7))))
    assert found[1].since == at(4, 11.25)


def test_no_window_after_a_meal_at_night():
    early = entry(Meal, at(1, 5), meal=MealKind.BREAKFAST)
    found = windows(forecast(record(early, asked=at(1, 5.1))))
    assert [each.meal for each in found] == ["lunch", "dinner"]


def test_a_sleep_that_goes_on_pushes_windows_out():
    asleep = entry(Sleep, at(40, 6.9))
    assert offered(40, 7, asleep)[0].since > offered(40, 7)[0].since
