"""Whom to call by country, as far as the time zone tells it: one table, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Telephones:
    """The numbers of a country. reviewed: the day on which they were last looked up."""

    zones: tuple[str, ...]
    emergency: str
    sources: tuple[str, ...]
    reviewed: date
    advice: str = ""
    """A doctor's or nurse's line when the office is closed; empty where none is known."""


_FILE: Final = files("stepstool.method.evidence").joinpath("telephones.toml")
TELEPHONES: Final[Mapping[str, Telephones]] = {
    country: Telephones(
        **row | {"zones": tuple(row["zones"]), "sources": tuple(row["sources"])}
    )
    for country, row in tomllib.loads(_FILE.read_text("utf-8")).items()
}
_BY_ZONE: Final = {
    zone: numbers for numbers in TELEPHONES.values() for zone in numbers.zones
}


def telephones_in(zone: str) -> Telephones | None:
    """Give the numbers that hold in a time zone; None where none are known."""
    return _BY_ZONE.get(zone)
