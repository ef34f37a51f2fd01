"""Something is wrong: signs are ticked, stand first on every page, and are answered."""

import pytest
from django.urls import reverse
from django.utils import timezone

from stepstool import method
from stepstool.web.families.households import add_child
from tests.web.cast import Cast
from tests.web.pages import get, post, stored, text_of

H = method.health


def test_a_ticked_sign_stands_first_on_every_page(cast: Cast) -> None:
    client = cast.anna.client
    post(client, cast, "signs", signs=["cannot_drink"])
    for page in ("today", "diary", "poop", "more", "why"):
        assert 'class="alert"' in text_of(get(client, cast, page)), page


def test_now_is_told_apart_by_words(cast: Cast) -> None:
    page = text_of(post(cast.anna.client, cast, "signs", signs=["hard_to_wake"]))
    assert "Call now" in page
    assert "alert-now" in page


def test_a_sign_of_soon_is_a_line_and_no_box(cast: Cast) -> None:
    post(cast.anna.client, cast, "signs", signs=["not_growing"])
    page = text_of(get(cast.anna.client, cast, "today", face="day"))
    assert 'class="soon"' in page
    assert 'class="alert' not in page


@pytest.mark.parametrize("answer", ["called", "seen", "stopped"])
def test_an_answer_closes_it(cast: Cast, answer: str) -> None:
    client = cast.anna.client
    post(client, cast, "signs", signs=["cannot_drink"])
    post(client, cast, "answer-sign", "cannot_drink", answer=answer)
    assert 'class="alert' not in text_of(get(client, cast, "today"))


def test_what_comes_and_goes_offers_no_answer_that_does_not_close_it(
    cast: Cast,
) -> None:
    client = cast.anna.client
    post(client, cast, "signs", signs=["pain_without_stop"])
    page = text_of(get(client, cast, "signs"))
    assert 'value="called"' in page
    assert 'value="stopped"' not in page


def test_who_has_seen_it_is_kept(cast: Cast) -> None:
    post(
        cast.anna.client, cast, "answer-sign", "leaks", answer="seen", by_whom="Dr Ito"
    )
    (sign,) = stored(cast, H.DangerSign)
    assert (sign.answer, sign.by_whom) == (H.DangerAnswer.SEEN, "Dr Ito")


def test_none_of_these_is_an_answer_too(cast: Cast) -> None:
    post(cast.anna.client, cast, "signs", none="yes", signs=["cannot_drink"])
    told = {each.answer for each in stored(cast, H.DangerSign)}
    assert told == {H.DangerAnswer.NOT_HERE}


def test_nothing_ticked_writes_nothing(cast: Cast) -> None:
    post(cast.anna.client, cast, "signs")
    assert stored(cast) == []


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (("signs",), {"signs": ["sneezing"]}),
        (("answer-sign", "sneezing"), {"answer": "seen"}),
        (("answer-sign", "leaks"), {"answer": "whatever"}),
    ],
)
def test_what_is_no_sign_or_answer_is_not_there(cast: Cast, page, told) -> None:
    assert post(cast.anna.client, cast, *page, **told).status_code == 404
    assert stored(cast) == []


def test_a_reader_sees_the_list_and_cannot_tick(cast: Cast) -> None:
    page = text_of(get(cast.tim.client, cast, "signs"))
    assert "Throws up green or bloody" in page
    assert post(cast.tim.client, cast, "signs", signs=["leaks"]).status_code == 403


def test_signs_of_newborns_are_not_shown_for_an_older_child(cast: Cast) -> None:
    assert "weak sucking" not in text_of(get(cast.anna.client, cast, "signs"))
    baby = add_child(cast.anna.membership, "Pip", timezone.localdate().replace(day=1))
    where = reverse("signs", args=[cast.family.pk, baby.id])
    assert "weak sucking" in text_of(cast.anna.client.get(where))
