"""Two decisions within a day by two parents: both are shown, the easier holds."""

from datetime import date

from tests.web.cast import Cast
from tests.web.plan.diaries import (
    YES,
    Move,
    decide,
    decided,
    newest,
    plan_page,
    soft,
    sore,
)


def differ(cast: Cast) -> None:
    soft(cast, 12, 0)
    decided(cast, 11, Move.START, 2, child_agreed=YES)
    decided(cast, 0.3, Move.STEP_BACK, 1, who=cast.anna)
    decided(cast, 0.2, Move.MOVE_ON, 3, who=cast.ben, child_agreed=YES)


def test_both_are_shown_with_who_and_when(cast: Cast) -> None:
    differ(cast)
    page = plan_page(cast)
    assert "Two decisions, one day" in page
    assert "Anna, today at 10:53" in page
    assert "Ben, today at 13:17" in page


def test_the_easier_one_holds_and_stands_first(cast: Cast) -> None:
    differ(cast)
    page = plan_page(cast)
    assert "<strong>Back to step 1</strong> · holds now" in page
    assert page.index("Back to step 1") < page.index("On to step 3")
    assert "Step 1 of 5" in page


def test_one_tap_settles_it(cast: Cast) -> None:
    differ(cast)
    page = decide(
        cast, "ben", form="settle", move="move_on", step=3, child_agreed="yes"
    )
    assert (newest(cast).step, newest(cast).by) == (3, str(cast.ben.membership.pk))
    assert "Two decisions, one day" not in page.content.decode()
    assert "Step 3 of 5" in plan_page(cast)


def test_a_break_of_both_keeps_its_day(cast: Cast) -> None:
    soft(cast, 12, 0)
    decided(cast, 11, Move.START, 2, child_agreed=YES)
    decided(cast, 0.3, Move.TAKE_A_BREAK, 2, until_day=date(2026, 4, 17))
    decided(cast, 0.2, Move.STAY, 2, who=cast.ben)
    assert 'name="until" value="2026-04-17"' in plan_page(cast)


def test_while_it_hurts_only_the_easier_can_be_settled_on(cast: Cast) -> None:
    differ(cast)
    sore(cast)
    assert plan_page(cast).count("Let it be this one") == 1


def test_a_carer_sees_both_and_settles_nothing(cast: Cast) -> None:
    differ(cast)
    page = plan_page(cast, "rosa")
    assert "Two decisions, one day" in page
    assert "Let it be this one" not in page


def test_long_after_it_can_still_be_settled(cast: Cast) -> None:
    soft(cast, 12, 0)
    decided(cast, 30, Move.START, 2, child_agreed=YES)
    decided(cast, 20.3, Move.TAKE_A_BREAK, 2, until_day=date(2026, 3, 15))
    decided(cast, 20.2, Move.STAY, 2, who=cast.ben)
    page = plan_page(cast)
    assert 'name="without_day" value="1"' in page
    decide(cast, form="settle", move="take_a_break", step=2, without_day=1)
    assert "Two decisions, one day" not in plan_page(cast)
