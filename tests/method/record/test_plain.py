"""What every database can keep, and what not."""

import pytest

from stepstool.method.record.question import is_deeper_than, is_plain, is_plain_text


@pytest.mark.parametrize("text", ["", "abc", "うんち", "🎈"])
def test_these_are_plain_texts(text: str) -> None:
    assert is_plain_text(text)


@pytest.mark.parametrize("text", ["\x00", "é\x00", "\ud800", "a\udfff"])
def test_these_are_not(text: str) -> None:
    assert not is_plain_text(text)


@pytest.mark.parametrize(
    "value", [None, 1, 1.5, True, "x", [], {"a": [{"b": 1}]}, "\\u0000", "[" * 50]
)
def test_these_are_plain(value: object) -> None:
    assert is_plain(value)


@pytest.mark.parametrize(
    "value",
    [float("inf"), ["\x00"], {"\x00": 1}, {"a": [float("nan")]}, "\\\x00", {1, 2}],
)
def test_these_cannot_be_kept(value: object) -> None:
    assert not is_plain(value)


def test_depth_is_counted_in_lists_and_objects() -> None:
    value = [{"a": [1]}]
    assert (is_deeper_than(2, value), is_deeper_than(3, value)) == (True, False)
