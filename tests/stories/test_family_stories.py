"""Each row of the table of situations comes out as it is told."""

from typing import Any

import pytest

from stepstool.method.reasons import Key
from tests.stories.family_story import Story, seen, stories

STORIES = {story.name: story for story in stories()}
ROWS = {1, 2, 4, 5, 6, 7, 8, 10, 12, 13, 15, 16, 17, 19, 20, 21, 23, 25, 28, 30}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_the_story_comes_out_as_told(story: Story) -> None:
    assert story.told["why"]
    for expected in story.told["expect"]:
        now = story.at(expected["at"])
        wanted = {key: value for key, value in expected.items() if key != "at"}
        came = {key: seen(now, key, wanted[key]) for key in wanted}
        assert came == wanted, f"at {expected['at']}: {_levels(now)}"


def _levels(now: Any) -> dict[str, str]:
    return {each.key: f"{each.level} {each.points}" for each in now.reasons.reasons}


def test_every_row_of_the_table_has_a_story() -> None:
    assert ROWS - {story.told.get("row") for story in STORIES.values()} == set()


def test_every_seed_has_a_story() -> None:
    assert {"A", "B", "C"} <= {story.told.get("seed") for story in STORIES.values()}


def test_every_reason_leads_in_some_story() -> None:
    told = [each for story in STORIES.values() for each in story.told["expect"]]
    assert set(Key) - {each["first"][0] for each in told if "first" in each} == set()
