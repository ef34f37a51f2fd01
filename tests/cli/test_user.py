"""Accounts can be looked after without a page."""

import getpass

import pytest

from stepstool.cli import main
from stepstool.web.families import accounts, invitations
from stepstool.web.families.models import User

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


@pytest.fixture
def anna() -> User:
    return accounts.make_user("Anna", "an old pass phrase").user


def test_the_list_names_who_has_an_account(anna: User, capsys: Said) -> None:
    assert main(["user", "list"]) == 0
    assert (
        capsys.readouterr().out == f"Anna (since {anna.date_joined:%Y-%m-%d}, host)\n"
    )


def test_a_reset_prints_a_password_that_works(anna: User, capsys: Said) -> None:
    assert main(["user", "reset", "anna"]) == 0
    password = capsys.readouterr().out.splitlines()[0].rpartition(" ")[2]
    anna.refresh_from_db()
    assert anna.check_password(password)


def test_a_reset_prints_a_recovery_code_that_works(anna: User, capsys: Said) -> None:
    main(["user", "reset", "Anna"])
    code = capsys.readouterr().out.splitlines()[1].rpartition(" ")[2]
    assert accounts.recover("Anna", code, "another pass phrase")


def test_a_password_may_be_typed(
    anna: User, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _: "correct horse battery")
    assert main(["user", "reset", "Anna", "--ask"]) == 0
    anna.refresh_from_db()
    assert anna.check_password("correct horse battery")
    assert "correct horse" not in capsys.readouterr().out


def test_a_weak_password_changes_nothing(
    anna: User, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda _: "short")
    assert main(["user", "reset", "Anna", "--ask"]) == 1
    anna.refresh_from_db()
    assert anna.check_password("an old pass phrase")


def test_a_stranger_cannot_be_reset(capsys: Said) -> None:
    assert main(["user", "reset", "Nobody"]) == 1
    assert "Nobody here is called Nobody" in capsys.readouterr().err


def test_an_invitation_is_a_link_that_holds(capsys: Said) -> None:
    assert main(["user", "invite", "--address", "http://192.168.1.20:8765/"]) == 0
    link = capsys.readouterr().out.splitlines()[0]
    assert link.startswith("http://192.168.1.20:8765/")
    assert invitations.find(link.rstrip("/").rpartition("/")[2])
