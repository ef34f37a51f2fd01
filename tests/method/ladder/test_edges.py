"""Numbers of the ladder, each tried at its edge: what is advised on the one side only."""

from dataclasses import dataclass

import pytest

from stepstool.method.ladder import Advised
from tests.stories.ladder_story import moment, read, tell

BEGIN = """
1 07:00 interview topic=four_weeks answers=soft_and_easy
1 08:00 plan move=start ladder=b step=1
"""
GOOD = "place=diaper where=bathroom bristol=4 pain=0"
LITTLE = "place=diaper where=bathroom bristol=4 pain=1"
ELSEWHERE = "1-3 18:00 poop bristol=4 pain=0"
UPSET = f"1-4 18:00 poop {GOOD}\n5 18:00 poop {GOOD} mood=upset\n6-7 18:00 poop {GOOD}"
HOLDING = (
    f"1-4 18:00 poop {GOOD}\n5 12:00 signal meaning=holding\n5-7 11:00 poop {GOOD}"
)
HURT = f"1-3 18:00 poop {GOOD}\n4 18:00 poop {LITTLE}\n5-7 11:00 poop {GOOD}"


def on_one_day(*hours: str) -> str:
    return "\n".join([ELSEWHERE, *(f"4 {hour}:00 poop {GOOD}" for hour in hours)])


@dataclass(frozen=True, kw_only=True)
class Edge:
    """When the next step may be asked, and when not yet: a diary and a moment each."""

    number: str
    yes: tuple[str, str]
    no: tuple[str, str]


EDGES = (
    Edge(number="not_upset_last", yes=(UPSET, "7 19:00"), no=(UPSET, "6 19:00")),
    Edge(
        number="share_chances",
        yes=(on_one_day("06", "09", "12", "15", "18"), "4 19:00"),
        no=(on_one_day("06", "09", "12", "15"), "4 19:00"),
    ),
    Edge(number="holding_lately", yes=(HOLDING, "7 12:01"), no=(HOLDING, "7 11:59")),
    Edge(number="hurt_lately", yes=(HURT, "7 18:01"), no=(HURT, "7 17:59")),
)
each_edge = pytest.mark.parametrize("edge", EDGES, ids=lambda edge: edge.number)


def move(told: tuple[str, str]) -> Advised:
    diary, at = told
    story = read("edge", {"diary": BEGIN + diary, "expect": []})
    return tell(story.entries, moment(at)).plan.move


@each_edge
def test_on_this_side_the_next_step_is_asked(edge: Edge) -> None:
    assert move(edge.yes) is Advised.MOVE_ON


@each_edge
def test_on_that_side_it_is_not(edge: Edge) -> None:
    assert move(edge.no) is Advised.STAY
