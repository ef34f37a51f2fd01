"""A fight, a break with a day, and the way back from it."""

from datetime import date

import pytest

from tests.web.cast import Cast
from tests.web.pages import address, post, stored
from tests.web.plan.diaries import (
    NO,
    YES,
    Interview,
    Move,
    Plan,
    Told,
    Topic,
    decide,
    decided,
    learned,
    newest,
    on_a_break,
    plan_page,
    soft,
    sore,
)

BREAK = {"move": "take_a_break", "step": 2, "form": "break"}


def says_fight(cast: Cast) -> str:
    answer = post(cast.anna.client, cast, "plan-tell", "fight", answers="yes")
    return str(answer.content.decode())


FIGHT = (
    '<button class="button" name="answers" value="yes">It has become a fight</button>'
)


class TestAFight:
    @pytest.mark.parametrize("who", ["anna", "ben"])
    def test_its_button_is_on_the_page_of_those_who_may_say_so(self, cast, who) -> None:
        learned(cast)
        page = plan_page(cast, who)
        assert f'action="{address(cast, "plan-tell", "fight")}"' in page
        assert FIGHT in page

    @pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
    def test_nobody_else_sees_it(self, cast: Cast, who: str) -> None:
        learned(cast)
        assert FIGHT not in plan_page(cast, who)

    def test_one_tap_writes_it_down(self, cast: Cast) -> None:
        learned(cast)
        says_fight(cast)
        (told,) = stored(cast, Interview)
        assert (told.topic, told.answers) == (Topic.FIGHT, (Told.YES,))

    def test_the_way_forward_is_to_stop_asking(self, cast: Cast) -> None:
        learned(cast)
        page = says_fight(cast)
        assert "It has become a fight, so we stop asking" in page
        assert "In 4 weeks: 17 April" in page
        assert "In 12 weeks: 12 June" in page

    def test_there_are_words_to_say_sorry(self, cast: Cast) -> None:
        learned(cast)
        assert "I pushed, and I’m sorry." in says_fight(cast)

    def test_no_harder_step_is_on_the_page(self, cast: Cast) -> None:
        learned(cast)
        assert 'value="move_on"' in plan_page(cast)
        page = says_fight(cast)
        assert 'value="move_on"' not in page
        assert "in a row" not in page

    def test_a_slip_of_the_thumb_can_be_undone(self, cast: Cast) -> None:
        learned(cast)
        says_fight(cast)
        (told,) = stored(cast, Interview)
        post(cast.anna.client, cast, "plan-undo", told.id)
        assert stored(cast, Interview) == []

    def test_while_stuck_or_sore_softness_comes_before_the_break(self, cast) -> None:
        decided(cast, 20, Move.START, 2)
        sore(cast)
        assert "It has become a fight, so we stop asking" not in says_fight(cast)


class TestABreak:
    def test_it_has_a_day_to_look_again(self, cast: Cast) -> None:
        learned(cast)
        page = decide(cast, **BREAK, until="2026-04-17").content.decode()
        assert newest(cast).until_day == date(2026, 4, 17)
        assert "Break until Friday 17 April: nobody asks, diapers are fine." in page

    def test_the_day_may_be_ones_own(self, cast: Cast) -> None:
        learned(cast)
        decide(cast, **BREAK, until="own", own_day="2026-05-03")
        assert newest(cast).until_day == date(2026, 5, 3)

    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ({}, "Which day?"),
            ({"until": "own"}, "Which day?"),
            ({"until": "own", "own_day": "soon"}, "Which day?"),
            ({"until": "2026-03-20"}, "A day that is still to come"),
            ({"until": "own", "own_day": "2036-01-01"}, "A day that is still to come"),
        ],
    )
    def test_without_a_good_day_it_asks_again(self, cast, said, words) -> None:
        learned(cast)
        before = len(stored(cast, Plan))
        answer = decide(cast, **BREAK, **said)
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert len(stored(cast, Plan)) == before

    def test_nothing_is_asked_meanwhile(self, cast: Cast) -> None:
        on_a_break(cast, 18)
        page = plan_page(cast)
        assert "Nothing is asked." in page
        assert "in a row" not in page
        assert "Come back from the break" in page

    def test_it_may_last_longer(self, cast: Cast) -> None:
        on_a_break(cast, 18)
        decide(cast, **BREAK, until="2026-06-12")
        assert "Break until Friday 12 June" in plan_page(cast)

    def test_its_end_asks_the_child(self, cast: Cast) -> None:
        on_a_break(cast, -1)
        page = plan_page(cast)
        assert "The day to look again has come" in page
        assert "Shall we go on?" in page
        assert "Or a longer break" in page

    def test_yes_goes_on_a_step_earlier(self, cast: Cast) -> None:
        on_a_break(cast, -1)
        assert "Mia says yes: on with step 1" in plan_page(cast)
        decide(cast, move="go_on", step=1, child_agreed="yes")
        back = newest(cast)
        assert (back.move, back.step, back.child_agreed) == (Move.GO_ON, 1, YES)
        assert "Step 1 of 5" in plan_page(cast)

    def test_while_it_hurts_nobody_comes_back(self, cast: Cast) -> None:
        on_a_break(cast, -1)
        assert 'value="go_on"' in plan_page(cast)
        sore(cast)
        assert 'value="go_on"' not in plan_page(cast)

    def test_its_day_is_said_although_softness_speaks_first(self, cast: Cast) -> None:
        on_a_break(cast, 18)
        sore(cast)
        page = plan_page(cast)
        assert "Softness first." in page
        assert "A break until 7 April" in page


def test_after_a_pause_going_on_can_wait(cast: Cast) -> None:
    soft(cast, 12, 0)
    decided(cast, 11, Move.START, 2, child_agreed=YES)
    decide(cast, move="go_on", step=1, not_yet=1)
    assert (newest(cast).move, newest(cast).child_agreed) == (Move.STAY, NO)
