"""Made-up families: a life-like child, what they do about it, and what goes wrong.

Most diaries are two to eight weeks long, one in a hundred is years long. Everything
comes from one seed. No evidence about families: it is there so that rules are tried.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from stepstool.method.record import (
    UNKNOWN,
    Child,
    Entry,
    Month,
    Record,
    Unknown,
    read_or_keep,
)
from tests.properties.children import BEGIN, KINDS, rows_of
from tests.properties.family_days import LIFE, Row
from tests.properties.family_faults import FAULTS, HOW_OFTEN
from tests.properties.family_plan import decisions, given, house, land, offers

ZONES = ["Europe/London"] * 5 + ["Europe/Berlin", "America/New_York", "Asia/Tokyo"]
BORN: Sequence[Month | Unknown] = (
    *(Month(2022, month) for month in range(1, 13)),
    *(Month(2021, month) for month in range(1, 13, 3)),
    *(Month(2023, month) for month in range(1, 13, 3)),
    Month(2019, 6),
    Month(2024, 8),
    Month(2025, 9),
    UNKNOWN,
)


@dataclass(frozen=True)
class Family:
    """One diary. faults: the switches that were on; at: the moments to ask at."""

    seed: int
    child: Child
    entries: Sequence[Entry]
    faults: frozenset[str]
    days: int
    at: tuple[datetime, datetime]

    def records(self) -> Iterator[Record]:
        """The diary at its end, and at some moment before."""
        return (self.record(at) for at in self.at)

    def record(self, at: datetime) -> Record:
        """The diary at a moment."""
        return Record(self.child, self.entries, at)


def family(seed: int) -> Family:
    """Make up a family."""
    chance = Random(f"{seed}")
    days = _length(chance)
    faults = [name for name in FAULTS if chance.random() < HOW_OFTEN]
    rows = _lived(chance, days)
    for name in faults:
        rows = FAULTS[name](chance, rows, days)
    child = Child(born=chance.choice(BORN), name="Mia", id=f"mia-{seed}")
    return Family(
        seed=seed,
        child=child,
        entries=[_entry(n, row) for n, row in enumerate(rows)],
        faults=frozenset(faults),
        days=days,
        at=(_evening(chance, days), _earlier(chance, days)),
    )


def _length(chance: Random) -> int:
    lot = chance.random()
    if lot < 0.01:
        return chance.randint(370, 1000)
    return chance.randint(1, 13) if lot < 0.1 else int(chance.triangular(14, 57, 14))


def _lived(chance: Random, days: int) -> list[Row]:
    """Give what was written down, the zone first."""
    rows = rows_of(chance.choice(list(KINDS)), chance.getrandbits(32), days)
    rows[0]["data"] = {"zone": chance.choice(ZONES)}
    plans, poops = decisions(chance, days), [r for r in rows if r["kind"] == "poop"]
    for number, poop in enumerate(poops):
        poop["id"] = f"poop-{number}"
        land(chance, poop, plans)
    rows += [*plans, *given(chance, poops, plans)]
    for told in (*LIFE, offers, house):
        rows += told(chance, days)
    return rows


def _evening(chance: Random, days: int) -> datetime:
    """Mostly the last evening; sometimes its night, sometimes days later."""
    later = chance.choice([0, 0, 0, 0, 0, 6, 24 * 5])
    return BEGIN + timedelta(days=days - 1, hours=chance.uniform(1, 16) + later)


def _earlier(chance: Random, days: int) -> datetime:
    return BEGIN + timedelta(minutes=chance.randrange(days * 24 * 60))


def _entry(number: int, row: Row) -> Entry:
    raw: dict[str, Any] = {"id": f"{number:05}", **row}
    for name in ("at", "until"):
        if isinstance(raw.get(name), datetime):
            raw[name] = raw[name].isoformat()
    return read_or_keep(raw)
