from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stepstool import method
from stepstool.web.welcome.signs import SIGNS, signs_for
from tests.web.welcome.evening import YEAR, page, tell

THREE = method.Month(YEAR, 5)


@pytest.mark.parametrize(
    ("where", "lately", "thing"),
    [
        ("diaper_anywhere", "soft_and_easy", "Carry the diapers into the bathroom."),
        ("diaper_in_hiding_place", "soft_and_easy", "the best hiding place in the"),
        ("diaper_anywhere", "leaks", "Book a visit this week."),
        ("diaper_anywhere", "dont_know", "Nothing to change yet."),
    ],
)
def test_the_answers_lead_to_one_thing_for_tonight(
    visitor: Client, where: str, lately: str, thing: str
) -> None:
    shown = page(tell(visitor, where=(where,), lately=(lately,)))
    assert "One thing for tonight" in shown
    assert thing in shown


def test_hard_and_hurting_leads_to_softness_and_no_potty_plans(visitor: Client) -> None:
    shown = page(tell(visitor, lately=("hard", "hurts")))
    assert "softness first" in shown
    assert "constipated" not in shown.casefold()


def test_it_says_what_was_told_and_that_we_may_be_wrong(visitor: Client) -> None:
    shown = page(tell(visitor, lately=("hard", "hurts")))
    assert "in a diaper, anywhere" in shown
    assert "it hurts" in shown
    assert "We may be wrong. Tell us." in shown


def test_it_gives_the_words_for_the_next_time(visitor: Client) -> None:
    assert "“Here you are. Tell me when you’re done.”" in page(tell(visitor))


def test_to_a_child_without_words_it_gives_a_gesture(visitor: Client) -> None:
    shown = page(tell(visitor, talks="no_words"))
    assert "Hold it out with open hands: that says it." in shown
    assert "without words: gestures, cards" in shown
    assert "Tell me when you’re done" not in shown


def test_who_says_nothing_of_how_it_talks_is_not_told_of_gestures(
    visitor: Client,
) -> None:
    assert "open hands" not in page(tell(visitor))


def test_a_sign_says_what_to_say_on_the_phone(visitor: Client) -> None:
    shown = page(tell(visitor, signs=("cannot_drink",)))
    assert f"“Mia, born in May {YEAR}.”" in shown


def test_a_sign_of_now_leaves_room_for_nothing_else(visitor: Client) -> None:
    shown = page(tell(visitor, signs=("green_or_bloody_vomit",)))
    assert "alert-now" in shown
    assert "One thing for tonight" not in shown
    assert "button-main" not in shown


@pytest.mark.parametrize("key", [key for key, _ in signs_for(THREE, "", date.today())])  # noqa: DTZ011
def test_every_sign_we_ask_for_leads_to_a_call(visitor: Client, key: str) -> None:
    assert 'class="alert' in page(tell(visitor, signs=(key,)))


def test_babies_signs_lead_to_a_call(visitor: Client) -> None:
    now = datetime.now(UTC)
    told = {"month": str(now.month), "year": str(now.year), "anyway": "on"}
    for key in ("young_baby", "stuck_under_2_months"):
        assert 'class="alert' in page(tell(visitor, signs=(key,), **told))


def test_the_signs_are_those_of_the_method() -> None:
    assert {sign.key for sign in SIGNS} <= set(method.health.DangerKey)


def test_every_sign_we_ask_for_has_its_sentence() -> None:
    keys = [f"danger.{sign.words or sign.key}" for sign in SIGNS]
    assert [key for key in keys if not method.language("en").has(key)] == []


def test_it_waits_for_the_danger_signs(visitor: Client) -> None:
    assert visitor.get(reverse("tonight"))["Location"] == reverse("start")


def test_it_asks_the_database_for_the_session_only(visitor: Client) -> None:
    tell(visitor)
    with CaptureQueriesContext(connection) as asked:
        visitor.get(reverse("tonight"))
    assert len(asked) <= 1
