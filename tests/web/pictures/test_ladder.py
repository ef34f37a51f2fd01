"""The ladder as a path of stones."""

from xml.etree import ElementTree as ET

import pytest

from stepstool.web.pictures import ladder, pebbles


def drawn(steps: int, here: int, **more: object) -> str:
    return str(ladder(steps, here, title="Where Mia is", **more))


def test_it_says_where_the_child_is():
    picture = drawn(5, 2)
    assert 'role="img"' in picture
    assert "<title>Where Mia is</title>" in picture


def test_without_words_it_is_hidden_from_who_listens():
    assert 'aria-hidden="true"' in ladder(5, 0, title="")


def test_a_title_is_escaped():
    assert "<b>" not in ladder(5, 1, title="<b>")


@pytest.mark.parametrize("steps", [1, 2, 5, 12])
def test_each_path_is_whole_and_needs_no_inline_style(steps):
    for here in range(steps + 1):
        root = ET.fromstring(drawn(steps, here))  # noqa: S314 - our own drawing
        assert not [each for each in root.iter() if "style" in each.attrib]


def test_later_stones_are_open():
    assert drawn(5, 2).count("stroke-dasharray") == 2
    assert drawn(5, 5).count("stroke-dasharray") == 0


def test_every_step_looks_different():
    assert len({drawn(5, here) for here in range(6)}) == 6


def test_resting_looks_different():
    assert drawn(5, 2, resting=True) != drawn(5, 2)


def test_pebbles_are_full_or_open():
    row = str(pebbles(2, 3))
    assert row.count('class="sun"') == 2
    assert row.count("stroke-dasharray") == 1
