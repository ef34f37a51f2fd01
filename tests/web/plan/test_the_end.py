"""The end of the way: less is asked, a last diaper, a keepsake, a happy page; and coming back."""

from typing import Any

import pytest

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, post, stored, text_of, wrote
from tests.web.plan.diaries import (
    ON_THE_LID,
    YES,
    Move,
    P,
    Told,
    Topic,
    W,
    ago,
    decided,
    newest,
    plan_page,
    soft,
)

Idea = method.ideas.Idea
NOT_HERE = method.health.DangerAnswer.NOT_HERE
ALONE: dict[str, Any] = {
    "place": P.Place.TOILET,
    "where": W.BATHROOM,
    "posture": P.Posture.SITTING_ON_SEAT,
}
LAST = "Say goodbye to the last diaper"
GOODBYE = "You don’t need us for this any more."


def asked_long_ago(cast: Cast, days: int) -> None:
    """The questions of the first days were answered, so many days ago."""
    sign = method.health.DangerKey.CANNOT_DRINK
    wrote(cast, method.health.DangerSign, at=ago(days), sign=sign, answer=NOT_HERE)
    every = {"topic": Topic.ALL_WRITTEN, "answers": (Told.YES,)}
    wrote(cast, method.interview.Interview, at=ago(days), **every)


def on_the_last_step(cast: Cast, days: int) -> None:
    """Mia has been on the last step for so many days, and it goes well."""
    asked_long_ago(cast, days)
    soft(cast, days + 6, days + 1, **ON_THE_LID)
    decided(cast, days + 5, Move.START, 2, child_agreed=YES)
    decided(cast, days + 0.5, Move.MOVE_ON, 5, child_agreed=YES)
    soft(cast, days, 0, **ALONE)


def today(cast: Cast, who: str = "anna") -> str:
    return text_of(get(getattr(cast, who).client, cast, "today", face="day"))


def test_after_four_weeks_the_last_diaper_is_the_one_thing(cast: Cast) -> None:
    on_the_last_step(cast, 30)
    page = today(cast)
    assert LAST in page
    assert "Talk with preschool" not in page
    assert "step-card" not in page


def test_its_goodbye_is_a_day_in_the_story_and_on_the_keepsake(cast: Cast) -> None:
    on_the_last_step(cast, 30)
    post(cast.anna.client, cast, "idea", "last_diaper", answer="done")
    assert len(stored(cast, Idea)) == 1
    for name in ("plan-so-far", "keepsake"):
        page = plan_page(cast, "anna", name)
        assert "Goodbye, last diaper!" in page
        assert "20 March 2026" in page
    assert LAST not in today(cast)


def test_not_this_is_no_day_of_the_story(cast: Cast) -> None:
    on_the_last_step(cast, 30)
    post(cast.anna.client, cast, "idea", "last_diaper", answer="not_this")
    assert "Goodbye, last diaper!" not in plan_page(cast, "anna", "keepsake")


def test_after_six_weeks_the_app_says_goodbye(cast: Cast) -> None:
    on_the_last_step(cast, 43)
    page = today(cast)
    assert GOODBYE in page
    assert f'href="{address(cast, "goodbye")}"' in page
    assert "Nothing to do now." not in page


def test_the_goodbye_ends_the_ladder_and_then_all_is_quiet(cast: Cast) -> None:
    on_the_last_step(cast, 43)
    page = plan_page(cast, "anna", "goodbye")
    assert GOODBYE in page
    assert "End this ladder" in page
    fields = {"ladder": "b", "version": 1, "move": Move.END, "step": 5}
    post(cast.anna.client, cast, "decide", **fields)
    assert newest(cast).move is Move.END
    page = today(cast)
    assert "Mia does it alone. We grow quiet now." in page
    assert GOODBYE not in page
    assert "End this ladder" not in plan_page(cast, "anna", "goodbye")


def test_before_the_last_step_nobody_has_done_it_yet(cast: Cast) -> None:
    soft(cast, 12, 6)
    decided(cast, 10, Move.START, 1, child_agreed=YES)
    page = plan_page(cast, "anna", "goodbye")
    assert "One day you won’t need us for this." in page
    assert GOODBYE not in page
    assert "Mia did it" not in page


@pytest.mark.parametrize("who", ["rosa", "tim"])
def test_who_does_not_decide_ends_nothing_and_takes_nothing_along(
    cast: Cast, who: str
) -> None:
    on_the_last_step(cast, 43)
    page = plan_page(cast, who, "goodbye")
    assert GOODBYE in page
    assert "End this ladder" not in page
    assert "Take the diary along" not in page


def keepsake(cast: Cast, *parts: str) -> str:
    query = {"chosen": "1", "with": list(parts)}
    return text_of(cast.anna.client.get(address(cast, "keepsake"), query))


def test_the_keepsake_has_days_steps_and_stickers(cast: Cast) -> None:
    on_the_last_step(cast, 20)
    kind = method.lasting.RewardKind.SPECIAL_STICKER
    wrote(cast, method.lasting.Reward, at=ago(19), reward=kind)
    page = plan_page(cast, "anna", "keepsake")
    assert "Mia’s way" in page
    assert "The first time in the potty or toilet!" in page
    assert "Step 5" in page
    assert "The first time on step 5" in page
    assert "1 in all" in page
    assert "oop" not in page.partition("<article")[2].partition("</article")[0]


def test_a_parent_chooses_what_is_on_it(cast: Cast) -> None:
    on_the_last_step(cast, 20)
    page = keepsake(cast, "days")
    assert "The first time in the potty or toilet!" in page
    assert "Step 5" not in page.partition("<article")[2]
    assert page.count(" checked") == 1
    assert "It fills by itself on the way." in keepsake(cast)


def test_each_step_is_on_it_once_with_its_first_day(cast: Cast) -> None:
    soft(cast, 12, 6)
    decided(cast, 10, Move.START, 1, child_agreed=YES)
    decided(cast, 8, Move.MOVE_ON, 2, child_agreed=YES)
    decided(cast, 7, Move.STEP_BACK, 1)
    decided(cast, 5, Move.MOVE_ON, 2, child_agreed=YES)
    sheet = keepsake(cast, "steps").partition("<article")[2]
    assert sheet.count("Step 2") == 1
    assert "12 March 2026" in sheet


def test_an_empty_way_fills_by_itself(cast: Cast) -> None:
    assert "It fills by itself on the way." in plan_page(cast, "anna", "keepsake")


def test_back_after_months_there_is_one_kind_question_and_the_plan_rests(
    cast: Cast,
) -> None:
    asked_long_ago(cast, 110)
    soft(cast, 120, 100)
    decided(cast, 110, Move.START, 2, child_agreed=YES)
    page = today(cast)
    assert "Good to see you: how has it been lately?" in page
    assert "How has it been, these four weeks?" in page
    assert "step-card" not in page


@pytest.mark.parametrize("step", [1, 2, 5])
def test_the_way_on_it_is_as_far_as_the_child_has_come(cast: Cast, step: int) -> None:
    soft(cast, 12, 6)
    decided(cast, 10, Move.START, step, child_agreed=YES)
    sheet = cast.anna.client.get(address(cast, "keepsake")).context["page"]
    assert (sheet.path.here, sheet.path.steps) == (step, 5)


def test_without_a_step_it_has_not_begun(cast: Cast) -> None:
    sheet = cast.anna.client.get(address(cast, "keepsake")).context["page"]
    assert sheet.path.here == 0
