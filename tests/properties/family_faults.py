"""What goes wrong with diaries, each by a switch: gaps, contradictions, clocks, nonsense."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.properties.children import BEGIN
from tests.properties.family_days import Row, times

Fault = Callable[[Random, list[Row], int], list[Row]]
# Rows of other apps and of newer versions, and what no app writes.
NONSENSE: Sequence[Mapping[str, Any]] = (
    {"kind": "from_the_future", "data": {"colour": "blue"}},
    {"kind": "poop", "data": {"bristol": 9}},
    {"kind": "poop", "data": {"bristol": "4", "place": "the moon"}},
    {"kind": "poop", "data": ["no", "answers"]},
    {"kind": "poop", "data": {"bristol_low": 6, "bristol_high": 2}},
    {"kind": "zone", "data": {"zone": "Mars/Olympus"}},
    {"kind": "poop", "at": "yesterday", "data": {}},
    {"kind": "sit", "data": {"minutes": -4}},
    {"kind": "interview", "data": {"topic": "gap", "answers": ["maybe"]}},
    {"kind": 7, "data": None},
    {"kind": "plan", "data": {"move": "jump", "step": 0}},
    {"kind": "reward", "data": {"amount": 10**9}},
)


def gaps(chance: Random, rows: list[Row], days: int) -> list[Row]:
    """Nobody writes for some days; one in three stops writing altogether."""
    for _ in range(chance.randint(1, 3)):
        length = chance.randint(1, 8)
        first = days - length if chance.random() < 1 / 3 else chance.randrange(days)
        since = BEGIN + timedelta(days=max(first, 1), hours=-2)
        until = since + timedelta(days=length + 1)
        rows = [each for each in rows if not since <= each["at"] < until]
    return rows


def contradictions(chance: Random, rows: list[Row], _: int) -> list[Row]:
    """Two carers write of the same thing, and not the same."""
    return rows + [
        told for each in rows if chance.random() < 0.15 for told in _other(chance, each)
    ]


def _other(chance: Random, row: Row) -> Iterator[Row]:
    at = row["at"] + timedelta(minutes=chance.randint(-20, 20))
    again = {"kind": row["kind"], "by": "grandma", "at": at}
    if row["kind"] == "poop":
        said = {"bristol": chance.choice([1, 4, 7]), "place": chance.choice(PLACES)}
        same = {"id": row["id"]} if chance.random() < 0.3 else {}
        yield again | same | {"data": said | {"pain": chance.choice([0, 3])}}
        yield {"kind": "none_came", "by": "sitter", "at": at, "data": {}}
    elif chance.random() < 0.5:
        yield again | {"data": row["data"]}
    else:
        yield row | {"data": {}, "by": "grandma"}


PLACES = ["diaper", "potty", "toilet", "pants"]


def wrong_clocks(chance: Random, rows: list[Row], days: int) -> list[Row]:
    """A phone of another zone, a year that is not, a tap that lies in the future."""
    shift = chance.choice([-11, -3, 5, 12])
    for each in rows:
        if each["kind"] != "zone" and chance.random() < 0.1:
            by = chance.choice([timedelta(hours=shift), timedelta(days=days), YEARS])
            each["at"] += by * chance.choice([1, 1, -1])
            each["offset"] = chance.choice([-720, 0, 840])
            each["written_at"] = BEGIN.isoformat()
    return rows


YEARS = timedelta(days=365 * 9)


def nonsense(chance: Random, rows: list[Row], days: int) -> list[Row]:
    """An import brings rows that nobody can read."""
    made = [dict(chance.choice(NONSENSE)) for _ in range(times(chance, days / 4) + 1)]
    return rows + [{"at": _somewhen(chance, days), **each} for each in made]


def _somewhen(chance: Random, days: int) -> datetime:
    return BEGIN + timedelta(minutes=chance.randrange(days * 24 * 60))


FAULTS: Mapping[str, Fault] = {
    "gaps": gaps,
    "contradictions": contradictions,
    "wrong clocks": wrong_clocks,
    "nonsense imports": nonsense,
}
HOW_OFTEN = 0.2
