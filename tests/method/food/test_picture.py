"""The picture of food: a band, never a push while it is stuck, no bans, nothing guessed."""

import pytest

from stepstool.method.evidence import FOODS, SOURCES
from stepstool.method.food import READING, TABLE, FoodLevel, How
from stepstool.method.record import UNKNOWN, Child, Food, Month, read_entry
from stepstool.method.record.kinds.days import DrinkKind
from stepstool.method.record.kinds.health import (
    DangerAnswer,
    DangerKey,
    DangerSign,
    Illness,
)
from stepstool.method.record.kinds.poop import NoneCame
from stepstool.method.record.kinds.toileting import Meaning, Signal
from stepstool.method.words import Voice, language
from tests.method.calm.diary import at, entry, poop
from tests.method.calm.diary import day as day_
from tests.method.food.plates import TODAY, drink, picture, plate, whole_day

FULL = (Food.LENTILS, Food.RASPBERRIES, Food.BRAN_FLAKES, Food.BLACK_BEANS, Food.PEAS)
SOME = (Food.LENTILS, Food.RASPBERRIES, Food.PEAS, Food.BANANA)
LITTLE = (Food.WHITE_BREAD, Food.CHEESE)


def days(*foods, count=3):
    return [
        meal
        for day in range(TODAY - count + 1, TODAY + 1)
        for meal in whole_day(day, *foods)
    ]


@pytest.mark.parametrize(
    ("foods", "level"),
    [(FULL, FoodLevel.AT_GOAL), (SOME, FoodLevel.BETWEEN), (LITTLE, FoodLevel.BELOW)],
)
def test_whole_days_are_compared_with_the_band(foods, level):
    assert picture(*days(*foods)).level is level


def test_two_whole_days_are_not_enough():
    found = picture(*days(*LITTLE, count=2))
    assert (found.level, found.average) == (FoodLevel.NOT_ENOUGH, None)


def test_days_that_are_not_whole_do_not_count_against_the_child():
    partly = [plate(Food.WHITE_BREAD, day=day) for day in range(14, TODAY + 1)]
    assert picture(*partly).level is FoodLevel.NOT_ENOUGH


def test_enough_needs_no_ideas():
    assert picture(*days(*FULL)).swaps == ()


def test_below_gets_at_most_three_ideas():
    many = (Food.WHITE_BREAD, Food.CHEESE, Food.WHITE_RICE, Food.EGG, Food.YOGURT)
    assert len(picture(*days(*many)).swaps) == 3


def test_under_two_nothing_is_compared():
    found = picture(*days(*LITTLE), child=Child(name="Bo", born=Month(2024, 9)))
    assert (found.level, found.band, found.swaps) == (FoodLevel.TOO_YOUNG, None, ())
    assert found.notes == ()


def test_an_unknown_age_is_said():
    found = picture(*days(*LITTLE), child=Child(name="Bo"))
    assert found.level is FoodLevel.AGE_UNKNOWN


def test_beyond_the_goals_that_were_read_it_says_so():
    found = picture(*days(*LITTLE), child=Child(name="Bo", born=Month(2010, 1)))
    assert found.level is FoodLevel.TOO_OLD


def test_at_two_there_is_a_goal_and_no_floor():
    found = picture(*days(*LITTLE), child=Child(name="Bo", born=Month(2023, 9)))
    assert found.level is FoodLevel.BETWEEN


STUCK = [poop(at(day, 9), bristol=1, pain=2) for day in range(8, TODAY, 2)]
RESTING = [
    pytest.param(STUCK, id="stuck"),
    pytest.param(
        [
            entry(
                DangerSign,
                at(TODAY, 9),
                sign=DangerKey.CANNOT_DRINK,
                answer=DangerAnswer.HERE,
            )
        ],
        id="a doctor",
    ),
    pytest.param([entry(Illness, at(TODAY, 9))], id="ill"),
]


@pytest.mark.parametrize("entries", RESTING)
def test_no_fibre_is_pushed_while_it_rests(entries):
    found = picture(*days(*LITTLE), *entries)
    assert (found.level, found.swaps) == (FoodLevel.RESTS, ())


