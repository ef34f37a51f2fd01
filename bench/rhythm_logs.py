"""Logs of children as records: the format and the ages of a folder's INDEX.md.

A file `NAME.csv` has the columns child, at (wall clock, no zone), kind and detail; a row
`| NAME.csv | 0–18 | … |` of INDEX.md tells from which month of age on. Without one, a diary
is taken to begin at birth.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from stepstool.method import Child, Entry, Record
from stepstool.method.record.kinds.days import Meal, MealKind, Sleep
from stepstool.method.record.kinds.poop import Brussels, Poop
from stepstool.method.record.kinds.toileting import Pee
from stepstool.method.rhythm.observations import Observations, observe
from stepstool.method.rhythm.timeline import A_DAY

DAYS_A_MONTH: Final = 30.4375
NINE_MONTHS: Final = 9
NOT_SCORED_DAYS: Final = 14
NOT_SCORED_POOPS: Final = 10
AGES: Final = re.compile(r"^\|\s*(\S+)\.csv\s*\|\s*([0-9.]+)", re.MULTILINE)

TEXTURES: Final[Mapping[str, Brussels]] = {
    "diaper:little balls": Brussels.HARD,
    "diaper:solid": Brussels.FORMED,
    "diaper:mushy": Brussels.LOOSE,
    "diaper:mucusy": Brussels.LOOSE,
    "diaper:runny": Brussels.WATERY,
    "diaper:very runny": Brussels.WATERY,
}
MEALS: Final[Mapping[str, MealKind]] = {
    "bottle": MealKind.BOTTLE,
    "breast": MealKind.BREAST,
}


class Row(NamedTuple):
    """One line of a log."""

    number: int
    at: datetime
    kind: str
    detail: str


@dataclass(frozen=True)
class Diary:
    """One child's log. Days are calendar days here, as rhythm.md scores them."""

    name: str
    record: Record
    months: float

    @cached_property
    def first(self) -> date:
        """The day of the first entry."""
        return self.record.entries[0].at.date()

    @cached_property
    def days(self) -> int:
        """How many days there are from the first to the last entry."""
        return (self.record.entries[-1].at.date() - self.first).days + 1

    @cached_property
    def observations(self) -> Observations:
        """The whole log as the rhythm looks at it; each day learns from those before."""
        return observe(self.record, self.record.clock.day(self.record.entries[0].at))

    @cached_property
    def codes(self) -> list[bytes]:
        """For each trace its class at each ten, up to the end of the last day."""
        size = self.observations.timeline.size
        return [trace.codes(size) for trace in self.observations.traces]

    @cached_property
    def _written(self) -> list[int]:
        """The tens in which something was written down, from 04:00 of the first day."""
        record, kinds = self.record, (Poop, Pee, Meal, Sleep)
        moments = [each.at for kind in kinds for each in record.of(kind)]
        moments += [each.until for each in record.of(Sleep) if each.until is not None]
        return sorted(set(self.observations.timeline.tens(moments)))

    def written(self, day: int) -> list[int]:
        """Give those of one day, counted from 04:00."""
        first = bisect_left(self._written, day * A_DAY)
        return self._written[first : bisect_left(self._written, (day + 1) * A_DAY)]

    @cached_property
    def poops(self) -> list[int]:
        """The bouts, as tens from midnight of the first day."""
        return sorted(self.ten(each.at) for _, each in self.observations.poops)

    def ten(self, at: datetime) -> int:
        """Give the ten of a moment, counted from midnight of the first day."""
        midnight = datetime.combine(self.first, datetime.min.time(), UTC)
        return int((at - midnight).total_seconds() // 600)

    @cached_property
    def diaper_days(self) -> set[int]:
        """The days on which a diaper was written down."""
        kinds = (Poop, Pee)
        return {
            self.ten(each.at) // A_DAY
            for kind in kinds
            for each in self.record.of(kind)
        }

    @cached_property
    def scored(self) -> list[bool]:
        """Whether each day is scored: diapers written, and enough seen before."""
        return [
            day >= NOT_SCORED_DAYS
            and day in self.diaper_days
            and sum(ten < day * A_DAY for ten in self.poops) >= NOT_SCORED_POOPS
            for day in range(self.days)
        ]

    def is_old(self, day: int) -> bool:
        """Whether the child is nine months or older."""
        return self.months + day / DAYS_A_MONTH >= NINE_MONTHS


def logs(folder: Path) -> list[Path]:
    """Give the logs of a folder in which something stands, by name."""
    return [path for path in sorted(folder.glob("*.csv")) if _holds_something(path)]


def _holds_something(path: Path) -> bool:
    with path.open(encoding="utf-8", newline="") as lines:
        return any(_entry(row) for row in _rows(lines))


def read_diary(log: Path) -> Diary:
    """Read one log, with the child's age from the index beside it."""
    index = log.parent / "INDEX.md"
    text = index.read_text("utf-8") if index.exists() else ""
    months = {name: float(age) for name, age in AGES.findall(text)}
    return Diary(log.stem, _record(log), months.get(log.stem, 0.0))


def _record(path: Path) -> Record:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = sorted(_rows(lines), key=lambda row: row.at)
    entries = [*_sleeps(rows), *filter(None, map(_entry, rows))]
    return Record(Child(), entries, rows[-1].at)


def _rows(lines: Any) -> Iterator[Row]:
    """A wall clock without a zone is read as one without daylight saving."""
    for number, row in enumerate(csv.DictReader(lines)):
        at = datetime.fromisoformat(row["at"]).replace(tzinfo=UTC)
        yield Row(number, at, row["kind"], row["detail"] or "")


def _entry(row: Row) -> Entry | None:
    key: dict[str, Any] = {"id": str(row.number), "at": row.at}
    if row.kind == "poop":
        known: dict[str, Any] = (
            {"brussels": TEXTURES[row.detail]} if row.detail in TEXTURES else {}
        )
        return Poop(**key, **known)
    if row.kind == "meal":
        meal: dict[str, Any] = (
            {"meal": MEALS[row.detail]} if row.detail in MEALS else {}
        )
        return Meal(**key, **meal)
    return Pee(**key) if row.kind == "pee" else None


def _sleeps(rows: list[Row]) -> Iterator[Entry]:
    """Pair the ends of sleeps; a beginning without an end stays open."""
    begun: Row | None = None
    for row in rows:
        if row.kind == "sleep_start":
            if begun:
                yield Sleep(id=str(begun.number), at=begun.at)
            begun = row
        elif row.kind == "sleep_end" and begun:
            yield Sleep(id=str(begun.number), at=begun.at, until=row.at)
            begun = None
    if begun:
        yield Sleep(id=str(begun.number), at=begun.at)
