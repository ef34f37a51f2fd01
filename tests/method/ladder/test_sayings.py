"""Everything the ladder and calm say can be said, whatever happened."""

import random

import pytest

from stepstool.method import comfort, ladder
from stepstool.method.record import Record
from stepstool.method.words import Voice, language
from tests.properties.test_ladder import MIA, asked, history
from tests.stories.ladder_story import Story, moment, stories, tell

ENGLISH = language("en")
VOICE = Voice(name="Mia")
STORIES = {story.name: story for story in stories()}


def said(calm, plan) -> list[str]:
    reasons = [each.saw for each in (*plan.because, *calm.because)]
    step = [plan.says] if plan.says else []
    return [
        ENGLISH.say(each, VOICE) for each in (*reasons, *calm.advice, *plan.ask, *step)
    ]


@pytest.mark.whole
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_every_story_can_be_said(story: Story):
    for expected in story.expect:
        told = tell(story.entries, moment(expected["at"]))
        assert all(said(told.calm, told.plan))


@pytest.mark.generated
@pytest.mark.parametrize("seed", random.Random(7).sample(range(10**6), 40))
def test_every_history_can_be_said(seed: int):
    record = Record(MIA, history(seed), asked(seed))
    felt = comfort.assess(record)
    calm = ladder.calm_of(record, felt)
    assert all(said(calm, ladder.advise(record, felt, calm)))
