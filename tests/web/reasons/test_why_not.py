"""Why not? Reasons with what speaks for them, and questions that may all be skipped."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

P, N = method.poop, method.interview
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
KEY = "0f3c7f7e-5d1c-4b7e-9f5e-3d1f4c1a2b3c"


@pytest.fixture(autouse=True)
def at_noon(cast: Cast) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        lives_in_london(cast)
        yield


def page(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "why-not"))


def test_a_new_family_is_asked_and_told_that_nobody_can_be_sure(cast: Cast) -> None:
    said = page(cast)
    assert "A minute of questions" in said
    assert "sure" in said


def test_what_hurts_is_named_with_what_speaks_for_it(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.DIAPER, bristol=1, pain=2)
    said = page(cast)
    assert 'id="pain"' in said
    assert "Why we think so" in said


def test_an_answer_is_written_once_and_leads_on(cast: Cast) -> None:
    client = cast.anna.client
    fields = {"id": KEY, "answer": "hides"}
    for _ in range(2):
        said = text_of(post(client, cast, "why-not-answer", "says_or_does", **fields))
    (told,) = stored(cast, N.Interview)
    assert told.answers == (N.Told("hides"),)
    assert "Question 2 of" in said


def test_what_was_told_changes_the_reasons(cast: Cast) -> None:
    post(cast.anna.client, cast, "why-not-answer", "says_or_does", answer="hides")
    assert 'id="privacy"' in page(cast)


def test_every_question_can_be_skipped_to_the_end(cast: Cast) -> None:
    seen = "&".join(f"seen={topic}" for topic in N.Topic)
    client = cast.anna.client
    start = address(cast, "why-not-questions")
    assert "Question 1 of" in text_of(client.get(start))
    assert "Question 2 of" in text_of(client.get(f"{start}?seen=gap&seen=cried"))
    assert client.get(f"{start}?{seen}").url == address(cast, "why-not")


def test_without_an_answer_nothing_is_written(cast: Cast) -> None:
    post(cast.anna.client, cast, "why-not-answer", "says_or_does")
    assert stored(cast, N.Interview) == []


@pytest.mark.parametrize(("topic", "answer"), [("cried", "yes"), ("gap", "purple")])
def test_what_no_button_sends_is_not_there(cast: Cast, topic: str, answer: str) -> None:
    where = address(cast, "why-not-answer", topic)
    assert cast.anna.client.post(where, {"answer": answer}).status_code == 404


def test_the_page_asks_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    client = cast.anna.client
    get(client, cast, "why-not")
    with django_assert_max_num_queries(8):
        get(client, cast, "why-not")


def test_what_the_family_told_is_not_for_preschool(cast: Cast) -> None:
    client = cast.owls.client
    for name in ("why-not", "why-not-questions"):
        assert client.get(address(cast, name)).status_code == 403
