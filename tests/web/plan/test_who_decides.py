"""Parents decide about the plan; who cares along sees the same step."""

import pytest

from tests.web.cast import Cast
from tests.web.pages import get, post, stored
from tests.web.plan.diaries import Interview, Plan, decide, learned, plan_page

PAGES = ["plan", "ladders", "plan-so-far"]


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_who_cares_along_sees_the_step_and_no_button(cast: Cast, who: str) -> None:
    learned(cast)
    page = plan_page(cast, who)
    assert "Step 2 of 5" in page
    assert "The parents decide about the plan." in page
    assert 'name="move"' not in page
    assert "It has become a fight" not in page
    assert "Would you like to try something new?" not in page


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_and_cannot_decide(cast: Cast, who: str) -> None:
    learned(cast)
    before = len(stored(cast, Plan))
    answer = decide(cast, who, move="move_on", step=3, child_agreed="yes")
    assert answer.status_code == 403
    assert len(stored(cast, Plan)) == before


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_nor_tell_of_a_fight(cast: Cast, who: str) -> None:
    person = getattr(cast, who)
    answer = post(person.client, cast, "plan-tell", "fight", answers="yes")
    assert answer.status_code == 403
    assert stored(cast, Interview) == []


def test_either_parent_decides(cast: Cast) -> None:
    learned(cast)
    assert "Yes: step 3" in plan_page(cast, "ben")


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
@pytest.mark.parametrize("name", PAGES)
def test_they_may_look_at_all_of_it(cast: Cast, who: str, name: str) -> None:
    learned(cast)
    assert get(getattr(cast, who).client, cast, name).status_code == 200


@pytest.mark.parametrize("who", ["rosa", "tim"])
def test_nobody_but_a_parent_chooses_a_ladder(cast: Cast, who: str) -> None:
    assert "Choose this ladder" not in plan_page(cast, who, "ladder", "b")
    assert "Choose this ladder" in plan_page(cast, "anna", "ladder", "b")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kept", [True, False])
def test_the_pages_ask_few_queries(
    cast: Cast, name: str, kept: bool, django_assert_max_num_queries
) -> None:
    learned(cast)
    client = cast.anna.client
    if kept:
        get(client, cast, name)
    with django_assert_max_num_queries(9):
        assert get(client, cast, name).status_code == 200
