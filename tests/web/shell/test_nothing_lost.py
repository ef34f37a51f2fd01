"""Nothing typed is lost: what the house answers to a form that stays on its page."""

import pytest
from django.test import Client

from stepstool import method
from tests.web.cast import PASSWORD, Cast
from tests.web.pages import address, stored, text_of

STAY = {"x-stay": "yes"}
DIAPER = "asks-for-diaper"
BEFORE = "http://testserver/family/1/"


def test_a_form_that_stays_is_told_where_it_leads(cast: Cast) -> None:
    answer = cast.anna.client.post(address(cast, DIAPER), headers=STAY)
    assert answer.status_code == 204
    assert "/diaper-given/" in answer["X-Goes-To"]
    assert "Location" not in answer
    assert len(stored(cast, method.toileting.DiaperRequest)) == 1


def test_a_form_without_a_script_is_led_there(cast: Cast) -> None:
    answer = cast.anna.client.post(address(cast, DIAPER))
    assert answer.status_code == 302
    assert "X-Goes-To" not in answer


def test_who_was_signed_out_hears_it_and_nothing_is_written(
    cast: Cast, visitor: Client
) -> None:
    answer = visitor.post(address(cast, DIAPER), headers=STAY)
    assert answer.status_code == 401
    assert answer["X-Goes-To"].startswith("/account/sign-in/")
    assert stored(cast, method.toileting.DiaperRequest) == []


@pytest.mark.parametrize(
    ("before", "leads_to"),
    [
        (f"{BEFORE}?face=day", "%2Ffamily%2F1%2F%3Fface%3Dday"),
        ("https://elsewhere.example/family/1/", "/"),
        ("", "/"),
    ],
)
def test_signing_in_leads_back_to_the_page_with_the_button(
    cast: Cast, visitor: Client, before: str, leads_to: str
) -> None:
    answer = visitor.post(address(cast, DIAPER), headers={"referer": before})
    target = answer["Location"].partition("next=")[2]
    assert target.replace("/", "%2F") == leads_to.replace("/", "%2F")


def test_without_a_script_the_door_says_that_it_was_not_written(
    cast: Cast, visitor: Client
) -> None:
    sent = visitor.post(address(cast, DIAPER), headers={"referer": BEFORE})
    door = visitor.get(sent["Location"])
    assert "did not reach the diary" in text_of(door)
    typed = {"login": "Anna", "password": PASSWORD, "next": "/family/1/"}
    assert visitor.post(sent["Location"], typed)["Location"] == "/family/1/"


def test_who_only_wanted_to_look_loses_nothing_at_the_door(
    cast: Cast, visitor: Client
) -> None:
    looked = visitor.get(address(cast, "today"))
    assert "did not reach" not in text_of(visitor.get(looked["Location"]))
    stays = visitor.post(address(cast, DIAPER), headers=STAY | {"referer": BEFORE})
    assert "did not reach" not in text_of(visitor.get(stays["X-Goes-To"]))


def test_a_page_that_was_open_for_long_is_marked_for_the_script(cast: Cast) -> None:
    careful = Client(enforce_csrf_checks=True)
    answer = careful.post(address(cast, DIAPER), headers=STAY)
    assert (answer.status_code, answer["X-Stale"]) == (403, "yes")


def test_the_address_of_a_button_opened_as_a_page_has_a_way_back(cast: Cast) -> None:
    answer = cast.anna.client.get(address(cast, DIAPER))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    page = answer.content.decode()
    assert "Only a button leads here" in page
    assert address(cast, "today") in page
