"""Food: a plate in taps, a cup in one, and a picture that guesses nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from stepstool import method
from stepstool.web.food.page import GROUPS
from tests.web.cast import Cast
from tests.web.pages import address, get, lives_in_london, post, stored, text_of, wrote

D, P = method.days, method.poop
Food = method.Food
NOON = datetime(2026, 3, 4, 13, 0, tzinfo=UTC)


def plate(cast: Cast, *foods: str, **told: Any) -> Any:
    fields = {"meal": "lunch", "day": "today", "plate": foods} | told
    return post(cast.anna.client, cast, "plate", **fields)


def test_every_group_of_foods_has_a_heading() -> None:
    assert {row.group for row in method.FOODS.values()} == set(GROUPS)


def test_a_plate_is_written_down_in_taps(cast: Cast) -> None:
    plate(cast, "lentils", "banana", seconds=("banana",), appetite="good")
    (meal,) = stored(cast, D.Meal)
    assert meal.meal is D.MealKind.LUNCH
    assert meal.plate == (Food.LENTILS, Food.BANANA)
    assert meal.seconds == (Food.BANANA,)
    assert meal.appetite is D.Appetite.GOOD
    assert meal.timing is method.Timing.ABOUT


def test_it_leads_to_the_saved_line_with_its_undo(cast: Cast) -> None:
    page = text_of(plate(cast, "lentils"))
    assert "lentils" in page
    assert "Undo" in page


def test_what_was_not_eaten_has_no_second_portion(cast: Cast) -> None:
    plate(cast, "lentils", seconds=("banana",))
    (meal,) = stored(cast, D.Meal)
    assert meal.seconds is method.UNKNOWN


def test_an_empty_plate_is_asked_about(cast: Cast) -> None:
    answer = plate(cast)
    assert answer.status_code == 422
    assert "Tap what was eaten" in text_of(answer)
    assert stored(cast, D.Meal) == []


def test_nothing_eaten_is_an_answer(cast: Cast) -> None:
    plate(cast, appetite="none")
    (meal,) = stored(cast, D.Meal)
    assert meal.plate == ()


def test_what_was_tapped_stays_when_something_is_missing(cast: Cast) -> None:
    page = text_of(plate(cast, meal="dinner", day="yesterday"))
    assert 'value="dinner" checked' in page
    assert 'value="yesterday" checked' in page


@pytest.mark.parametrize(
    ("hour", "meal"), [(7, "breakfast"), (12, "lunch"), (15, "snack"), (19, "dinner")]
)
def test_the_meal_of_the_hour_is_offered(cast: Cast, hour: int, meal: str) -> None:
    lives_in_london(cast)
    with time_machine.travel(NOON.replace(hour=hour), tick=False):
        page = text_of(get(cast.anna.client, cast, "plate"))
    assert f'value="{meal}" checked' in page


def test_by_night_it_is_still_dinner(cast: Cast) -> None:
    with time_machine.travel(NOON.replace(hour=2), tick=False):
        page = text_of(get(cast.anna.client, cast, "plate"))
    assert 'value="dinner" checked' in page


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, NOON.replace(hour=12)),
        ({"day": "yesterday"}, NOON.replace(day=3, hour=12)),
        ({"meal": "dinner"}, NOON),
    ],
)
def test_a_meal_lies_at_its_hour_and_never_ahead(
    cast: Cast, told: dict[str, str], expected: datetime
) -> None:
    with time_machine.travel(NOON, tick=False):
        plate(cast, "peas", **told)
    (meal,) = stored(cast, D.Meal)
    assert meal.at == expected


@pytest.mark.parametrize(
    "told",
    [{"meal": "tea"}, {"day": "tomorrow"}, {"appetite": "huge"}, {"plate": ("mud",)}],
)
def test_what_the_page_never_sends_is_not_found(
    cast: Cast, told: dict[str, Any]
) -> None:
    fields = {"meal": "lunch", "day": "today", "plate": ("peas",)} | told
    assert post(cast.anna.client, cast, "plate", **fields).status_code == 404


def test_sent_twice_it_is_one_meal(cast: Cast) -> None:
    once = "00000000-0000-4000-8000-000000000001"
    with time_machine.travel(NOON, tick=False):
        plate(cast, "peas", id=once)
        plate(cast, "peas", id=once)
    assert [meal.id for meal in stored(cast, D.Meal)] == [once]


def test_what_is_often_eaten_comes_first_and_once(cast: Cast) -> None:
    wrote(cast, D.Meal, plate=(Food.HUMMUS,))
    page = text_of(get(cast.anna.client, cast, "plate"))
    assert page.index("Often eaten") < page.index("Fruit")
    assert page.count('name="plate" value="hummus"') == 1


@pytest.mark.parametrize("kind", ["water", "milk", "juice"])
def test_a_cup_is_one_tap(cast: Cast, kind: str) -> None:
    post(cast.anna.client, cast, "drink", drink=kind)
    (drink,) = stored(cast, D.Drink)
    assert (str(drink.drink), drink.amount) == (kind, 120)


def test_only_these_cups_are_there(cast: Cast) -> None:
    assert post(cast.anna.client, cast, "drink", drink="beer").status_code == 404


def food(cast: Cast) -> str:
    return text_of(get(cast.anna.client, cast, "food"))


def test_a_day_that_nobody_wrote_is_not_written(cast: Cast) -> None:
    assert food(cast).count("not written") == 7


def test_a_day_in_part_is_at_least_so_much(cast: Cast) -> None:
    wrote(cast, D.Meal, meal=D.MealKind.LUNCH, plate=(Food.LENTILS,))
    wrote(cast, D.Drink, drink=D.DrinkKind.WATER, amount=120)
    page = food(cast)
    assert "at least 4 g" in page
    assert "120 ml drunk" in page


def test_it_offers_ideas_and_no_bans(cast: Cast) -> None:
    page = food(cast)
    assert "Ideas, one at a time" in page
    assert "Nothing is forbidden" in page


def test_while_it_is_stuck_it_offers_no_fibre(cast: Cast) -> None:
    for days in (1, 2, 3, 4):
        at = NOON - timedelta(days=days)
        wrote(cast, P.Poop, at=at, bristol=1, pain=2, place=P.Place.DIAPER)
    with time_machine.travel(NOON, tick=False):
        page = food(cast)
    assert "softness first" in page
    assert "Ideas" not in page


def test_a_diary_without_a_word_of_food_has_its_page_for_all_readers(
    cast: Cast,
) -> None:
    for person in (cast.rosa, cast.owls, cast.tim):
        assert get(person.client, cast, "food").status_code == 200


def test_who_reads_along_writes_nothing(cast: Cast) -> None:
    page = text_of(get(cast.tim.client, cast, "food"))
    assert address(cast, "plate") not in page
    assert get(cast.tim.client, cast, "plate").status_code == 403
    assert post(cast.tim.client, cast, "drink", drink="milk").status_code == 403


def test_preschool_may_write_a_plate(cast: Cast) -> None:
    fields = {"meal": "lunch", "day": "today", "plate": ("peas",)}
    post(cast.owls.client, cast, "plate", **fields)
    assert len(stored(cast, D.Meal)) == 1


@pytest.mark.parametrize("name", ["food", "plate"])
def test_a_page_asks_few_queries(
    cast: Cast, django_assert_max_num_queries: Any, name: str
) -> None:
    client = cast.anna.client
    with django_assert_max_num_queries(10):
        assert get(client, cast, name).status_code == 200


@pytest.mark.parametrize("name", ["food", "plate"])
def test_a_page_turns_from_right_to_left(cast: Cast, pseudo: str, name: str) -> None:
    answer = cast.anna.client.get(
        address(cast, name), headers={"accept-language": pseudo}
    )
    assert 'dir="rtl"' in text_of(answer)
