"""The card of today: the answers are decisions, in one tap, with Undo; who may, and when."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote
from tests.web.plan.diaries import (
    BEHIND_THE_SOFA,
    Move,
    ago,
    counting,
    decided,
    learned,
    newest,
    soft,
)

Plan, YesNo = method.lasting.Plan, method.YesNo
EVENING = datetime(2026, 3, 20, 18, 5, tzinfo=UTC)
QUESTION = "“Would you like something new? You poop in your diaper, on the seat"


@pytest.fixture(autouse=True)
def evening() -> Iterator[None]:
    with time_machine.travel(EVENING, tick=False):
        yield


def today(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", face="day"))


def forms(page: str) -> dict[str, dict[str, str]]:
    """Give the fields of each answer of the card, by its words."""
    fields: dict[str, dict[str, str]] = {}
    for form in page.split("<form")[1:]:
        if 'name="back" value="today"' not in form:
            continue
        words = form.partition('<button class="button')[2].partition(">")[2]
        fields[words.partition("<")[0]] = {
            part.partition('"')[0]: part.split('value="')[1].partition('"')[0]
            for part in form.partition("</form>")[0].split('type="hidden" name="')[1:]
        }
    return fields


def answered(cast: Cast, words: str) -> Any:
    fields = forms(today(cast))[words]
    fields.pop("csrfmiddlewaretoken", None)
    return post(cast.anna.client, cast, "decide", **fields)


def test_the_next_step_is_asked_in_its_own_words(cast: Cast) -> None:
    learned(cast)
    page = today(cast)
    assert QUESTION in page
    assert list(forms(page)) == ["Yes", "Not yet", "Too high"]


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("Yes", (Move.MOVE_ON, 3, YesNo.YES)),
        ("Not yet", (Move.STAY, 2, YesNo.NO)),
        ("Too high", (Move.STAY, 2, method.UNKNOWN)),
    ],
)
def test_one_tap_decides_and_one_takes_it_back(
    cast: Cast, words: str, decision: tuple[object, ...]
) -> None:
    learned(cast)
    page = text_of(answered(cast, words))
    made = newest(cast)
    assert (made.move, made.step, made.child_agreed) == decision
    assert "Written down, just now." in page
    assert QUESTION not in page
    back = text_of(post(cast.anna.client, cast, "today-undo", made.id))
    assert "Taken back." in back
    assert QUESTION in back
    post(cast.anna.client, cast, "today-restore", made.id)
    assert newest(cast).id == made.id


def test_after_a_yes_it_says_what_to_have_ready(cast: Cast) -> None:
    learned(cast)
    page = text_of(answered(cast, "Yes"))
    assert ">3 of 5<" in page
    assert "Have ready" in page
    assert "something firm there for the feet" in page


def test_what_is_too_high_is_offered_by_half(cast: Cast) -> None:
    learned(cast)
    assert "only half of the next step" in text_of(answered(cast, "Too high"))


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("Yes", (Move.START, 1, YesNo.YES)),
        ("Not yet", (Move.START, method.UNKNOWN, YesNo.NO)),
    ],
)
def test_a_ladder_begins_or_waits_by_the_childs_word(
    cast: Cast, words: str, decision: tuple[object, ...]
) -> None:
    soft(cast, 9, 0)
    decided(cast, 0.1)
    answered(cast, words)
    made = newest(cast)
    assert (made.move, made.step, made.child_agreed) == decision


def test_on_an_ordinary_day_half_of_the_step_and_one_tap_back_are_there(
    cast: Cast,
) -> None:
    counting(cast)
    assert "Half of it is enough:" in today(cast)
    answered(cast, "Back to step 1")
    assert (newest(cast).move, newest(cast).step) == (Move.STEP_BACK, 1)


def test_on_the_first_step_there_is_nothing_below(cast: Cast) -> None:
    soft(cast, 9, 1)
    decided(cast, 0.5, Move.START, 1)
    soft(cast, 0, 0)
    page = today(cast)
    assert "Half of it is enough:" in page
    assert forms(page) == {}


def test_a_step_back_is_one_tap(cast: Cast) -> None:
    soft(cast, 12, 5)
    decided(cast, 10, Move.START, 1, child_agreed=YesNo.YES)
    decided(cast, 3, Move.MOVE_ON, 2, child_agreed=YesNo.YES)
    soft(cast, 1, 0, **BEHIND_THE_SOFA)
    assert list(forms(today(cast))) == ["Back to step 1"]


def test_after_a_pause_too_high_goes_on_one_step_lower(cast: Cast) -> None:
    soft(cast, 20, 12)
    decided(cast, 12, Move.START, 2, child_agreed=YesNo.YES)
    ill = {"illness": method.health.IllnessKind.COLD, "until": ago(6)}
    wrote(cast, method.health.Illness, at=ago(7), **ill)
    soft(cast, 3, 0, **BEHIND_THE_SOFA)
    assert "“Shall we go on? You poop in your diaper, up on the closed lid" in today(
        cast
    )
    answered(cast, "Too high")
    assert (newest(cast).move, newest(cast).step) == (Move.STEP_BACK, 1)


@pytest.mark.parametrize("who", ["rosa", "tim", "owls"])
def test_who_does_not_decide_asks_nothing_and_sees_the_step(
    cast: Cast, who: str
) -> None:
    learned(cast)
    page = today(cast, who)
    assert 'class="card card-one stack step-card"' in page
    assert "“" not in page.partition('class="step-row"')[2].partition("</section>")[0]
    assert forms(page) == {}


def test_grandmother_says_the_same_words_on_an_ordinary_day(cast: Cast) -> None:
    counting(cast)
    assert "“You poop in your diaper, up on the closed lid" in today(cast, "rosa")


def test_while_the_child_sleeps_nothing_is_said_to_it(cast: Cast) -> None:
    learned(cast)
    with time_machine.travel(EVENING.replace(hour=23), tick=False):
        page = today(cast)
        assert ">2 of 5<" in page
        assert "“" not in page
        assert forms(page) == {}


def test_one_thing_at_a_time_has_no_row_of_steps(cast: Cast) -> None:
    talks = method.lasting.Talks.NO_WORDS
    wrote(cast, method.lasting.Settings, at=ago(30), talks=talks)
    counting(cast)
    assert "2 of 5" not in today(cast)


def test_an_entry_that_is_not_of_this_page_cannot_be_undone_here(cast: Cast) -> None:
    counting(cast)
    poop = stored(cast, method.poop.Poop)[0]
    client = cast.anna.client
    assert post(client, cast, "today-undo", poop.id).status_code == 404
