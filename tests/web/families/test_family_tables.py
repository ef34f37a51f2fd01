"""Family tables: the database and the tests refuse what crosses families."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, connection

from stepstool.web.diary.models import Diary, StoredEntry
from stepstool.web.families.family_tables import SameFamilyFK
from stepstool.web.families.models import Child
from stepstool.web.families.row_security import family_tables
from tests.web.cast import Cast
from tests.web.guard import FamilyNotNamedError, across_families

ROW = {
    "at": datetime(2026, 3, 4, tzinfo=UTC),
    "kind": "poop",
    "counter": 1,
    "device": "",
    "timing": "exact",
    "seq": 1,
}


def test_the_family_leads_every_key() -> None:
    assert {"families_child", "diary_diary", "diary_storedentry"} <= set(
        family_tables()
    )


def test_the_family_leads_every_index_of_a_family_table() -> None:
    for model in apps.get_models():
        if model._meta.db_table in family_tables():
            first = [index.fields[0] for index in model._meta.indexes]
            assert set(first) <= {"family"}, model


@pytest.mark.parametrize(
    "ask",
    [
        Child.objects.first,
        lambda: StoredEntry.objects.filter(id="first").exists(),
        lambda: StoredEntry.objects.filter(child_id=uuid4()).delete(),
        lambda: Diary.objects.update(last_seq=1),
    ],
    ids=["first", "exists", "delete", "update"],
)
def test_a_query_that_names_no_family_fails(db: None, ask) -> None:
    with pytest.raises(FamilyNotNamedError):
        ask()


def test_a_backup_may_ask_all_families(db: None) -> None:
    with across_families():
        assert not Child.objects.exists()


@pytest.mark.django_db
def test_a_join_alone_does_not_name_a_family() -> None:
    with pytest.raises(FamilyNotNamedError):
        list(StoredEntry.objects.filter(child__nickname="Mia"))


def test_whole_keys_name_the_family(cast: Cast) -> None:
    assert Child.objects.get(pk=cast.mia.pk) == cast.mia
    assert Child.objects.in_bulk([cast.mia.pk])
    cast.mia.refresh_from_db()
    cast.mia.save()


def test_a_row_of_another_familys_child_is_refused_by_the_database(
    committed_cast: Cast,
) -> None:
    mias, leos = committed_cast.family, committed_cast.leo.id
    with pytest.raises(IntegrityError):
        StoredEntry.objects.create(family=mias, child_id=leos, id="first", **ROW)


def test_a_family_goes_with_all_it_wrote(cast: Cast) -> None:
    StoredEntry.objects.create(
        family=cast.family, child_id=cast.mia.id, id="first", **ROW
    )
    family = cast.family.pk
    cast.family.delete()
    assert not StoredEntry.objects.filter(family_id=family).exists()
    assert Child.objects.filter(family_id=cast.leo.family_id).exists()


def test_rules_are_compared_by_what_they_say() -> None:
    rule = SameFamilyFK(column="child_id", to="families_child", name="a")
    same = SameFamilyFK(column="child_id", to="families_child", name="a")
    assert rule == same
    assert hash(rule) == hash(same)
    assert rule != SameFamilyFK(column="id", to="families_child", name="a")
    assert rule != "a"


def test_a_rule_can_be_put_on_and_taken_off_later() -> None:
    rule = SameFamilyFK(column="child_id", to="families_child", name="later")
    editor = connection.SchemaEditorClass(connection, collect_sql=True)
    assert rule.create_sql(StoredEntry, editor).startswith(
        'ALTER TABLE "diary_storedentry" ADD CONSTRAINT "later" FOREIGN KEY'
    )
    assert 'DROP CONSTRAINT "later"' in rule.remove_sql(StoredEntry, editor)
