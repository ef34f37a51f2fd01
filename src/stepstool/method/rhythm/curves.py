"""What is known of children before the first entry of this one; data in curves.toml.

A factor is a row of classes with a relative rate each. Its steps say which class holds so
many tens after something happened.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final

from stepstool.method.evidence import topic
from stepstool.method.rhythm.timeline import A_DAY, of_clock, tens

N: Final = topic("rhythm")
_TABLES: Final[Mapping[str, Any]] = tomllib.loads(
    files("stepstool.method.rhythm").joinpath("curves.toml").read_text("utf-8")
)
SOURCES: Final = {key: tuple(table["sources"]) for key, table in _TABLES.items()}
HALF_HOUR: Final = timedelta(minutes=30)
_LONGEST: Final = 10 * A_DAY


@dataclass(frozen=True, kw_only=True)
class Factor:
    """How the rate depends on one thing.

    rates: by class, relative; behind: how many poops of the child's own each weighs.
    """

    rates: Sequence[float]
    behind: float


def _clock() -> list[float]:
    """Give the population's clock by tens from 04:00, with mean 1."""
    values: list[float] = _TABLES["clock"]["values"]
    by_ten = [value for value in values for _ in range(tens(HALF_HOUR))]
    start = A_DAY - of_clock(timedelta(0))
    turned = by_ten[start:] + by_ten[:start]
    mean = sum(turned) / A_DAY
    return [value / mean for value in turned]


def _steps(name: str, first: int = 0) -> bytes:
    """Give the class by tens since the event, taken at the middle of the ten before.

    first: the number of the curve's first class among those of its factor.
    """
    later = [timedelta(minutes=minutes) for minutes in _TABLES[name]["from"][1:]]
    turns = [
        0,
        *(-((-since - N.span.ten / 2) // N.span.ten) for since in later),
        _LONGEST,
    ]
    return b"".join(
        bytes([first + number]) * (end - begin)
        for number, (begin, end) in enumerate(pairwise(turns))
    )


def _factor(*names: str, more: Sequence[float] = ()) -> Factor:
    rates = [rate for name in names for rate in _TABLES[name]["values"]]
    return Factor(rates=(*rates, *more), behind=_TABLES[names[0]]["behind"])


CLOCK: Final = _clock()

POOP: Final = _factor("poop", more=(1.0,))
SLEEP: Final = _factor("asleep", "awake")
MEAL: Final = _factor("meal")
CHANGE: Final = _factor("change")
TEXTURE: Final = _factor("texture")

AFTER_POOP: Final = _steps("poop")
UNKNOWN_POOP: Final = bytes([len(POOP.rates) - 1])
ASLEEP: Final = _steps("asleep")
AWAKE: Final = _steps("awake", first=len(_TABLES["asleep"]["values"]))
AFTER_MEAL: Final = _steps("meal")
AFTER_CHANGE: Final = _steps("change")

ASLEEP_CLASSES: Final = len(_TABLES["asleep"]["values"])
