"""Each story of rewards comes out as it is told."""

from typing import Any

import pytest

from stepstool.method import Advice
from stepstool.method.rewards import FADES, NOTES, PRAISE, WORDS, FirstTime, Praise
from tests.stories.ladder_story import moment
from tests.stories.reward_story import Story, said, stories

STORIES = {story.name: story for story in stories()}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_the_story_comes_out_as_told(story: Story) -> None:
    entries = story.entries()
    for expected in story.told["expect"]:
        at = moment(expected["at"])
        told = story.advice(entries, at)
        wanted = {key: expected[key] for key in expected if key != "at"}
        came = {key: seen(told, key) for key in wanted}
        assert came == wanted, f"at {expected['at']}"


def test_every_row_of_the_tables_has_a_story() -> None:
    told = [each for story in STORIES.values() for each in story.told["expect"]]
    words = {each.get("words") for each in told}
    fading = {each.get("fading") for each in told}
    notes = {note for each in told for note in each.get("notes", ())}
    assert [row.key for row in WORDS if row.key not in words] == []
    praise = {line.split()[0] for each in told for line in each.get("praise", ())}
    assert [row.key for row in PRAISE if row.key not in praise] == []
    assert [row.move for row in FADES if row.move not in fading] == []
    assert [note.rule for note in NOTES if note.rule not in notes] == []


def praised(praise: Praise) -> str:
    return f"{praise.because.rule.removeprefix('praise_')} {praise.tone}"


def first(time: FirstTime) -> str:
    return f"{time.what} {time.step}" if time.ladder else str(time.what)


def seen(told: Advice, key: str) -> Any:
    found = told.rewards.unspoken
    looks = {
        "due": lambda: [said(each) for each in found.due],
        "instead": lambda: list(found.due[0].instead[:2]),
        "given": lambda: [str(each.what) for each in found.given],
        "by": lambda: [each.by for each in found.given],
        "words": lambda: found.words and found.words.rule.removeprefix("words_"),
        "praise": lambda: list(map(praised, found.praise)),
        "firsts": lambda: [first(each) for one in found.praise for each in one.firsts],
        "fading": lambda: found.fading.move,
        "stage": lambda: found.fading.stage.fading,
        "to": lambda: found.fading.to,
        "guard": lambda: [each.rule for each in found.guard],
        "notes": lambda: [each.rule.removeprefix("safe_") for each in found.notes],
        "jar": lambda: found.jar,
        "promises": lambda: found.promises,
        "says": lambda: [each.text for each in told.rewards.due],
        "earns": lambda: told.plan.earns,
        "state": lambda: told.comfort.state,
        "rule": lambda: told.plan.rule,
    }
    return looks[key]()
