"""Ready? A list to tick; what the diary shows is ticked, and the family may say otherwise."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from stepstool import method
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

P, N = method.poop, method.interview
NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)
LIST = N.Topic.CAN_ALREADY


@pytest.fixture(autouse=True)
def at_noon(cast: Cast) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        lives_in_london(cast)
        yield


def page(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "ready"))


def tick(cast: Cast, *items: str, **more: str) -> str:
    told = {"answer": list(items)} if items else {}
    return text_of(post(cast.anna.client, cast, "ready-ticked", **told, **more))


def ticked(page: str) -> set[str]:
    return set(re.findall(r'value="(\w+)" checked', page))


def test_a_new_family_finds_nothing_ticked_and_is_not_tested(cast: Cast) -> None:
    said = page(cast)
    assert ticked(said) == set()
    assert "Nothing here is a test." in said


def test_what_was_ticked_is_kept_said_kindly_and_can_be_undone(cast: Cast) -> None:
    said = tick(cast, "wants_to", "pees_there", "tells")
    (told,) = stored(cast, N.Interview)
    assert (told.topic, set(told.answers)) == (
        LIST,
        {"wants_to", "pees_there", "tells"},
    )
    assert ticked(said) == {"wants_to", "pees_there", "tells"}
    assert "One small thing at a time is enough." in said
    assert f'action="{address(cast, "undo", told.id)}"' in said


def test_none_ticked_is_an_answer(cast: Cast) -> None:
    assert "Early days." in tick(cast)
    (told,) = stored(cast, N.Interview)
    assert told.answers == (N.Told.NOTHING_OF_THIS,)


def test_what_is_not_in_place_leads_to_one_small_thing(cast: Cast) -> None:
    assert "the knees are higher than the hips" in tick(cast, "wants_to")
    assert "Wanting can’t be hurried." not in page(cast)


def test_the_diary_ticks_by_itself_and_can_be_overruled(cast: Cast) -> None:
    wrote(cast, P.Poop, place=P.Place.POTTY)
    said = page(cast)
    assert ticked(said) == {"small_potty"}
    assert "The diary tells of a potty." in said
    assert ticked(tick(cast, "wants_to")) == {"wants_to"}


def test_while_it_hurts_the_list_opens_nothing(cast: Cast) -> None:
    word = method.health.Word.CONSTIPATED
    wrote(cast, method.health.ClinicianWord, word=word)
    assert "soft, painless and calm come first" in tick(cast, "wants_to", "tells")


def test_sent_twice_it_is_one(cast: Cast) -> None:
    key = "0f3c7f7e-5d1c-4b7e-9f5e-3d1f4c1a2b3c"
    for _ in range(2):
        tick(cast, "wants_to", id=key)
    assert len(stored(cast, N.Interview)) == 1


@pytest.mark.parametrize("answer", ["moon", "hides"])
def test_what_no_box_of_ours_sends_is_not_there(cast: Cast, answer: str) -> None:
    sent = cast.anna.client.post(address(cast, "ready-ticked"), {"answer": answer})
    assert sent.status_code == 404
    assert stored(cast, N.Interview) == []


def test_an_address_that_names_something_else_offers_no_undo(cast: Cast) -> None:
    other = wrote(cast, P.Poop, place=P.Place.POTTY)
    answered = wrote(cast, N.Interview, topic=N.Topic.FIGHT, answers=(N.Told.YES,))
    client = cast.anna.client
    ticked = wrote(
        cast, N.Interview, topic=N.Topic.CAN_ALREADY, answers=(N.Told.WANTS_TO,)
    )
    assert "Kept." in text_of(client.get(f"{address(cast, 'ready')}?touched={ticked}"))
    for kept in (other, answered, "nothing"):
        assert "Kept." not in text_of(
            client.get(f"{address(cast, 'ready')}?touched={kept}")
        )


def test_preschool_sees_no_answers_of_the_family(cast: Cast) -> None:
    assert get(cast.owls.client, cast, "ready").status_code == 403
    sent = cast.owls.client.post(address(cast, "ready-ticked"), {"answer": "tells"})
    assert sent.status_code == 403


def test_who_only_reads_ticks_nothing(cast: Cast) -> None:
    said = text_of(get(cast.tim.client, cast, "ready"))
    assert "disabled" in said
    assert 'form="list"' not in said
    assert "Tick what is there." not in said
    assert cast.tim.client.post(address(cast, "ready-ticked")).status_code == 403


def test_plan_guide_and_reasons_lead_there(cast: Cast) -> None:
    client, link = cast.anna.client, f'href="{address(cast, "ready")}"'
    for name in ("plan", "why-not"):
        assert link in text_of(get(client, cast, name))
    assert link in text_of(client.get(address(cast, "guide-page", "ready")))
    letter = cast.owls.client.get(address(cast, "guide-page", "ready"))
    assert link not in text_of(letter)


def test_the_page_asks_few_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client = cast.anna.client
    get(client, cast, "ready")
    with django_assert_max_num_queries(8):
        assert get(client, cast, "ready").status_code == 200
