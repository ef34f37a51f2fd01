"""On PostgreSQL the database itself keeps families apart, whatever a query forgets."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Count, Exists, OuterRef, QuerySet

from stepstool.web.diary.models import Diary, StoredEntry, Superseded
from stepstool.web.exchange.models import Import
from stepstool.web.families import row_security
from stepstool.web.families.audit import AuditLine
from stepstool.web.families.models import Child, Family
from stepstool.web.families.one_family import within
from tests.web import roles
from tests.web.cast import Cast
from tests.web.guard import across_families

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs PostgreSQL"
)
ROW: dict[str, Any] = {
    "at": datetime(2026, 3, 4, tzinfo=UTC),
    "timing": "exact",
    "counter": 1,
    "device": "",
    "note": "seen by nobody else",
    "data": "{}",
    "rest": "{}",
    "batch": "",
}
Plant = Callable[[Cast], object]
entries = StoredEntry.objects


@pytest.fixture
def two(cast: Cast) -> Iterator[Cast]:
    """Give two families that have both written something, and let queries forget."""
    for child in (cast.mia, cast.leo):
        family, name = child.family_id, child.nickname
        Diary.objects.create(family_id=family, last_seq=1)
        entries.create(
            family_id=family, child_id=child.id, id=name, kind="poop", seq=1, **ROW
        )
        Superseded.objects.create(family_id=family, id=name, **ROW | {"counter": 0})
        Import.objects.create(family_id=family, child_id=child.id, by=1, file_name=name)
    with across_families():
        yield cast


def rows_of(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


# What forgets the family, and gives something of Leo's, next door, where nothing keeps it.
READS: dict[str, Plant] = {
    "all children": lambda _: Child.objects.filter(nickname="Leo").first(),
    "a child by its id": lambda two: Child.objects.filter(id=two.leo.id).first(),
    "children by month": lambda two: Child.objects.filter(
        born=two.leo.born
    ).values_list("nickname", flat=True),
    "all entries": lambda _: [row.id for row in entries.all() if row.id == "Leo"],
    "an entry by its id": lambda _: entries.filter(id="Leo").exists(),
    "entries of a child": lambda two: entries.filter(child_id=two.leo.id).count(),
    "entries by a join": lambda _: list(entries.filter(child__nickname="Leo")),
    "entries as they stream": lambda _: [
        row.id for row in entries.order_by("seq").iterator(1) if row.id == "Leo"
    ],
    "the history of an entry": lambda _: list(Superseded.objects.filter(id="Leo")),
    "the state of a diary": lambda two: list(
        Diary.objects.exclude(family_id=two.mia.family_id)
    ),
    "files that wait": lambda _: Import.objects.filter(file_name="Leo").first(),
    "who did what": lambda _: (
        list(AuditLine.objects.filter(about="Leo"))
        or list(AuditLine.objects.filter(by="Nora"))
    ),
    "how much others wrote": lambda two: [
        row
        for row in entries.values("family_id").annotate(Count("id"))
        if row["family_id"] != two.mia.family_id
    ],
    "who wrote at all": lambda two: Family.objects.exclude(pk=two.mia.family_id).filter(
        Exists(entries.filter(family_id=OuterRef("pk")))
    ),
    "a union": lambda two: (
        entries.filter(family_id=two.mia.family_id)
        .values_list("id")
        .union(entries.values_list("id"))
        .intersection(entries.filter(id="Leo").values_list("id"))
    ),
    "SQL by hand": lambda _: rows_of(
        "SELECT note FROM diary_storedentry WHERE id = 'Leo'"
    ),
    "SQL with a name for a part": lambda _: rows_of(
        "WITH all_of_them AS (SELECT id FROM diary_superseded) "
        "SELECT * FROM all_of_them WHERE id = 'Leo'"
    ),
}


def _moved(two: Cast) -> None:
    Child.objects.filter(id=two.mia.id).update(family_id=two.leo.family_id)


def _planted(two: Cast) -> None:
    entries.create(
        family_id=two.leo.family_id,
        child_id=two.leo.id,
        id="x",
        kind="poop",
        seq=2,
        **ROW,
    )


def _overwritten(two: Cast) -> None:
    row = {**ROW, "note": "changed", "kind": "poop", "seq": 2}
    entries.bulk_create(
        [
            StoredEntry(
                family_id=two.leo.family_id, child_id=two.leo.id, id="Leo", **row
            )
        ],
        update_conflicts=True,
        unique_fields=["family", "id"],
        update_fields=["note"],
    )


# What forgets the family, or names the wrong one, and writes.
WRITES: dict[str, Plant] = {
    "a change of all": lambda _: entries.update(note="changed"),
    "a change by id": lambda _: entries.filter(id="Leo").update(note="changed"),
    "a removal by id": lambda _: Superseded.objects.filter(id="Leo").delete(),
    "a removal of all": lambda _: Import.objects.all().delete(),
    "a number for all": lambda _: Diary.objects.update(last_seq=9),
    "SQL that changes": lambda _: connection.cursor().execute(
        "UPDATE diary_storedentry SET note = 'changed' WHERE kind = 'poop'"
    ),
    "a row for others": _planted,
    "a row over another's": _overwritten,
    "a row that moves": _moved,
}


def test_there_are_more_than_twenty_forgotten_filters() -> None:
    assert len(READS) + len(WRITES) >= 20


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_what_forgets_the_family_reads_nothing_of_next_door(
    two: Cast, read: Plant
) -> None:
    assert read(two), "where nothing keeps it, it is read"
    with roles.as_a_page(), within(two.mia.family_id):
        assert not read(two)


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_without_a_family_nothing_is_read(two: Cast, read: Plant) -> None:
    with roles.as_a_page():
        assert not read(two)
        assert not any(
            model.objects.exists()
            for model in (Child, StoredEntry, Superseded, Diary, Import, AuditLine)
        )


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_what_forgets_the_family_writes_nothing_next_door(
    two: Cast, write: Plant
) -> None:
    before = _all_of(two.leo.family_id)
    with transaction.atomic():
        write(two)
        assert _all_of(two.leo.family_id) != before, "where nothing keeps it, it does"
        transaction.set_rollback(True)
    with (
        roles.as_a_page(),
        within(two.mia.family_id),
        suppress(DatabaseError),
        transaction.atomic(),
    ):
        write(two)
    assert _all_of(two.leo.family_id) == before


def test_a_row_for_others_is_refused_by_the_policy(two: Cast) -> None:
    with (
        roles.as_a_page(),
        within(two.mia.family_id),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        _planted(two)


def _all_of(family: int) -> list[Any]:
    models = (Child, StoredEntry, Superseded, Diary, Import, AuditLine)
    return [
        list(model.objects.filter(family_id=family).order_by("pk").values())
        for model in models
    ]


def test_a_page_that_forgets_the_family_shows_its_own(
    two: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    mia, forgets = two.mia, QuerySet.filter

    def forgetful(rows: Any, *which: Any, **more: Any) -> Any:
        if rows.model is StoredEntry:
            more = {
                key: value
                for key, value in more.items()
                if key not in {"family_id", "child_id"}
            }
        return forgets(rows, *which, **more)

    monkeypatch.setattr(QuerySet, "filter", forgetful)
    page = f"/family/{mia.family_id}/child/{mia.id}/export/"
    whole = b"".join(two.anna.client.get(page).streaming_content).decode()
    assert '"Mia"' in whole
    assert '"Leo"' not in whole


def test_the_family_ends_with_its_statement(two: Cast) -> None:
    with roles.as_a_page(), within(two.mia.family_id):
        assert Child.objects.count() == 1
    with roles.as_a_page():
        assert Child.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_nothing_stays_on_a_connection(committed_cast: Cast) -> None:
    with across_families(), within(committed_cast.family.pk):
        assert Child.objects.exists()
    with connection.connection.cursor() as plain:
        plain.execute("SELECT current_setting('stepstool.family', true)")
        assert plain.fetchone() in {("",), (None,)}


@pytest.mark.django_db
def test_pages_have_a_role_that_owns_nothing() -> None:
    assert row_security.passes_over() == ""
    assert row_security.open_tables() == []


@pytest.mark.django_db(transaction=True)
def test_as_the_owner_the_house_does_not_open() -> None:
    user = connection.settings_dict["USER"]
    roles.connect_as("stepstool")
    try:
        with pytest.raises(
            row_security.RoleError, match=r"“stepstool” .* a role that owns nothing"
        ):
            row_security.refuse()
    finally:
        roles.connect_as(user)


@pytest.mark.django_db
def test_with_an_open_table_the_house_does_not_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(row_security, "family_tables", lambda: ["families_user"])
    monkeypatch.setattr(connection, "close", lambda: None)
    with pytest.raises(row_security.RoleError, match="families_user"):
        row_security.refuse()


@pytest.mark.django_db
def test_a_failed_transaction_is_left_as_always(two: Cast) -> None:
    with within(two.mia.family_id), transaction.atomic():
        with pytest.raises(DatabaseError), transaction.atomic():
            rows_of("SELECT nothing FROM nowhere")
        assert Child.objects.filter(id=uuid4()).count() == 0
