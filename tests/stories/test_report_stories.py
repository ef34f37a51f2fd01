"""The doctor's page says of each family what its story tells, and answers the eight questions."""

import pytest

from stepstool import method
from tests.stories.report_story import Story, stories

STORIES = stories()
names = pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])


@names
def test_the_page_says_what_the_story_tells(story: Story) -> None:
    lines = {section.key: section.lines for section in story.spoken.sections}
    missing = [
        f"{section}: {part}"
        for section, parts in story.told["says"].items()
        for part in parts
        if not any(part in line for line in lines[section])
    ]
    assert missing == [], lines


@names
def test_the_eight_questions_are_answered(story: Story) -> None:
    answers = method.eight_answers(story.page)
    assert tuple(answers) == method.EIGHT_QUESTIONS
    assert all(answers.values())


@names
def test_what_is_counted_is_never_a_verdict(story: Story) -> None:
    said = [line for section in story.spoken.sections for line in section.lines]
    assert [line for line in said if "constipat" in line.casefold()] == []


def test_twelve_families_of_the_table_have_a_page() -> None:
    assert len({story.told["row"] for story in STORIES}) == 12
