"""Each limit and each end at its second: the last one within, and the first one beyond."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from stepstool.web.families import accounts, invitations
from stepstool.web.families.models import Invitation
from tests.web.cast import PASSWORD, Cast, browser_of

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE, WEEK, YEAR = (timedelta(minutes=1), timedelta(days=7), timedelta(days=365))
TOO_MANY = 429
NEW = "new kind words"


@pytest.fixture
def clock() -> Any:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@dataclass(frozen=True)
class Limit:
    """How often within which time, and whether a try of it was refused."""

    times: int
    within: timedelta
    refuses: Callable[[Cast, Client], bool]


def lost(name: str) -> Callable[[Cast, Client], bool]:
    def refuses(_: Cast, client: Client) -> bool:
        form = {"name": name, "code": "AAAAA", "password": NEW}
        return client.post("/account/lost/", form).status_code == TOO_MANY

    return refuses


def opens_a_link(_: Cast, client: Client) -> bool:
    return client.get("/invitation/never-was/").status_code == TOO_MANY


def posts_a_link(_: Cast, client: Client) -> bool:
    return client.post("/invitation/never-was/").status_code == TOO_MANY


def fails_to_sign_in(_: Cast, client: Client) -> bool:
    form = {"login": "Anna", "password": "not the words"}
    return b"That was often in a row" in client.post("/account/sign-in/", form).content


def asks_for_a_code(cast: Cast, client: Client) -> bool:
    client.force_login(cast.anna.user, backend=accounts._BACKEND)
    answer = client.post("/account/code/new/", {"password": "wrong"})
    return bool(answer.status_code == TOO_MANY)


def changes_the_password(cast: Cast, client: Client) -> bool:
    client.force_login(cast.anna.user, backend=accounts._BACKEND)
    form = {"oldpassword": "wrong", "password1": NEW, "password2": NEW}
    return client.post("/account/password/", form).status_code == TOO_MANY


LIMITS = {
    "recovery codes": Limit(20, MINUTE, lost("Anna")),
    "opening links": Limit(30, MINUTE, opens_a_link),
    "answering links": Limit(30, MINUTE, posts_a_link),
    "wrong passwords of one name": Limit(5, 5 * MINUTE, fails_to_sign_in),
    "the password for a new code": Limit(10, MINUTE, asks_for_a_code),
    "changing the password": Limit(5, MINUTE, changes_the_password),
}
each_limit = pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS.keys())


@each_limit
def test_so_many_are_fine_and_one_more_waits(
    cast: Cast, visitor: Client, clock: Any, limit: Limit
) -> None:
    tried = [limit.refuses(cast, visitor) for _ in range(limit.times + 1)]
    assert tried == [False] * limit.times + [True]


@each_limit
def test_the_wait_ends_at_its_second(
    cast: Cast, visitor: Client, clock: Any, limit: Limit
) -> None:
    for _ in range(limit.times):
        limit.refuses(cast, visitor)
    clock.shift(limit.within - SECOND)
    assert limit.refuses(cast, visitor)
    clock.shift(SECOND)
    assert not limit.refuses(cast, visitor)


def test_codes_for_many_names_are_counted_together(
    cast: Cast, visitor: Client, clock: Any
) -> None:
    names = [f"Somebody {n}" for n in range(21)]
    tried = [lost(name)(cast, visitor) for name in names]
    assert tried == [False] * 20 + [True]


def test_new_accounts_are_counted(cast: Cast, visitor: Client, clock: Any) -> None:
    answers = [joined(cast, f"Opa {n}") for n in range(21)]
    assert answers == [302] * 20 + [TOO_MANY]


def joined(cast: Cast, name: str) -> int:
    token = invitations.invite(cast.anna.user, cast.family, "reader", name).token
    form = {"name": name, "password": PASSWORD}
    return Client().post(f"/invitation/{token}/", form).status_code


@pytest.mark.parametrize(
    ("passed", "status"), [(WEEK - SECOND, 200), (WEEK, 404), (WEEK + SECOND, 404)]
)
def test_a_link_holds_for_a_week_to_the_second(
    cast: Cast, visitor: Client, clock: Any, passed: timedelta, status: int
) -> None:
    token = invitations.invite(cast.anna.user, cast.family, "carer", "Opa").token
    clock.shift(passed)
    assert visitor.get(f"/invitation/{token}/").status_code == status


@pytest.mark.parametrize(("passed", "joins"), [(WEEK - SECOND, 302), (WEEK, 404)])
def test_who_has_an_account_joins_within_that_week(
    cast: Cast, clock: Any, passed: timedelta, joins: int
) -> None:
    token = invitations.invite(cast.anna.user, cast.family, "carer", "Opa").token
    clock.shift(passed)
    browser = browser_of(cast.stranger)
    assert browser.post(f"/invitation/{token}/join/").status_code == joins
    assert Invitation.objects.filter(used_at=None).exists() is (joins == 404)


@pytest.mark.parametrize(("passed", "status"), [(YEAR - SECOND, 200), (YEAR, 302)])
def test_a_session_lasts_for_a_year_to_the_second(
    cast: Cast, clock: Any, passed: timedelta, status: int
) -> None:
    anna = cast.anna.client
    clock.shift(passed)
    assert anna.get("/account/").status_code == status


def test_a_recovery_code_does_not_age(cast: Cast, clock: Any) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    clock.shift(10 * YEAR)
    assert accounts.recover("Anna", code, NEW) is not None
