"""Numbers with a home: each has a value, a unit, a meaning and its sources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any, Final


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a number or a rule comes from. key `I` is our own inference."""

    key: str
    title: str
    year: int | None = None
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Number:
    """One number of the method. meaning: what it decides, in a sentence.

    reviewed: the day on which a person last held it against its sources.
    """

    key: str
    value: float
    unit: str
    meaning: str
    sources: tuple[str, ...]
    reviewed: date


def numbered(topic: str, name: str, row: Mapping[str, Any]) -> Number:
    """Make a number of its row.

    Raises ValueError where the row does not say when it was reviewed.
    """
    reviewed = row.get("reviewed")
    if type(reviewed) is not date:
        raise ValueError(
            f"evidence/numbers/{topic}.toml: [{name}] lacks `reviewed`; write "
            "`reviewed = 2026-11-30`, the day on which a person last held the number "
            "against its sources."
        )
    return Number(
        key=f"{topic}.{name}",
        value=row["value"],
        unit=row["unit"],
        meaning=row["meaning"],
        sources=tuple(row["sources"]),
        reviewed=reviewed,
    )


def _tables(folder: str) -> Mapping[str, dict[str, Any]]:
    """Read the packaged data files of a folder, once, at import."""
    tables = files("stepstool.method.evidence").joinpath(folder).iterdir()
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text("utf-8"))
        for file in sorted(tables, key=lambda file: file.name)
        if file.name.endswith(".toml")
    }


SOURCES: Mapping[str, Source] = {
    key: Source(key=key, **row)
    for table in _tables("sources").values()
    for key, row in table.items()
}

NUMBERS: Mapping[str, Number] = {
    f"{topic}.{name}": numbered(topic, name, row)
    for topic, table in _tables("numbers").items()
    for name, row in table.items()
}


def number(key: str) -> Number:
    """Give a number by topic and name, such as `comfort.long_gap`."""
    return NUMBERS[key]


def count(key: str) -> int:
    """Give a number that counts things."""
    return int(NUMBERS[key].value)


# The units of lengths of time, in seconds.
UNITS: Final = {"minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}


def span(key: str) -> timedelta:
    """Give a number of minutes, hours, days or weeks as a length of time."""
    number = NUMBERS[key]
    return timedelta(seconds=number.value * UNITS[number.unit])


# A number is held against its sources again after so many months.
REVIEWED_AGAIN: Final = count("evidence.reviewed_again")
_MONTHS_A_YEAR: Final = 12


def overdue(on: date) -> tuple[Number, ...]:
    """Give the numbers whose last review lies too many months before a day."""
    return tuple(
        number for number in NUMBERS.values() if _is_overdue(number.reviewed, on)
    )


def _is_overdue(reviewed: date, on: date) -> bool:
    # A month that lacks the day of the review is over before it is overdue.
    return (_months(on) - _months(reviewed), on.day) > (REVIEWED_AGAIN, reviewed.day)


def _months(day: date) -> int:
    return day.year * _MONTHS_A_YEAR + day.month
