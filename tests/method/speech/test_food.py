"""The picture of food in words: names, portions, ideas, and what is usual."""

import pytest

from stepstool import method
from stepstool.method.food import TABLE
from stepstool.method.record import Child, Food, Month, Record
from tests.method.food.plates import MIA, NOW, picture, whole_day

SPEAKER = method.speaker_of(Record(MIA, [], NOW), "en")


def said(*entries, child=MIA):
    return method.spoken_food(picture(*entries, child=child), SPEAKER)


def test_every_food_has_a_name():
    assert [food for food in Food if not method.food_name(food, SPEAKER)] == []


def test_every_food_says_what_one_tap_means():
    foods = [each for each in Food if each != "something_else"]
    assert [food for food in foods if not method.food_portion(food, SPEAKER)] == []


def test_what_has_no_portion_says_nothing():
    assert method.food_portion(Food.SOMETHING_ELSE, SPEAKER) == ""


def test_a_food_for_which_care_is_needed_says_so():
    assert "quartered" in method.food_note(Food.GRAPES, SPEAKER)
    assert method.food_note(Food.BANANA, SPEAKER) == ""


def test_an_idea_is_said_with_what_it_brings():
    bread = said(*whole_day(20, Food.WHITE_BREAD)).swaps[0]
    assert bread == (
        "Wholegrain bread instead of white bread: about 1.1 g more. "
        "Half and half counts too."
    )


def test_an_idea_that_needs_care_says_so():
    apple = said(*whole_day(20, Food.PEELED_APPLE)).swaps[0]
    assert apple.endswith("(under four: thin slices, or grated)")


@pytest.mark.parametrize("swap", TABLE)
def test_every_idea_can_be_said(swap):
    day = whole_day(20, swap.old, swap.new)
    assert any(method.food_name(swap.old, SPEAKER) in line for line in said(*day).swaps)


def test_the_band_is_said_with_its_floor():
    assert said().band == "For this age from 9 g to about 15 g a day."


def test_at_two_it_is_said_without_a_floor():
    two = said(child=Child(name="Bo", born=Month(2023, 9)))
    assert two.band == "For this age about 15 g a day; no floor was published."


def test_a_baby_gets_no_band_and_no_figure():
    baby = said(child=Child(name="Bo", born=Month(2025, 9)))
    assert (baby.band, baby.drinks) == ("", "")


def test_what_is_usual_to_drink_has_its_source():
    assert "1200 ml" in said().drinks
    assert said().drinks_sources[0].key == "NICE-T5"
