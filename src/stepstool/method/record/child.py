"""The child, as far as the method needs to know it: when it was born, and a name."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from stepstool.method.record.question import UNKNOWN, Unknown

MONTHS_A_YEAR = 12


class Month(NamedTuple):
    """A month of a year; more of a birthday is not asked for."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, kw_only=True)
class Child:
    """One child."""

    born: Month | Unknown = UNKNOWN
    """The month of birth."""
    name: str = ""
    """Its nickname."""
    id: str = ""
    """Under which it is kept."""

    def youngest_months(self, day: date) -> int | Unknown:
        """Age in whole months if born on the last day of the month: for safety limits."""
        if self.born is UNKNOWN:
            return UNKNOWN
        months = _months_between(self.born, day)
        return months if _is_last_of_month(day) else months - 1

    def oldest_months(self, day: date) -> int | Unknown:
        """Age in whole months if born on the first day of the month."""
        return UNKNOWN if self.born is UNKNOWN else _months_between(self.born, day)


def month(text: str) -> Month:
    """Read a birth month such as 2021-11; a day behind it is dropped.

    Raises ValueError, saying how to write it.
    """
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})(-[0-9]{2})?", text)
    if match and 1 <= int(match[2]) <= MONTHS_A_YEAR and int(match[1]) > 0:
        return Month(int(match[1]), int(match[2]))
    raise ValueError(f"{text!r} is no month; write the birth month like 2021-11")


def _months_between(born: Month, day: date) -> int:
    return (day.year - born.year) * MONTHS_A_YEAR + day.month - born.month


def _is_last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month
