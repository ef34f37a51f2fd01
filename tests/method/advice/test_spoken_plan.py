"""Every step of every ladder can be said: what it is, what it earns, what the child hears."""

from datetime import UTC, datetime

import pytest

from stepstool import method

RECORD = method.Record(method.Child(name="Mia"), [], datetime(2026, 3, 4, tzinfo=UTC))
SPEAKER = method.speaker_of(RECORD, "en")
STEPS = [
    pytest.param(ladder, number, id=f"{ladder.key} {ladder.version}: {number}")
    for ladder in method.ladder.VERSIONS.values()
    for number in range(1, len(ladder.steps) + 1)
]


@pytest.mark.parametrize(("ladder", "number"), STEPS)
def test_what_a_step_earns_can_be_said(ladder, number):
    assert all(method.earned(ladder.step(number).earns, SPEAKER))


@pytest.mark.parametrize(("ladder", "number"), STEPS)
def test_a_step_its_half_and_its_safety_can_be_said(ladder, number):
    sayings = (
        ladder.says(number),
        ladder.says_half(number),
        *ladder.safety_of(number),
        *ladder.safety_sayings,
        *ladder.about,
        ladder.title,
    )
    assert all(map(SPEAKER.spoken, sayings))


@pytest.mark.parametrize("moment", ["begin", "next", "again"])
@pytest.mark.parametrize(("ladder", "number"), STEPS)
def test_the_child_can_be_told_of_a_step(ladder, number, moment):
    told = SPEAKER.say(f"telling.{ladder.key}.{ladder.step(number).key}")
    assert told in SPEAKER.say(f"telling.{moment}", step=told)
