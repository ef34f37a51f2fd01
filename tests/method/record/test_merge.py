"""A diary is a set: how, how often and in which order it is merged changes nothing."""

from datetime import UTC, datetime

from hypothesis import given

from stepstool import method
from tests.method.record.made_up import rivals

Entries = list[method.Entry]


@given(rivals(), rivals())
def test_the_order_of_two_diaries_does_not_matter(one: Entries, two: Entries) -> None:
    assert method.newest(one + two) == method.newest(two + one)


@given(rivals(), rivals(), rivals())
def test_three_diaries_may_be_merged_in_any_grouping(
    one: Entries, two: Entries, three: Entries
) -> None:
    left = method.newest([*method.newest(one + two), *three])
    assert left == method.newest([*one, *method.newest(two + three)])


@given(rivals())
def test_merging_again_changes_nothing(one: Entries) -> None:
    merged = method.newest(one)
    assert method.newest(merged + one) == merged


@given(rivals())
def test_no_id_is_lost(one: Entries) -> None:
    merged = method.newest(one)
    assert {entry.id for entry in merged} == {entry.id for entry in one}


def note(counter: int, device: str = "", *, removed: bool = False) -> method.Entry:
    return method.days.Note(
        id="n",
        at=datetime(2026, 3, 4, tzinfo=UTC),
        version=method.Version(counter, device),
        removed=removed,
    )


def test_the_higher_counter_wins() -> None:
    assert method.is_newer(note(2), note(1, "zebra"))


def test_a_removal_beats_an_edit_on_equal_counters() -> None:
    assert method.is_newer(note(2, "a", removed=True), note(2, "z"))


def test_a_later_restore_beats_a_removal() -> None:
    assert method.is_newer(note(3), note(2, removed=True))


def test_devices_decide_between_equal_counters() -> None:
    assert method.is_newer(note(2, "b"), note(2, "a"))


def test_nothing_is_newer_than_itself() -> None:
    assert not method.is_newer(note(1), note(1))
