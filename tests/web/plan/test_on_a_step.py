"""On a step: progress without percent, the advised move, and all that may be decided."""

from datetime import date

import pytest

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import post, stored, wrote
from tests.web.plan.diaries import (
    BEHIND_THE_SOFA,
    IN_BATHROOM,
    NO,
    ON_THE_LID,
    YES,
    Interview,
    Move,
    P,
    Plan,
    Told,
    Topic,
    ago,
    counting,
    decide,
    decided,
    learned,
    newest,
    plan_page,
    soft,
    sore,
)


def answers(entry: method.Entry) -> tuple[object, object, object]:
    return (entry.move, entry.step, entry.child_agreed)


def test_the_path_says_where_the_child_is(cast: Cast) -> None:
    counting(cast)
    assert "<title>Mia is on step 2 of 5 to the potty. 1 step is behind.</title>" in (
        plan_page(cast)
    )


def test_the_step_is_one_sentence_with_its_safety_and_what_it_earns(cast) -> None:
    counting(cast)
    page = plan_page(cast)
    assert "<h1>Poop in a diaper, on the closed lid" in page
    assert "Squatting up high only with a steady hand." in page
    assert "A sticker for each one." in page


def test_progress_is_told_in_steps_and_never_in_percent(cast: Cast) -> None:
    counting(cast)
    page = plan_page(cast)
    assert "2 of 3 in a row" in page
    assert 'class="picture pebbles"' in page
    assert "%" not in page


def test_counting_asks_for_nothing(cast: Cast) -> None:
    counting(cast)
    assert "Nothing to decide now." in plan_page(cast)


class TestLearned:
    def test_the_child_is_asked_with_a_sentence(self, cast: Cast) -> None:
        learned(cast)
        page = plan_page(cast)
        assert "Would you like to try something new?" in page
        assert "Yes: step 3" in page

    def test_reasons_and_sources_are_there(self, cast: Cast) -> None:
        learned(cast)
        page = plan_page(cast)
        assert "Why we say so" in page
        assert 'class="source"' in page

    def test_yes_moves_on(self, cast: Cast) -> None:
        learned(cast)
        page = decide(cast, move="move_on", step=3, child_agreed="yes")
        assert answers(newest(cast)) == (Move.MOVE_ON, 3, YES)
        assert "Step 3 of 5" in page.content.decode()

    def test_not_yet_stays_and_means_three_more_days(self, cast: Cast) -> None:
        learned(cast)
        page = decide(cast, move="move_on", step=3, not_yet=2).content.decode()
        assert answers(newest(cast)) == (Move.STAY, 2, NO)
        assert "Three days, then we ask again." in page
        assert "Yes: step 3" not in page

    def test_a_thumb_that_taps_twice_decides_once(self, cast: Cast) -> None:
        learned(cast)
        before, key = len(stored(cast, Plan)), "0190a5c0-0000-7000-8000-000000000001"
        for _ in range(2):
            decide(cast, id=key, move="move_on", step=3, child_agreed="yes")
        assert len(stored(cast, Plan)) == before + 1


class TestOtherwise:
    def test_back_to_any_earlier_step(self, cast: Cast) -> None:
        learned(cast)
        decide(cast, move="step_back", step=1, needs_step=1)
        assert answers(newest(cast))[:2] == (Move.STEP_BACK, 1)

    def test_on_to_any_later_step_if_the_child_says_yes(self, cast: Cast) -> None:
        learned(cast)
        decide(cast, move="move_on", step=5, needs_step=1, child_agreed="yes")
        assert answers(newest(cast)) == (Move.MOVE_ON, 5, YES)

    def test_a_later_step_and_not_yet_needs_no_step(self, cast: Cast) -> None:
        learned(cast)
        decide(cast, move="move_on", needs_step=1, not_yet=2)
        assert answers(newest(cast)) == (Move.STAY, 2, NO)

    def test_to_stay_although_more_is_advised(self, cast: Cast) -> None:
        learned(cast)
        decide(cast, move="stay", step=2)
        assert answers(newest(cast))[:2] == (Move.STAY, 2)

    def test_a_step_may_have_longer(self, cast: Cast) -> None:
        learned(cast)
        page = decide(cast, move="stay", step=2, until="2026-03-27").content.decode()
        assert newest(cast).until_day == date(2026, 3, 27)
        assert "You give this step until Friday 27 March." in page

    def test_the_end_is_an_end_and_nothing_is_asked(self, cast: Cast) -> None:
        learned(cast)
        page = decide(cast, move="end", step=2).content.decode()
        assert newest(cast).move is Move.END
        assert "The ladder has ended. Nothing is asked." in page

    @pytest.mark.parametrize(
        "nonsense",
        [
            {"move": "fly"},
            {"move": "move_on", "step": 9},
            {"move": "stay", "step": 0},
            {"move": "stay", "step": 1, "ladder": "rope"},
            {"move": "stay", "not_yet": 77},
            {"move": "stay", "step": 1, "version": "x"},
        ],
    )
    def test_what_no_button_sends_is_not_there(self, cast, nonsense) -> None:
        learned(cast)
        before = len(stored(cast, Plan))
        assert decide(cast, **nonsense).status_code == 404
        assert len(stored(cast, Plan)) == before


