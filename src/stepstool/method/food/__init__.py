"""Fibre, drinks and swaps; logged in taps, balance and no bans (M16)."""

from stepstool.method.food.days import DayOfFood
from stepstool.method.food.goals import Band, band_of, drinks_of
from stepstool.method.food.picture import FoodPicture, Level, picture
from stepstool.method.food.reading import READING
from stepstool.method.food.swaps import TABLE, How, Swap

__all__ = [
    "READING",
    "TABLE",
    "Band",
    "DayOfFood",
    "FoodPicture",
    "How",
    "Level",
    "Swap",
    "band_of",
    "drinks_of",
    "picture",
]
