"""What was written last, and seven dots: an unwritten day is never a day without."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool.method.advice import DayMark, Landed
from stepstool.method.record import Child, Entry, Record, Timing
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.lasting import Move, Plan
from stepstool.method.record.kinds.poop import NoneCame, Place, Poop, Soiling
from stepstool.method.record.kinds.toileting import Pee
from stepstool.method.words import speaker_in
from tests.spoken import advise

ENGLISH = speaker_in("en")
WEDNESDAY = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def poop(ago: timedelta, **answers: object) -> Poop:
    return Poop(id=f"poop-{ago}", at=WEDNESDAY - ago, **answers)


def advice(*entries: Entry):
    return advise(Record(Child(name="Mia"), entries, WEDNESDAY))


def marks(*entries: Entry) -> list[DayMark]:
    return [dot.mark for dot in advice(*entries).dots]


def test_there_are_seven_dots_today_last():
    days = [dot.day for dot in advice().dots]

    assert (len(days), days[-1]) == (7, WEDNESDAY.date())


def test_a_day_nobody_wrote_down_is_an_open_ring():
    assert set(marks()) == {DayMark.NOT_WRITTEN}


def test_a_day_with_other_entries_only_is_still_not_written():
    assert marks(Pee(id="pee", at=WEDNESDAY))[-1] is DayMark.NOT_WRITTEN


def test_a_day_said_to_be_without_is_none():
    assert marks(NoneCame(id="none", at=WEDNESDAY - DAY))[-2] is DayMark.NONE


@pytest.mark.parametrize(
    ("answers", "mark"),
    [
        ({"bristol": 4}, DayMark.SOFT),
        ({"bristol": 1}, DayMark.HARD),
        ({"bristol": 7}, DayMark.RUNNY),
        ({}, DayMark.CAME),
    ],
)
def test_a_dot_shows_how_it_was(answers, mark):
    assert marks(poop(DAY, **answers))[-2] is mark


def test_a_hard_one_shows_before_a_soft_one_of_the_same_day():
    soft, hard = poop(DAY, bristol=4), poop(DAY + timedelta(hours=3), bristol=1)

    assert marks(soft, hard)[-2] is DayMark.HARD


def test_a_smear_is_no_poop_of_the_day_and_is_shown():
    assert marks(poop(DAY, soiling=Soiling.SMEAR))[-2] is DayMark.SOILED


def test_a_poop_goes_before_a_smear_of_the_same_day():
    both = poop(DAY, soiling=Soiling.SMEAR), poop(DAY + timedelta(hours=2), bristol=4)

    assert marks(*both)[-2] is DayMark.SOFT


@pytest.mark.parametrize(
    ("answers", "landed"),
    [
        ({}, None),
        ({"place": Place.PANTS}, Landed.ELSEWHERE),
        ({"place": Place.DIAPER}, Landed.IN_A_DIAPER),
        ({"place": Place.DIAPER, "where": Where.BATHROOM}, Landed.IN_THE_BATHROOM),
        ({"place": Place.TOILET}, Landed.IN_THE_POTTY),
    ],
)
def test_a_dot_shows_where_it_landed(answers, landed):
    assert advice(poop(DAY, **answers)).dots[-2].landed is landed


def test_of_a_day_the_place_nearest_to_the_potty_shows():
    both = poop(DAY, place=Place.POTTY), poop(DAY + 3 * HOUR, place=Place.DIAPER)

    assert advice(*both).dots[-2].landed is Landed.IN_THE_POTTY


@pytest.mark.parametrize(("pain", "hurt"), [(0, False), (1, False), (2, True)])
def test_a_dot_shows_whether_one_hurt(pain, hurt):
    assert advice(poop(DAY, pain=pain)).dots[-2].hurt is hurt


def test_a_smear_shows_neither_a_place_nor_pain():
    smear = poop(DAY, soiling=Soiling.SMEAR, place=Place.PANTS, pain=3)
    dot = advice(smear).dots[-2]

    assert (dot.landed, dot.hurt) == (None, False)


def test_a_success_on_the_step_shows_on_its_day_alone():
    named = {"ladder": "b", "ladder_version": 1}
    start = Plan(id="plan", at=WEDNESDAY - 3 * DAY, move=Move.START, step=1, **named)
    there = {"place": Place.DIAPER, "where": Where.BATHROOM, "bristol": 4, "pain": 0}
    dots = advice(start, poop(DAY, **there)).dots

    assert [dot.success for dot in dots] == [False] * 5 + [True, False]


def test_only_smears_are_not_nothing():
    said = advice(poop(timedelta(hours=2), soiling=Soiling.SMEAR)).last

    assert said == "only smears or leaks so far, the last today, 13:00"


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(hours=2), "today, 13:00, soft"),
        (timedelta(hours=20), "yesterday, 19:00, soft"),
        (DAY * 3, "Sunday, 15:00, soft"),
        (DAY * 9, "Monday 23 February, 15:00, soft"),
    ],
)
def test_the_last_one_is_said_as_people_say_it(ago, said):
    assert advice(poop(ago, bristol=4)).last == said


def test_a_poop_after_midnight_belongs_to_the_evening_before():
    assert advice(poop(timedelta(hours=13))).last == "yesterday, 02:00"


def test_the_last_one_of_a_day_only_has_no_clock_time():
    assert advice(poop(DAY, timing=Timing.DAY)).last == "Tuesday"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=7), "today, in the morning"),
        (timedelta(hours=19), "yesterday, in the evening"),
        (timedelta(hours=8), "today, 07:00"),
    ],
)
def test_a_part_of_the_day_is_said_as_such(ago, words):
    assert advice(poop(ago, timing=Timing.ABOUT)).last == words


def test_why_says_a_part_of_the_day_too():
    sore = poop(timedelta(hours=7), timing=Timing.ABOUT, bristol=4, pain=2)
    because = advice(sore).comfort.because
    (hurt,) = [each for each in because if each.rule == "W1"]
    assert ENGLISH.spoken(hurt.saw) == "It hurt, Wednesday 4 March, in the morning."


def test_before_the_first_one_it_says_so():
    assert advice().last == "Nothing written yet."
