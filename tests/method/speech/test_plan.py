"""Every step of every ladder can be said: what it is, what it earns, what the child hears."""

from datetime import UTC, datetime

import pytest

from stepstool import method

RECORD = method.Record(method.Child(name="Mia"), [], datetime(2026, 3, 4, tzinfo=UTC))
SPEAKER = method.speaker_of(RECORD, "en")
STEPS = [
    (ladder, number)
    for ladder in method.ladder.VERSIONS.values()
    for number in range(1, len(ladder.steps) + 1)
]


def those_that_cannot(be_said) -> list[str]:
    return [
        f"{ladder.key} {ladder.version}: {number}"
        for ladder, number in STEPS
        if not be_said(ladder, number)
    ]


def test_what_a_step_earns_can_be_said():
    def earned(ladder, number):
        return all(method.earned(ladder.step(number).earns, SPEAKER))

    assert those_that_cannot(earned) == []


def sayings_of(ladder, number):
    return (
        ladder.says(number),
        ladder.says_half(number),
        *ladder.safety_of(number),
        *ladder.safety_sayings,
        *ladder.about,
        ladder.title,
    )


def test_a_step_its_half_and_its_safety_can_be_said():
    def spoken(ladder, number):
        return all(map(SPEAKER.spoken, sayings_of(ladder, number)))

    assert those_that_cannot(spoken) == []


def test_half_a_step_says_what_it_is_and_leaves_enough_to_the_page():
    """The page says before it that half of it is enough."""

    def plain(ladder, number):
        return "enough" not in SPEAKER.spoken(ladder.says_half(number))

    assert those_that_cannot(plain) == []


@pytest.mark.parametrize("moment", ["begin", "next", "again"])
def test_the_child_can_be_told_of_a_step(moment):
    def told(ladder, number):
        step = SPEAKER.say(f"telling.{ladder.key}.{ladder.step(number).key}")
        return step in SPEAKER.say(f"telling.{moment}", step=step)

    assert those_that_cannot(told) == []


@pytest.mark.parametrize("thing", method.THINGS)
def test_a_thing_has_the_name_under_which_it_is_earned(thing):
    name = method.treat_name(thing, SPEAKER)
    assert name == method.treat(method.Treat(thing=thing), SPEAKER)
