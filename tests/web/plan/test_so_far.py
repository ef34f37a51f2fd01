"""What was decided, by whom; and the last poops beside the steps, in kind words."""

import re

import pytest

from stepstool import method
from stepstool.web.pictures import ALBUM
from stepstool.web.plan.decided import KIND_WORDS
from tests.web.cast import Cast
from tests.web.pages import wrote
from tests.web.plan.diaries import (
    BEHIND_THE_SOFA,
    NO,
    ON_THE_LID,
    YES,
    Move,
    P,
    ago,
    decided,
    learned,
    plan_page,
    soft,
)

SEVERE = re.compile(
    r"\b(miss(ed)?|fail(ed|ure)?|wrong|bad|behind schedule)\b", re.IGNORECASE
)


def so_far(cast: Cast) -> str:
    return plan_page(cast, "anna", "plan-so-far")


def test_every_decision_says_what_who_and_when(cast: Cast) -> None:
    soft(cast, 12, 6)
    decided(cast, 10, Move.START, 1, who=cast.ben, child_agreed=YES)
    page = so_far(cast)
    assert "Begun with step 1" in page
    assert "Ben, 10 March at 18:05 · Five small steps" in page


def test_the_newest_comes_first(cast: Cast) -> None:
    learned(cast)
    page = so_far(cast)
    assert page.index("On to step 2") < page.index("Begun with step 1")


def test_a_no_of_the_child_is_said_as_such(cast: Cast) -> None:
    learned(cast)
    decided(cast, 0.1, Move.STAY, 2, child_agreed=NO)
    assert "Mia said not yet" in so_far(cast)


def test_poops_stand_beside_the_steps_in_kind_words(cast: Cast) -> None:
    learned(cast)
    wrote(cast, P.Poop, at=ago(0.1), place=P.Place.POTTY, wearing=P.Wearing.NOTHING)
    wrote(cast, P.Poop, at=ago(0.4), **BEHIND_THE_SOFA)
    page = so_far(cast)
    assert "Further than the step" in page
    assert "At an earlier place. That’s okay." in page
    assert not SEVERE.search(page)


def test_a_hard_one_on_the_step_is_no_lesser_one(cast: Cast) -> None:
    learned(cast)
    wrote(cast, P.Poop, at=ago(0.1), **ON_THE_LID, bristol=2)
    assert "On the step, though hard or sore: softness first" in so_far(cast)


def test_before_anything_was_decided_there_is_no_hurry(cast: Cast) -> None:
    assert "Nothing yet. There is no hurry." in so_far(cast)


@pytest.mark.parametrize("row", method.ladder.VERDICTS, ids=lambda row: row.key)
def test_every_verdict_has_kind_words(row) -> None:
    assert row.key in KIND_WORDS


def test_no_words_of_a_verdict_are_severe() -> None:
    assert not [each for each in KIND_WORDS.values() if SEVERE.search(str(each))]


@pytest.mark.parametrize(
    "ladder", method.ladder.VERSIONS.values(), ids=lambda it: it.key
)
def test_every_step_of_our_ladders_has_a_picture(ladder) -> None:
    assert {step.picture for step in ladder.steps} <= ALBUM.keys()