def test_no_fibre_is_pushed_while_it_is_held_back():
    holding = entry(Signal, at(TODAY, 18), meaning=Meaning.HOLDING)
    known = [poop(at(day, 9)) for day in range(10, TODAY - 2)]
    none = entry(NoneCame, at(TODAY, 19), since=day_(TODAY - 2))
    found = picture(*days(*LITTLE), *known, none, holding)
    assert (found.level, found.swaps) == (FoodLevel.RESTS, ())


def test_what_is_eaten_anyway_is_swapped_first():
    found = picture(*days(Food.WHITE_RICE))
    assert [swap.old for swap in found.swaps] == [Food.WHITE_RICE]


def test_what_the_child_knows_comes_before_what_is_new():
    known = plate(Food.WHOLEGRAIN_PASTA, day=10)
    found = picture(*days(Food.WHITE_PASTA, Food.WHITE_BREAD), known)
    assert found.swaps[0].new is Food.WHOLEGRAIN_PASTA


def test_without_habits_there_are_ideas_for_most_children():
    assert len(picture().swaps) == 3


def test_a_swap_always_gains():
    assert all(swap.gain > 0 for swap in TABLE)


def test_what_goes_into_something_takes_nothing_away():
    into = next(swap for swap in TABLE if swap.how is How.INTO)
    assert into.gain == FOODS[into.new].fibre


def test_no_swap_takes_a_banana_or_cheese_away():
    given_up = {swap.old for swap in TABLE if swap.how is How.INSTEAD}
    assert not given_up & {Food.BANANA, Food.CHEESE, Food.EGG}


def rules(found):
    return [note.rule for note in found.notes]


def test_much_milk_on_three_days_is_worth_a_word():
    milk = [drink(DrinkKind.MILK, 800, day) for day in (18, 19, 20)]
    assert "milk" in rules(picture(*milk))
    assert "milk" not in rules(picture(*milk[:2]))


def test_much_juice_on_three_days_is_worth_a_word():
    juice = [drink(DrinkKind.JUICE, 300, day) for day in (18, 19, 20)]
    assert "juice" in rules(picture(*juice))
    assert "juice" not in rules(picture(*juice, child=Child(name="Bo")))


BABY = Child(name="Bo", born=Month(2025, 4))


def test_milk_is_food_before_the_first_birthday():
    milk = [drink(DrinkKind.MILK, 900, day) for day in (18, 19, 20)]
    assert "milk" not in rules(picture(*milk, child=BABY))
    assert "milk" not in rules(picture(*milk, child=Child(name="Bo")))


def test_a_baby_needs_no_juice_and_what_a_doctor_ordered_stands():
    shown = picture(drink(DrinkKind.JUICE, 30), child=BABY)
    (note,) = (each.saw for each in shown.notes if each.rule == "no_juice_yet")
    assert "unless a doctor ordered some" in language("en").say(note, Voice(name="Bo"))
    assert "no_juice_yet" not in rules(picture(child=BABY))
    assert "no_juice_yet" not in rules(picture(drink(DrinkKind.JUICE, 30)))


def test_it_always_says_that_food_is_no_treatment_and_nothing_is_banned():
    assert rules(picture()) == ["no_treatment", "no_bans"]


def test_everything_said_has_a_source():
    for found in (picture(), picture(*days(*SOME)), picture(*STUCK)):
        for because in (*found.because, *found.notes):
            assert because.sources
            assert set(because.sources) <= set(SOURCES)


def test_every_food_stands_in_the_table_and_the_other_way_round():
    assert set(FOODS) == set(Food)


def test_the_fibre_of_a_portion_is_that_of_its_grams():
    for row in FOODS.values():
        assert abs(row.fibre - row.per_100 * row.grams / 100) <= 0.06


def test_what_it_reads_is_bounded():
    assert {each.kind.KIND for each in READING if each.back is None} == {
        "zone",
        "settings",
    }


def test_a_meal_of_the_old_shape_still_reads():
    data = {"meal": "lunch", "foods": "lentils"}
    raw = {"id": "a", "kind": "meal", "at": "2026-03-04T12:00:00+00:00", "data": data}
    meal = read_entry(raw)
    assert (meal.foods, meal.plate) == ("lentils", UNKNOWN)
