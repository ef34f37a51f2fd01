"""A plan with several stretches and breaks: where each moment stands, told day by day."""

from dataclasses import dataclass

import pytest

from stepstool.method.calm import Course, course_of
from stepstool.method.record import Record
from stepstool.method.record.kinds.lasting import Plan
from tests.method.calm.diary import MIA, at
from tests.stories.days import entries

# Each line: the days (the last one left out), the place, the ladder and the step.
LONG = """
1 07:00 plan start b 1
4 07:00 plan move_on b 2
8 07:00 plan move_on
12 07:00 plan take_a_break
26 07:00 plan go_on
30 07:00 plan step_back
33 07:00 plan stay
35 07:00 plan take_a_break
36 07:00 plan take_a_break
50 07:00 plan go_on b 1
60 07:00 plan start diaper_fading 1
64 07:00 plan move_on
70 07:00 plan take_a_break
80 07:00 plan start b 3
84 07:00 plan end
90 07:00 plan start b 1
"""
STOOD = """
1-4    on_step   b 1  harder
4-8    on_step   b 2  harder
8-12   on_step   b 3  harder
12-26  on_break  b 3  -
26-30  on_step   b 3  -
30-35  on_step   b 2  -
35-50  on_break  b 2  -
50-60  on_step   b 1  -
60-64  on_step   diaper_fading 1  harder
64-70  on_step   diaper_fading 2  harder
70-80  on_break  diaper_fading 2  -
80-84  on_step   b 3  harder
84-90  ended     b 3  -
90-    on_step   b 1  harder
"""


@dataclass(frozen=True)
class Stood:
    """One stretch as it is told."""

    first: int
    last: int | None
    place: str
    ladder: str
    step: int
    harder: bool


def told(text: str) -> list[Stood]:
    return [_stood(*line.split()) for line in text.strip().splitlines()]


def _stood(days: str, place: str, ladder: str, step: str, harder: str) -> Stood:
    first, _, last = days.partition("-")
    until = int(last) if last else None
    return Stood(int(first), until, place, ladder, int(step), harder == "harder")


def folded(diary: str) -> Course:
    return course_of(Record(MIA, entries(diary, "UTC"), at(200)).of(Plan))


def seen(course: Course) -> list[Stood]:
    return [
        Stood(
            first=(each.since - at(1, 0)).days + 1,
            last=each.until and (each.until - at(1, 0)).days + 1,
            place=str(each.standing.place.value),
            ladder=each.standing.ladder or "-",
            step=each.standing.step,
            harder=each.harder,
        )
        for each in course.stretches
    ]


def test_a_long_plan_stands_where_it_was_told() -> None:
    assert seen(folded(LONG)) == told(STOOD)


@pytest.mark.parametrize("stood", told(STOOD), ids=lambda one: f"day {one.first}")
def test_each_moment_of_a_stretch_stands_there(stood: Stood) -> None:
    """From the moment of the decision on, until the next one and not a second longer."""
    course = folded(LONG)
    last = at(stood.last, 6.999) if stood.last else at(199)
    for moment in (at(stood.first, 7), at(stood.first, 20), last):
        found = course.at(moment)
        assert found is not None
        standing = found.standing
        where = (str(standing.place.value), standing.ladder, standing.step)
        assert where == (stood.place, stood.ladder, stood.step)


def test_before_the_first_decision_it_stands_nowhere() -> None:
    assert folded(LONG).at(at(1, 6.999)) is None


SHORT = {
    "a break named twice is one break": (
        "1 plan start b 2\n5 plan take_a_break\n6 plan take_a_break\n9 plan go_on",
        "1-5 on_step b 2 harder\n5-9 on_break b 2 -\n9- on_step b 2 -",
    ),
    "going on higher than before the break is harder": (
        "1 plan start b 2\n5 plan take_a_break\n9 plan go_on b 3",
        "1-5 on_step b 2 harder\n5-9 on_break b 2 -\n9- on_step b 3 harder",
    ),
    "a step back during a break ends it": (
        "1 plan start b 2\n5 plan take_a_break\n9 plan step_back",
        "1-5 on_step b 2 harder\n5-9 on_break b 2 -\n9- on_step b 1 -",
    ),
    "staying during a break ends nothing": (
        "1 plan start b 2\n5 plan take_a_break\n9 plan stay",
        "1-5 on_step b 2 harder\n5- on_break b 2 -",
    ),
    "a break before any ladder stands nowhere, and the first step after it is harder": (
        "1 plan take_a_break\n5 plan start b 1",
        "1-5 on_break - 1 -\n5- on_step b 1 harder",
    ),
    "a break on another ladder begins at its first step": (
        "1 plan start b 3\n5 plan take_a_break\n9 plan start three_phases 2",
        "1-5 on_step b 3 harder\n5-9 on_break b 3 -\n9- on_step three_phases 2 harder",
    ),
    "after the end the same ladder starts anew": (
        "1 plan start b 3\n5 plan end\n9 plan start b 3",
        "1-5 on_step b 3 harder\n5-9 ended b 3 -\n9- on_step b 3 harder",
    ),
    "back to a ladder left before is a new beginning": (
        "1 plan start b 3\n5 plan start away 1\n9 plan start b 2",
        "1-5 on_step b 3 harder\n5-9 on_step away 1 harder\n9- on_step b 2 harder",
    ),
}


@pytest.mark.parametrize(("diary", "stood"), SHORT.values(), ids=SHORT.keys())
def test_short_plans(diary: str, stood: str) -> None:
    assert seen(folded(diary)) == told(stood)
