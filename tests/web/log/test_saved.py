"""After saving: one question, Undo, and the sentences that belong to blood and pain."""

import pytest

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of, wrote

P = method.poop


def test_soft_in_a_diaper_is_the_diapers_picture(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.DIAPER)
    post(cast.anna.client, cast, "answer", key, answer="soft")
    (poop,) = stored(cast, P.Poop)
    assert poop.brussels is P.Brussels.FORMED
    assert poop.bristol is method.UNKNOWN


def test_hard_in_the_potty_is_a_type(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    post(cast.anna.client, cast, "answer", key, answer="hard")
    (poop,) = stored(cast, P.Poop)
    assert (poop.bristol, poop.brussels) == (2, method.UNKNOWN)


def test_a_question_that_was_answered_is_not_asked_again(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="soft"))
    assert 'value="hard"' not in page
    assert 'value="hurt"' in page


def test_who_says_it_hurt_is_thanked(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="hurt"))
    assert "Good that you say so. We go slower." in page


def test_a_streak_has_its_sentence_and_a_look_at_the_signs(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="streak"))
    assert "a small tear is the usual reason" in page
    assert "is one of these signs there too?" in page


def test_blood_mixed_in_leads_to_a_call_on_the_same_page(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(cast.anna.client, cast, "answer", key, answer="mixed"))
    assert "Please call today" in page


def test_an_answer_of_no_button_is_not_there(cast: Cast) -> None:
    key = wrote(cast, P.Poop)
    assert post(cast.anna.client, cast, "answer", key, answer="x").status_code == 404


def test_undo_takes_back_the_last_thing_only(cast: Cast) -> None:
    client, key = cast.anna.client, wrote(cast, P.Poop, place=P.Place.POTTY)
    post(client, cast, "answer", key, answer="hurt")
    post(client, cast, "undo", key)
    (poop,) = stored(cast, P.Poop)
    assert poop.pain is method.UNKNOWN


def test_undo_of_a_new_one_removes_it_and_offers_it_back(cast: Cast) -> None:
    client, key = cast.anna.client, wrote(cast, P.Poop, place=P.Place.POTTY)
    page = text_of(post(client, cast, "undo", key))
    assert "Taken back: in the potty" in page
    assert stored(cast, P.Poop) == []
    post(client, cast, "restore", key)
    assert len(stored(cast, P.Poop)) == 1


def test_a_carer_cannot_undo_what_a_parent_wrote(cast: Cast) -> None:
    key = wrote(cast, P.Poop, place=P.Place.POTTY)
    assert post(cast.rosa.client, cast, "undo", key).status_code == 403
    assert len(stored(cast, P.Poop)) == 1


def test_what_never_was_cannot_be_undone(cast: Cast) -> None:
    assert post(cast.anna.client, cast, "undo", "never").status_code == 404


@pytest.mark.parametrize("key", ["a/b", "row 7?", "ünï#1"])
def test_ids_of_imports_may_be_any_text(cast: Cast, key: str) -> None:
    wrote(cast, P.Poop, id=key, place=P.Place.POTTY)
    client = cast.anna.client
    assert get(client, cast, "saved", key).status_code == 200
    assert get(client, cast, "entry", key).status_code == 200


def test_other_kinds_are_saved_without_a_question(cast: Cast) -> None:
    key = wrote(cast, method.toileting.Pee)
    page = text_of(get(cast.anna.client, cast, "saved", key))
    assert "Saved: Pee" in page
    assert "How was it?" not in page


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (method.health.TummyAche, {}),
        (method.health.Illness, {"symptoms": (method.health.Symptom.VOMITING,)}),
    ],
)
def test_some_entries_are_a_moment_to_look_at_the_signs(cast, kind, told) -> None:
    key = wrote(cast, kind, **told)
    page = text_of(get(cast.anna.client, cast, "saved", key))
    assert "is one of these signs there too?" in page


def test_after_a_poop_in_the_pants_the_words_for_it_are_one_tap_away(
    cast: Cast,
) -> None:
    key = wrote(cast, P.Poop, place=P.Place.PANTS)
    assert "/guide/words/accident/" in text_of(
        get(cast.anna.client, cast, "saved", key)
    )
