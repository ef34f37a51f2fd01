"""Our own ladder: drawn up with plain buttons, checked step by step, kept, and changed."""

import re
from html import unescape
from typing import Any

import pytest

from stepstool import method
from stepstool.web.plan.own_ladder import Draft, DraftStep, faults_of
from tests.web.cast import Cast
from tests.web.pages import address, get, post, stored, text_of
from tests.web.plan.diaries import decide, newest, plan_page

OwnLadder = method.own_ladder.OwnLadder
SOFA: dict[str, str] = {"says-1": "In a diaper behind the sofa.", "lands-1": "diaper"}
SITTING = {"says-2": "There, on the potty.", "lands-2": "diaper", "how-2": "on_potty"}
KEY = "0f3c7f7e-5d1c-4b7e-9f5e-3d1f4c1a2b3c"


def send(cast: Cast, do: str = "keep", who: str = "anna", **told: str) -> str:
    answers = {"do": do, "title": "Ours", **SOFA, **SITTING, **told}
    return text_of(post(getattr(cast, who).client, cast, "own-ladder", **answers))


def begun(cast: Cast, key: str = "") -> str:
    client = cast.anna.client
    return text_of(client.get(f"{address(cast, 'own-ladder')}?from={key}"))


def values(page: str) -> list[str]:
    return re.findall(r'<textarea[^>]* name="says-\d+"[^>]*>([^<]*)</textarea>', page)


def test_a_new_one_begins_with_one_empty_step(cast: Cast) -> None:
    assert values(begun(cast)) == [""]


@pytest.mark.parametrize("key", method.LADDERS)
def test_a_copy_of_a_ladder_is_sound_and_wants_the_same(cast: Cast, key: str) -> None:
    page = begun(cast, key)
    names = re.findall(r'<(?:input|select)[^>]* name="([\w-]+)"', page)
    typed = {f"says-{n}": unescape(each) for n, each in enumerate(values(page), 1)}
    told = typed | dict(
        re.findall(r'<input[^>]* name="([\w-]+)"[^>]* value="([^"]*)"', page)
    )
    chosen = re.findall(
        r'<select[^>]* name="([\w-]+)"[^>]*>.*?<option value="(\w+)" selected', page
    )
    told |= dict(chosen) | {"title": "Ours", "do": "keep"}
    assert {name for name in names if name.startswith("lands")} <= set(told)
    said = text_of(post(cast.anna.client, cast, "own-ladder", **told))
    assert "Written down: your own ladder" in said
    (kept,) = stored(cast, OwnLadder)
    own, like = method.made_of(kept), method.LADDERS[key]
    assert len(own.steps) == len(like.steps)
    assert method.check_ladder(own) == ()


@pytest.mark.parametrize(
    ("do", "left"),
    [
        ("add", ["In a diaper behind the sofa.", "There, on the potty.", ""]),
        ("up-2", ["There, on the potty.", "In a diaper behind the sofa."]),
        ("down-1", ["There, on the potty.", "In a diaper behind the sofa."]),
        ("remove-1", ["There, on the potty."]),
        ("up-1", ["In a diaper behind the sofa.", "There, on the potty."]),
        ("down-2", ["In a diaper behind the sofa.", "There, on the potty."]),
        ("remove-9", ["In a diaper behind the sofa.", "There, on the potty."]),
        ("dance-1", ["In a diaper behind the sofa.", "There, on the potty."]),
    ],
)
def test_steps_are_added_moved_and_taken_out_and_nothing_is_kept(
    cast: Cast, do: str, left: list[str]
) -> None:
    assert values(send(cast, do)) == left
    assert stored(cast, OwnLadder) == []


def test_the_last_step_taken_out_leaves_an_empty_one() -> None:
    assert Draft(steps=(DraftStep(says="a"),)).after("remove-1") == Draft()


def test_twelve_are_plenty() -> None:
    full = Draft(steps=(DraftStep(says="a"),) * 12)
    assert full.after("add") == full


def test_a_sound_one_is_kept_shown_and_can_be_undone(cast: Cast) -> None:
    said = send(cast)
    (kept,) = stored(cast, OwnLadder)
    assert (kept.title, kept.ladder_version, len(kept.steps)) == ("Ours", 1, 2)
    assert kept.steps[1].posture == (method.poop.Posture.SITTING_ON_POTTY,)
    assert "Written down: your own ladder" in said
    assert "There, on the potty." in said
    assert "whenever" in said
    post(cast.anna.client, cast, "plan-undo", kept.id)
    assert stored(cast, OwnLadder) == []


