"""What a backup must not bring back: a session, a link, somebody who was let out since."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import OPENED, House, Run, python, surroundings

PEOPLE = """
from datetime import timedelta
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.utils import timezone
from stepstool.web.families.models import (
    Family, Invitation, Membership, RecoveryCode, User)

family = Family.objects.create()
for name, role in [("Anna", "parent"), ("Tom", "parent"), ("Rosa", "carer")]:
    user = User.objects.create_user(name, "word of " + name, is_host=name == "Anna")
    RecoveryCode.objects.create(user=user, fingerprint="print of " + name)
    Membership.objects.create(family=family, user=user, role=role, name=name)
session = SessionStore(session_key=None)
session["_auth_user_id"] = "1"
session.create()
print(session.session_key)
cache.set("countedaddress", 3)
Invitation.objects.create(
    fingerprint="f" * 64, family=family,
    expires_at=timezone.now() + timedelta(days=1))
"""
SINCE = """
from django.utils import timezone
from stepstool.web.families.models import Membership, User
Membership.objects.filter(name="Tom").update(ended_at=timezone.now())
Membership.objects.filter(name="Rosa").update(role="reader")
anna = User.objects.get(name="Anna")
anna.set_password("a newer one")
anna.save()
eva = User.objects.create_user("Eva", "word of Eva")
Membership.objects.create(family_id=1, user=eva, role="carer", name="Eva")
"""


def read(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


class Kept(NamedTuple):
    """A data folder with a family of three, its backup, and the key of the session of one of them."""

    data: Path
    backup: Path
    session: str


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder = tmp_path_factory.mktemp("people")
    house = surroundings(folder / "data")
    made = python(house, "-c", OPENED + PEOPLE)
    made.check_returncode()
    python(house, "-m", "stepstool", "backup", f"{folder}/kept").check_returncode()
    return Kept(folder / "data", folder / "kept", made.stdout.split()[-1])


@pytest.fixture
def kept(made_once: Kept, data: Path) -> Path:
    """Fill the data folder with them; return their backup."""
    shutil.copytree(made_once.data, data)
    return made_once.backup


@pytest.fixture
def session(made_once: Kept) -> str:
    """Return the key of the session of one of them."""
    return made_once.session


@pytest.fixture
def database(data: Path) -> Path:
    return data / "stepstool.sqlite3"


def test_no_byte_of_a_session_is_in_a_backup(
    session: str, kept: Path, database: Path
) -> None:
    lived = b"".join(part.read_bytes() for part in database.parent.glob("stepstool.*"))
    for secret in (session.encode(), b"countedaddress"):
        assert secret in lived
        assert secret not in kept.read_bytes()


def test_what_people_sign_in_with_is_in_a_backup(kept: Path) -> None:
    query = "SELECT count(*) FROM families_recoverycode WHERE fingerprint LIKE 'print%'"
    assert read(kept, query) == [(3,)]


@pytest.mark.usefixtures("kept")
def test_a_restore_of_an_old_copy_ends_its_sessions(
    session: str, stepstool: Run, database: Path, tmp_path: Path
) -> None:
    """As one that an older version made: with all that was in the database."""
    copy = tmp_path / "copy"
    with closing(sqlite3.connect(database)) as whole:
        whole.execute("VACUUM INTO ?", [str(copy)])
    assert read(copy, "SELECT session_key FROM django_session") == [(session,)]
    assert "All sign in anew" in stepstool("restore", copy).stdout
    assert read(database, "SELECT session_key FROM django_session") == []


def test_a_restore_ends_invitations(kept: Path, stepstool: Run, database: Path) -> None:
    stepstool("restore", kept)
    query = "SELECT count(*) FROM families_invitation WHERE revoked_at IS NULL"
    assert read(database, query) == [(0,)]


def test_who_was_removed_since_stays_out(
    kept: Path, house: House, stepstool: Run, database: Path
) -> None:
    house(SINCE)
    said = stepstool("restore", kept).stdout
    assert "Tom stays out of family 1: removed since the backup." in said
    assert "Rosa stays reader in family 1; in the backup it was carer." in said
    assert "Eva came to family 1 after the backup. Invite them anew." in said
    assert "The password of Anna stays as it is now." in said
    assert "Family 1: Anna (" in said
    here = "SELECT name FROM families_membership WHERE ended_at IS NULL ORDER BY id"
    assert read(database, here) == [("Anna",), ("Rosa",)]


def test_people_come_from_the_backup_where_the_host_says_so(
    kept: Path, house: House, stepstool: Run, database: Path
) -> None:
    house(SINCE)
    said = stepstool("restore", kept, "--people-from-backup").stdout
    assert "stays out" not in said
    here = (
        "SELECT name, role FROM families_membership WHERE ended_at IS NULL ORDER BY id"
    )
    assert read(database, here) == [
        ("Anna", "parent"),
        ("Tom", "parent"),
        ("Rosa", "carer"),
    ]


def test_a_deleted_account_does_not_open_again(
    kept: Path, house: House, stepstool: Run, database: Path
) -> None:
    house(
        "from stepstool.web.families import parting\n"
        "from stepstool.web.families.models import User\n"
        "parting.delete_account(User.objects.get(name='Tom'), {})"
    )
    stepstool("restore", kept)
    active = "SELECT name FROM families_user WHERE is_active ORDER BY id"
    assert read(database, active) == [("Anna",), ("Rosa",)]


def test_of_a_damaged_database_people_cannot_be_held(
    kept: Path, stepstool: Run, database: Path
) -> None:
    database.write_bytes(b"lightning" * 1000)
    said = stepstool("restore", kept).stdout
    assert "who was removed since is back" in said
    assert "Tom (" in said


def test_a_family_without_a_parent_is_named(
    kept: Path, house: House, stepstool: Run
) -> None:
    house(
        "from django.utils import timezone\n"
        "from stepstool.web.families.models import Membership\n"
        "Membership.objects.filter(role='parent').update(ended_at=timezone.now())"
    )
    assert "Family 1 has no parent. Make one" in stepstool("restore", kept).stdout
