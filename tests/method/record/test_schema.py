"""`stepstool schema` describes what is written, and refuses what is refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stepstool import method
from tests.method.record.made_up import entries, plain_json

SCHEMA = method.diary_schema()
DIARY = Draft202012Validator(SCHEMA)
ENTRY = Draft202012Validator({"$ref": "#/$defs/entry", "$defs": SCHEMA["$defs"]})
POOP: dict[str, Any] = {"id": "p", "kind": "poop", "at": "2026-03-04T18:10:00+00:00"}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_plain_json() -> None:
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@given(entries())
def test_it_takes_every_entry_that_is_written(entry: method.Entry) -> None:
    assert ENTRY.is_valid(json.loads(json.dumps(method.write_entry(entry))))


def test_it_takes_a_diary() -> None:
    diary = method.DiaryFile(child=method.Child(), entries=())
    assert DIARY.is_valid(json.loads(method.write_diary(diary)))


@pytest.mark.parametrize("kind", sorted(method.KINDS))
def test_it_names_every_question_of_a_kind(kind: str) -> None:
    named = SCHEMA["$defs"][kind]["properties"]
    assert list(named) == list(method.KINDS[kind].QUESTIONS)


def test_it_asks_as_the_pages_ask_of_no_child_in_particular() -> None:
    asked = SCHEMA["$defs"]["sit"]["properties"]["accepted"]["description"]
    assert asked == "Did the child sit?"
    assert "%(" not in json.dumps(SCHEMA)


def test_it_takes_kinds_of_a_newer_version() -> None:
    assert ENTRY.is_valid(POOP | {"kind": "hover", "data": {"high": 2}})


def refuses(raw: dict[str, Any]) -> bool:
    try:
        method.read_entry(raw)
    except method.NonsenseError:
        return True
    return False


strange_values = plain_json | st.sampled_from(
    ["potty", "told", ["told"], ["told", "told"], 3, 3.0, 9, "2026-03-04", "unknown"]
)


@given(st.sampled_from(sorted(method.KINDS)), st.data())
def test_it_refuses_the_answers_that_are_refused(
    kind: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(["x", *method.KINDS[kind].QUESTIONS]))
    raw = POOP | {"kind": kind, "data": {name: data.draw(strange_values)}}
    assert ENTRY.is_valid(raw) != refuses(raw) or name == "zone"


@given(
    st.sampled_from(["id", "at", "until", "timing", "offset", "by", "note", "data"])
    | st.sampled_from(["version", "device", "removed", "origin", "written_at"]),
    strange_values
    | st.sampled_from(["2026-03-05T10:00Z", "exact", "1998-01-01T00:00Z"]),
)
def test_it_refuses_the_fields_that_are_refused(field: str, value: object) -> None:
    raw = POOP | {field: value}
    assert ENTRY.is_valid(raw) != refuses(raw)


def test_it_refuses_answers_to_another_question_of_the_interview() -> None:
    told = {"topic": "gap", "answers": ["hard"]}
    assert not ENTRY.is_valid(POOP | {"kind": "interview", "data": told})


def test_it_takes_answers_to_the_question_that_was_asked() -> None:
    told = {"topic": "gap", "answers": ["yes"]}
    assert ENTRY.is_valid(POOP | {"kind": "interview", "data": told})
