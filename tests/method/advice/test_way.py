"""The story of the way: each week in plain sentences, and nothing counted that nobody wrote."""

import pytest

from stepstool.method import DayMark, story_of_the_way
from stepstool.method.record import Entry
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.days import Note
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.kinds.poop import NoneCame, Place, Soiling
from stepstool.method.words import speaker_in
from tests.method.calm.diary import at, day, entry, plan, poop, record

# Sunday, 1 March 2026, is day 1; the week of the tests goes from day 9 to day 15.
MONDAY, SUNDAY = 9, 15
SOFT = {"pain": 0}
POTTY = {"place": Place.POTTY, "where": Where.BATHROOM}
SOFA = {"where": Where.HIDING_PLACE}


def story(*entries: Entry, asked: float = SUNDAY, since: int = 1):
    return story_of_the_way(record(*entries, asked=at(asked, 21)), day(since))


def says(*entries: Entry, asked: float = SUNDAY) -> str:
    speaker = speaker_in("en")
    return " ".join(map(speaker.spoken, story(*entries, asked=asked)[0].sayings))


def days(*numbers: int, **answers):
    return [poop(at(number), **(SOFT | answers)) for number in numbers]


@pytest.mark.parametrize(
    ("week", "told"),
    [
        (
            days(9, 11, 13),
            "It came 3 times, in a diaper in the bathroom. All soft. None hurt.",
        ),
        (days(9), "It came once, in a diaper in the bathroom. Soft. None hurt."),
        (
            [*days(9, 10, **SOFA), *days(11, **POTTY)],
            "It came 3 times, mostly in a diaper. All soft. None hurt.",
        ),
        (
            [*days(9, bristol=1, pain=3), *days(12, 13, bristol=2, pain=1)],
            (
                "It came 3 times, in a diaper in the bathroom. "
                "None with a picture was soft. One hurt. 2 hurt a little."
            ),
        ),
        (
            [*days(9, bristol=1, pain=2), *days(12, 13)],
            (
                "It came 3 times, in a diaper in the bathroom. "
                "2 of 3 with a picture were soft. One hurt."
            ),
        ),
        ([poop(at(9), place=Place.FLOOR, pain=0)], "It came once. Soft. None hurt."),
    ],
)
def test_a_week_in_plain_sentences(week, told):
    assert says(*week) == told


def test_of_what_nobody_said_nothing_is_told():
    unsaid = [entry(type(one), one.at, place=Place.POTTY) for one in days(9, 10)]
    assert says(*unsaid) == "It came 2 times, in the potty."


def test_none_hurts_only_where_all_were_asked_about():
    asked, unasked = days(9), poop(at(10))
    assert "hurt" not in says(*asked, unasked)


def test_a_smear_is_no_poop_of_the_week():
    smear = poop(at(10), place=Place.PANTS, soiling=Soiling.SMEAR, bristol=6)
    assert says(*days(9), smear).startswith("It came once,")


def test_a_week_without_one_is_none_only_if_somebody_said_so():
    before = days(2)
    assert says(*before) == "Nothing was written down."
    none = entry(NoneCame, at(10))
    assert says(*before, none) == "None came, as far as it was written down."


def test_the_steps_of_a_week_stand_in_their_order():
    decided = [
        plan(at(8, 8), Move.START, 1),
        plan(at(11, 8), Move.MOVE_ON, 2),
        plan(at(13, 8), Move.TAKE_A_BREAK),
        plan(at(15, 8), Move.GO_ON, 2),
    ]
    told = says(*days(9), *decided)
    assert told.endswith("On step 1. Then on step 2. Then a break. Then on step 2.")


def test_a_ladder_that_was_only_chosen_is_no_step():
    chosen = entry(Plan, at(9, 8), ladder="b")
    assert "step" not in says(*days(9), chosen)


def test_weeks_begin_on_monday_and_the_newest_stands_first():
    weeks = story(*days(4, 9, 16), asked=17)
    assert [week.monday for week in weeks] == [day(16), day(9), day(2)]
    assert [len(week.dots) for week in weeks] == [2, 7, 7]


def test_the_story_begins_with_the_first_week_of_which_something_is_known():
    weeks = story(entry(Note, at(2), note="Hello"), *days(9))
    assert [week.monday for week in weeks] == [day(9)]
    assert story() == ()


def test_what_came_before_the_first_week_asked_for_is_not_told():
    weeks = story(*days(4, 9), since=MONDAY)
    assert [week.monday for week in weeks] == [day(9)]


def test_a_week_has_a_dot_for_each_of_its_days():
    (week,) = story(*days(9), entry(NoneCame, at(10)))
    marks = [dot.mark for dot in week.dots]
    assert marks[:3] == [DayMark.SOFT, DayMark.NONE, DayMark.NOT_WRITTEN]
