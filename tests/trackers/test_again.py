"""Bringing the same in twice adds nothing, in whatever pieces it comes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stepstool import method, trackers
from tests.trackers.exports import huckleberry, read

POO = "Diaper,2026-01-28 20:00,,,,,Poo,"
PEE = "Diaper,2026-01-28 20:00,,,,,Pee,"
LATER = "Diaper,2026-01-29 20:00,,,,,Poo,"
EMPTY = method.DiaryFile(child=method.Child(id="mia"), entries=())


def united(diary: method.DiaryFile, *rows: str) -> method.DiaryFile:
    return trackers.unite(diary, read(huckleberry(*rows))).diary


def ids(diary: method.DiaryFile) -> set[str]:
    return {entry.id for entry in diary.entries}


def test_the_same_file_twice_adds_nothing() -> None:
    once = united(EMPTY, POO, PEE)
    assert united(once, POO, PEE) == once


def test_a_newer_export_adds_what_is_new() -> None:
    once = united(EMPTY, POO)
    twice = united(once, LATER, POO)
    assert len(ids(twice)) == len(ids(once)) + 1


def test_what_was_removed_stays_removed() -> None:
    once = united(EMPTY, POO, LATER)
    *rest, poop = once.entries
    removed = replace(poop, removed=True, version=method.Version(2))
    diary = replace(once, entries=(*rest, removed))
    assert united(diary, POO, LATER) == diary


def test_what_a_hand_changed_stays_as_it_was_changed() -> None:
    once = united(EMPTY, POO)
    *rest, poop = once.entries
    diary = replace(once, entries=(*rest, replace(poop, note="mine")))
    assert united(diary, POO) == diary


def test_two_alike_rows_are_two_entries() -> None:
    assert len(read(huckleberry(POO, POO)).entries) == 2
    assert len({entry.id for entry in read(huckleberry(POO, POO)).entries}) == 2


def test_two_children_never_share_an_entry() -> None:
    mia, tom = (trackers.read(huckleberry(POO), "UTC", child) for child in ("m", "t"))
    assert mia.entries[0].id != tom.entries[0].id


rows = st.lists(
    st.builds(
        "Diaper,2026-01-{:02} {:02}:00,,,{},,{},{}".format,
        st.integers(1, 3),
        st.integers(0, 2),
        st.sampled_from(["", "Hard"]),
        st.sampled_from(["Poo", "Pee", "Both"]),
        st.sampled_from(["", "a note"]),
    ),
    max_size=8,
    unique=True,
)


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[str], chance: object) -> None:
    shuffled = [*rows]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    whole = united(EMPTY, *rows, POO)
    assert ids(united(EMPTY, POO, *shuffled)) == ids(whole)


@given(rows, st.integers(0, 8), st.integers(0, 8))
def test_overlapping_files_make_the_whole(rows: list[str], one: int, two: int) -> None:
    first, last = min(one, two), max(one, two)
    pieces = united(united(EMPTY, POO, *rows[:last]), POO, *rows[first:])
    whole = united(EMPTY, POO, *rows)
    lasting = {entry.id for entry in (*pieces.entries, *whole.entries) if entry.LASTING}
    assert ids(pieces) - lasting == ids(whole) - lasting


def zones(diary: method.DiaryFile) -> list[str]:
    return [str(zone.zone) for zone in method.zones_of(diary.entries)]


def test_the_zone_holds_from_the_first_row_on() -> None:
    diary = united(EMPTY, LATER, POO)
    (zone,) = method.zones_of(diary.entries)
    assert (zone.at, zone.zone) == (diary.entries[1].at, "Europe/London")


def test_the_zone_is_not_told_twice() -> None:
    assert zones(united(united(EMPTY, LATER), POO)) == ["Europe/London"]


def test_another_zone_before_is_told() -> None:
    earlier = trackers.unite(united(EMPTY, LATER), read(huckleberry(POO), "Asia/Tokyo"))
    assert zones(earlier.diary) == ["Asia/Tokyo", "Europe/London"]


def test_what_is_new_and_what_was_there_is_counted() -> None:
    done = trackers.unite(united(EMPTY, POO), read(huckleberry(POO, LATER)))
    assert (done.added, done.here_before) == (1, 1)


def test_our_own_diary_is_an_export_too() -> None:
    diary = replace(united(EMPTY, POO), child=method.Child(name="Mia"))
    again = trackers.unite(
        method.DiaryFile(child=method.Child(), entries=()),
        read(method.write_diary(diary), "UTC"),
    )
    assert again.diary == diary


def test_newer_versions_of_our_own_entries_replace_older_ones() -> None:
    once = united(EMPTY, POO)
    *rest, poop = once.entries
    newer = replace(poop, note="seen", version=method.Version(2))
    changed = replace(once, entries=(*rest, newer))
    both = trackers.unite(once, read(method.write_diary(changed), "UTC"))
    assert both.diary.entries[-1] == newer


def test_a_diary_without_zone_gets_the_one_that_is_told() -> None:
    poop = united(EMPTY, POO).entries[-1:]
    bare = replace(EMPTY, entries=poop)
    told = trackers.unite(EMPTY, read(method.write_diary(bare), "Asia/Tokyo"))
    assert zones(told.diary) == ["Asia/Tokyo"]


def test_a_diary_with_a_zone_keeps_its_own() -> None:
    own = method.write_diary(united(EMPTY, POO))
    assert zones(trackers.unite(EMPTY, read(own, "Asia/Tokyo")).diary) == [
        "Europe/London"
    ]
