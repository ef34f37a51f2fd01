"""Ten minutes: the finest part of a day that the rhythm tells apart, counted from 04:00."""

from datetime import timedelta
from typing import Final

from stepstool.method.record.clock import DAY_STARTS
from stepstool.method.rhythm.numbers import TEN, WAKING_FROM, WAKING_UNTIL, WINDOW

A_DAY: Final = timedelta(days=1) // TEN
HOUR: Final = timedelta(hours=1) // TEN
_DAY_STARTS: Final = timedelta(hours=DAY_STARTS.hour, minutes=DAY_STARTS.minute)


def tens(length: timedelta) -> int:
    """Give how many whole tens a length of time has."""
    return length // TEN


def of_clock(after_midnight: timedelta) -> int:
    """Give the ten of the day at a time of the wall clock."""
    return ((after_midnight - _DAY_STARTS) // TEN) % A_DAY


WAKING: Final = range(of_clock(WAKING_FROM), of_clock(WAKING_UNTIL))
WIDTH: Final = tens(WINDOW)
"""How long a window stays open, in tens."""
