"""When the questions are asked, and asked again; and the list of readiness."""

import pytest

from stepstool.method.reasons import QUESTIONS
from stepstool.method.record.kinds.interview import Told, Topic
from tests.method.reasons.told import found

ASKED = "1 20:00 told seat fits"


def again(diary: str, at: str) -> str:
    because = found(diary, at).again
    return because.rule.removeprefix("again_") if because else "none"


@pytest.mark.parametrize(
    ("diary", "at", "why"),
    [
        ("", "1 21:00", "first"),
        (ASKED, "2 21:00", "none"),
        ("1 20:00 told seat", "2 21:00", "none"),
        (f"{ASKED}\n2 08:00 change new_baby", "2 21:00", "big_change"),
        (f"{ASKED}\n1 08:00 change new_baby", "2 21:00", "none"),
        (f"{ASKED}\n10 20:00 told fight yes", "10 21:00", "none"),
        (f"{ASKED}\n16 20:00 told fight yes", "16 21:00", "fight"),
        (f"{ASKED}\n1 08:00 plan start b 1", "28 21:00", "none"),
        (f"{ASKED}\n1 08:00 plan start b 1", "29 21:00", "no_step"),
        (f"{ASKED}\n1 08:00 plan take_a_break", "31 21:00", "none"),
        (ASKED, "84 21:00", "none"),
        (ASKED, "86 21:00", "long_ago"),
    ],
)
def test_it_is_asked_when_something_has_changed(diary: str, at: str, why: str):
    assert again(diary, at) == why


def test_it_is_asked_again_when_it_is_soft_again():
    diary = """
    1-6 08:00 hard diaper hurt
    6 20:00 told seat fits
    7-30 08:00 soft diaper painless
    """
    assert again(diary, "7 21:00") == "none"
    assert again(diary, "30 21:00") == "soft_again"


def test_at_first_all_questions_are_open():
    assert found("").questions == tuple(each.topic for each in QUESTIONS)


def test_an_answered_question_is_not_asked_again():
    assert Topic.SEAT not in found(ASKED, "2 21:00").questions


def test_a_skipped_question_is_not_asked_again():
    assert Topic.SEAT not in found("1 20:00 told seat", "2 21:00").questions


def test_after_a_big_change_all_are_open_but_those_of_a_life():
    diary = f"{ASKED}\n1 20:01 told conditions thyroid\n2 08:00 change new_baby"
    questions = found(diary, "2 21:00").questions
    assert Topic.SEAT in questions
    assert Topic.CONDITIONS not in questions


def test_the_first_evenings_answers_are_not_the_interview():
    assert again("1 20:00 told where_now pants", "1 21:00") == "first"


def ticks(diary: str) -> dict[Told, bool | None]:
    return {each.item: each.ticked for each in found(diary).readiness}


def test_before_the_list_was_looked_at_nothing_is_known():
    assert set(ticks("").values()) == {None}


def test_an_item_is_ticked_by_the_family():
    assert ticks("19 20:00 told can_already wants_to")[Told.WANTS_TO] is True


def test_what_was_left_out_is_not_there_yet():
    assert ticks("19 20:00 told can_already wants_to")[Told.PANTS_DOWN] is False


@pytest.mark.parametrize(
    ("diary", "item"),
    [
        ("19 08:00 soft told-it", Told.TELLS),
        ("19 08:00 told feels_it notices_before", Told.TELLS),
        ("19 08:00 sit own potty", Told.SMALL_POTTY),
        ("19 08:00 soft potty", Told.SMALL_POTTY),
        ("19 08:00 sit own feet-held", Told.STOOL_FOR_THE_FEET),
        ("19 08:00 told seat feet_on_something", Told.STOOL_FOR_THE_FEET),
        ("19 08:00 soft naked", Told.TIME_WITHOUT_DIAPER),
        ("19 08:00 told grown_ups stay_calm", Told.GROWN_UPS_SMILE),
    ],
)
def test_an_item_is_ticked_by_what_the_diary_shows(diary: str, item: Told):
    assert ticks(diary)[item] is True


def test_what_the_diary_shows_can_be_overruled():
    shown = "18 08:00 soft potty"
    (item,) = [e for e in found(shown).readiness if e.item is Told.SMALL_POTTY]
    assert item.shown
    overruled = f"{shown}\n19 20:00 told can_already wants_to"
    assert ticks(overruled)[Told.SMALL_POTTY] is False


def test_what_the_diary_shows_since_the_ticks_counts_again():
    newer = "18 20:00 told can_already wants_to\n19 08:00 soft potty"
    assert ticks(newer)[Told.SMALL_POTTY] is True


MANY = "tells pees_there sits_dressed pants_down wants_to small_potty dry_for_two_hours"


@pytest.mark.parametrize(
    ("diary", "means"),
    [
        ("", "not_looked"),
        ("19 20:00 told can_already nothing_of_this", "few"),
        ("19 20:00 told can_already tells pees_there wants_to", "some"),
        (f"19 20:00 told can_already {MANY}", "many"),
        (f"1-19 08:00 hard hurt\n19 20:00 told can_already {MANY}", "waits"),
    ],
)
def test_the_list_means_something_kind_and_opens_nothing(diary: str, means: str):
    assert found(diary).ready.key == f"reasons.ready_so_far.{means}"


def test_nothing_of_this_leaves_the_list_open():
    assert not any(ticks("19 20:00 told can_already nothing_of_this").values())
