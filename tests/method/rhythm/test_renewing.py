"""The plans of a day: none looks ahead, each is made once, none opens more than allowed."""

from itertools import pairwise

import pytest

from stepstool.method.rhythm.habit import learn
from stepstool.method.rhythm.observations import observe
from stepstool.method.rhythm.timeline import A_DAY, WAKING, WIDTH
from stepstool.method.rhythm.windows import Renewing
from tests.method.rhythm.diary import at, poop, record, weeks

END = len(WAKING)


def renewing(*more, least: float = 0.0) -> Renewing:
    diary = observe(record(*weeks(39), *more, asked=at(40, 21)))
    return Renewing(
        observations=diary,
        habit=learn(diary.lessons(diary.today)),
        start=diary.today * A_DAY,
        free=[True] * END,
        most=3,
        least=least,
    )


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_open_than_allowed_and_none_overlaps(most):
    opened = renewing().opened(most, END)
    assert 1 <= len(opened) <= most
    assert all(later - earlier >= WIDTH for earlier, later in pairwise(opened))


def test_what_comes_later_changes_nothing_before():
    came, until = poop(40, 12), (12 - 7) * 6
    assert renewing(came).opened(3, until) == renewing().opened(3, until)


def test_a_plan_is_made_once():
    day = renewing()
    assert day.plans(6) is day.plans(6)


def test_where_nothing_is_worth_it_none_opens():
    assert renewing(least=0.99).opened(3, END) == []
