"""A whole diary as a file and back: entry for entry, version for version, name for name."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from stepstool import method
from stepstool.web.diary import emptying, reading, whole, writing
from stepstool.web.diary.rows import is_forgotten
from stepstool.web.families import audit
from stepstool.web.families.models import Child, Family, Membership, User
from tests import diaries
from tests.method.record.made_up import entries as made_up_entries
from tests.web.cast import Cast
from tests.web.diary.days import EVENING, a_poop, version

BORN = method.Month(2022, 5)
MIA = method.Child(born=BORN, name="Mia")
quick = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def file_of(child: Child) -> dict[str, Any]:
    """Give a child's file, each entry with the name of who wrote it."""
    raw: dict[str, Any] = json.loads("".join(whole.text_of(child)))
    people = raw.pop("people", {})
    for entry in [*raw["entries"], *raw.get("history", [])]:
        entry["by"] = people.get(entry.get("by"), "")
    return raw


def read_again(child: Child) -> method.DiaryFile:
    return method.read_diary("".join(whole.text_of(child)))


def lived_in(cast: Cast) -> None:
    """Let Mia's diary hold all that a diary may: two writers, a history, a removed entry."""
    anna, ben, mia = cast.anna.membership, cast.ben.membership, cast.mia
    writing.write(ben, mia, [a_poop("changed", note="as Ben wrote it")])
    stored = reading.entry(anna, mia, "changed")
    writing.change(anna, mia, replace(stored, note="as Anna knew it"))
    writing.write(anna, mia, [a_poop("removed"), a_poop("emptied")])
    writing.remove(ben, mia, ["removed"])
    emptying.empty_entry(anna, mia, "emptied")
    strange = method.read_diary(
        '{"child": {}, "entries": [{"id": "new", "kind": "moon", "at": "?"}]}'
    )
    writing.write(anna, mia, strange.entries)


def test_a_lived_in_diary_comes_back_as_it_was(cast: Cast) -> None:
    lived_in(cast)
    before = file_of(cast.mia)
    assert len(before["entries"]) == 3
    assert len(before["history"]) == 2
    back = whole.restore(cast.stranger, read_again(cast.mia)).child
    assert file_of(back) == before


def test_what_is_forgotten_stays_so_in_a_file_and_in_what_is_restored(
    cast: Cast, time_machine: Any
) -> None:
    anna, mia = cast.anna.membership, cast.mia
    zone = method.lasting.Zone(id="zone", at=EVENING, zone="Europe/Berlin")
    time_machine.move_to(EVENING, tick=False)
    writing.write(anna, mia, [a_poop("poop", note="before"), zone])
    stored = [reading.entry(anna, mia, key) for key in ("poop", "zone")]
    writing.change(anna, mia, replace(stored[0], note="after"))
    writing.change(anna, mia, replace(stored[1], zone="Europe/Paris"))
    time_machine.move_to(EVENING + timedelta(days=31))
    assert emptying.forget_old_words(mia.family_id, timezone.now()) == 2
    before = file_of(mia)
    assert {one["by"] for one in before["history"]} == {"Anna"}
    assert all("gone after 30 days" in one["forgotten"] for one in before["history"])
    opened = whole.restore(cast.stranger, read_again(mia))
    assert file_of(opened.child) == before
    for key in ("poop", "zone"):
        _, first = reading.history(opened.membership, opened.child, key)
        assert (is_forgotten(first), first.written_at) == (True, EVENING)


def test_who_has_the_name_is_who_wrote(cast: Cast) -> None:
    lived_in(cast)
    User.objects.filter(pk=cast.stranger.pk).update(name="BEN")
    cast.stranger.refresh_from_db()
    opened = whole.restore(cast.stranger, read_again(cast.mia))
    first = reading.history(opened.membership, opened.child, "changed")[-1]
    assert first.by == str(opened.membership.pk)
    others = Membership.objects.filter(family=opened.membership.family, user=None)
    assert {place.name for place in others} == {"Anna", "Rosa", "Owls", "Tim"}
    assert all(place.ended_at for place in others)


def test_the_child_keeps_its_id_so_that_imports_meet_their_entries(cast: Cast) -> None:
    opened = whole.restore(cast.stranger, read_again(cast.mia))
    assert opened.child.id == cast.mia.id
    assert opened.child.family_id != cast.mia.family_id


def test_who_restored_it_is_written_down(cast: Cast) -> None:
    family = whole.restore(cast.stranger, read_again(cast.mia)).child.family_id
    lines = [str(line) for line in audit.record(family)]
    assert lines[0] == "Stranger restored Mia’s diary from a file"


