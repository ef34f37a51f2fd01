"""Writing: union, versions, removal, undo, and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stepstool import method
from stepstool.web.diary import reading, writing
from stepstool.web.diary.models import StoredEntry, Superseded
from stepstool.web.diary.refusals import RefusalReason, RefusedError
from stepstool.web.families.households import add_child
from tests.web.cast import Cast, Person
from tests.web.diary.days import EVENING, Note, Zone, a_poop, version


def put(cast: Cast, *entries: method.Entry, by: Person | None = None, batch: str = ""):
    person = by or cast.anna
    return writing.write(person.membership, cast.mia, entries, batch=batch)


def current(cast: Cast, entry_id: str = "first") -> method.Entry:
    return reading.entry(cast.anna.membership, cast.mia, entry_id)


def notes(cast: Cast, entry_id: str = "first") -> list[object]:
    versions = reading.history(cast.anna.membership, cast.mia, entry_id)
    return [each.note for each in versions]


def refused(
    cast: Cast, *entries: method.Entry, by: Person | None = None
) -> RefusalReason:
    with pytest.raises(RefusedError) as caught:
        put(cast, *entries, by=by)
    assert str(caught.value)
    return caught.value.refusals[0].why


def test_all_that_was_written_is_read(cast: Cast) -> None:
    entry = a_poop(
        note="after lunch",
        until=EVENING + timedelta(minutes=9),
        timing=method.Timing.ABOUT,
        offset=60,
        written_at=EVENING,
        version=version(2),
        origin={"row": 7},
        beyond={"mood_of_teddy": "fine", "data": {"sparkle": True}},
    )
    put(cast, entry)
    assert current(cast) == replace(entry, by=str(cast.anna.membership.pk))


def test_who_wrote_it_is_set_by_the_house(cast: Cast) -> None:
    put(cast, replace(a_poop(), by="somebody else"), by=cast.rosa)
    assert current(cast).by == str(cast.rosa.membership.pk)


def test_writing_twice_changes_nothing(cast: Cast) -> None:
    put(cast, a_poop())
    before = reading.state_of(cast.family.pk)
    again = put(cast, a_poop())
    assert (again.entries, again.unchanged) == ([], 1)
    assert reading.state_of(cast.family.pk) == before


def test_what_changed_nothing_is_counted_and_nothing_else_is(cast: Cast) -> None:
    newer = a_poop(version=version(2))
    counts = [put(cast, each, batch="berry").unchanged for each in (newer, newer)]
    older = put(cast, a_poop(), batch="berry").unchanged
    newest = put(cast, a_poop(version=version(3)), batch="berry").unchanged
    writing.take_back(cast.anna.membership, cast.mia, "berry")
    brought_back = put(cast, a_poop(version=version(3)), batch="berry").unchanged
    assert (*counts, older, newest, brought_back) == (0, 1, 1, 0, 0)


def test_the_same_entry_twice_in_one_writing_is_one(cast: Cast) -> None:
    assert len(put(cast, a_poop(), a_poop()).entries) == 1


def test_a_newer_version_replaces_and_the_older_is_kept(cast: Cast) -> None:
    put(cast, a_poop(note="old", version=version(1)))
    put(cast, a_poop(note="new", version=version(2)))
    assert notes(cast) == ["new", "old"]


def test_versions_may_come_in_any_order(cast: Cast) -> None:
    put(cast, a_poop(note="new", version=version(2)))
    put(cast, a_poop(note="old", version=version(1)))
    assert notes(cast) == ["new", "old"]


def test_on_equal_counters_a_removal_beats_an_edit(cast: Cast) -> None:
    put(cast, a_poop(version=version(2, "a"), removed=True))
    put(cast, a_poop(version=version(2, "z")))
    assert current(cast).removed


def test_on_equal_counters_the_device_decides(cast: Cast) -> None:
    put(cast, a_poop(note="b", version=version(2, "b")))
    put(cast, a_poop(note="a", version=version(2, "a")))
    assert notes(cast) == ["b", "a"]


def test_running_numbers_count_every_change(cast: Cast) -> None:
    put(cast, a_poop("one"), a_poop("two"))
    put(cast, a_poop("one", version=version(2)))
    assert reading.state_of(cast.family.pk)[1] == 3
    numbers = StoredEntry.objects.filter(family=cast.family).order_by("seq")
    assert list(numbers.values_list("id", "seq")) == [("two", 2), ("one", 3)]


def test_a_change_is_a_new_version_by_who_changed(cast: Cast) -> None:
    put(cast, a_poop(note="old"), by=cast.rosa)
    writing.change(cast.anna.membership, cast.mia, replace(current(cast), note="new"))
    assert notes(cast) == ["new", "old"]
    assert current(cast).by == str(cast.anna.membership.pk)


def test_two_changes_of_one_entry_lose_nothing(cast: Cast) -> None:
    put(cast, a_poop(note="first"))
    seen = current(cast)
    for note in ("hers", "his"):
        writing.change(cast.anna.membership, cast.mia, replace(seen, note=note))
    assert notes(cast) == ["his", "hers", "first"]


def test_removed_is_marked_and_can_be_restored(cast: Cast) -> None:
    put(cast, a_poop(note="soft"))
    writing.remove(cast.anna.membership, cast.mia, ["first"])
    assert current(cast).removed
    writing.restore(cast.anna.membership, cast.mia, ["first"])
    assert not current(cast).removed
    assert current(cast).note == "soft"


def test_removing_twice_is_removing_once(cast: Cast) -> None:
    put(cast, a_poop())
    writing.remove(cast.anna.membership, cast.mia, ["first"])
    assert writing.remove(cast.anna.membership, cast.mia, ["first"]).entries == []


def test_undo_of_a_new_entry_removes_it(cast: Cast) -> None:
    written = put(cast, a_poop())
    writing.undo(cast.anna.membership, cast.mia, written.ids)
    assert current(cast).removed


def test_undo_of_a_change_brings_the_version_before(cast: Cast) -> None:
    put(cast, a_poop(note="old"))
    writing.change(cast.anna.membership, cast.mia, replace(current(cast), note="new"))
    writing.undo(cast.anna.membership, cast.mia, ["first"])
    assert notes(cast) == ["old", "new", "old"]


def test_undo_of_a_removal_brings_it_back(cast: Cast) -> None:
    put(cast, a_poop())
    writing.remove(cast.anna.membership, cast.mia, ["first"])
    writing.undo(cast.anna.membership, cast.mia, ["first"])
    assert not current(cast).removed


def test_an_import_is_taken_back_as_a_whole(cast: Cast) -> None:
    put(cast, a_poop("own"))
    put(cast, a_poop("one"), a_poop("two"), batch="berry")
    writing.take_back(cast.anna.membership, cast.mia, "berry")
    left = [each.id for each in reading.everything(cast.mia) if not each.removed]
    assert left == ["own"]


def test_importing_again_brings_back_what_was_taken_back(cast: Cast) -> None:
    for _ in range(2):
        put(cast, a_poop("one"), batch="berry")
        writing.take_back(cast.anna.membership, cast.mia, "berry")
    put(cast, a_poop("one"), batch="berry")
    assert not current(cast, "one").removed


def test_importing_again_leaves_removed_what_a_hand_removed(cast: Cast) -> None:
    put(cast, a_poop("one"), batch="berry")
    writing.remove(cast.anna.membership, cast.mia, ["one"])
    writing.take_back(cast.anna.membership, cast.mia, "berry")
    put(cast, a_poop("one"), batch="berry")
    assert current(cast, "one").removed


def test_the_kind_never_changes(cast: Cast) -> None:
    put(cast, a_poop())
    note = Note(id="first", at=EVENING, note="x", version=version(2))
    assert refused(cast, note) is RefusalReason.OTHER_KIND


def test_the_child_never_changes(cast: Cast) -> None:
    put(cast, a_poop())
    twin = add_child(cast.anna.membership, "Max", cast.mia.born)
    with pytest.raises(RefusedError) as caught:
        writing.write(cast.anna.membership, twin, [a_poop(version=version(2))])
    assert caught.value.refusals[0].why is RefusalReason.OTHER_CHILD


def test_a_counter_far_ahead_is_refused(cast: Cast) -> None:
    assert refused(cast, a_poop(version=version(1001))) is RefusalReason.FAR_AHEAD
    put(cast, a_poop(version=version(1000)))
    put(cast, a_poop(version=version(2000)))


def test_a_refusal_writes_nothing(cast: Cast) -> None:
    refused(cast, a_poop("fine"), a_poop("far", version=version(5000)))
    assert [*reading.everything(cast.mia)] == []


def test_another_family_may_use_the_same_id(cast: Cast) -> None:
    put(cast, a_poop(note="Mia's"))
    writing.write(cast.nora.membership, cast.leo, [a_poop(note="Leo's")])
    assert current(cast).note == "Mia's"


def test_a_member_of_another_family_writes_nothing_here(cast: Cast) -> None:
    with pytest.raises(ValueError, match="another family"):
        writing.write(cast.nora.membership, cast.mia, [a_poop()])


@pytest.mark.parametrize("who", ["anna", "rosa", "owls"])
def test_who_looks_after_a_child_writes_poops(cast: Cast, who: str) -> None:
    assert put(cast, a_poop(), by=getattr(cast, who)).ids == ["first"]


def test_who_reads_along_writes_nothing(cast: Cast) -> None:
    assert refused(cast, a_poop(), by=cast.tim) is RefusalReason.NOT_ALLOWED


@pytest.mark.parametrize("who", ["rosa", "owls", "tim"])
def test_only_parents_decide_what_lasts(cast: Cast, who: str) -> None:
    zone = Zone(id="z", at=EVENING, zone="Europe/London")
    assert refused(cast, zone, by=getattr(cast, who)) is RefusalReason.NOT_ALLOWED


def test_a_grandmother_changes_her_own(cast: Cast) -> None:
    put(cast, a_poop(), by=cast.rosa)
    assert writing.remove(cast.rosa.membership, cast.mia, ["first"]).ids == ["first"]


def test_a_grandmother_does_not_change_what_others_wrote(cast: Cast) -> None:
    put(cast, a_poop())
    for deed in (writing.remove, writing.restore, writing.undo):
        with pytest.raises(RefusedError):
            deed(cast.rosa.membership, cast.mia, ["first"])


def test_sending_again_what_others_wrote_changes_nothing(cast: Cast) -> None:
    put(cast, a_poop())
    assert put(cast, a_poop(), by=cast.rosa).unchanged == 1


def test_her_own_stays_hers_when_a_parent_corrected_it(cast: Cast) -> None:
    put(cast, a_poop(), by=cast.rosa)
    writing.change(cast.anna.membership, cast.mia, replace(current(cast), note="x"))
    assert writing.remove(cast.rosa.membership, cast.mia, ["first"]).ids == ["first"]


def test_what_is_not_there_is_not_changed(cast: Cast) -> None:
    with pytest.raises(RefusedError):
        writing.change(cast.anna.membership, cast.mia, a_poop("never"))


def test_an_unread_entry_is_kept_and_can_be_removed(cast: Cast) -> None:
    raw = {"id": "odd", "kind": "rocket", "at": "2026-03-04T10:00Z", "data": {"x": 1}}
    put(cast, method.read_or_keep(raw))
    assert method.write_entry(current(cast, "odd")).items() >= raw.items()
    writing.remove(cast.anna.membership, cast.mia, ["odd"])
    assert current(cast, "odd").removed


@pytest.mark.parametrize("kind", ["", "x" * 41, "a\x00b"])
def test_an_unread_entry_of_no_sound_kind_is_refused(cast: Cast, kind: str) -> None:
    raw = {"id": "odd", "kind": kind, "at": "2026-03-04T10:00Z"}
    assert refused(cast, method.read_or_keep(raw)) is RefusalReason.UNSOUND


def test_history_holds_each_version_once(cast: Cast) -> None:
    put(cast, a_poop(version=version(2)))
    for _ in range(2):
        put(cast, a_poop(version=version(1)))
    assert Superseded.objects.filter(family=cast.family).count() == 1
