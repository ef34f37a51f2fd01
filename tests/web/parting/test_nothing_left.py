"""Deleted for good: every table of the house is walked, so that a new one cannot be forgotten."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.http import Http404

from stepstool.web.diary import emptying, reading
from stepstool.web.families import audit, parting
from stepstool.web.families.models import Child, Family, Membership, User
from stepstool.web.families.parting import WITH_IT
from tests.web.cast import Cast
from tests.web.parting.full_house import SECRET, fill, rows_about, texts

# Tables in which a child, or an account, never stands.
NO_CHILD = {
    "Family", "Membership", "Invitation", "AuditLine", "User", "RecoveryCode",
    "Notice", "Session", "Diary", "Superseded",
    "Authenticator", "SocialAccount", "UserSession",
}  # fmt: skip
NO_FAMILY = {
    "User", "RecoveryCode", "Notice", "Session",
    "Authenticator", "SocialAccount", "UserSession",
}  # fmt: skip
NO_ACCOUNT = {
    "Family", "AuditLine", "Child", "Diary", "StoredEntry", "Superseded", "Import",
    "SealedLink",
}  # fmt: skip


def empty_tables(about: Family | Child | User) -> set[str]:
    return {table for table, count in rows_about(about).items() if not count}


def tables_with(word: str) -> set[str]:
    return {table for table, text in texts() if word in text}


def waiting() -> list[Path]:
    return list((settings.DATA / "arrivals").glob("*"))


@pytest.fixture(autouse=True)
def own_folder(settings: object, tmp_path: Path) -> None:
    settings.DATA = tmp_path  # type: ignore[attr-defined]


def test_every_table_holds_something_first(cast: Cast) -> None:
    fill(cast)
    assert empty_tables(cast.family) == NO_FAMILY
    assert empty_tables(cast.mia) == NO_CHILD
    assert empty_tables(cast.ben.user) == NO_ACCOUNT


def test_nothing_is_left_of_a_child(committed_cast: Cast) -> None:
    cast = committed_cast
    fill(cast)
    assert len(waiting()) == 1
    parting.delete_child(cast.anna.membership, cast.mia)
    assert not any(rows_about(cast.mia).values())
    assert not tables_with("Mia")
    assert not tables_with(SECRET)
    assert not waiting()


def test_the_family_and_the_neighbours_stay(cast: Cast) -> None:
    fill(cast)
    parting.delete_child(cast.anna.membership, cast.mia)
    assert Family.objects.filter(pk=cast.family.pk).exists()
    assert Child.objects.filter(family=cast.leo.family).exists()


def test_nothing_is_left_of_a_family(cast: Cast) -> None:
    fill(cast)
    parting.delete_family(cast.anna.membership)
    assert not any(rows_about(cast.family).values())
    assert not tables_with("Mia")
    assert User.objects.filter(pk=cast.anna.user.pk).exists()
    assert Family.objects.filter(pk=cast.leo.family_id).exists()


def test_nothing_is_left_of_an_account(cast: Cast) -> None:
    fill(cast)
    key = cast.ben.user
    parting.delete_account(User.objects.get(pk=key.pk), {})
    assert not any(rows_about(key).values())
    assert not tables_with("Ben")


def test_what_an_account_wrote_stays_unnamed(cast: Cast) -> None:
    fill(cast)
    parting.delete_account(User.objects.get(pk=cast.ben.user.pk), {})
    writers = {entry.by for entry in reading.everything(cast.mia)}
    assert writers == {str(cast.anna.membership.pk), str(cast.ben.membership.pk)}
    place = Membership.objects.get(pk=cast.ben.membership.pk)
    assert place.ended_at
    lines = [str(line) for line in audit.record(cast.family.pk)]
    assert "Somebody who is gone deleted their account" in lines
    assert "Somebody who is gone took Mia’s diary along as a file" in lines


def test_the_last_parent_hands_a_family_over(cast: Cast) -> None:
    parting.delete_account(cast.ben.user, {})
    heirs = {cast.family.pk: cast.rosa.membership.pk}
    parting.delete_account(cast.anna.user, heirs)
    assert Membership.objects.get(pk=cast.rosa.membership.pk).role == "parent"


def test_the_last_parent_takes_a_family_along(cast: Cast) -> None:
    parting.delete_account(cast.nora.user, {cast.leo.family_id: WITH_IT})
    assert not Family.objects.filter(pk=cast.leo.family_id).exists()


@pytest.mark.parametrize("heir", [None, 999_999])
def test_undecided_nothing_happens(cast: Cast, heir: int | None) -> None:
    heirs = {} if heir is None else {cast.leo.family_id: heir}
    with pytest.raises(parting.UndecidedError):
        parting.delete_account(cast.nora.user, heirs)
    assert User.objects.filter(pk=cast.nora.user.pk).exists()
    assert Child.objects.filter(family_id=cast.leo.family_id).exists()


def test_the_others_hear_of_it_once(cast: Cast) -> None:
    parting.delete_child(cast.anna.membership, cast.mia)
    assert parting.hear(cast.anna.user) == []
    assert parting.hear(cast.ben.user) == [
        "Anna deleted a diary of your family for good."
    ]
    assert parting.hear(cast.ben.user) == []


def test_who_is_gone_is_not_named_to_them_either(cast: Cast) -> None:
    parting.delete_child(cast.ben.membership, cast.mia)
    parting.delete_account(cast.ben.user, {})
    first, second = parting.hear(cast.anna.user)
    assert first == "Somebody who is gone deleted a diary of your family for good."
    assert second.startswith("Somebody has left your family")


def test_an_entry_leaves_nothing_but_its_id(cast: Cast) -> None:
    fill(cast)
    for key in [f"of {cast.anna.membership.pk}", f"of {cast.ben.membership.pk}"]:
        emptying.empty_entry(cast.anna.membership, cast.mia, key)
        with pytest.raises(Http404):
            reading.entry(cast.anna.membership, cast.mia, key)
    assert tables_with(SECRET) == set()


def test_only_what_an_entry_said_before_goes(cast: Cast) -> None:
    fill(cast)
    key = f"of {cast.anna.membership.pk}"
    before = reading.history(cast.anna.membership, cast.mia, key)
    emptying.forget_history(cast.anna.membership, cast.mia, key)
    assert reading.history(cast.anna.membership, cast.mia, key) == before[:1]


def test_whoever_is_about_to_go_back_looks_again(cast: Cast) -> None:
    fill(cast)
    before = reading.state_of(cast.family.pk)
    emptying.forget_history(
        cast.anna.membership, cast.mia, f"of {cast.anna.membership.pk}"
    )
    assert reading.state_of(cast.family.pk) != before


def in_the_files(word: str) -> bool:
    database = Path(connection.settings_dict["NAME"])
    files = (database, database.with_name(f"{database.name}-wal"))
    return any(word.encode() in file.read_bytes() for file in files if file.exists())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads the file of SQLite")
@pytest.mark.parametrize("how", ["entry", "child", "family"])
def test_it_is_not_readable_in_the_raw_file(committed_cast: Cast, how: str) -> None:
    cast = committed_cast
    fill(cast)
    more = [f"of {cast.anna.membership.pk}", f"of {cast.ben.membership.pk}"]
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert in_the_files(SECRET)
    if how == "entry":
        for key in more:
            emptying.empty_entry(cast.anna.membership, cast.mia, key)
    elif how == "child":
        parting.delete_child(cast.anna.membership, cast.mia)
    else:
        parting.delete_family(cast.anna.membership)
    assert not in_the_files(SECRET)