def test_a_restored_diary_is_written_on(cast: Cast) -> None:
    lived_in(cast)
    opened = whole.restore(cast.stranger, read_again(cast.mia))
    writing.write(opened.membership, opened.child, [a_poop("next")])
    writing.restore(opened.membership, opened.child, ["removed"])
    kept = {entry.id for entry in reading.everything(opened.child) if not entry.removed}
    assert kept == {"changed", "new", "next", "removed"}


def test_history_of_nothing_is_left_out(cast: Cast) -> None:
    diary = method.DiaryFile(child=MIA, entries=(), history=(a_poop("lost"),))
    child = whole.restore(cast.stranger, diary).child
    assert file_of(child)["entries"] == []
    assert "history" not in file_of(child)


@pytest.mark.parametrize(
    "child",
    [method.Child(name="Mia"), method.Child(born=BORN), replace(MIA, name="\u2800")],
)
def test_a_diary_of_nobody_is_refused_whole(cast: Cast, child: method.Child) -> None:
    families = Family.objects.count()
    with pytest.raises(whole.NotRestorableError, match="does not say whose"):
        whole.restore(cast.stranger, method.DiaryFile(child=child, entries=()))
    assert Family.objects.count() == families


@pytest.mark.parametrize("part", ["entries", "history"])
def test_entries_that_cannot_be_stored_are_refused_whole(cast: Cast, part: str) -> None:
    entry = a_poop("x", version=version(1, "d" * 41))
    diary = replace(method.DiaryFile(child=MIA, entries=()), **{part: (entry,)})
    with pytest.raises(whole.NotRestorableError, match="not as we write them"):
        whole.restore(cast.stranger, diary)


def names(count: int) -> dict[str, str]:
    return {str(number): f"Aunt {number}" for number in range(count)}


def test_a_crowd_of_names_makes_no_crowd_of_places(cast: Cast) -> None:
    diary = method.DiaryFile(child=MIA, entries=(), people=names(300))
    opened = whole.restore(cast.stranger, diary)
    assert Membership.objects.filter(family=opened.membership.family).count() == 201


@quick
@given(
    some.lists(made_up_entries(), max_size=4), some.lists(made_up_entries(), max_size=2)
)
def test_any_made_up_diary_comes_back(
    cast: Cast, entries: list[method.Entry], history: list[method.Entry]
) -> None:
    """What its file says, its file says again; only who wrote is as the house knows them."""
    diary = method.DiaryFile(
        child=MIA,
        entries=tuple(replace(entry, by="7") for entry in entries),
        history=tuple(replace(entry, by="7") for entry in history),
        people={"7": "Opa"},
    )
    try:
        with transaction.atomic():
            first = whole.restore(cast.stranger, diary).child
            second = whole.restore(cast.stranger, read_again(first)).child
            once, twice = file_of(first), file_of(second)
            transaction.set_rollback(True)
    except whole.NotRestorableError:
        return
    newest = method.newest(diary.entries)
    assert once["entries"] == [
        method.write_entry(entry) | {"by": "Opa"}
        for entry in sorted(newest, key=lambda entry: (entry.at, entry.id))
    ]
    assert once == twice


@pytest.mark.skipif(not diaries.paths(), reason=diaries.WHY_NOT)
@pytest.mark.parametrize("path", diaries.paths(), ids=lambda path: path.stem)
def test_a_real_diary_comes_back(cast: Cast, path: Path) -> None:
    real = diaries.read(path)
    child = replace(real.child, name="Mia")
    diary = method.DiaryFile(child=child, entries=real.entries)
    first = whole.restore(cast.stranger, diary).child
    assert len(file_of(first)["entries"]) == len(real.entries)
    second = whole.restore(cast.stranger, read_again(first)).child
    assert file_of(second) == file_of(first)


def test_the_evening_is_in_the_file(cast: Cast) -> None:
    writing.write(cast.anna.membership, cast.mia, [a_poop()])
    assert file_of(cast.mia)["entries"][0]["at"] == EVENING.isoformat()


def sheets_of(child: Child) -> dict[str, str]:
    packed = b"".join(whole.sheets_of(child))
    with zipfile.ZipFile(io.BytesIO(packed)) as files:
        return {name: files.read(name).decode() for name in files.namelist()}


def test_the_sheets_hold_what_counts(cast: Cast) -> None:
    lived_in(cast)
    held = sheets_of(cast.mia)
    assert set(held) == {"poop.csv", "not-understood.csv"}
    assert "as Anna knew it" in held["poop.csv"]
    assert "Anna" in held["poop.csv"]
    assert "removed" not in held["poop.csv"]
    assert "moon" in held["not-understood.csv"]
