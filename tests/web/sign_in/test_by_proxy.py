"""A proxy with its own sign-in: believed where the host says so, and nowhere else."""

import logging
from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from stepstool.web.config import environment
from stepstool.web.families.models import User
from tests.web.cast import Cast

PROXY, STRANGER = "172.18.0.2", "203.0.113.9"
NAMES = ("STEPSTOOL_USER_HEADER", "STEPSTOOL_USER_PROXIES")


@pytest.fixture
def single_sign_on(settings: Any) -> None:
    settings.STEPSTOOL_USER_HEADER = "Remote-User"
    settings.STEPSTOOL_USER_PROXIES = [ip_network("172.18.0.0/16"), ip_network("::1")]


def opens(client: Client, name: str | None, by: str = PROXY) -> str:
    """Open the account page as a proxy passes it on; whose it is, or nothing."""
    headers = {} if name is None else {"remote-user": name}
    answer = client.get("/account/", headers=headers, REMOTE_ADDR=by)
    return str(answer.wsgi_request.user) if answer.status_code == 200 else ""


@pytest.mark.parametrize("name", ["Anna", "anna", " ANNA "])
def test_whom_a_trusted_proxy_names_is_in(
    cast: Cast, visitor: Client, single_sign_on: None, name: str
) -> None:
    assert opens(visitor, name) == "Anna"


def test_it_is_off_by_default(cast: Cast, visitor: Client) -> None:
    assert opens(visitor, "Anna") == ""
    assert opens(visitor, "Anna", "127.0.0.1") == ""


@pytest.mark.parametrize(
    "address", [STRANGER, "172.19.0.2", "127.0.0.1", "::2", "", "a.b"]
)
def test_from_anybody_else_it_opens_nothing(
    cast: Cast, visitor: Client, single_sign_on: None, address: str
) -> None:
    assert opens(visitor, "Anna", address) == ""


def test_what_a_stranger_says_of_an_address_is_not_believed(
    cast: Cast, visitor: Client, single_sign_on: None, settings: Any
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    headers = {"remote-user": "Anna", "x-forwarded-for": PROXY}
    answer = visitor.get("/account/", headers=headers, REMOTE_ADDR=STRANGER)
    assert answer.status_code == 302


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    log = logging.getLogger("stepstool.sign_in")
    log.addHandler(caplog.handler)
    yield caplog
    log.removeHandler(caplog.handler)


def test_who_tries_it_is_logged(
    cast: Cast,
    visitor: Client,
    single_sign_on: None,
    lines: pytest.LogCaptureFixture,
) -> None:
    opens(visitor, "Anna", STRANGER)
    opens(visitor, None, STRANGER)
    assert f"failed sign-in from {STRANGER}" in lines.messages
    assert len([one for one in lines.messages if "failed sign-in" in one]) == 1


def test_another_name_ends_the_session_before(
    cast: Cast, visitor: Client, single_sign_on: None
) -> None:
    opens(visitor, "Anna")
    assert opens(visitor, "Ben") == "Ben"
    assert opens(visitor, "Nobody here") == ""
    assert opens(visitor, None) == ""


def test_who_leaves_at_the_proxy_has_left_here(
    cast: Cast, visitor: Client, single_sign_on: None
) -> None:
    opens(visitor, "Anna")
    assert opens(visitor, None) == ""


def test_who_came_by_password_stays_without_the_header(
    cast: Cast, single_sign_on: None
) -> None:
    assert opens(cast.anna.client, None) == "Anna"


def test_a_resting_account_is_not_woken(
    cast: Cast, visitor: Client, single_sign_on: None
) -> None:
    User.objects.filter(username="anna").update(is_active=False)
    assert opens(visitor, "Anna") == ""


def test_whom_nobody_knows_gets_an_account_only_if_the_host_says_so(
    cast: Cast, visitor: Client, single_sign_on: None, settings: Any
) -> None:
    assert opens(visitor, "Zoë".encode().decode("latin-1")) == ""
    settings.STEPSTOOL_NEWCOMERS = True
    assert opens(visitor, "Zoë".encode().decode("latin-1")) == "Zoë"
    assert not User.objects.get(name="Zoë").is_host


@pytest.mark.parametrize(
    "name", ["\u202e".encode().decode("latin-1"), "x" * 61, "\xff"]
)
def test_what_is_no_name_makes_no_account(
    cast: Cast, visitor: Client, single_sign_on: None, settings: Any, name: str
) -> None:
    settings.STEPSTOOL_NEWCOMERS = True
    before = User.objects.count()
    assert opens(visitor, name) == ""
    assert User.objects.count() == before


def test_a_newcomer_can_set_a_password(
    cast: Cast, visitor: Client, single_sign_on: None, settings: Any
) -> None:
    settings.STEPSTOOL_NEWCOMERS = True
    opens(visitor, "Zoe")
    as_zoe: dict[str, Any] = {"headers": {"remote-user": "Zoe"}, "REMOTE_ADDR": PROXY}
    page = visitor.get("/account/password/", follow=True, **as_zoe)
    assert b"has none yet" in page.content
    words = {"password1": "new kind words", "password2": "new kind words"}
    visitor.post("/account/password/first/", words, **as_zoe)
    assert User.objects.get(name="Zoe").check_password("new kind words")


def test_the_first_of_all_is_the_host(
    visitor: Client, single_sign_on: None, settings: Any
) -> None:
    settings.STEPSTOOL_NEWCOMERS = True
    opens(visitor, "Zoe")
    assert User.objects.get().is_host


def test_settings_name_the_header_and_its_proxies() -> None:
    env = dict(zip(NAMES, ("Remote-User", "::1, 10.0.0.0/8"), strict=True))
    header, proxies = environment.user_header(*NAMES, env)
    assert header == "Remote-User"
    assert [str(one) for one in proxies] == ["::1/128", "10.0.0.0/8"]
    assert environment.user_header(*NAMES, {}) == ("", [])


@pytest.mark.parametrize(
    ("header", "proxies", "cure"),
    [
        ("Remote_User", "::1", "such as Remote-User"),
        ("Remote-User", "", "STEPSTOOL_USER_PROXIES to the address"),
        ("Remote-User", "my-proxy", "such as 127.0.0.1"),
        ("Remote-User", "10.0.0.1/8", "networks such as"),
    ],
)
def test_nonsense_is_refused_with_its_cure(
    header: str, proxies: str, cure: str
) -> None:
    env = dict(zip(NAMES, (header, proxies), strict=True))
    with pytest.raises(ImproperlyConfigured, match=cure):
        environment.user_header(*NAMES, env)
