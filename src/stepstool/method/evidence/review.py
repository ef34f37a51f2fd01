"""When a number is to be held against its sources again."""

from datetime import date
from typing import Final

from stepstool.method.evidence.number import NUMBERS, Number, count

REVIEWED_AGAIN: Final = count("evidence.reviewed_again")
_MONTHS_A_YEAR: Final = 12


def overdue(on: date) -> tuple[Number, ...]:
    """Give the numbers whose last review lies too many months before a day."""
    return tuple(each for each in NUMBERS.values() if _is_overdue(each.reviewed, on))


def _is_overdue(reviewed: date, on: date) -> bool:
    # A month that lacks the day of the review is over before it is overdue.
    return (_months(on) - _months(reviewed), on.day) > (REVIEWED_AGAIN, reviewed.day)


def _months(day: date) -> int:
    return day.year * _MONTHS_A_YEAR + day.month
