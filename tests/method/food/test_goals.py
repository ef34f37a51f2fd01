"""A band by age: a floor where one was published, a goal where one holds."""

import pytest

from stepstool.method.food.picture import Band, band_of, drinks_of, juice_of
from stepstool.method.record import UNKNOWN

BANDS = [
    (UNKNOWN, None),
    (23, None),
    (24, Band(floor=None, goal=15)),
    (35, Band(floor=None, goal=15)),
    (36, Band(floor=8, goal=15)),
    (59, Band(floor=9, goal=15)),
    (60, Band(floor=10, goal=20)),
    (143, Band(floor=16, goal=20)),
    (144, None),
]


@pytest.mark.parametrize(("months", "band"), BANDS)
def test_the_age_chooses_the_band(months, band):
    assert band_of(months) == band


DRINKS = [(UNKNOWN, None), (11, None), (12, 900), (47, 900), (48, 1200), (108, None)]


@pytest.mark.parametrize(("months", "usual"), DRINKS)
def test_the_age_chooses_what_is_usual_to_drink(months, usual):
    assert drinks_of(months) == usual


@pytest.mark.parametrize(
    ("months", "plenty"), [(UNKNOWN, None), (11, None), (12, 120), (48, 180)]
)
def test_the_age_chooses_how_much_juice_is_plenty(months, plenty):
    assert juice_of(months) == plenty
