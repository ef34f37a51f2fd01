"""Undo of a decision, for as long as the page is open."""

from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote
from tests.web.plan.diaries import P, Plan, decide, learned, newest, plan_page


def test_a_decision_is_said_with_its_undo(cast: Cast) -> None:
    learned(cast)
    page = decide(cast, move="move_on", step=3, child_agreed="yes").content.decode()
    assert "Written down: On to step 3, just now." in page
    assert ">Undo</button>" in page


def test_undo_takes_it_back(cast: Cast) -> None:
    learned(cast)
    decide(cast, move="move_on", step=3, child_agreed="yes")
    page = text_of(post(cast.anna.client, cast, "plan-undo", newest(cast).id))
    assert "Taken back: On to step 3" in page
    assert "Step 2 of 5" in page


def test_and_it_can_be_decided_after_all(cast: Cast) -> None:
    learned(cast)
    decide(cast, move="move_on", step=3, child_agreed="yes")
    key = newest(cast).id
    post(cast.anna.client, cast, "plan-undo", key)
    post(cast.anna.client, cast, "plan-restore", key)
    assert newest(cast).id == key
    assert "Step 3 of 5" in plan_page(cast)


def test_only_what_belongs_to_the_plan_is_undone_here(cast: Cast) -> None:
    key = wrote(cast, P.Poop)
    assert post(cast.anna.client, cast, "plan-undo", key).status_code == 404
    assert len(stored(cast, P.Poop)) == 1


def test_the_line_speaks_of_nothing_else_either(cast: Cast) -> None:
    key = wrote(cast, P.Poop)
    assert get(cast.anna.client, cast, "plan", touched=key).status_code == 404


def test_a_carer_cannot_undo_it(cast: Cast) -> None:
    learned(cast)
    before = len(stored(cast, Plan))
    answer = post(cast.rosa.client, cast, "plan-undo", newest(cast).id)
    assert answer.status_code == 403
    assert len(stored(cast, Plan)) == before
