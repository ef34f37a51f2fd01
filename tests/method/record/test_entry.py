"""An entry refuses to exist when wrong, and says all that is wrong at once."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from stepstool import method
from stepstool.method.record.question import Whole

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def note(**fields: Any) -> method.Entry:
    return method.days.Note(**{"id": "n1", "at": NOON, **fields})


def faults(**fields: Any) -> list[str]:
    with pytest.raises(method.NonsenseError) as refused:
        note(**fields)
    return [fault.field for fault in refused.value.faults]


def test_a_moment_is_kept_in_utc() -> None:
    there = timezone(timedelta(hours=9))
    entry = note(at=datetime(2026, 3, 4, 21, tzinfo=there))
    assert (entry.at, entry.at.tzinfo) == (NOON, UTC)


def test_a_slim_one_says_the_same_and_keeps_less() -> None:
    entry = note(note="soup", until=NOON, removed=True)
    slender = method.slim(entry)
    assert slender == entry
    assert method.write_entry(slender) == method.write_entry(entry)
    assert len(vars(slender)) < len(vars(entry))


def test_an_entry_is_frozen() -> None:
    with pytest.raises(AttributeError):
        note().at = NOON  # type: ignore[misc]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", datetime(2026, 3, 4)),  # noqa: DTZ001 - that is the fault
        ("at", datetime(1999, 12, 31, tzinfo=UTC)),
        ("at", datetime(2100, 1, 1, tzinfo=UTC)),
        ("at", "2026-03-04"),
        ("until", NOON - timedelta(seconds=1)),
        ("until", datetime(2100, 1, 1, tzinfo=UTC)),
        ("written_at", datetime(2026, 3, 4)),  # noqa: DTZ001
        ("written_at", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))),
        ("id", ""),
        ("id", "x" * 101),
        ("id", 7),
        ("by", "a\x00b"),
        ("note", ""),
        ("note", "x" * 2001),
        ("note", "\ud800"),
        ("timing", "exact"),
        ("removed", "yes"),
        ("version", method.Version(0)),
        ("version", method.Version(10**10)),
        ("offset", 901),
        ("offset", True),
        ("origin", []),
        ("origin", {"deep": "\x00"}),
        ("beyond", {"number": float("nan")}),
    ],
)
def test_what_cannot_be_is_refused(field: str, value: object) -> None:
    assert faults(**{field: value}) == [field]


def test_a_device_name_that_is_no_text_is_refused() -> None:
    assert faults(version=method.Version(1, 7)) == ["device"]  # type: ignore[arg-type]


def test_what_is_nested_too_deep_is_refused() -> None:
    deep: object = "bottom"
    for _ in range(30):
        deep = [deep]
    assert faults(origin={"deep": deep}) == ["origin"]


def test_all_faults_are_named_at_once() -> None:
    assert faults(id="", at="never", note="") == ["at", "id", "note"]


def test_answers_and_envelope_are_named_together() -> None:
    with pytest.raises(method.NonsenseError) as refused:
        method.poop.Poop(id="", at=NOON, bristol=9, pain=7)
    assert [each.field for each in refused.value.faults] == ["id", "bristol", "pain"]


def test_a_clock_that_was_wrong_is_kept_as_provenance() -> None:
    long_ago = datetime(1970, 1, 1, tzinfo=UTC)
    assert note(written_at=long_ago).written_at == long_ago


def test_a_fault_names_field_value_range_and_cure() -> None:
    fault = Whole("How many?", 0, 3, "pieces").fault("amount", 7)
    assert str(fault) == (
        "amount is 7; allowed is a whole number from 0 to 3 (pieces). "
        "Write a number in this range, or leave it out."
    )


def test_a_fault_shows_only_the_beginning_of_something_huge() -> None:
    fault = Whole("How many?", 0, 3, "pieces").fault("amount", "x" * 100_000)
    assert len(str(fault)) < 300


def test_places_in_time_are_by_moment_then_version_then_id() -> None:
    first, second = note(id="b"), note(id="a", version=method.Version(2))
    assert method.in_time(first) < method.in_time(second)


def test_no_answer_of_any_kind_hides_what_all_entries_have() -> None:
    own = {name for name in dir(method.Entry) if not name.startswith("_")}
    hidden = {
        (kind.KIND, name)
        for kind in method.KINDS.values()
        for name in kind.QUESTIONS
        if name in own
    }
    assert hidden == set()
