"""Why not? Reasons with what speaks for them, and questions that may all be skipped."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.reasons.page import PAGES, reasons_of, ways_of
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

P, N = method.poop, method.interview
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
KEY = "0f3c7f7e-5d1c-4b7e-9f5e-3d1f4c1a2b3c"

ON_STEP = {
    "move": method.lasting.Move.START,
    "ladder": "b",
    "ladder_version": 1,
    "step": 1,
}


@pytest.fixture(autouse=True)
def at_noon(cast: Cast) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        lives_in_london(cast)
        yield


def page(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "why-not"))


def test_a_new_family_is_asked_and_told_that_nobody_can_be_sure(cast: Cast) -> None:
    said = page(cast)
    assert "Some questions" in said
    assert "sure" in said


def test_what_hurts_is_named_with_what_speaks_for_it(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.DIAPER, bristol=1, pain=2)
    said = page(cast)
    assert 'id="pain"' in said
    assert "Why we think so" in said


def test_an_answer_is_written_once_and_leads_on(cast: Cast) -> None:
    client = cast.anna.client
    fields = {"id": KEY, "answer": "hides", "of": ["says_or_does", "grown_ups"]}
    for _ in range(2):
        said = text_of(post(client, cast, "why-not-answer", "says_or_does", **fields))
    (told,) = stored(cast, N.Interview)
    assert told.answers == (N.Told("hides"),)
    assert "Question 2 of 2" in said


def test_what_was_told_changes_the_reasons(cast: Cast) -> None:
    post(cast.anna.client, cast, "why-not-answer", "says_or_does", answer="hides")
    assert 'id="privacy"' in page(cast)


def test_every_question_can_be_skipped_to_the_end(cast: Cast) -> None:
    passed = "&".join(f"passed={topic}" for topic in N.Topic)
    client = cast.anna.client
    start = address(cast, "why-not-questions")
    assert "Question 1 of" in text_of(client.get(start))
    assert "Question 1 of 2" in text_of(
        client.get(f"{start}?of=says_or_does&of=grown_ups&of=cried&passed=gap")
    )
    assert client.get(f"{start}?{passed}").url == address(cast, "why-not")


def test_five_are_asked_at_a_time_and_each_says_why(cast: Cast) -> None:
    client, shown = cast.anna.client, []
    said = client.get(address(cast, "why-not-questions"))
    while "asked" in said.context:
        asked = said.context["asked"]
        assert asked.count == 5
        assert asked.why in text_of(said)
        shown.append(asked.topic)
        said = client.get(asked.skip)
    assert len(shown) == 5
    assert "5 more questions" in text_of(said)
    after = client.get(said.context["more"]).context["asked"]
    assert after.topic not in shown
    assert after.place == 1


def test_the_last_few_come_last(cast: Cast) -> None:
    client, shown = cast.anna.client, []
    said = client.get(address(cast, "why-not-questions"))
    while said.status_code == 200:
        asked = said.context.get("asked")
        shown += [asked.topic] if asked else []
        said = client.get(asked.skip if asked else said.context["more"])
    assert len(shown) == len(set(shown)) > 10
    assert said.url == address(cast, "why-not")


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
        assert get(client, cast, "why-not").status_code == 200


def test_what_the_family_told_is_not_for_preschool(cast: Cast) -> None:
    client = cast.owls.client
    for name in ("why-not", "why-not-questions"):
        assert client.get(address(cast, name)).status_code == 403


def test_a_round_asked_again_goes_on_after_its_first_answer(cast: Cast) -> None:
    client, long_ago = cast.anna.client, NOON - timedelta(days=400)
    for topic in (N.Topic.SAYS_OR_DOES, N.Topic.GROWN_UPS):
        told = (N.ANSWERS[topic][0],)
        wrote(cast, N.Interview, at=long_ago, topic=topic, answers=told)
    first = client.get(address(cast, "why-not-questions")).context["asked"]
    fields = {"answer": first.options[0].value, "of": [*first.round.topics]}
    said = text_of(post(client, cast, "why-not-answer", first.topic, **fields))
    assert f"Question 2 of {first.count}" in said


def test_every_way_leads_to_a_page(cast: Cast) -> None:
    client = cast.anna.client
    visit = Visit(cast.anna.membership, cast.mia, NOON)
    (reason, *_) = reasons_of(visit).reasons
    for way in ways_of(visit, replace(reason, help=tuple(PAGES))):
        assert client.get(way.address).status_code == 200


def test_the_plan_shows_the_way_only_to_who_may_go_it(cast: Cast) -> None:
    wrote(cast, method.lasting.Plan, **ON_STEP)
    way = address(cast, "why-not")
    assert way in text_of(get(cast.anna.client, cast, "plan"))
    assert way not in text_of(get(cast.owls.client, cast, "plan"))


def test_pain_stands_before_what_is_only_possible(cast: Cast) -> None:
    post(cast.anna.client, cast, "why-not-answer", "says_or_does", answer="hides")
    for days in (1, 2):
        at = NOON - timedelta(days=days)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=1, pain=2)
    said = page(cast)
    assert said.index('id="pain"') < said.index('id="privacy"')


def test_how_sure_it_is_has_a_shape_and_a_word(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.DIAPER, bristol=1, pain=2)
    assert re.search(r'aria-hidden="true">●[●○]{2}</span> \w+', page(cast))


def test_what_nobody_was_asked_about_is_folded(cast: Cast) -> None:
    folded = page(cast).partition("Not looked at yet")[2]
    assert "It may frighten Mia." in folded
    assert "A question skipped is fine." in folded


def test_of_several_answers_all_are_kept(cast: Cast) -> None:
    told = {"answer": ["hides", "asks_for_a_diaper"]}
    post(cast.anna.client, cast, "why-not-answer", "says_or_does", **told)
    (kept,) = stored(cast, N.Interview)
    assert set(kept.answers) == set(told["answer"])


def test_a_question_of_one_answer_takes_no_two(cast: Cast) -> None:
    where = address(cast, "why-not-answer", "fight")
    sent = cast.anna.client.post(where, {"answer": ["yes", "no"]})
    assert sent.status_code == 404
    assert stored(cast, N.Interview) == []


def test_who_only_reads_sees_reasons_and_answers_nothing(cast: Cast) -> None:
    assert "Some questions" not in text_of(get(cast.tim.client, cast, "why-not"))
    assert get(cast.tim.client, cast, "why-not-questions").status_code == 403


def test_a_question_asks_few_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client = cast.anna.client
    get(client, cast, "why-not-questions")
    with django_assert_max_num_queries(8):
        assert get(client, cast, "why-not-questions").status_code == 200


SAID = {
    "hiding_place": ("says_or_does", "hides"),
    "flush": ("says_or_does", "afraid_of_the_flush"),
    "away": ("preschool", "holds_until_home"),
}


@pytest.mark.parametrize("ladder", SAID)
def test_a_reason_leads_to_the_ladder_made_for_it(cast: Cast, ladder: str) -> None:
    for days in range(4):
        at = NOON - timedelta(days=days, hours=2)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    topic, answer = SAID[ladder]
    wrote(cast, N.Interview, topic=N.Topic(topic), answers=(N.Told(answer),))
    assert f'href="{address(cast, "ladder", ladder)}"' in page(cast)


def test_while_it_is_stuck_no_ladder_is_named(cast: Cast) -> None:
    for days in range(4):
        at = NOON - timedelta(days=days, hours=2)
        wrote(cast, P.Poop, at=at, place=P.Place.DIAPER, bristol=4, pain=0)
    post(cast.anna.client, cast, "why-not-answer", "says_or_does", answer="hides")
    assert "The hiding place moves" in page(cast)
    word = method.health.Word.CONSTIPATED
    wrote(cast, method.health.ClinicianWord, word=word)
    assert "The hiding place moves" not in page(cast)
