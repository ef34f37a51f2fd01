"""Rows of our own database become the entries that were written, and are never refused."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from stepstool import method
from tests.method.record.made_up import entries

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ENVELOPE = (
    "until", "timing", "offset", "by", "written_at", "version", "removed", "note",
    "origin",
)  # fmt: skip


@given(entries())
def test_a_row_is_the_entry_that_was_written(entry: method.Entry) -> None:
    data = json.loads(json.dumps(method.write_entry(entry)["data"]))
    envelope = {name: getattr(entry, name) for name in ENVELOPE}
    known = {"data": entry.beyond["data"]} if "data" in entry.beyond else {}
    made = method.row(entry.KIND, entry.id, entry.at, data, envelope)
    assert made.beyond == known
    assert (
        method.row(
            entry.KIND, entry.id, entry.at, data, {**envelope, "beyond": entry.beyond}
        )
        == entry
    )


def test_unknown_written_out_is_unknown() -> None:
    data = {"place": "unknown", "bristol": "unknown", "began": "unknown"}
    assert method.row("poop", "p", NOON, data, {}) == method.poop.Poop(id="p", at=NOON)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("hover", {}),
        ("poop", {"place": "moon"}),
        ("poop", {"place": ["potty"]}),
        ("poop", {"began": "told"}),
        ("poop", ["place"]),
        ("poop", None),
        ("none_came", {"since": "yesterday"}),
    ],
)
def test_what_cannot_be_read_becomes_unread(kind: str, data: Any) -> None:
    assert isinstance(method.row(kind, "p", NOON, data, {}), method.Unread)


def test_an_unread_row_is_exported_with_all_it_has() -> None:
    envelope = {"version": method.Version(3, "phone"), "note": "hm"}
    made = method.row("hover", "h", NOON, {"high": 2}, envelope)
    assert method.write_entry(made) == {
        "id": "h",
        "kind": "hover",
        "at": "2026-03-04T12:00:00+00:00",
        "version": 3,
        "removed": False,
        "device": "phone",
        "note": "hm",
        "data": {"high": 2},
    }