class TestGoingBack:
    def test_twice_at_an_earlier_place_offers_the_way_back(self, cast: Cast) -> None:
        soft(cast, 12, 6)
        decided(cast, 5, Move.START, 2)
        soft(cast, 2, 1, **BEHIND_THE_SOFA)
        page = plan_page(cast)
        assert "back a step, as if nothing had happened" in page
        assert "Back to step 1" in page

    def test_the_first_step_has_none_and_half_of_it_is_enough(self, cast: Cast) -> None:
        soft(cast, 12, 6)
        decided(cast, 5, Move.START, 1)
        soft(cast, 2, 1, **BEHIND_THE_SOFA)
        page = plan_page(cast)
        assert "Half of it is enough for some days: In the doorway" in page
        assert "Back to" not in page


class TestTooHigh:
    def test_half_of_the_step_is_always_at_hand(self, cast: Cast) -> None:
        counting(cast)
        assert "Stand or squat beside the toilet first" in plan_page(cast)

    def test_after_two_weeks_it_is_said(self, cast: Cast) -> None:
        soft(cast, 27, 17)
        decided(cast, 16, Move.START, 2)
        for days in range(14, 0, -2):
            soft(cast, days, days, **ON_THE_LID)
            soft(cast, days - 1, days - 1, **BEHIND_THE_SOFA)
        decided(cast, 0.01, Move.STAY, 2)
        assert "the step is too high" in plan_page(cast)

    def test_after_four_weeks_other_ladders_are_offered(self, cast: Cast) -> None:
        soft(cast, 27, 0, **BEHIND_THE_SOFA)
        decided(cast, 40, Move.START, 2)
        decided(cast, 0.01, Move.STAY, 2)
        page = plan_page(cast)
        assert "something else may be in the way" in page
        assert "Look at other ladders" in page


class TestOneTap:
    def test_soft_and_painless_is_asked_and_answered(self, cast: Cast) -> None:
        decided(cast, 8, Move.START, 1)
        for days in (3, 2, 1):
            wrote(cast, P.Poop, at=ago(days), **IN_BATHROOM)
        assert "Soft, and nothing hurts" in plan_page(cast)
        page = post(
            cast.anna.client, cast, "plan-tell", "soft_and_painless", answers="yes"
        )
        (told,) = stored(cast, Interview)
        assert (told.topic, told.answers) == (Topic.SOFT_AND_PAINLESS, (Told.YES,))
        assert "Yes: step 2" in page.content.decode()

    @pytest.mark.parametrize("topic", ["gap", "nothing", "where_now"])
    def test_other_questions_are_not_answered_here(self, cast, topic) -> None:
        answer = post(cast.anna.client, cast, "plan-tell", topic, answers="yes")
        assert answer.status_code == 404
        assert stored(cast, Interview) == []


class TestWhileItHurts:
    def hurts(self, cast: Cast) -> None:
        decided(cast, 20, Move.START, 2)
        sore(cast, **ON_THE_LID)

    def test_nothing_harder_is_on_the_page(self, cast: Cast) -> None:
        self.hurts(cast)
        page = plan_page(cast)
        assert "softness first" in page.lower()
        assert 'value="move_on"' not in page

    def test_what_was_promised_is_given(self, cast: Cast) -> None:
        self.hurts(cast)
        assert "What was promised is given, also now." in plan_page(cast)

    def test_a_harder_step_from_an_old_page_changes_nothing(self, cast: Cast) -> None:
        self.hurts(cast)
        answer = decide(cast, move="move_on", step=3, child_agreed="yes")
        assert answer.status_code == 422
        assert newest(cast).step == 2

    def test_going_back_is_always_possible(self, cast: Cast) -> None:
        self.hurts(cast)
        assert decide(cast, move="step_back", step=1).status_code == 200
        assert newest(cast).step == 1

    def test_tender_shows_nothing_harder_either(self, cast: Cast) -> None:
        soft(cast, 12, 2)
        decided(cast, 9, Move.START, 1)
        wrote(cast, P.Poop, at=ago(1), bristol=2, pain=2, **IN_BATHROOM)
        page = plan_page(cast)
        assert "a good place to stay" in page
        assert 'value="move_on"' not in page


class TestWithoutWords:
    """One step at a time, gesture and card in place of telling."""

    @pytest.fixture(autouse=True)
    def few_words(self, cast: Cast) -> None:
        talks = method.lasting.Talks.NO_WORDS
        wrote(cast, method.lasting.Settings, at=ago(30), talks=talks)

    def test_only_the_step_itself_is_shown(self, cast: Cast) -> None:
        counting(cast)
        page = plan_page(cast)
        assert "on the closed lid" in page
        assert "Step 2 of 5" not in page
        assert "All the steps" not in page
        assert "1 step is behind." not in page

    def test_the_next_step_is_a_card(self, cast: Cast) -> None:
        learned(cast)
        page = plan_page(cast)
        assert "Show Mia the card of this one step" in page
        assert "Show the card of the new step." in page
        assert "Ask Mia" not in page
