"""Which ladder is looked at first: what was told is listened to."""

import pytest

from stepstool.method import LADDERS, first_ladder
from stepstool.method.advice.beginning import FIRST_LADDERS
from stepstool.method.record import Entry
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.poop import Beginning
from tests.method.calm.diary import at, entry, poop, record


def told(topic: Topic, *answers: Told, day: int = 1) -> Interview:
    return entry(Interview, at(day), topic=topic, answers=answers)


def first(*entries: Entry, asked: int = 10) -> tuple[str, str]:
    found = first_ladder(record(*entries, asked=at(asked)))
    return found.ladder, found.because.rule


@pytest.mark.parametrize(
    ("topic", "answer", "ladder"),
    [
        (Topic.WHERE_NOW, Told.DIAPER_IN_HIDING_PLACE, "hiding_place"),
        (Topic.SAYS_OR_DOES, Told.WANTS_TO_BE_ALONE, "hiding_place"),
        (Topic.WHEN_OFFERED, Told.WONT_GO_NEAR_IT, "floor_mark"),
        (Topic.WHEN_OFFERED, Told.GOES_ONCE_THE_DIAPER_IS_ON, "diaper_fading"),
        (Topic.WHERE_NOW, Told.DIAPER_ANYWHERE, "b"),
    ],
)
def test_what_was_told_is_listened_to(topic, answer, ladder):
    assert first(told(topic, answer))[0] == ladder


def test_nothing_told_is_the_way_with_the_smallest_first_step():
    assert first() == ("b", "others")


def test_who_hides_lately_need_not_have_said_so():
    hidden = poop(at(8), where=Where.HIDING_PLACE)
    hid = poop(at(9), where=Where.BEDROOM, began=(Beginning.HID,))
    assert first(hidden)[0] == "b"
    assert first(hidden, hid)[0] == "hiding_place"


def test_the_newest_answer_holds():
    before = told(Topic.WHERE_NOW, Told.DIAPER_IN_HIDING_PLACE)
    now = told(Topic.WHERE_NOW, Told.DIAPER_IN_BATHROOM, day=5)
    assert first(before, now)[0] == "b"


def test_nobody_who_shuns_the_bathroom_begins_in_it():
    shuns = told(Topic.WHEN_OFFERED, Told.WONT_GO_NEAR_IT)
    hides = told(Topic.WHERE_NOW, Told.DIAPER_IN_HIDING_PLACE)
    ladder, _rule = first(shuns, hides)
    assert all(
        Where.BATHROOM not in way.where for way in LADDERS[ladder].step(1).success
    )


def test_each_row_names_a_ladder_of_ours():
    assert {row.ladder for row in FIRST_LADDERS} <= LADDERS.keys()
