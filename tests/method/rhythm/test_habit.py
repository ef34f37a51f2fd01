"""A habit is learned from the days before, the newer the more, and never from later ones."""

import pytest

from stepstool.method import Record
from stepstool.method.rhythm.curves import AFTER_POOP, AWAKE, CLOCK, POOP
from stepstool.method.rhythm.habit import Habit, learn
from stepstool.method.rhythm.observations import observe
from stepstool.method.rhythm.timeline import A_DAY, smooth
from tests.method.rhythm.diary import asked, at, poop, record, weeks


def habit_of(diary: Record) -> Habit:
    observations = observe(diary)
    return learn(observations.lessons(observations.today))


def test_nothing_written_leaves_what_is_known_of_children():
    habit = habit_of(record(asked=at(1, 9)))
    assert habit.clock == pytest.approx(CLOCK)
    assert habit.rate * A_DAY == pytest.approx(1.3)
    assert habit.factors[0] == pytest.approx(POOP.rates)


def test_the_clock_and_the_known_clock_have_mean_one():
    assert sum(CLOCK) / A_DAY == pytest.approx(1)
    assert sum(habit_of(asked()).clock) / A_DAY == pytest.approx(1)


def test_where_looking_begins_changes_nothing():
    diary = asked(40)
    long, short = observe(diary), observe(diary, at(0).date())
    assert learn(long.lessons(long.today)) == learn(short.lessons(short.today))


def test_a_day_is_learned_from_those_before_it_only():
    early, late = asked(30, 4.1), asked(40, 4.1)
    then, now = observe(early, at(1).date()), observe(late, at(1).date())
    assert then.lessons(29) == now.lessons(29)
    assert learn(then.lessons(29)) == learn(now.lessons(29))


def test_what_is_forgotten_counts_less():
    old = [poop(day, 9) for day in range(1, 31)]
    new = [poop(day, 15) for day in range(31, 61)]
    clock = habit_of(record(*old, *new, asked=at(61, 4.1))).clock
    assert clock[(15 - 4) * 6] > 1.5 * clock[(9 - 4) * 6]


def test_without_courses_only_the_clock_is_learned():
    diary = observe(asked())
    habit = learn(diary.lessons(diary.today), groups=())
    assert set(habit.factors[1]) == {1.0}


def test_the_steps_after_a_poop_and_waking_rise_one_by_one():
    for steps in (AFTER_POOP, AWAKE):
        assert sorted(steps) == list(steps)


def test_smoothing_keeps_the_sum_and_knows_no_midnight():
    one = [1.0, *[0.0] * (A_DAY - 1)]
    assert sum(smooth(one)) == pytest.approx(1)
    assert smooth(one)[1] == pytest.approx(smooth(one)[-1])


def test_weeks_are_made_without_chance():
    assert [each.at for each in weeks(3)] == [each.at for each in weeks(3)]
