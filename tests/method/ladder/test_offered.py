"""Which ladders are shown, by age; a baby's asks for nothing, another's looks aside."""

import pytest

from stepstool.method.ladder import LADDERS, ladders_for
from stepstool.method.ladder.ladder import ORDER
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.answers import Where


@pytest.mark.parametrize("months", [2, 17])
def test_a_baby_has_its_own_and_no_other(months: int):
    assert [each.key for each in ladders_for(months)] == ["babies"]


@pytest.mark.parametrize("months", [18, 54, UNKNOWN])
def test_who_can_be_asked_has_all_the_others_the_five_steps_first(months):
    keys = [each.key for each in ladders_for(months)]
    assert keys[0] == "b"
    assert set(keys) == set(LADDERS) - {"babies"}


def test_every_ladder_has_its_place():
    assert set(ORDER) == set(LADDERS) - {"babies"}


def test_away_looks_at_nothing_at_home():
    away = LADDERS["away"]
    assert away.is_about(Where.OTHER_HOME)
    assert not away.is_about(Where.BATHROOM)
    assert not away.is_about(UNKNOWN)
    assert LADDERS["b"].is_about(UNKNOWN)


@pytest.mark.parametrize("key", LADDERS)
def test_a_diaper_is_a_way_to_succeed_until_the_last_steps(key: str):
    """Nobody is refused a diaper: it is worn, or falls away by the child's own going."""
    first = LADDERS[key].steps[0].success
    assert any(not way.place or {"diaper", "pull_up"} & way.place for way in first)
