"""The evening and the night: what waits for the morning, and what does not."""

import pytest

from stepstool.method.advice.headline import HELP, TONIGHT
from stepstool.method.advice.night import WITH_THE_CHILD, is_asleep, is_night
from stepstool.method.record import Entry, Record
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move
from stepstool.method.record.kinds.poop import Blood
from tests.method.calm.diary import MIA, at, entry, plan, poop
from tests.spoken import advise


def todo(*entries: Entry, hour: int) -> str:
    return advise(Record(MIA, entries, at(8, hour))).todo.key


# One poop that hurt a little while ago: the diaper, or a bath, and no hurry.
SORE = (poop(at(8, 3), pain=2), poop(at(7), bristol=1), poop(at(6), bristol=1))
FIRST = (
    entry(Interview, at(8, 20), topic=Topic.FOUR_WEEKS, answers=(Told.SOFT_AND_EASY,)),
    entry(
        Interview,
        at(8, 20),
        topic=Topic.WHERE_NOW,
        answers=(Told.DIAPER_IN_HIDING_PLACE,),
    ),
)


@pytest.mark.parametrize(
    ("hour", "night", "asleep"),
    [
        (5, True, True),
        (6, False, False),
        (19, False, False),
        (20, True, False),
        (21, True, False),
        (22, True, True),
        (23, True, True),
    ],
)
def test_evening_comes_before_sleep(hour: int, night: bool, asleep: bool):
    local = at(1, hour)
    assert (is_night(local), is_asleep(local)) == (night, asleep)


@pytest.mark.parametrize(("hour", "waits"), [(19, False), (21, False), (22, True)])
def test_a_bath_waits_while_the_child_sleeps(hour: int, waits: bool):
    key = todo(*SORE, hour=hour)
    assert (key == "nothing") is waits
    assert waits or key in WITH_THE_CHILD


@pytest.mark.parametrize(("hour", "waits"), [(19, False), (22, True)])
def test_no_step_is_asked_of_a_child_that_sleeps(hour: int, waits: bool):
    course = [
        plan(at(1), Move.START, 1),
        *(poop(at(day, 9), pain=0) for day in range(1, 9)),
    ]
    key = todo(*course, hour=hour)
    assert key.startswith("ladder.") is not waits


def test_a_call_does_not_wait():
    blood = poop(at(8, 20), blood=Blood.MIXED_IN)
    assert todo(blood, hour=23).startswith("call_")


def test_the_first_evening_reads_its_one_thing_at_any_hour():
    assert todo(*FIRST, hour=23) == "hiding_place"


def test_what_waits_is_something_that_is_said():
    said = {key for keys in HELP.values() for key in keys.values()}
    assert said | {row.key for row in TONIGHT} >= WITH_THE_CHILD