def test_sent_twice_it_is_one(cast: Cast) -> None:
    for _ in range(2):
        send(cast, id=KEY)
    assert len(stored(cast, OwnLadder)) == 1


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"title": ""}, "What do you call it?"),
        ({"title": "x" * 61}, "60 letters at most"),
        ({"says-2": ""}, "What does the child do here?"),
        ({"says-2": "x" * 161}, "160 letters at most"),
        ({"half-1": "x" * 161}, "160 letters at most"),
        ({"days-1": "1"}, "Days are a number from 2 to 60."),
        ({"days-1": "long"}, "Days are a number from 2 to 60."),
        ({"room-2": "bathroom"}, "Harder by two things at once: another room"),
        ({"lands-2": "bare"}, "less of the diaper, another way to sit"),
        ({"says-2": "No more diapers."}, "A diaper is never refused."),
    ],
)
def test_what_is_wrong_is_said_beside_its_step(
    cast: Cast, told: dict[str, str], says: str
) -> None:
    answers = {"do": "keep", "title": "Ours", **SOFA, **SITTING, **told}
    sent = cast.anna.client.post(address(cast, "own-ladder"), answers)
    assert sent.status_code == 422
    assert says in text_of(sent)
    assert 'aria-invalid="true"' in text_of(sent)
    assert stored(cast, OwnLadder) == []


@pytest.mark.parametrize("told", [{"thing-1": "x" * 61}, {"says-1": "a\x00b"}])
def test_what_no_field_of_ours_sends_is_not_there(
    cast: Cast, told: dict[str, str]
) -> None:
    answers = {"do": "keep", "title": "Ours", **SOFA, **told}
    sent = cast.anna.client.post(address(cast, "own-ladder"), answers)
    assert sent.status_code == 404


def test_a_change_is_a_new_version_and_the_old_one_stays(cast: Cast) -> None:
    send(cast)
    (first,) = stored(cast, OwnLadder)
    page = begun(cast, first.ladder)
    assert "This becomes a new version." in page
    send(cast, ladder=first.ladder, title="Ours, slower")
    versions = {each.ladder_version: each.title for each in stored(cast, OwnLadder)}
    assert versions == {1: "Ours", 2: "Ours, slower"}
    page = plan_page(cast, "anna", "ladders")
    assert page.count('class="card offer') == 8
    assert "Ours, slower" in page


def test_a_plan_goes_up_its_own_ladder(cast: Cast) -> None:
    send(cast)
    (kept,) = stored(cast, OwnLadder)
    decide(cast, form="choose", ladder=kept.ladder, version=1)
    decide(cast, form="start", ladder=kept.ladder, version=1, move="start", step=1)
    assert newest(cast).ladder == kept.ladder
    page = plan_page(cast)
    assert "In a diaper behind the sofa." in page
    assert "In a diaper behind the sofa." in plan_page(cast, "rosa")
    assert "Ours" in plan_page(cast, "anna", "plan-so-far")


def test_who_does_not_decide_makes_none(cast: Cast) -> None:
    for who in ("rosa", "owls", "tim"):
        client = getattr(cast, who).client
        assert get(client, cast, "own-ladder").status_code == 403
        assert client.post(address(cast, "own-ladder"), {}).status_code == 403
        assert "Make our own ladder" not in plan_page(cast, who)


def test_an_address_that_names_something_else_has_no_undo(cast: Cast) -> None:
    decide(cast, form="choose")
    where = f"{address(cast, 'ladder', 'b')}?touched={newest(cast).id}"
    assert cast.anna.client.get(where).status_code == 404


def test_the_editor_asks_few_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client = cast.anna.client
    get(client, cast, "own-ladder")
    with django_assert_max_num_queries(8):
        assert get(client, cast, "own-ladder").status_code == 200


def test_a_number_without_end_is_no_number() -> None:
    step = DraftStep(says="On the potty", days="9" * 5000)
    assert step.own_step().days is method.UNKNOWN
    draft = Draft(title="Ours", steps=(step, DraftStep()))
    assert draft.after("down-" + "9" * 5000) == draft
    assert draft.after("up-\u00b2") == draft
    assert 1 in faults_of(draft)
