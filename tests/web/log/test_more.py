"""Everything else that can be written down: forms made from the method's questions."""

import pytest

from stepstool import method
from stepstool.web.diary.kinds import KINDS
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of

BY_HAND_KINDS = sorted(kind.name for kind in KINDS.values() if kind.by_hand)
ANSWERS = {
    "sit": {"accepted": "yes", "minutes": "3", "ended_by": "child"},
    "signal": {"signs": ["hiding", "red_face"], "meaning": "about_to_go"},
    "meal": {"meal": "lunch", "foods": "lentils"},
    "none_came": {"since": "2026-03-01"},
}


def test_more_offers_every_kind_that_is_written_by_hand(cast: Cast) -> None:
    page = text_of(get(cast.anna.client, cast, "more"))
    for kind in set(BY_HAND_KINDS) - {"poop"}:
        assert f"/more/{kind}/" in page


def test_a_preschool_is_offered_less(cast: Cast) -> None:
    page = text_of(get(cast.owls.client, cast, "more"))
    assert "/more/pee/" in page
    assert "/more/big_change/" not in page


@pytest.mark.parametrize("kind", BY_HAND_KINDS)
def test_every_form_opens(cast: Cast, kind: str) -> None:
    assert get(cast.anna.client, cast, "write", kind).status_code == 200


def test_a_note_without_words_is_none(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "write", "note")
    assert "Write a few words here" in text_of(answer)


@pytest.mark.parametrize("kind", [each for each in BY_HAND_KINDS if each != "note"])
def test_an_empty_form_is_an_entry(cast: Cast, kind: str) -> None:
    post(cast.anna.client, cast, "write", kind)
    assert [each.KIND for each in stored(cast)] == [kind]


@pytest.mark.parametrize("kind", sorted(ANSWERS))
def test_answers_are_kept_as_they_were_given(cast: Cast, kind: str) -> None:
    post(cast.anna.client, cast, "write", kind, **ANSWERS[kind])
    (entry,) = stored(cast)
    written = method.write_entry(entry)["data"]
    told = {name: str(value) for name, value in written.items()}
    assert told == {name: str(value) for name, value in ANSWERS[kind].items()}


def test_a_wrong_answer_is_named_and_everything_typed_stays(cast: Cast) -> None:
    told = {"minutes": "999", "mood": "proud", "note": "She sang."}
    answer = post(cast.anna.client, cast, "write", "sit", **told)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "A whole number from 0 to 120, or nothing." in page
    assert 'value="999"' in page
    assert 'value="proud" checked' in page
    assert "She sang." in page
    assert stored(cast) == []


def test_all_faults_are_named_at_once(cast: Cast) -> None:
    told = {"minutes": "many", "when": "choose", "at": "2090-01-01T00:00"}
    page = text_of(post(cast.anna.client, cast, "write", "sit", **told))
    assert "A whole number from 0 to 120" in page
    assert "That is still to come" in page


def test_an_end_before_the_beginning_is_refused(cast: Cast) -> None:
    told = {"when": "choose", "at": "2026-03-04T10:00", "until": "2026-03-04T09:00"}
    page = text_of(post(cast.anna.client, cast, "write", "sleep", **told))
    assert "The end lies before the beginning" in page


def test_being_away_may_end_in_the_future(cast: Cast) -> None:
    post(cast.anna.client, cast, "write", "away", until="2090-01-01T10:00")
    (entry,) = stored(cast)
    assert entry.until.year == 2090


def test_a_note_may_be_as_long_as_the_diary_takes(cast: Cast) -> None:
    answer = post(cast.anna.client, cast, "write", "note", note="x" * 2001)
    assert "At most 2000 characters fit here." in text_of(answer)


@pytest.mark.parametrize("kind", ["zone", "plan", "reward", "nonsense"])
def test_other_kinds_have_no_form(cast: Cast, kind: str) -> None:
    assert get(cast.anna.client, cast, "write", kind).status_code == 404


def test_a_kind_that_is_not_theirs_is_not_there_for_a_role(cast: Cast) -> None:
    assert get(cast.owls.client, cast, "write", "big_change").status_code == 404


def test_a_poop_found_later_is_known_as_such(cast: Cast) -> None:
    post(cast.anna.client, cast, "write", "poop", witness="found_later")
    (poop,) = stored(cast)
    assert poop.timing is method.Timing.FOUND_LATER
