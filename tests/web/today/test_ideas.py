"""On a calm day today proposes one idea: done, or not this, and both can be taken back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, post, stored, text_of, wrote

P = method.poop
Idea, IdeaAnswer = method.ideas.Idea, method.ideas.IdeaAnswer
Topic, Told = method.interview.Topic, method.interview.Told
NOT_HERE = method.health.DangerAnswer.NOT_HERE
# The first day of a turn of steps.
MORNING = datetime(2026, 3, 29, 9, 0, tzinfo=UTC)
LADDER = "Look at the ladder for a child who hides"


@pytest.fixture(autouse=True)
def _one_morning() -> Any:
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def hider(cast: Cast) -> Cast:
    answers = (Told.DIAPER_IN_HIDING_PLACE,)
    asked = {"topic": Topic.WHERE_NOW, "answers": answers}
    wrote(cast, method.interview.Interview, at=MORNING - timedelta(days=9), **asked)
    asked, answer = method.health.DangerKey.CANNOT_DRINK, NOT_HERE
    wrote(cast, method.health.DangerSign, sign=asked, answer=answer)
    for back in range(1, 9):
        at = MORNING - timedelta(days=back, hours=back % 5)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    return cast


def today(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", face="day"))


def answered(cast: Cast, answer: str, idea: str = "hiding_place_ladder") -> str:
    return text_of(post(cast.anna.client, cast, "idea", idea, answer=answer))


def test_the_idea_is_the_one_thing_with_its_reason_and_its_page(hider: Cast) -> None:
    page = today(hider)
    assert LADDER in page
    assert "Mia likes to be alone for it" in page
    assert f'href="{address(hider, "ladder", "hiding_place")}"' in page
    assert "Nothing to do now." not in page


@pytest.mark.parametrize("answer", ["done", "not_this"])
def test_one_tap_answers_it_and_one_takes_it_back(hider: Cast, answer: str) -> None:
    page = answered(hider, answer)
    (idea,) = stored(hider, Idea)
    assert idea.answer == IdeaAnswer(answer)
    assert "Written down, just now." in page
    assert "Nothing to do now." in page
    back = text_of(post(hider.anna.client, hider, "today-undo", idea.id))
    assert "Taken back." in back
    assert LADDER in back
    assert stored(hider, Idea) == []
    post(hider.anna.client, hider, "today-restore", idea.id)
    assert len(stored(hider, Idea)) == 1


def test_not_this_keeps_still_for_weeks(hider: Cast) -> None:
    answered(hider, "not_this")
    with time_machine.travel(MORNING + timedelta(days=1), tick=False):
        assert LADDER not in today(hider)


def test_an_answer_stands_in_the_diary_and_can_be_found(hider: Cast) -> None:
    answered(hider, "not_this")
    (idea,) = stored(hider, Idea)
    entry = text_of(get(hider.anna.client, hider, "entry", idea.id))
    assert "An idea of a calm day" in entry
    assert "Not this" in entry


def test_who_only_reads_sees_it_without_buttons_and_preschool_sees_none(
    hider: Cast,
) -> None:
    assert LADDER in today(hider, "tim")
    assert 'value="not_this"' in today(hider)
    assert 'value="not_this"' not in today(hider, "tim")
    assert LADDER not in today(hider, "owls")
    assert "Nothing to do now." in today(hider, "owls")


def test_what_no_button_sends_is_not_there(hider: Cast) -> None:
    client = hider.anna.client
    unknown = post(client, hider, "idea", "not_one_of_ours", answer="done")
    assert unknown.status_code == 404
    assert post(client, hider, "idea", "tent", answer="later").status_code == 404
    poop = stored(hider, P.Poop)[0]
    assert post(client, hider, "today-undo", poop.id).status_code == 404
    assert get(client, hider, "today", touched=poop.id).status_code == 404


def test_at_night_there_is_none(hider: Cast) -> None:
    with time_machine.travel(MORNING.replace(hour=22), tick=False):
        assert LADDER not in today(hider)
