"""When it usually comes, and what announces it: a forecast, windows, signals (M3, M4)."""

from stepstool.method.rhythm.forecast import Chance, Forecast, forecast
from stepstool.method.rhythm.habit import Knowing
from stepstool.method.rhythm.observations import READING
from stepstool.method.rhythm.signals import SignalReport, Tells, signals
from stepstool.method.rhythm.windows import Closed, Window, windows, worth

__all__ = [
    "READING",
    "Chance",
    "Closed",
    "Forecast",
    "Knowing",
    "SignalReport",
    "Tells",
    "Window",
    "forecast",
    "signals",
    "windows",
    "worth",
]
