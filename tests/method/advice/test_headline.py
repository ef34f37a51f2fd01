"""Comfort speaks first, then a fight or a break, then the step the child is on."""

from datetime import UTC, datetime, timedelta

import pytest

from stepstool.method import SpokenAdvice
from stepstool.method.comfort import State, Variant
from stepstool.method.ladder import MOVES, MoveMark
from stepstool.method.record import Child, Entry, Month, Record
from stepstool.method.record.kinds.answers import MedicineKind, Where, YesNo
from stepstool.method.record.kinds.health import MedicineOrdered
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move, Plan, Settings
from stepstool.method.record.kinds.poop import Place, Poop
from stepstool.method.words import language
from tests.spoken import advise

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def start(ago: timedelta = 10 * DAY, **more: object) -> Plan:
    facts = {"move": Move.START, "ladder": "b", "ladder_version": 1, "step": 1} | more
    return Plan(id=f"plan-{ago}", at=NOON - ago, **facts)


def poop(day: int, **more: object) -> Poop:
    answers = {"place": Place.DIAPER, "bristol": 4, "pain": 0} | more
    return Poop(id=f"poop-{day}", at=NOON - day * DAY, **answers)


def advice(*entries: Entry) -> SpokenAdvice:
    return advise(Record(Child(name="Mia", born=Month(2021, 9)), entries, NOON))


SOFT = [poop(day) for day in range(11, 16)]
SWEETS = Settings(id="settings", at=NOON - 20 * DAY, sweets=YesNo.YES, treat="sweets")


def test_on_a_step_the_sentence_stays_on_the_step():
    today = advice(*SOFT, start(DAY), poop(0, where=Where.BATHROOM))

    assert today.sentence == "Soft and easy: a good day to stay on this step."


def test_after_enough_successes_the_one_thing_is_to_ask_the_child():
    today = advice(*SOFT, start(), *(poop(d, where=Where.BATHROOM) for d in range(4)))

    assert (today.plan.move, today.todo.key) == ("move_on", "ladder.ask.child_next")


def test_a_fight_is_said_before_the_step():
    fight = Interview(id="fight", at=NOON, topic=Topic.FIGHT, answers=(Told.YES,))

    assert "fight" in advice(*SOFT, start(), fight).sentence


def test_while_stuck_the_plan_keeps_still():
    sore = [poop(day, bristol=1, pain=2) for day in range(5)]
    today = advice(start(), *sore)

    assert (today.comfort.state, today.plan.move) == (State.CONSTIPATED, "stay")


def test_while_stuck_the_one_thing_is_not_about_the_plan():
    sore = [poop(day, bristol=1, pain=3) for day in range(5)]

    assert not advice(start(), *sore).todo.key.startswith("ladder.")


def test_the_plan_says_what_is_earned():
    today = advice(SWEETS, *SOFT, start(DAY, step=4), poop(0))

    assert today.plan.earns == (
        "10 chocolate kisses the first time, then one chocolate kiss for each one. "
        "Or, if you like: nail polish."
    )


def test_what_is_earned_the_same_each_time_is_said_once():
    today = advice(SWEETS, *SOFT, start(DAY))

    assert today.plan.earns == "Some little sweets for each one."


def test_without_a_plan_there_is_none():
    assert not advice().plan.ladder


def test_with_a_plan_there_is_one():
    assert advice(start()).plan.ladder


SPEAK = [
    "holding",
    "hurt",
    "fight",
    "big_change",
    "break_long",
    "child_asked",
    "break_over",
    "on_break",
    "earlier_twice",
    "upset",
    "learned",
    "followed",
    "after_pause",
    "start_gently",
    "start",
    "stuck_for_months",
    "stuck_for_weeks",
    "half_again",
    "what_happened",
    "another_ladder",
    "smaller_step",
    "half_longer",
    "whole_again",
    "came_back",
    "holding_at_first",
    "settled",
    "frightened",
    "ahead_once",
]


def test_which_rows_speak_and_which_do_so_while_tender():
    marked = {
        mark: {row.key for row in MOVES if mark in row.marks} for mark in MoveMark
    }
    assert marked[MoveMark.SPEAKS] == set(SPEAK)
    assert marked[MoveMark.FIRM] == {
        "holding",
        "hurt",
        "holding_at_first",
        "fight",
        "on_break",
    }


@pytest.mark.parametrize("variant", ["plain", "with_medicine", "as_told"])
def test_every_comfortable_day_on_a_step_has_its_sentence(variant):
    assert language("en").has(f"on_step.{Variant(variant)}")


def test_after_some_days_on_the_softener_the_days_are_said():
    order = MedicineOrdered(
        id="order", at=NOON - 15 * DAY, medicine=MedicineKind.SOFTENER
    )
    hurt = poop(9, pain=2)
    soft = [poop(day, where=Where.LIVING_ROOM) for day in range(9)]
    on_day_8 = advice(order, start(DAY), hurt, *soft)

    assert on_day_8.sentence == (
        "Stay here: soft and easy for 8 days, with the medicine’s help."
    )


def easy_since(hurt_days_ago):
    """Soft and easy in the bedroom since one that hurt."""
    soft = [poop(day, where=Where.BEDROOM) for day in range(hurt_days_ago)]
    return poop(hurt_days_ago, pain=1), *soft


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (7, "Soft and easy: a good day to stay where it works."),
        (8, "Soft and easy for 7 days: stay where it works."),
    ],
)
def test_after_a_week_the_days_are_said(days, sentence):
    assert advice(*easy_since(days)).sentence == sentence


def test_after_a_week_on_a_step_the_days_are_said():
    today = advice(start(DAY), *easy_since(8))

    assert today.sentence == ("Soft and easy for 7 days: stay here.")


def test_on_a_step_silent_days_are_asked_about_first():
    today = advice(*SOFT, start(DAY))

    assert (today.comfort.variant, today.todo.key) == (
        Variant.SILENT_DAYS,
        "answer_gap",
    )
