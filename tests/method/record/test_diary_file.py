"""A diary file carries everything, and says what is wrong with what is none."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool import method
from tests.method.record.made_up import entries, strange_fields, texts

EMPTY: dict[str, Any] = {
    "format": "stepstool-diary",
    "version": 1,
    "child": {"born": "2021-11"},
    "entries": [],
}
POOP = {"id": "p1", "kind": "poop", "at": "2026-03-04T18:10:00+00:00", "data": {}}


def read(**fields: Any) -> method.DiaryFile:
    return method.read_diary(json.dumps(EMPTY | fields))


def complaint(text: str) -> str:
    with pytest.raises(method.NotADiaryError) as refused:
        method.read_diary(text)
    return str(refused.value)


children = st.builds(
    method.Child,
    born=st.just(method.UNKNOWN)
    | st.builds(method.Month, st.integers(2000, 2099), st.integers(1, 12)),
    name=texts(20),
    id=texts(20),
)


@given(
    st.builds(
        method.DiaryFile,
        child=children,
        entries=st.lists(entries(), max_size=2).map(tuple),
        history=st.lists(entries(), max_size=2).map(tuple),
        people=st.dictionaries(texts(9), texts(9), max_size=2),
        version=st.integers(1, 9),
        beyond=strange_fields,
        child_beyond=strange_fields,
    )
)
def test_a_diary_survives_being_written_and_read(diary: method.DiaryFile) -> None:
    assert method.read_diary(method.write_diary(diary)) == diary


def test_an_entry_takes_a_line() -> None:
    text = method.write_diary(read(entries=[POOP, POOP | {"id": "p2"}]))
    assert len(text.splitlines()) == 7


def test_what_an_entry_said_before_stands_behind_all_entries() -> None:
    before = POOP | {"note": "before"}
    diary = read(entries=[POOP | {"version": 2}], history=[before])
    raw = json.loads(method.write_diary(diary))
    assert list(raw)[-2:] == ["entries", "history"]
    assert [entry["note"] for entry in raw["history"]] == ["before"]


def test_a_diary_of_one_version_says_nothing_of_history_or_people() -> None:
    assert {"history", "people"}.isdisjoint(
        json.loads(method.write_diary(read(entries=[POOP])))
    )


@pytest.mark.parametrize(
    ("fields", "cure"),
    [
        ({"history": {}}, 'write "history": []'),
        ({"people": []}, 'write "people": {"1": "Anna"}'),
        ({"people": {"1": 7}}, 'write "people": {"1": "Anna"}'),
        ({"people": {"1": "An\x00na"}}, 'write "people": {"1": "Anna"}'),
    ],
)
def test_history_and_people_of_another_shape_are_refused(
    fields: dict[str, Any], cure: str
) -> None:
    assert cure in complaint(json.dumps(EMPTY | fields))


@pytest.mark.parametrize("most", [1, 2])
def test_a_file_of_strangers_holds_no_more_than_it_may(most: int) -> None:
    text = json.dumps(EMPTY | {"entries": [POOP], "history": [POOP]})
    if most == 1:
        with pytest.raises(method.NotADiaryError, match="more than 1 entries"):
            method.read_diary(text, most)
    else:
        assert method.read_diary(text, most).history


def test_other_scripts_stay_readable_in_the_file() -> None:
    diary = read(entries=[POOP | {"note": "うんち"}])
    assert "うんち" in method.write_diary(diary)


def test_what_a_newer_version_wrote_is_kept() -> None:
    raw = EMPTY | {"version": 7, "mood": "new", "child": {"born": "2021-11", "hat": 1}}
    written = json.loads(method.write_diary(method.read_diary(json.dumps(raw))))
    assert written == raw


def test_entries_that_cannot_be_read_are_kept() -> None:
    strange = [7, None, {"kind": "poop"}, {"id": "x", "kind": "hover", "at": "?"}]
    written = json.loads(method.write_diary(read(entries=strange)))
    assert written["entries"][2:] == strange[2:]


def test_an_entry_that_is_no_object_is_wrapped_and_kept() -> None:
    (entry,) = read(entries=[7]).entries
    assert method.write_entry(entry) == {"raw": 7}


def test_half_a_character_is_kept_and_can_be_saved() -> None:
    strange = {"id": "x", "kind": "hover", "text": "\ud800"}
    text = method.write_diary(read(entries=[strange]))
    assert json.loads(text.encode())["entries"] == [strange]


@pytest.mark.parametrize("born", ["unknown", None])
def test_the_birth_month_may_be_unknown(born: object) -> None:
    assert read(child={"born": born}).child.born is method.UNKNOWN


def test_a_birthday_is_read_as_its_month() -> None:
    assert read(child={"born": "2021-11-05"}).child.born == (2021, 11)


def test_a_file_without_version_and_format_is_read() -> None:
    text = json.dumps({"child": {}, "entries": []})
    assert method.read_diary(text).version == 1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "no diary"),
        ("[]", "no diary"),
        ('{"entries": [', "no diary"),
        ('{"child": {},\n"entries": [', "damaged in line 2"),
        ('{"format": "other"}', "stepstool-diary"),
        ('{"child": {}, "entries": [NaN]}', "NaN"),
        ('{"child": {}, "entries": [1e999]}', "1e999"),
        ('{"child": {}, "entries": [' + "9" * 5000 + "]}", "too long to be true"),
        ("[" * 100_000, "no diary"),
        ('{"a":' * 200 + "1" + "}" * 200, "deep"),
        ('{"entries":[' + '{"a":' * 200 + "1" + "}" * 200 + "]}", "deep"),
        ('{"child": {}, "entries": {}}', "list of entries"),
        ('{"entries": []}', "child"),
        ('{"child": {"born": "May"}, "entries": []}', "2021-11"),
        ('{"child": {"born": "2021-13"}, "entries": []}', "2021-11"),
        ('{"child": {"name": 7}, "entries": []}', "child.name"),
        ('{"child": {"id": "\\u0000"}, "entries": []}', "child.id"),
        ('{"child": {}, "entries": [], "version": "new"}', "version"),
    ],
)
def test_what_is_no_diary_is_told_so(text: str, word: str) -> None:
    assert word in complaint(text)


def test_numbers_with_a_point_are_kept() -> None:
    strange = {"id": "x", "kind": "hover", "height": 1.5}
    (entry,) = read(entries=[strange]).entries
    assert method.write_entry(entry) == strange


def test_moments_keep_their_instant() -> None:
    (entry,) = read(entries=[POOP | {"at": "2026-03-04T18:10:00+09:00"}]).entries
    assert entry.at == datetime(2026, 3, 4, 9, 10, tzinfo=UTC)


def test_a_streamed_diary_is_written_while_its_entries_come() -> None:
    diary = read(entries=[POOP, POOP | {"id": "p2"}])
    taken: list[str] = []

    def coming() -> Iterator[method.Entry]:
        for entry in diary.entries:
            taken.append(entry.id)
            yield entry

    lines = method.stream_diary(diary.child, coming())
    assert any('"id": "p1"' in line for line in lines)
    assert taken == ["p1"]


@pytest.mark.parametrize("entries", [[], [POOP], [POOP, POOP | {"id": "p2"}]])
def test_a_streamed_diary_is_the_written_one(entries: list[dict[str, Any]]) -> None:
    diary = read(entries=entries)
    streamed = "".join(method.stream_diary(diary.child, iter(diary.entries)))
    assert streamed == method.write_diary(diary)


def test_a_diary_without_entries_is_written_as_before() -> None:
    text = method.write_diary(read())
    assert text.endswith('"child": {"born": "2021-11"},\n"entries": [\n\n]}\n')
