"""The host's own sign-in by OpenID Connect, against a made-up provider on this machine."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from stepstool.web.config import environment
from stepstool.web.families.models import User
from tests.web.cast import PASSWORD, Cast
from tests.web.sign_in.provider import CLIENT, CODE, SECRET, Provider, running

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
GO, BACK = "/account/sign-in/openid/", "/account/sign-in/openid/back/"
WAYS, SIGN_IN = "/account/ways-in/", "/account/sign-in/"


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with running() as made_up:
        app = {
            "provider_id": settings.OPENID_PROVIDER,
            "name": "The cloud",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": made_up.address},
        }
        ours = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"] | {"APPS": [app]}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": ours}
        settings.STEPSTOOL_OPENID = made_up.address
        settings.STEPSTOOL_OPENID_NAME = "The cloud"
        yield made_up


def sent_there(client: Client, process: str = "login", **more: str) -> dict[str, str]:
    """Press the button; what the provider is asked."""
    answer = client.post(GO, {"process": process, **more})
    asked = parse_qs(urlsplit(answer["Location"]).query)
    return {key: values[0] for key, values in asked.items()}


def comes_back(client: Client, state: str, **more: str) -> Any:
    return client.get(BACK, {"code": CODE, "state": state, **more}, follow=True)


def goes_through(client: Client, process: str = "login") -> str:
    """Go there and come back; the page on which one lands."""
    state = sent_there(client, process)["state"]
    return str(comes_back(client, state).content.decode())


def who_is_in(client: Client) -> str:
    answer = client.get("/account/")
    return str(answer.wsgi_request.user) if answer.status_code == 200 else ""


def proved(client: Client) -> Client:
    client.post(f"{WAYS}again/?next={WAYS}", {"password": PASSWORD})
    return client


@pytest.fixture
def connected(cast: Cast, provider: Provider) -> None:
    goes_through(proved(cast.anna.client), "connect")


def test_without_one_there_is_no_button_and_no_way(cast: Cast, visitor: Client) -> None:
    assert "openid" not in visitor.get(SIGN_IN).content.decode()
    assert "openid" not in cast.anna.client.get(WAYS).content.decode()
    assert visitor.post(GO).status_code == 404


def test_the_provider_is_asked_with_state_and_proof_key(
    provider: Provider, visitor: Client
) -> None:
    assert "Sign in with The cloud" in visitor.get(SIGN_IN).content.decode()
    asked = sent_there(visitor)
    assert asked["client_id"] == CLIENT
    assert set(asked["scope"].split()) == {"openid", "profile"}
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"].endswith(BACK)
    assert asked["state"]


def test_who_connected_comes_in(connected: None, visitor: Client) -> None:
    assert "Good to see you" in goes_through(visitor)
    assert who_is_in(visitor) == "Anna"


def test_the_page_says_that_it_is_connected_and_ends_it(
    cast: Cast, connected: None, visitor: Client
) -> None:
    anna = cast.anna.client
    assert "You can sign in with The cloud." in anna.get(WAYS).content.decode()
    anna.post(f"{WAYS}openid/end/")
    assert "Connect with The cloud" in anna.get(WAYS).content.decode()
    assert "connected with that account yet" in goes_through(visitor)


def test_only_the_id_of_the_person_is_kept(connected: None) -> None:
    kept = SocialAccount.objects.get()
    assert (kept.uid, kept.extra_data) == ("id-7", {})
    assert not EmailAddress.objects.exists()
    assert not SocialToken.objects.exists()


def test_the_same_name_elsewhere_opens_nothing_here(
    cast: Cast, provider: Provider, visitor: Client, settings: Any
) -> None:
    for welcome in (False, True):
        settings.STEPSTOOL_NEWCOMERS = welcome
        assert "connected with that account yet" in goes_through(visitor)
        assert who_is_in(visitor) == ""


def test_a_newcomer_gets_an_account_if_the_host_says_so(
    cast: Cast, provider: Provider, visitor: Client, settings: Any
) -> None:
    provider.person = {"sub": "id-8", "name": "Zoe"}
    goes_through(visitor)
    assert who_is_in(visitor) == ""
    settings.STEPSTOOL_NEWCOMERS = True
    goes_through(visitor)
    assert who_is_in(visitor) == "Zoe"
    assert not User.objects.get(username="zoe").has_usable_password()
    goes_through(again := Client())
    assert who_is_in(again) == "Zoe"
    assert "Set a password too" in again.get(WAYS).content.decode()


def test_an_account_without_a_password_keeps_its_only_way_in(
    provider: Provider, visitor: Client, settings: Any
) -> None:
    settings.STEPSTOOL_NEWCOMERS = True
    goes_through(visitor)
    visitor.post(f"{WAYS}openid/end/")
    assert SocialAccount.objects.exists()


def test_who_has_no_password_sets_one_before_a_way_in_changes(
    provider: Provider, visitor: Client, settings: Any
) -> None:
    settings.STEPSTOOL_NEWCOMERS = True
    goes_through(visitor)
    TOTP.activate(User.objects.get(), "JBSWY3DPEHPK3PXP")
    answer = visitor.get(f"{WAYS}app/stop/")
    assert answer["Location"].startswith("/account/password/first/")
    words = {"password1": PASSWORD, "password2": PASSWORD}
    assert visitor.post("/account/password/first/", words).status_code == 302
    assert User.objects.get().check_password(PASSWORD)
    assert proved(visitor).get(f"{WAYS}app/stop/").status_code == 200


def test_the_second_step_is_asked_here_too(
    cast: Cast, connected: None, visitor: Client
) -> None:
    TOTP.activate(cast.anna.user, "JBSWY3DPEHPK3PXP")
    assert "Six digits" in goes_through(visitor)
    assert who_is_in(visitor) == ""


def test_connecting_asks_for_the_password_first(cast: Cast, provider: Provider) -> None:
    answer = cast.anna.client.post(GO, {"process": "connect"})
    assert answer["Location"].startswith(f"{WAYS}again/")


def test_what_is_somebody_elses_is_not_connected(cast: Cast, connected: None) -> None:
    page = goes_through(proved(cast.ben.client), "connect")
    assert "connected with somebody else here" in page
    assert SocialAccount.objects.get().user == cast.anna.user


def test_who_signed_out_meanwhile_connects_nothing(
    cast: Cast, provider: Provider
) -> None:
    anna = proved(cast.anna.client)
    state = sent_there(anna, "connect")["state"]
    anna.post("/account/sign-out/")
    comes_back(anna, state)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("state", ["", "made-up"])
def test_a_state_that_is_not_ours_opens_nothing(
    connected: None, visitor: Client, state: str
) -> None:
    page = comes_back(visitor, state)
    assert "did not work over there" in page.content.decode()
    assert who_is_in(visitor) == ""


def test_the_state_of_another_browser_opens_nothing(
    connected: None, visitor: Client
) -> None:
    state = sent_there(Client())["state"]
    comes_back(visitor, state)
    assert who_is_in(visitor) == ""


def test_a_wrong_code_opens_nothing(connected: None, visitor: Client) -> None:
    state = sent_there(visitor)["state"]
    page = comes_back(visitor, state, code="guessed")
    assert "did not work over there" in page.content.decode()
    assert who_is_in(visitor) == ""


def test_a_token_for_another_house_opens_nothing(
    connected: None, provider: Provider, visitor: Client
) -> None:
    provider.audience = "another-house"
    assert "did not work over there" in goes_through(visitor)
    assert who_is_in(visitor) == ""


def test_who_changes_their_mind_there_is_back_at_the_door(
    provider: Provider, visitor: Client
) -> None:
    state = sent_there(visitor)["state"]
    answer = visitor.get(BACK, {"error": "access_denied", "state": state}, follow=True)
    assert "did not work over there" in answer.content.decode()


def test_a_provider_that_is_out_of_order_is_said(
    connected: None, provider: Provider, visitor: Client
) -> None:
    state = sent_there(visitor)["state"]
    provider.broken = True
    assert "did not work over there" in comes_back(visitor, state).content.decode()
    again = visitor.post(GO, {"process": "login"}, follow=True)
    assert "did not work over there" in again.content.decode()


def test_a_provider_that_says_nobody_opens_nothing(
    provider: Provider, visitor: Client, settings: Any
) -> None:
    settings.STEPSTOOL_NEWCOMERS = True
    provider.person = {"sub": ""}
    goes_through(visitor)
    assert who_is_in(visitor) == ""


def test_a_way_on_stays_in_the_house(connected: None, visitor: Client) -> None:
    state = sent_there(visitor, next="https://elsewhere.example/")["state"]
    answer = visitor.get(BACK, {"code": CODE, "state": state})
    assert answer["Location"] == "/"


ISSUER, CLIENT_ID, CLIENT_SECRET = (
    "STEPSTOOL_OPENID",
    "STEPSTOOL_OPENID_CLIENT",
    "STEPSTOOL_OPENID_SECRET",
)


def test_settings_name_the_provider() -> None:
    env = {ISSUER: "https://id.example.org/", CLIENT_ID: "a", CLIENT_SECRET: "b"}
    read = environment.openid(ISSUER, env)
    assert (read.issuer, read.name) == ("https://id.example.org", "id.example.org")
    assert read.origins == ("https://id.example.org",)
    assert environment.openid(ISSUER, {}).apps == ()
    other = environment.openid(ISSUER, env | {ISSUER: "https://other.example.org"})
    assert other.provider != read.provider


@pytest.mark.parametrize(
    ("issuer", "client", "cure"),
    [
        ("id.example.org", "a", "begins with https"),
        ("http://id.example.org", "a", "begins with https"),
        ("https://id.example.org", "", "Set STEPSTOOL_OPENID_CLIENT and"),
    ],
)
def test_nonsense_is_refused_with_its_cure(issuer: str, client: str, cure: str) -> None:
    env = {ISSUER: issuer, CLIENT_ID: client, CLIENT_SECRET: "b"}
    with pytest.raises(ImproperlyConfigured, match=cure):
        environment.openid(ISSUER, env)
