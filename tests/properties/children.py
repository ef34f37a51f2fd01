"""Made-up children, life-like enough to compare designs: no evidence about children.

Kinds as in the trial of test_comfort_trial.py, made up; stools after what is published;
8 in 100 poops are never written down, 30 in 100 have no picture, and half of the pictures
are one type off (ML-STOOL-2020). Pain, size and holding are guessed. Ordinary children that
differ from each other have a table of their own; what is written of them is as it was.
Everything comes from a seed.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
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
    tapped: float = NONE_TAPPED
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

# A holder whose family answers every evening; where one of four evenings is left out, the
# gap is unknown and a holder is found a day or two later (see bench/comfort.py).
WRITTEN_HOLDER = "holds 3 to 6 days, evenings written down"
MADE: Mapping[str, Kind] = {
    **KINDS,
    WRITTEN_HOLDER: replace(KINDS["holds 3 to 6 days"], tapped=1.0),
}

# Ordinary children who differ: each draws its own, from the least to the most. Shares are
# of poops; as the marks of F5 have it.
EACH_ITS_OWN = "ordinary, each its own"
DIFFER: Mapping[str, tuple[float, float]] = {
    "large": (0.03, 0.10),
    "hard": (0.05, 0.12),
    "hurts": (0.01, 0.01),  # pain 2
    "hurts a little": (0.00, 0.02),  # pain 1
    "days unwritten": (0.08, 0.08),
    "hours between": (12, 48),  # drawn so that once a day is the middle
}
SPREAD = 0.25  # of the hours between, about the child's own (sigma of their logarithm)


def diary(kind: str, seed: int, days: int = WEEKS * 7) -> list[Entry]:
    """Make up the diary of one child."""
    differs = kind == EACH_ITS_OWN
    rows = ordinary_rows(seed, days) if differs else rows_of(kind, seed, days)
    return [_entry(n, row) for n, row in enumerate(rows)]


def ordinary_child(seed: int) -> dict[str, float]:
    """Draw what one ordinary child is like, by the names of the table."""
    chance = Random(f"{EACH_ITS_OWN} {seed}")
    least, most = DIFFER["hours between"]
    drawn = {name: chance.uniform(*bounds) for name, bounds in DIFFER.items()}
    return drawn | {"hours between": least * (most / least) ** chance.random()}


def ordinary_rows(seed: int, days: int) -> list[dict[str, Any]]:
    """Make up what is written of one: on a written day its poops, or that none came."""
    chance, child = Random(f"days of {EACH_ITS_OWN} {seed}"), ordinary_child(seed)
    came: dict[int, list[dict[str, Any]]] = {}
    for at in _moments(chance, child["hours between"], days):
        poop = {"kind": "poop", "at": at, "data": _ordinary_poop(chance, child)}
        came.setdefault((at - BEGIN).days, []).append(poop)
    written = [n for n in range(days) if chance.random() >= child["days unwritten"]]
    rows = [row for n in written for row in came.get(n) or [_none(n)]]
    return [_zone(), *rows]


def rows_of(kind: str, seed: int, days: int) -> list[dict[str, Any]]:
    """Make up what is written in it; the zone is the first row."""
    chance, made = Random(f"{kind} {seed}"), MADE[kind]
    end = BEGIN + timedelta(days=days)
    rows = [_zone()]
    rows += [{**told, "at": BEGIN} for told in made.told]
    poops = list(_poops(chance, made, end))
    rows += [row for row in poops if chance.random() > NOT_WRITTEN]
    rows += _between(chance, made, [row["at"] for row in poops], end)
    return rows + list(_nones(chance, made, rows, days))


def record(kind: str, seed: int, day: int) -> Record:
    """Give the record of one child in the evening of a day."""
    return Record(MIA, diary(kind, seed), evening(day))


def evening(day: int) -> datetime:
    """Give the evening of a day, from 0: seven o'clock."""
    return BEGIN + timedelta(days=day, hours=14)


def _zone() -> dict[str, Any]:
    return {"kind": "zone", "at": BEGIN, "data": {"zone": "Europe/London"}}


def _moments(chance: Random, hours: float, days: int) -> Iterator[datetime]:
    """What falls into a night comes in the morning after."""
    at = BEGIN + timedelta(hours=chance.uniform(0, hours))
    while at < BEGIN + timedelta(days=days):
        night = at.hour < 7 or at.hour >= 20
        morning = datetime.combine(at + timedelta(hours=4), time(7), UTC)
        yield morning if night else at
        at += timedelta(hours=hours * chance.lognormvariate(0, SPREAD))


def _ordinary_poop(chance: Random, child: Mapping[str, float]) -> dict[str, Any]:
    hard = chance.random() < child["hard"]
    types = {each: share for each, share in ORDINARY.items() if (each < 3) == hard}
    hurts, a_little = child["hurts"], child["hurts a little"]
    pains = [1 - hurts - a_little, a_little, hurts]
    large = chance.random() < child["large"]
    return {
        "place": "diaper",
        "bristol": chance.choices(list(types), list(types.values()))[0],
        "pain": chance.choices(range(3), pains)[0],
        **({"amount": "large"} if large else {}),
    }


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
    poops = sorted(poops)
    for n in range((end - BEGIN).days):
        at = BEGIN + timedelta(days=n, hours=chance.uniform(8, 13))
        last = bisect_right(poops, at)
        waits = not last or poops[last - 1] <= at - timedelta(hours=24)
        if waits and chance.random() < made.holds:
            yield {"kind": "signal", "at": at, "data": {"signs": ["tiptoes"]}}
        if chance.random() < made.leaks:
            leak = {"place": "pants", "soiling": "more", "noticed": "no"}
            yield {"kind": "poop", "at": at, "data": leak}


def _nones(
    chance: Random, made: Kind, rows: list[dict[str, Any]], days: int
) -> Iterator[dict[str, Any]]:
    """On evenings without a written poop the family mostly taps that none came."""
    whole = (r for r in rows if r["kind"] == "poop" and "soiling" not in r["data"])
    written = {(row["at"] - BEGIN).days for row in whole}
    for n in range(days):
        if n not in written and chance.random() < made.tapped:
            yield _none(n)


def _none(day: int) -> dict[str, Any]:
    return {"kind": "none_came", "at": evening(day), "data": {}}


def _entry(number: int, row: Mapping[str, Any]) -> Entry:
    at = row["at"].isoformat()
    return read_entry({"id": f"{number:05}", **row, "at": at})
