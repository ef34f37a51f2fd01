"""Where an account is signed in: listed by device, and signed out one by one or all at once."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from stepstool.web.families import accounts
from stepstool.web.sign_in import sessions
from stepstool.web.sign_in.devices import device_name
from tests.web.cast import PASSWORD, Cast

ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15"
DEVICES = "/account/devices/"


@pytest.mark.parametrize(
    ("says", "name"),
    [
        (ANDROID, "Chrome on Android"),
        (IPHONE, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        (FIREFOX, "Firefox on Linux"),
        (MAC, "Safari on a Mac"),
        ("Chrome/1", "Chrome"),
        ("<b>curl</b>", "Another device"),
        ("", "Another device"),
    ],
)
def test_a_device_has_a_plain_name(says: str, name: str) -> None:
    assert device_name(says) == name


def phone_of(name: str, says: str) -> Client:
    """Sign somebody in as a phone does, through the page."""
    client = Client(headers={"user-agent": says})
    client.post("/account/sign-in/", {"login": name, "password": PASSWORD})
    return client


def shown(client: Client) -> str:
    return client.get(DEVICES).content.decode()


def id_of(says: str) -> int:
    return int(UserSession.objects.get(user_agent=says).pk)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


@pytest.fixture
def phones(cast: Cast) -> tuple[Client, Client]:
    return phone_of("Anna", ANDROID), phone_of("Anna", IPHONE)


def test_all_devices_are_listed_and_this_one_is_marked(
    phones: tuple[Client, Client],
) -> None:
    page = shown(phones[0])
    here, there = page.index("Chrome on Android"), page.index("Safari on iPhone")
    assert here < page.index("This one, now") < there < page.index("Last used")


def test_one_is_signed_out_and_the_others_stay(phones: tuple[Client, Client]) -> None:
    phones[0].post(f"{DEVICES}{id_of(IPHONE)}/end/")
    assert is_in(phones[0])
    assert not is_in(phones[1])
    assert "Safari on iPhone" not in shown(phones[0])


def test_all_others_are_signed_out_at_once(phones: tuple[Client, Client]) -> None:
    third = phone_of("Anna", FIREFOX)
    third.post(f"{DEVICES}others/end/")
    assert [is_in(phone) for phone in (*phones, third)] == [False, False, True]


def test_this_one_can_be_signed_out_too(phones: tuple[Client, Client]) -> None:
    phones[0].post(f"{DEVICES}{id_of(ANDROID)}/end/")
    assert not is_in(phones[0])


def test_nobody_signs_out_somebody_else(
    cast: Cast, phones: tuple[Client, Client]
) -> None:
    answer = cast.ben.client.post(f"{DEVICES}{id_of(IPHONE)}/end/")
    assert answer.status_code == 404
    assert is_in(phones[1])
    cast.ben.client.post(f"{DEVICES}others/end/")
    assert is_in(phones[1])


def test_nobody_sees_the_devices_of_somebody_else(
    cast: Cast, phones: tuple[Client, Client]
) -> None:
    assert "iPhone" not in shown(cast.ben.client)


def test_another_password_leaves_only_this_device(
    phones: tuple[Client, Client],
) -> None:
    words = "other kind words"
    form = {"oldpassword": PASSWORD, "password1": words, "password2": words}
    phones[0].post("/account/password/", form)
    assert is_in(phones[0])
    assert not is_in(phones[1])
    page = shown(phones[0])
    assert "This one, now" in page
    assert "Last used" not in page


def test_who_came_back_in_by_recovery_code_is_listed_too(
    cast: Cast, visitor: Client
) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    form = {"name": "Anna", "code": code, "password": "new kind words"}
    visitor.post("/account/lost/", form)
    assert "This one, now" in shown(visitor)


def last_use(says: str = ANDROID) -> Any:
    return UserSession.objects.get(user_agent=says).last_seen_at


def test_the_last_use_is_written_once_in_ten_minutes(cast: Cast) -> None:
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        phone = phone_of("Anna", ANDROID)
        clock.shift(sessions.WRITTEN_EVERY - timedelta(seconds=1))
        phone.get("/account/")
        assert last_use() == start
        clock.shift(timedelta(seconds=1))
        phone.get("/account/")
        assert last_use() == start + sessions.WRITTEN_EVERY


def test_a_page_costs_no_more_for_it(cast: Cast) -> None:
    anna = cast.anna.client
    with CaptureQueriesContext(connection) as asked:
        anna.get("/account/")
    assert [one["sql"] for one in asked if "usersession" in one["sql"]] == []


def test_where_nothing_can_be_written_a_page_is_shown_all_the_same(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OperationalError("database or disk is full")

    anna = cast.anna.client
    later = timezone.now() + 2 * sessions.WRITTEN_EVERY
    monkeypatch.setattr(UserSession.objects, "filter", full)
    with time_machine.travel(later, tick=False):
        assert is_in(anna)


def test_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "REMEMBERED_AT_MOST", 2)
    written, now = sessions._LastWritten(), timezone.now()
    assert [written.is_due(key, now) for key in "abca"] == [True] * 4
