"""Who may make an account: the policies, and the race for the first one."""

from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory

from stepstool.web.families import accounts, invitations
from stepstool.web.families.models import RecoveryCode, User
from tests.web.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit() -> HttpRequest:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    return request


def sign_up(visit: HttpRequest, name: str = "Anna") -> User:
    return accounts.sign_up(visit, name, PASSWORD).user


def test_the_first_account_is_free_and_hosts(visit: HttpRequest, settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "first"
    assert sign_up(visit).is_host


def test_the_second_account_needs_an_invitation(
    visit: HttpRequest, settings: Any
) -> None:
    settings.STEPSTOOL_SIGNUP = "first"
    sign_up(visit)
    with pytest.raises(accounts.SignUpClosedError):
        sign_up(visit, "Nora")


def test_by_invitation_only_means_the_first_one_too(
    visit: HttpRequest, settings: Any
) -> None:
    settings.STEPSTOOL_SIGNUP = "invite"
    with pytest.raises(accounts.SignUpClosedError):
        sign_up(visit)


def test_an_open_house_takes_everyone(visit: HttpRequest, settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "open"
    sign_up(visit)
    assert not sign_up(visit, "Nora").is_host


def test_an_invitation_lets_one_in_and_is_used_up(
    visit: HttpRequest, settings: Any
) -> None:
    settings.STEPSTOOL_SIGNUP = "invite"
    invitations.remember(visit, invitations.invite(None).invitation)
    sign_up(visit)
    with pytest.raises(accounts.SignUpClosedError):
        sign_up(visit, "Nora")


def test_only_one_can_be_the_first(visit: HttpRequest, settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "first"
    sign_up(visit)
    with pytest.raises(accounts.SignUpClosedError):
        accounts._new_user("Nora", PASSWORD, first=True)


def test_a_name_is_taken_however_it_is_typed(visit: HttpRequest, settings: Any) -> None:
    settings.STEPSTOOL_SIGNUP = "open"
    sign_up(visit, "Anna")
    with pytest.raises(accounts.NameTakenError):
        sign_up(visit, " ANNA")


def test_recovery_code_is_kept_as_a_fingerprint_only(
    visit: HttpRequest, settings: Any
) -> None:
    settings.STEPSTOOL_SIGNUP = "open"
    code = accounts.sign_up(visit, "Anna", PASSWORD).code
    assert code not in RecoveryCode.objects.get().fingerprint


def test_recovery_sets_a_new_password_and_a_new_code(cast: Cast) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    recovered = accounts.recover("anna", code.lower().replace("-", " "), "new words 99")
    assert recovered is not None
    assert recovered.user.check_password("new words 99")
    assert recovered.code != code


def test_a_code_works_once(cast: Cast) -> None:
    code = accounts.new_recovery_code(cast.anna.user)
    accounts.recover("Anna", code, "new words 99")
    assert accounts.recover("Anna", code, "other words 99") is None


@pytest.mark.parametrize("name", ["Anna", "Ben", "Nobody"])
def test_a_wrong_code_changes_nothing(cast: Cast, name: str) -> None:
    accounts.new_recovery_code(cast.anna.user)
    assert accounts.recover(name, "AAAAA-BBBBB-CCCCC-DDDDD", "new words 99") is None
    assert User.objects.get(username="anna").check_password(PASSWORD)
