"""No plan yet: what a ladder is, which there are, and choosing one."""

from datetime import UTC, datetime
from html import unescape

import pytest
import time_machine

from stepstool import method
from stepstool.method.words import Voice, language
from tests.web.cast import Cast
from tests.web.pages import get, stored, text_of, wrote
from tests.web.plan.diaries import Plan, decide, decided, newest, plan_page, soft, sore

UNKNOWN = method.UNKNOWN


def test_without_a_plan_the_page_says_what_a_ladder_is(cast: Cast) -> None:
    page = plan_page(cast)
    assert "A ladder is a row of small steps" in page
    assert "There is no hurry" in page


def test_all_ladders_are_offered_with_their_steps_as_pictures(cast: Cast) -> None:
    page = plan_page(cast)
    assert "Five small steps" in page
    assert "The diaper grows smaller" in page
    assert page.count('class="card offer') == len(method.ladders_for(54))


def test_two_are_shown_at_once_and_the_others_wait_behind_a_tap(cast: Cast) -> None:
    shown, _, folded = plan_page(cast).partition("More ladders")
    assert shown.count('class="card offer') == 2
    assert "The flush, from far to near" in folded
    assert "Listening to a baby" not in folded


def test_your_own_stands_first(cast: Cast) -> None:
    wrote(cast, Plan, ladder="flush", ladder_version=1)
    page = plan_page(cast, "anna", "ladders")
    assert page.index("The flush, from far to near") < page.index("Five small steps")


def test_for_a_baby_there_is_one_that_asks_for_nothing(cast: Cast) -> None:
    with time_machine.travel(datetime(2023, 1, 5, 12, tzinfo=UTC), tick=False):
        page = plan_page(cast)
    assert "Listening to a baby" in page
    assert "Five small steps" not in page


@pytest.mark.parametrize("key", method.ladder.LADDERS)
def test_a_ladder_shows_its_steps_its_safety_and_where_it_is_from(cast, key) -> None:
    page = plan_page(cast, "anna", "ladder", key)
    assert page.count("<li>") >= len(method.ladder.LADDERS[key].steps)
    voice, english = Voice(name="Mia"), language("en")
    notes = [
        english.say(each, voice) for each in method.ladder.LADDERS[key].safety_sayings
    ]
    assert notes
    assert all(note in unescape(page) for note in notes)
    assert 'class="source"' in page


def test_a_ladder_that_never_was_is_not_there(cast: Cast) -> None:
    assert get(cast.anna.client, cast, "ladder", "rope").status_code == 404


def test_choosing_writes_the_ladder_and_asks_for_nothing_yet(cast: Cast) -> None:
    decide(cast, form="choose")
    chosen = newest(cast)
    assert (chosen.ladder, chosen.ladder_version) == ("b", 1)
    assert (chosen.move, chosen.step) == (UNKNOWN, UNKNOWN)


def test_another_ladder_can_be_chosen_while_one_runs(cast: Cast) -> None:
    soft(cast, 9, 0)
    decided(cast, 5, method.lasting.Move.START, 2)
    page = decide(cast, ladder="diaper_fading").content.decode()
    assert "The diaper grows smaller" in page
    assert "Agreed: we begin" in page


def test_ones_own_ladder_is_not_chosen_again(cast: Cast) -> None:
    assert "Choose this ladder" in plan_page(cast, "anna", "ladder", "b")
    decided(cast, 5, method.lasting.Move.START, 2)
    assert "Choose this ladder" not in plan_page(cast, "anna", "ladder", "b")


def test_what_is_only_chosen_is_let_go_and_what_has_begun_is_ended(cast: Cast) -> None:
    soft(cast, 9, 0)
    decided(cast, 0.1)
    assert "Let it go for now" in plan_page(cast)
    decided(cast, 0.05, method.lasting.Move.START, 1)
    page = plan_page(cast)
    assert "End this ladder" in page
    assert "Let it go for now" not in page


class TestWhileItHurts:
    def test_softness_comes_first(self, cast: Cast) -> None:
        sore(cast)
        assert "Softness comes first." in plan_page(cast)

    def test_a_ladder_may_be_kept_for_later(self, cast: Cast) -> None:
        sore(cast)
        assert "Keep this one for later" in plan_page(cast, "anna", "ladder", "b")

    def test_what_is_kept_is_not_begun(self, cast: Cast) -> None:
        sore(cast)
        page = decide(cast, form="choose").content.decode()
        assert "waits here" in page
        assert 'value="start"' not in page

    def test_a_start_from_an_old_page_is_kindly_put_off(self, cast: Cast) -> None:
        sore(cast)
        decided(cast, 1)
        answer = decide(cast, move="start", step=1, child_agreed="yes")
        assert answer.status_code == 422
        assert (
            "Softness comes first, so nothing was changed." in answer.content.decode()
        )
        assert len(stored(cast, Plan)) == 1


class TestTheOneToLookAtFirst:
    def test_a_child_that_hides_is_shown_the_hiding_place_first(
        self, cast: Cast
    ) -> None:
        interview = method.interview
        wrote(
            cast,
            interview.Interview,
            topic=interview.Topic.WHERE_NOW,
            answers=(interview.Told.DIAPER_IN_HIDING_PLACE,),
        )
        page = plan_page(cast)
        first = page.partition("Perhaps this one, for Mia")[2]
        assert "likes to be alone for it" in first.partition("Look at it")[0]
        assert page.index("/plan/ladders/hiding_place/") < page.index(
            "/plan/ladders/b/"
        )

    def test_its_whole_path_is_shown_in_words(self, cast: Cast) -> None:
        ladder, speaker = method.LADDERS["b"], method.speaker_in("en")
        first = unescape(plan_page(cast)).partition("Look at it")[0]
        for number in range(1, len(ladder.steps) + 1):
            assert speaker.spoken(ladder.says(number)) in first

    def test_it_is_not_for_who_does_not_read_what_was_told(self, cast: Cast) -> None:
        page = text_of(get(cast.owls.client, cast, "plan"))
        assert "Perhaps this one" not in page

    def test_with_a_plan_none_is_proposed(self, cast: Cast) -> None:
        decided(cast, 1)
        page = text_of(get(cast.anna.client, cast, "ladders"))
        assert "Perhaps this one" not in page
        assert "Your ladder" in page
