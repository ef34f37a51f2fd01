"""What was eaten, day by day: at least so much, and unknown where nobody wrote."""

from stepstool.method.record import Food
from stepstool.method.record.kinds.days import Appetite, DrinkKind, Meal, MealKind
from tests.method.calm.diary import at, entry
from tests.method.food.plates import TODAY, drink, picture, plate, whole_day


def today(*entries):
    return picture(*entries).days[-1]


def test_a_day_without_a_plate_is_unknown_and_not_empty():
    day = today()
    assert (day.fibre, day.whole, day.drinks) == (None, False, None)


def test_a_meal_in_words_alone_says_nothing_of_fibre():
    meal = entry(Meal, at(TODAY, 12), meal=MealKind.LUNCH, foods="lentils")
    assert today(meal).fibre is None


def test_the_portions_of_a_plate_are_added():
    assert today(plate(Food.WHOLEGRAIN_BREAD, Food.BANANA)).fibre == 3.2


def test_a_second_portion_counts_as_well():
    meal = plate(Food.BANANA, seconds=(Food.BANANA,))
    assert today(meal).fibre == 2.6


def test_a_little_eaten_is_half():
    assert today(plate(Food.LENTILS, appetite=Appetite.LITTLE)).fibre == 2.0


def test_nothing_eaten_is_nothing():
    assert today(plate(Food.LENTILS, appetite=Appetite.NONE)).fibre == 0


def test_plenty_eaten_is_all():
    assert today(plate(Food.LENTILS, appetite=Appetite.GOOD)).fibre == 4.0


def test_a_day_is_whole_with_three_meals():
    assert today(*whole_day(TODAY, Food.PEAS)).whole


def test_a_snack_alone_is_no_whole_day():
    assert not today(plate(Food.PEAS, meal=MealKind.SNACK)).whole


def test_something_else_leaves_a_day_open():
    assert not today(*whole_day(TODAY, Food.SOMETHING_ELSE)).whole


def test_each_day_has_its_own_plates():
    days = picture(plate(Food.PEAS, day=TODAY - 1)).days
    assert [day.fibre for day in days][-2:] == [2.2, None]


def test_drinks_are_added_by_kind():
    day = today(
        drink(DrinkKind.WATER), drink(DrinkKind.MILK, 200), drink(DrinkKind.JUICE, 80)
    )
    assert (day.drinks, day.milk, day.juice) == (400, 200, 80)


def test_a_drink_of_which_nobody_knows_how_much_adds_nothing():
    assert today(drink(DrinkKind.WATER, None)).drinks is None
