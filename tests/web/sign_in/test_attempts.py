"""Wrong passwords: each limit at its second, no stranger keeps a parent out, one line for each."""

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from logging import Logger
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as house_settings
from django.core import signing
from django.test import Client

from stepstool.web.families import accounts
from stepstool.web.sign_in import attempts
from tests.web.cast import PASSWORD, Cast

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
SIGN_IN, LOST = "/account/sign-in/", "/account/lost/"
STRANGER, HOME = "203.0.113.9", "198.51.100.7"
WRONG = "not the words"


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def tries(
    client: Client, password: str = WRONG, address: str = STRANGER, name: str = "Anna"
) -> str:
    """Try to sign in; "in", "wrong" or "wait"."""
    form = {"login": name, "password": password}
    answer = client.post(SIGN_IN, form, REMOTE_ADDR=address)
    if answer.status_code == 302:
        return "in"
    return "wait" if b"That was often in a row" in answer.content else "wrong"


def many_strangers(times: int) -> list[str]:
    """Try wrong passwords from ever new addresses, five from each."""
    return [tries(Client(), address=f"203.0.113.{n // 5}") for n in range(times)]


@pytest.fixture
def known_phone(cast: Cast) -> Client:
    """Give a phone on which Anna was signed in once, and is not now."""
    phone = Client()
    assert tries(phone, PASSWORD, HOME) == "in"
    phone.post("/account/sign-out/")
    return phone


def test_a_stranger_waits_and_the_mother_does_not(
    known_phone: Client, clock: Any
) -> None:
    stranger = Client()
    assert [tries(stranger) for _ in range(6)] == ["wrong"] * 5 + ["wait"]
    assert tries(known_phone, PASSWORD, HOME) == "in"


def test_on_a_new_phone_the_mother_does_not_wait_either(cast: Cast, clock: Any) -> None:
    for _ in range(6):
        tries(Client())
    assert tries(Client(), PASSWORD, HOME) == "in"


def test_behind_the_same_address_a_known_phone_gets_in(
    known_phone: Client, clock: Any
) -> None:
    for _ in range(6):
        tries(Client(), address=HOME)
    assert tries(Client(), PASSWORD, HOME) == "wait"
    assert tries(known_phone, PASSWORD, HOME) == "in"


def test_all_strangers_together_guess_a_hundred_times_a_day(
    cast: Cast, clock: Any
) -> None:
    assert many_strangers(101) == ["wrong"] * 100 + ["wait"]
    clock.shift(DAY - SECOND)
    assert tries(Client()) == "wait"
    clock.shift(SECOND)
    assert tries(Client()) == "wrong"


def test_while_they_guess_the_mother_has_her_phone_and_her_code(
    cast: Cast, known_phone: Client, clock: Any
) -> None:
    many_strangers(101)
    assert tries(Client(), PASSWORD, HOME) == "wait"
    assert tries(known_phone, PASSWORD, HOME) == "in"
    code = accounts.new_recovery_code(cast.anna.user)
    form = {"name": "Anna", "code": code, "password": "new kind words"}
    assert Client().post(LOST, form, REMOTE_ADDR=HOME).status_code == 302


def test_strangers_do_not_shut_the_way_back_in(cast: Cast, clock: Any) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    form = {"name": "Anna", "code": "AAAAA", "password": "new kind words"}
    for _ in range(21):
        Client().post(LOST, form, REMOTE_ADDR=STRANGER)
    right = form | {"code": code}
    assert Client().post(LOST, right, REMOTE_ADDR=HOME).status_code == 302


def test_a_known_phone_guesses_five_times_and_waits_five_minutes(
    known_phone: Client, clock: Any
) -> None:
    assert [tries(known_phone) for _ in range(6)] == ["wrong"] * 5 + ["wait"]
    clock.shift(5 * MINUTE - SECOND)
    assert tries(known_phone, PASSWORD) == "wait"
    clock.shift(SECOND)
    assert tries(known_phone, PASSWORD) == "in"


