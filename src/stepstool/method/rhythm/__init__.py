"""When it usually comes, and what announces it: a forecast, windows, signals (M3, M4)."""

from stepstool.method.rhythm.chance import Chance
from stepstool.method.rhythm.forecast import Forecast, forecast
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.knowing import Knowing
from stepstool.method.rhythm.meals import MealTime
from stepstool.method.rhythm.numbers import OFTEN, TEN, WORTH
from stepstool.method.rhythm.open_tens import OpenTen
from stepstool.method.rhythm.reading import READING
from stepstool.method.rhythm.signals import SignalReport, Tells, signals
from stepstool.method.rhythm.window import Closed, Window, windows

__all__ = [
    "OFTEN",
    "READING",
    "TEN",
    "WORTH",
    "Chance",
    "Closed",
    "Forecast",
    "Habit",
    "Knowing",
    "MealTime",
    "OpenTen",
    "SignalReport",
    "Tells",
    "Window",
    "forecast",
    "signals",
    "windows",
]
