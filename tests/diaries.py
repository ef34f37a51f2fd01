"""Real diaries of children, read from the folder that STEPSTOOL_DIARIES names.

Parents published them; none of them is part of this tree. Columns: child, at (on the
wall), kind, detail. A poop's time is when its diaper was found.
"""

import csv
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from stepstool import method

ZONE: Final = "Europe/London"
FOLDER: Final = os.environ.get("STEPSTOOL_DIARIES", "")
WHY_NOT: Final = "STEPSTOOL_DIARIES names no folder with real diaries"

TEXTURES: Final[Mapping[str, tuple[int, int]]] = {
    "little balls": (1, 1),
    "solid": (3, 4),
    "mushy": (5, 6),
    "runny": (6, 7),
    "very runny": (6, 7),
}
MEALS: Final[Mapping[str, method.days.MealKind]] = {
    "breast": method.days.MealKind.BREAST,
    "bottle": method.days.MealKind.BOTTLE,
}


@dataclass(frozen=True, kw_only=True)
class RealDiary:
    """A child's diary; entries in the order of time."""

    name: str
    child: method.Child
    entries: tuple[method.Entry, ...]

    def born_earlier(self, months: int) -> method.Child:
        """Give the child as if it were older by so many months."""
        born = self.child.born
        assert isinstance(born, method.Month)
        since_zero = born.year * 12 + born.month - 1 - months
        return method.Child(born=method.Month(since_zero // 12, since_zero % 12 + 1))


def paths() -> list[Path]:
    """Return the files, none where the folder is not named."""
    return sorted(Path(FOLDER).glob("*.csv")) if FOLDER else []


def read(path: Path, zone: str = ZONE) -> RealDiary:
    """Read one; the child is born in the month of its first entry."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] in KINDS]
    first = datetime.fromisoformat(min(row["at"] for row in rows))
    entries = sorted(_entries(rows, zone), key=method.in_time)
    return RealDiary(
        name=path.stem,
        child=method.Child(born=method.Month(first.year, first.month)),
        entries=(_zone(entries[0].at, zone), *entries),
    )


def _zone(at: datetime, zone: str) -> method.Entry:
    return method.lasting.Zone(id="zone", at=at, zone=zone)


def _entries(rows: list[dict[str, str]], zone: str) -> Iterator[method.Entry]:
    for number, row in enumerate(rows):
        wall = datetime.fromisoformat(row["at"]).replace(tzinfo=ZoneInfo(zone))
        yield KINDS[row["kind"]](row["detail"], id=str(number), at=wall.astimezone(UTC))


def _poop(detail: str, **envelope: Any) -> method.Entry:
    where, _, texture = detail.partition(":")
    low, high = TEXTURES.get(texture, (method.UNKNOWN, method.UNKNOWN))
    return method.poop.Poop(
        **envelope,
        timing=method.Timing.FOUND_LATER,
        witness=method.poop.Witness.FOUND_LATER,
        place=method.poop.Place.DIAPER if where == "diaper" else method.UNKNOWN,
        imported=texture or method.UNKNOWN,
        bristol_low=low,
        bristol_high=high,
    )


def _pee(detail: str, **envelope: Any) -> method.Entry:
    place = method.poop.Place.DIAPER if detail == "diaper" else method.UNKNOWN
    return method.toileting.Pee(**envelope, place=place)


def _meal(detail: str, **envelope: Any) -> method.Entry:
    return method.days.Meal(**envelope, meal=MEALS.get(detail, method.UNKNOWN))


def _sleep(_detail: str, **envelope: Any) -> method.Entry:
    return method.days.Sleep(**envelope)


KINDS: Final[Mapping[str, Callable[..., method.Entry]]] = {
    "poop": _poop,
    "pee": _pee,
    "meal": _meal,
    "sleep_start": _sleep,
}


def windows(diary: RealDiary, child: method.Child) -> Iterator[method.Record]:
    """Give the record of each day at 20:00, bounded as the rules declare it."""
    everything = method.Record(child, diary.entries, diary.entries[-1].at)
    clock = everything.clock
    first, last = (clock.day(diary.entries[n].at) for n in (0, -1))
    for day in method.days_between(first, last):
        at = clock.start(day) + timedelta(hours=16)
        yield method.Record(child, list(_read_at(everything, at)), at)


def _read_at(record: method.Record, at: datetime) -> Iterator[method.Entry]:
    """Read what a house would read: each kind only as far back as a rule looks."""
    for reads in method.READING:
        if reads.back is None:
            yield from record.of(reads.kind)
        else:
            yield from record.within(reads.kind, at - reads.back, at)
