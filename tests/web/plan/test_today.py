"""The current step on today's page: one sentence and what is earned, calm."""

from tests.web.cast import Cast
from tests.web.pages import address, get, text_of
from tests.web.plan.diaries import (
    Move,
    counting,
    decided,
    learned,
    on_a_break,
    soft,
    sore,
)


def today(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "today", face="day"))


def test_the_step_is_one_sentence_that_leads_to_the_plan(cast: Cast) -> None:
    counting(cast)
    page = today(cast)
    assert f'href="{address(cast, "plan")}">Poop in a diaper, on the closed lid' in page


def test_what_is_earned_stands_beside_it(cast: Cast) -> None:
    counting(cast)
    assert "A sticker for each one." in today(cast)


def test_there_is_no_second_card(cast: Cast) -> None:
    soft(cast, 12, 5)
    before = today(cast).count('class="card')
    counting(cast)
    assert today(cast).count('class="card') == before


def test_neither_step_numbers_nor_counts_are_on_this_page(cast: Cast) -> None:
    counting(cast)
    page = today(cast)
    assert "Step 2" not in page
    assert "of 3" not in page


def test_what_the_plan_asks_is_answered_on_its_page(cast: Cast) -> None:
    learned(cast)
    assert f'href="{address(cast, "plan")}">Ask' in today(cast)


def test_a_chosen_ladder_waits(cast: Cast) -> None:
    soft(cast, 9, 0)
    decided(cast, 0.1)
    assert "Ready when you both are." in today(cast)


def test_without_a_plan_there_is_no_line(cast: Cast) -> None:
    soft(cast, 9, 0)
    assert 'class="step"' not in today(cast)
    decided(cast, 3, Move.START, 2)
    assert 'class="step"' in today(cast)


def test_while_it_hurts_nobody_speaks_of_steps(cast: Cast) -> None:
    decided(cast, 20, Move.START, 2)
    sore(cast)
    assert 'class="step"' not in today(cast)


def test_on_a_break_nobody_does_either(cast: Cast) -> None:
    on_a_break(cast, 18)
    assert 'class="step"' not in today(cast)
