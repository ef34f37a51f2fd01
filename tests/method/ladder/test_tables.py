"""The two tables, row by row: sources, words, and what may never stand in them."""

import pytest

from stepstool.method.comfort import State
from stepstool.method.evidence import NUMBERS, SOURCES
from stepstool.method.ladder import MOVES, Advised
from stepstool.method.words import language

ENGLISH = language("en")
WITHOUT_A_PLAN = ("no_ladder", "ended", "strange_ladder", "unread_plan")
# Rows that stand before the gate: they never ask for more.
BEFORE_THE_GATE = ("holding", "hurt")


@pytest.mark.parametrize("row", MOVES, ids=lambda row: row.key)
def test_every_row_names_sources_that_are_known(row):
    assert row.sources
    assert set(row.sources) <= set(SOURCES)


def test_every_number_names_sources_that_are_known():
    ours = [
        each for each in NUMBERS.values() if each.key.startswith(("ladder", "calm"))
    ]
    assert [each.key for each in ours if not set(each.sources) <= set(SOURCES)] == []


def test_every_way_to_have_no_plan_has_its_sentence():
    keys = [f"ladder.why.{key}" for key in WITHOUT_A_PLAN]
    assert [key for key in keys if not ENGLISH.has(key)] == []


def test_step_back_a_and_b_come_first_of_all():
    assert [row.key for row in MOVES[:2]] == list(BEFORE_THE_GATE)
    assert {row.move for row in MOVES[:2]} == {Advised.STEP_BACK}


def test_the_gate_stands_before_every_row_that_could_ask_for_more():
    names = [row.key for row in MOVES]
    assert names.index("gate_shut") == len(BEFORE_THE_GATE)
    shut = {str(state) for state in State if state.is_shut}
    assert shut == {"constipated", "see_a_doctor"}


def test_only_what_asks_the_child_leads_to_a_harder_step():
    onward = [row for row in MOVES if row.move in {Advised.MOVE_ON, Advised.START}]
    assert all(any("child" in each for each in row.asks) for row in onward)
