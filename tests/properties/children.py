"""Made-up children, life-like enough to compare designs: no evidence about children.

Kinds after the table at the end of clinical_rules.md, part 3; stools after evidence §6.1;
8 in 100 poops are never written down, 30 in 100 have no picture, and half of the pictures
are one type off (evidence §2.7). Pain, size and holding are guessed. Everything comes from
a seed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from stepstool.method.record import Child, Entry, Record, month, read_entry

BEGIN = datetime(2026, 1, 5, 5, tzinfo=UTC)
WEEKS = 12
NOT_WRITTEN, NO_PICTURE, ONE_OFF, NONE_TAPPED = 0.08, 0.30, 0.5, 0.75
MIA = Child(born=month("2022-09"), name="Mia", id="mia")

Types = Mapping[int, float]
ORDINARY: Types = {1: 0.5, 2: 3.5, 3: 18, 4: 52, 5: 20, 6: 6}
SOFT: Types = {3: 15, 4: 60, 5: 25}
SOFTENED: Types = {4: 35, 5: 40, 6: 25}
HARD: Types = {1: 25, 2: 40, 3: 20, 4: 15}


@dataclass(frozen=True)
class Kind:
    """One kind of child. gap: hours between poops; hurts: how often a hard one does."""

    types: Types
    gap: Callable[[Random], float]
    hurts: float = 0.2
    big: float = 0.01
    holds: float = 0.0
    leaks: float = 0.0
    told: tuple[Mapping[str, Any], ...] = ()


def often(chance: Random) -> float:
    """About 1.27 a day, by the time of day."""
    return max(3.0, chance.lognormvariate(2.8, 0.5))


ALWAYS_SO = {"kind": "interview", "data": {"topic": "always_so", "answers": ["yes"]}}
SOFTENER = {"kind": "medicine_ordered", "data": {"medicine": "softener"}}

KINDS: Mapping[str, Kind] = {
    "ordinary": Kind(ORDINARY, often),
    "soft every third day": Kind(
        SOFT, lambda chance: chance.gauss(72, 5), told=(ALWAYS_SO,)
    ),
    "soft on a laxative": Kind(SOFTENED, often, told=(SOFTENER,)),
    "holds 3 to 6 days": Kind(
        HARD, lambda chance: chance.uniform(72, 144), hurts=0.6, big=0.5, holds=0.6
    ),
    "daily, but hard and sore": Kind(
        HARD, lambda chance: chance.gauss(24, 4), hurts=0.4
    ),
    "overflow": Kind(
        HARD, lambda chance: chance.uniform(60, 120), hurts=0.4, big=0.6, leaks=0.6
    ),
}


def diary(kind: str, seed: int, days: int = WEEKS * 7) -> list[Entry]:
    """Make up the diary of one child."""
    return [_entry(n, row) for n, row in enumerate(rows_of(kind, seed, days))]


def rows_of(kind: str, seed: int, days: int) -> list[dict[str, Any]]:
    """Make up what is written in it; the zone is the first row."""
    chance, made = Random(f"{kind} {seed}"), KINDS[kind]
    end = BEGIN + timedelta(days=days)
    rows = [{"kind": "zone", "at": BEGIN, "data": {"zone": "Europe/London"}}]
    rows += [{**told, "at": BEGIN} for told in made.told]
    poops = list(_poops(chance, made, end))
    rows += [row for row in poops if chance.random() > NOT_WRITTEN]
    rows += _between(chance, made, [row["at"] for row in poops], end)
    return rows + list(_nones(chance, rows, days))


def record(kind: str, seed: int, day: int) -> Record:
    """Give the record of one child in the evening of a day."""
    return Record(MIA, diary(kind, seed), BEGIN + timedelta(days=day, hours=14))


def _poops(chance: Random, made: Kind, end: datetime) -> Iterator[dict[str, Any]]:
    at = BEGIN + timedelta(hours=chance.uniform(0, min(48.0, made.gap(chance))))
    while at < end:
        at = _by_day(at)
        yield {"kind": "poop", "at": at, "data": _poop(chance, made)}
        at += timedelta(hours=made.gap(chance))


def _by_day(at: datetime) -> datetime:
    """Children sleep at night."""
    night = at.hour < 6 or at.hour >= 20
    return at.replace(hour=7 + at.minute % 3) if night else at


def _poop(chance: Random, made: Kind) -> dict[str, Any]:
    true = chance.choices(list(made.types), list(made.types.values()))[0]
    hurts = made.hurts if true < 3 else 0.005
    said: dict[str, Any] = {"place": "diaper"}
    if chance.random() > NO_PICTURE:
        off = chance.choice((-1, 1)) if chance.random() < ONE_OFF else 0
        said |= {"bristol": min(7, max(1, true + off))}
        said |= {"pain": 2 if chance.random() < hurts else 0}
    if chance.random() < made.big:
        said |= {"amount": "large"}
    return said


def _between(
    chance: Random, made: Kind, poops: list[datetime], end: datetime
) -> Iterator[dict[str, Any]]:
    """Holding and leaks, on days after the last poop."""
    for n in range((end - BEGIN).days):
        at = BEGIN + timedelta(days=n, hours=chance.uniform(8, 13))
        waits = not any(at - timedelta(hours=24) < poop <= at for poop in poops)
        if waits and chance.random() < made.holds:
            yield {"kind": "signal", "at": at, "data": {"signs": ["tiptoes"]}}
        if chance.random() < made.leaks:
            leak = {"place": "pants", "soiling": "more", "noticed": "no"}
            yield {"kind": "poop", "at": at, "data": leak}


def _nones(
    chance: Random, rows: list[dict[str, Any]], days: int
) -> Iterator[dict[str, Any]]:
    """On evenings without a written poop the family mostly taps that none came."""
    whole = (r for r in rows if r["kind"] == "poop" and "soiling" not in r["data"])
    written = {(row["at"] - BEGIN).days for row in whole}
    for n in range(days):
        if n not in written and chance.random() < NONE_TAPPED:
            at = BEGIN + timedelta(days=n, hours=14)
            yield {"kind": "none_came", "at": at, "data": {}}


def _entry(number: int, row: Mapping[str, Any]) -> Entry:
    at = row["at"].isoformat()
    return read_entry({"id": f"{number:05}", **row, "at": at})
