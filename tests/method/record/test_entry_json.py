"""What is written is read again; what cannot be read is kept."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool import method
from stepstool.method.record.entry import LATEST
from tests.method.record.made_up import entries, plain_json

POOP: dict[str, Any] = {"id": "p1", "kind": "poop", "at": "2026-03-04T18:10:00+00:00"}


def faults(raw: dict[str, Any]) -> list[str]:
    with pytest.raises(method.NonsenseError) as refused:
        method.read_entry(raw)
    return [fault.field for fault in refused.value.faults]


@given(entries())
def test_an_entry_of_any_kind_survives_being_written_and_read(
    entry: method.Entry,
) -> None:
    written = json.loads(json.dumps(method.write_entry(entry)))
    assert method.read_entry(written) == entry


@given(entries())
def test_what_is_written_holds_plain_values_only(entry: method.Entry) -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(type(name) is str and plain(one) for name, one in value.items())
        if isinstance(value, list):
            return all(map(plain, value))
        return type(value) in {str, int, bool, type(None)}

    assert plain(method.write_entry(entry))


@given(st.dictionaries(st.sampled_from([*POOP, "data", "until", "new"]), plain_json))
def test_anything_is_read_or_kept(raw: dict[str, Any]) -> None:
    assert isinstance(method.read_or_keep(raw), method.Entry)


@given(st.dictionaries(st.sampled_from([*POOP, "data", "until", "new"]), plain_json))
def test_what_is_kept_unread_is_written_as_it_came(raw: dict[str, Any]) -> None:
    kept = method.read_or_keep(raw | {"kind": "from_the_future"})
    assert method.write_entry(kept) == raw | {"kind": "from_the_future"}


def test_unknown_fields_stay() -> None:
    raw = POOP | {"colour": "blue", "data": {"smell": "roses"}}
    written = method.write_entry(method.read_entry(raw))
    assert (written["colour"], written["data"]) == ("blue", {"smell": "roses"})


def test_unknown_written_out_is_unknown() -> None:
    entry = method.read_entry(POOP | {"data": {"bristol": "unknown"}})
    assert isinstance(entry, method.poop.Poop)
    assert entry.bristol is method.UNKNOWN


def test_a_whole_number_may_be_written_with_a_point() -> None:
    entry = method.read_entry(POOP | {"version": 2.0, "data": {"bristol": 3.0}})
    assert method.write_entry(entry)["data"] == {"bristol": 3}


def test_all_faults_of_envelope_and_answers_are_named_at_once() -> None:
    raw = POOP | {"at": "now", "timing": "x", "data": {"bristol": 8, "place": "moon"}}
    assert faults(raw) == ["at", "timing", "place", "bristol"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "flying"),
        ("kind", ["poop"]),
        ("id", None),
        ("at", "2026-03-04T18:10:00"),
        ("at", "2026-03-04"),
        ("at", "2026-13-04T18:10:00+00:00"),
        ("at", "20260304T181000Z"),
        ("at", 1_772_600_000),
        ("until", "2026-03-04T18:00:00+00:00"),
        ("until", 0),
        ("data", None),
        ("data", [["place", "potty"]]),
        ("timing", ["exact"]),
        ("timing", "guessed"),
        ("removed", "yes"),
        ("version", "2"),
        ("version", True),
        ("offset", "Z"),
        ("origin", "phone"),
        ("note", 5),
        ("by", 5),
        ("device", 5),
    ],
)
def test_a_strange_field_is_refused(field: str, value: object) -> None:
    assert faults(POOP | {field: value}) == [field]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("bristol", 3.5),
        ("bristol", "3"),
        ("bristol", True),
        ("place", ["potty"]),
        ("began", "told"),
        ("began", ["told", "sang"]),
        ("imported", ""),
        ("imported", 7),
    ],
)
def test_a_strange_answer_is_refused(name: str, value: object) -> None:
    assert faults(POOP | {"data": {name: value}}) == [name]


@pytest.mark.parametrize("since", ["yesterday", "20260304", "1999-01-01", "2026-02-30"])
def test_a_strange_day_is_refused(since: str) -> None:
    assert faults(POOP | {"kind": "none_came", "data": {"since": since}}) == ["since"]


def test_strange_answers_are_named_beside_other_faults() -> None:
    assert faults(POOP | {"data": 7, "id": ""}) == ["data", "id"]


def test_what_cannot_be_read_stays_at_its_moment() -> None:
    kept = method.read_or_keep(POOP | {"kind": "x"})
    assert kept.at.isoformat() == POOP["at"]


def test_without_a_moment_it_stays_when_it_was_written() -> None:
    raw = POOP | {"at": "x", "written_at": "2026-03-05T00:00Z"}
    assert method.read_or_keep(raw).at.day == 5


@pytest.mark.parametrize("at", [None, 7, "soon", "0001-01-01T00:00:00+14:00"])
def test_without_any_moment_it_stays_at_the_end_of_time(at: object) -> None:
    assert method.read_or_keep(POOP | {"at": at}).at == LATEST


def test_two_of_them_without_ids_stay_apart() -> None:
    one, two = (method.read_or_keep({"kind": kind}) for kind in ("x", "y"))
    assert one.id != two.id


def test_one_of_them_without_an_id_gets_the_same_id_each_time() -> None:
    assert method.read_or_keep({"a": 1}).id == method.read_or_keep({"a": 1}).id


def test_it_keeps_its_version_and_its_mark() -> None:
    kept = method.read_or_keep(POOP | {"kind": "x", "version": 3, "removed": True})
    assert (kept.version.counter, kept.removed) == (3, True)


def test_a_version_that_is_none_counts_as_the_first() -> None:
    assert method.read_or_keep(POOP | {"version": "x"}).version == (1, "")


def test_it_can_be_removed_and_says_so_when_written() -> None:
    raw = POOP | {"kind": "x"}
    removed = method.read_or_keep(raw | {"version": 2, "removed": True})
    assert isinstance(removed, method.Unread)
    elsewhere = method.Unread(**{**vars(removed), "raw": raw})
    written = method.write_entry(elsewhere)
    assert (written["version"], written["removed"]) == (2, True)
