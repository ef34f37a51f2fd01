"""The current step on today's page: one card, calm."""

from tests.web.cast import Cast
from tests.web.pages import address, get, text_of
from tests.web.plan.diaries import (
    Move,
    counting,
    decided,
    on_a_break,
    soft,
    sore,
)


def today(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "today", face="day"))


def test_the_step_is_a_picture_a_sentence_to_say_and_a_way_to_the_plan(
    cast: Cast,
) -> None:
    counting(cast)
    page = today(cast)
    assert "“You poop in your diaper, up on the closed lid" in page
    assert "<title>Poop in a diaper, on the closed lid" in page
    assert f'class="way-here" href="{address(cast, "plan")}"' in page


def test_there_is_no_second_card(cast: Cast) -> None:
    soft(cast, 12, 5)
    before = today(cast).count('class="card')
    counting(cast)
    assert today(cast).count('class="card') == before


def test_where_it_is_on_its_way_is_said_and_nothing_is_counted(cast: Cast) -> None:
    counting(cast)
    page = today(cast)
    assert ">2 of 5<" in page
    assert "of 3" not in page


def test_a_chosen_ladder_waits(cast: Cast) -> None:
    soft(cast, 9, 0)
    decided(cast, 0.1)
    page = today(cast)
    assert "“We work together: You poop in your diaper, like always" in page
    assert ">5 small steps<" in page


def test_without_a_plan_there_is_no_step(cast: Cast) -> None:
    soft(cast, 9, 0)
    assert 'step-card"' not in today(cast)
    decided(cast, 3, Move.START, 2)
    assert 'step-card"' in today(cast)


def test_while_it_hurts_nobody_speaks_of_steps(cast: Cast) -> None:
    decided(cast, 20, Move.START, 2)
    sore(cast)
    assert 'step-card"' not in today(cast)


def test_on_a_break_nobody_does_either(cast: Cast) -> None:
    on_a_break(cast, 18)
    assert 'step-card"' not in today(cast)
