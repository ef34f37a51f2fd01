"""What to prepare for a step: read from what it wants, on every ladder."""

import pytest

from stepstool.method.ladder import LADDERS, PREPARES, Ladder, prepare_of

MOST = 4


def keys(ladder: Ladder, number: int) -> list[str]:
    return [saying.key.rpartition(".")[2] for saying in prepare_of(ladder, number)]


@pytest.mark.parametrize(
    ("ladder", "step", "prepares"),
    [
        ("b", 1, ["bathroom", "words"]),
        ("b", 2, ["bathroom", "feet", "words"]),
        ("b", 4, ["bathroom", "feet", "cut", "potty", "words"]),
        ("hiding_place", 1, ["hiding_place", "words"]),
        ("b", 5, ["potty", "words"]),
    ],
)
def test_what_the_step_wants_is_prepared(ladder, step, prepares):
    assert keys(LADDERS[ladder], step) == prepares


@pytest.mark.parametrize("ladder", LADDERS.values(), ids=LADDERS)
def test_a_first_step_asks_for_little(ladder):
    assert 1 <= len(keys(ladder, 1)) <= MOST


def test_every_row_is_for_some_step():
    all_keys = {
        key
        for ladder in LADDERS.values()
        for number in range(1, len(ladder.steps) + 1)
        for key in keys(ladder, number)
    }
    assert all_keys == {row.key for row in PREPARES}
