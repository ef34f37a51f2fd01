"""Accounts can be looked after without a page."""

import getpass
from datetime import date

import pytest

from stepstool.cli import main
from stepstool.cli.user import ROLES
from stepstool.web.families import accounts, households, invitations
from stepstool.web.families.models import Invitation, Membership, User
from stepstool.web.families.roles import Role

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


def test_an_address_that_no_browser_opens_makes_no_invitation(capsys: Said) -> None:
    assert main(["user", "invite", "--address", "diary.example.org"]) == 2
    assert "such as https://diary.example.org" in capsys.readouterr().err
    assert not Invitation.objects.exists()


def place_of(user: User) -> Membership:
    return Membership.objects.get(user=user)


def test_a_role_makes_a_parent_again_where_none_is_left(
    anna: User, capsys: Said
) -> None:
    households.open_family(anna, "Mia", date(2022, 5, 1))
    Membership.objects.update(role="reader")  # as an older house could leave it
    assert main(["user", "role", "anna", "parent"]) == 0
    family = place_of(anna).family_id
    assert capsys.readouterr().out == f"Anna is now Parent in family {family}.\n"
    assert place_of(anna).role == "parent"


def test_a_role_lets_in_again_who_was_out(anna: User) -> None:
    households.open_family(anna, "Mia", date(2022, 5, 1))
    Membership.objects.update(ended_at=anna.date_joined)
    assert main(["user", "role", "anna", "parent"]) == 0
    assert place_of(anna).ended_at is None


def test_a_role_leaves_the_last_parent(anna: User, capsys: Said) -> None:
    households.open_family(anna, "Mia", date(2022, 5, 1))
    assert main(["user", "role", "anna", "reader"]) == 1
    assert "would have no parent" in capsys.readouterr().err
    assert place_of(anna).role == "parent"


def test_a_role_asks_which_of_several_families(anna: User, capsys: Said) -> None:
    first = households.open_family(anna, "Mia", date(2022, 5, 1)).membership
    households.open_family(anna, "Leo", date(2022, 5, 1))
    assert main(["user", "role", "anna", "parent"]) == 1
    assert f"--family {first.family_id}" in capsys.readouterr().err
    one = ["user", "role", "anna", "parent", "--family", str(first.family_id)]
    assert main(one) == 0


@pytest.mark.parametrize("name", ["anna", "Nobody"])
def test_a_role_for_who_belongs_nowhere_says_so(
    anna: User, capsys: Said, name: str
) -> None:
    assert main(["user", "role", name, "parent"]) == 1
    said = capsys.readouterr().err
    assert "never belonged" in said or "Nobody here is called" in said


def test_the_roles_of_the_command_are_those_of_the_house() -> None:
    assert tuple(Role) == ROLES
