"""Fibre, drinks and swaps; logged in taps, balance and no bans (M16)."""

from stepstool.method.food.days import READING, DayOfFood
from stepstool.method.food.picture import (
    TABLE,
    Band,
    FoodLevel,
    FoodPicture,
    How,
    Swap,
    band_of,
    drinks_of,
    picture,
)

__all__ = [
    "READING",
    "TABLE",
    "Band",
    "DayOfFood",
    "FoodLevel",
    "FoodPicture",
    "How",
    "Swap",
    "band_of",
    "drinks_of",
    "picture",
]
