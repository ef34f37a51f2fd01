"""A long JSON reads as json.loads does, however it is cut into windows."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool.method.record import long_json
from stepstool.method.record.long_json import DamagedError, read_object

LISTS = {"entries": lambda raw: raw, "history": lambda raw: raw}
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
objects = st.dictionaries(st.sampled_from([*LISTS, "child", "x"]), values) | values


def loaded(text: str) -> Any:
    return read_object(text, LISTS, json.JSONDecoder())


@pytest.fixture(params=[40, 1_000_000])
def window(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(long_json, "LONGEST_VALUE", request.param)
    return int(request.param)


@given(objects, st.sampled_from([None, 1]), st.booleans())
def test_it_reads_what_json_reads(
    value: Any, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert loaded(f" {text}\n") == json.loads(text)


@given(objects, st.data())
def test_it_refuses_what_json_refuses(value: Any, data: st.DataObject) -> None:
    text = json.dumps(value)
    place = data.draw(st.integers(0, len(text)))
    broken = text[:place] + data.draw(st.sampled_from(["", ",", "}", "]", '"', ":"]))
    try:
        expected = json.loads(broken)
    except json.JSONDecodeError:
        with pytest.raises(DamagedError):
            loaded(broken)
    else:
        assert loaded(broken) == expected


def test_each_element_becomes_something_else_as_it_comes(window: int) -> None:
    text = '{"a": [1], "entries": [1, 22, 333, 4], "entries": [5, 666]}'
    read = read_object(text, {"entries": str}, json.JSONDecoder())
    assert read == {"a": [1], "entries": ["5", "666"]}


def test_a_number_is_not_cut_where_the_window_ends(window: int) -> None:
    numbers = list(range(10**6, 10**6 + 50))
    assert loaded(json.dumps({"entries": numbers}))["entries"] == numbers


def test_an_endless_value_is_damage_and_its_line_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(long_json, "LONGEST_VALUE", 40)
    with pytest.raises(DamagedError) as damaged:
        loaded('{"entries": [\n1,\n' + json.dumps(["x" * 50]) + "]}")
    assert damaged.value.line == 3


@pytest.mark.parametrize(
    "text", ["", "{", '{"a"', "{1: 2}", '{"a": 1} x', "[1] 2", "{,}"]
)
def test_half_of_it_is_damage(text: str) -> None:
    with pytest.raises(DamagedError):
        loaded(text)
