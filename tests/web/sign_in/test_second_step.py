"""The second step: set up, asked for after the password, stood in for, and stopped."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from stepstool.web.families import accounts
from tests.web.cast import PASSWORD, Cast

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 - of a made-up app
WAYS, APP, SECOND = (
    "/account/ways-in/",
    "/account/ways-in/app/",
    "/account/sign-in/second/",
)
AGAIN = "/account/ways-in/again/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def code_now(secret: str = SECRET) -> str:
    """Give what an authenticator app shows."""
    return format_hotp_value(
        hotp_value(secret, int(datetime.now(UTC).timestamp()) // 30)
    )


@pytest.fixture
def spare(cast: Cast) -> list[str]:
    """Set a second step up for Anna; her spare codes."""
    TOTP.activate(cast.anna.user, SECRET)
    return list(RecoveryCodes.activate(cast.anna.user).get_unused_codes())


def by_password(client: Client) -> Any:
    form = {"login": "Anna", "password": PASSWORD}
    return client.post("/account/sign-in/", form)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def proved(client: Client) -> Client:
    """Let somebody signed in type the password once more."""
    client.post(f"{AGAIN}?next={WAYS}", {"password": PASSWORD})
    return client


def test_without_one_the_password_is_enough(cast: Cast, visitor: Client) -> None:
    by_password(visitor)
    assert is_in(visitor)


def test_with_one_the_password_alone_opens_nothing(
    spare: list[str], visitor: Client
) -> None:
    assert by_password(visitor)["Location"].startswith(SECOND)
    assert not is_in(visitor)
    assert "Six digits" in visitor.get(SECOND).content.decode()


def test_the_code_of_the_app_opens(spare: list[str], visitor: Client) -> None:
    by_password(visitor)
    visitor.post(SECOND, {"code": code_now()})
    assert is_in(visitor)


def test_a_code_opens_once(spare: list[str], visitor: Client) -> None:
    code = code_now()
    for client in (visitor, Client()):
        by_password(client)
        client.post(SECOND, {"code": code})
    assert is_in(visitor)
    assert not is_in(client)


def test_a_wrong_code_is_said_in_our_words(spare: list[str], visitor: Client) -> None:
    by_password(visitor)
    page = visitor.post(SECOND, {"code": "000000"}).content.decode()
    assert "did not fit" in page
    assert not is_in(visitor)


def test_guessing_codes_ends(spare: list[str], visitor: Client) -> None:
    by_password(visitor)
    pages = [visitor.post(SECOND, {"code": "000000"}).content for _ in range(6)]
    assert b"That was often in a row" in pages[-1]


def test_a_spare_code_stands_in_once(spare: list[str], visitor: Client) -> None:
    other = Client()
    for client in (visitor, other):
        by_password(client)
        client.post(SECOND, {"code": spare[0]})
    assert is_in(visitor)
    assert not is_in(other)


def test_the_recovery_code_on_paper_opens_without_it(
    cast: Cast, spare: list[str], visitor: Client
) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    form = {"name": "Anna", "code": code, "password": "new kind words"}
    visitor.post("/account/lost/", form)
    assert is_in(visitor)


def test_setting_it_up_asks_for_the_password_first(cast: Cast) -> None:
    answer = cast.anna.client.get(APP)
    assert answer["Location"].startswith(AGAIN)


def test_it_is_set_up_by_the_first_code_and_spare_codes_are_shown_once(
    cast: Cast,
) -> None:
    anna = proved(cast.anna.client)
    page = anna.get(APP)
    assert b"<svg" in page.content
    shown = anna.post(APP, {"code": code_now(page.context["form"].secret)}, follow=True)
    codes = shown.context["unused_codes"]
    assert len(codes) == 10
    assert all(code in shown.content.decode() for code in codes)
    later = anna.get(f"{WAYS}codes/").content.decode()
    assert not any(code in later for code in codes)
    assert "10 spare codes are left" in anna.get(WAYS).content.decode()


def test_the_app_names_the_house_and_the_person(cast: Cast) -> None:
    page = proved(cast.anna.client).get(APP)
    assert page.context["totp_url"].startswith("otpauth://totp/Anna?secret=")
    assert page.context["totp_url"].endswith("issuer=Stepstool")


def test_a_wrong_first_code_sets_nothing_up(cast: Cast) -> None:
    anna = proved(cast.anna.client)
    anna.get(APP)
    assert "did not fit" in anna.post(APP, {"code": "000000"}).content.decode()
    assert not Authenticator.objects.exists()


def test_it_stops_when_its_owner_says_so(cast: Cast, spare: list[str]) -> None:
    anna = proved(cast.anna.client)
    assert anna.get(f"{APP}stop/").status_code == 200
    assert anna.post(f"{APP}stop/")["Location"] == WAYS
    by_password(visitor := Client())
    assert is_in(visitor)


def test_new_spare_codes_end_the_ones_before(cast: Cast, spare: list[str]) -> None:
    anna = proved(cast.anna.client)
    assert anna.get(f"{WAYS}codes/new/").status_code == 200
    shown = anna.post(f"{WAYS}codes/new/", follow=True)
    assert not set(shown.context["unused_codes"]) & set(spare)


def test_the_proof_by_password_lasts_five_minutes(cast: Cast, clock: Any) -> None:
    anna = proved(cast.anna.client)
    clock.shift(timedelta(seconds=299))
    assert anna.get(APP).status_code == 200
    clock.shift(timedelta(seconds=1))
    assert anna.get(APP).status_code == 302


def test_a_wrong_password_proves_nothing(cast: Cast) -> None:
    anna = cast.anna.client
    assert anna.post(AGAIN, {"password": "not the words"}).status_code == 200
    assert anna.get(APP).status_code == 302


@pytest.mark.parametrize(
    ("host", "secure", "why"),
    [
        ("testserver", False, "plain http"),
        ("192.168.1.20:8765", False, "a number"),
        ("192.168.1.20", True, "a number"),
        ("[::1]:8765", False, "a number"),
        ("localhost:8765", False, ""),
        ("testserver", True, ""),
    ],
)
def test_where_browsers_make_no_passkey_the_page_says_why(
    cast: Cast, settings: Any, host: str, secure: bool, why: str
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    anna = cast.anna.client
    page = anna.get(WAYS, headers={"host": host}, secure=secure).content.decode()
    assert ("Add a passkey" in page) is not bool(why)
    assert why in page
    adding = f"{WAYS}passkeys/add/"
    answer = anna.get(adding, headers={"host": host}, secure=secure)
    assert (answer["Location"] == WAYS) is bool(why)


@pytest.mark.parametrize(
    "sent", ["{}", "[]", "null", "nonsense", '{"response": {"userHandle": "MQ"}}']
)
def test_what_is_no_passkey_opens_nothing(
    cast: Cast, visitor: Client, sent: str
) -> None:
    asked = visitor.get(
        "/account/sign-in/passkey/", headers={"accept": "application/json"}
    )
    assert (
        asked.json()["request_options"]["publicKey"]["userVerification"] == "required"
    )
    answer = visitor.post(
        "/account/sign-in/passkey/", {"credential": sent}, follow=True
    )
    assert "opens nothing here" in answer.content.decode()
    assert not is_in(visitor)