def test_a_phone_is_known_to_those_who_used_it(known_phone: Client, clock: Any) -> None:
    for _ in range(6):
        tries(Client(), address=HOME, name="Ben")
    assert tries(known_phone, PASSWORD, HOME, name="Ben") == "wait"
    clock.shift(5 * MINUTE)
    assert tries(known_phone, PASSWORD, HOME, name="Ben") == "in"
    for name in ("Anna", "Ben"):
        for _ in range(6):
            tries(Client(), address=HOME, name=name)
        assert tries(known_phone, PASSWORD, HOME, name=name) == "in"
        clock.shift(MINUTE)


@pytest.mark.parametrize(
    "forged",
    [
        "nonsense",
        signing.dumps({"id": "made-up", "accounts": list(range(1_000))}),
    ],
)
def test_a_forged_cookie_knows_nobody(cast: Cast, clock: Any, forged: str) -> None:
    stranger = Client()
    stranger.cookies[attempts.COOKIE] = forged
    assert [tries(stranger) for _ in range(6)] == ["wrong"] * 5 + ["wait"]


def test_many_names_do_not_make_a_count_be_forgotten(cast: Cast, settings: Any) -> None:
    most = settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"]
    assert most >= 20_000


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    log: Logger = logging.getLogger("stepstool.sign_in")
    log.addHandler(caplog.handler)
    yield caplog
    log.removeHandler(caplog.handler)


def written(lines: pytest.LogCaptureFixture) -> list[str]:
    """Give the lines as the log has them, but for their moment."""
    form = house_settings.LOGGING["formatters"]["dated"]
    as_logged = logging.Formatter(form["format"], form["datefmt"])
    logged = [r for r in lines.records if r.name == "stepstool.sign_in"]
    return [as_logged.format(one).partition(" ")[2] for one in logged]


def banned(line: str) -> str | None:
    """Give whom fail2ban would ban, by the filter that the documents show."""
    shown = Path("docs/self-hosting.md").read_text()
    rule = re.search(r"^failregex = (.+)$", shown, re.MULTILINE)
    assert rule
    address = r"(?P<host>[0-9a-fA-F:.]+)"
    match = re.search(rule.group(1).replace("<ADDR>", address), line)
    return match["host"] if match else None


@pytest.mark.parametrize("address", [STRANGER, "2001:db8::9"])
def test_fail2ban_understands_the_line(
    cast: Cast, lines: pytest.LogCaptureFixture, address: str
) -> None:
    tries(Client(), address=address)
    assert [banned(line) for line in written(lines)] == [address]


def test_a_refused_try_is_logged_and_a_right_one_is_not(
    cast: Cast, lines: pytest.LogCaptureFixture
) -> None:
    for _ in range(6):
        tries(Client())
    tries(Client(), PASSWORD, HOME)
    assert len(written(lines)) == 6


def test_nothing_that_was_typed_stands_in_the_log(
    cast: Cast, lines: pytest.LogCaptureFixture
) -> None:
    name = "Anna\nstepstool: failed sign-in from 192.0.2.1"
    tries(Client(), "secret words", name=name)
    assert written(lines) == [f"stepstool: failed sign-in from {STRANGER}"]


def passed_on(by: str, proxies: int, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    form = {"login": "Anna", "password": WRONG}
    headers = {"x-forwarded-for": by}
    Client().post(SIGN_IN, form, headers=headers, REMOTE_ADDR="127.0.0.1")


@pytest.mark.parametrize(
    ("proxies", "address"), [(1, STRANGER), (0, "127.0.0.1")], ids=["ours", "none"]
)
def test_the_true_address_is_the_one_that_our_proxy_saw(
    cast: Cast,
    lines: pytest.LogCaptureFixture,
    settings: Any,
    proxies: int,
    address: str,
) -> None:
    passed_on(f"192.0.2.1, {STRANGER}", proxies, settings)
    assert [banned(line) for line in written(lines)] == [address]


def test_what_is_no_address_bans_nobody(
    cast: Cast, lines: pytest.LogCaptureFixture, settings: Any
) -> None:
    passed_on("somewhere\tfailed sign-in from 192.0.2.1", 1, settings)
    assert [banned(line) for line in written(lines)] in ([], [None])
