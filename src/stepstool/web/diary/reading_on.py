"""Reading on: a diary is read once a day for some rules, and from then on only what is newer.

What is newer, the running number of the diary tells: whatever is written, changed, removed
or brought back gets the next one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final
from uuid import UUID

from stepstool import method
from stepstool.web.diary.reading import child_of_method, record_of, rows_of
from stepstool.web.diary.rows import lean_entries
from stepstool.web.families.models import Child

# Then it is read anew, so that what no rule looks at any more goes.
LASTS: Final = timedelta(days=1)
State = tuple[UUID | None, int]


@dataclass(frozen=True, kw_only=True)
class ReadSoFar:
    """What was read of a child's diary up to a moment."""

    child: method.Child
    # When it was read whole.
    since: datetime
    at: datetime
    # Epoch and running number, from before it was read.
    state: State
    # By their ids.
    entries: Mapping[str, method.Entry]

    @cached_property
    def record(self) -> method.Record:
        """The record of it, one for all who ask."""
        return method.Record(self.child, self.entries.values(), self.at)

    def serves(self, at: datetime, state: State) -> bool:
        """Whether what is newer may be added, to know the diary at a moment."""
        return self.state[0] == state[0] and self.at <= at < self.since + LASTS


def read_on(
    child: Child,
    at: datetime,
    state: State,
    reading: Iterable[method.Reads],
    before: ReadSoFar | None,
) -> ReadSoFar:
    """Read what these rules need up to a moment.

    state: of the diary, read before this. before: what was read for the same rules.
    """
    who = child_of_method(child)
    if before is None or not before.serves(at, state):
        record = record_of(child, at, reading)
        whole = {entry.id: entry for entry in (*record.entries, *record.unread)}
        return ReadSoFar(child=who, since=at, at=at, state=state, entries=whole)
    entries = dict(before.entries)
    if state != before.state:
        _add_written(child, before, entries)
    if at != before.at:
        _add_come(child, at, before, entries)
    return ReadSoFar(child=who, since=before.since, at=at, state=state, entries=entries)


def _add_written(
    child: Child, before: ReadSoFar, entries: dict[str, method.Entry]
) -> None:
    """Add what was written since, and take away what was removed."""
    for entry in lean_entries(rows_of(child, seq__gt=before.state[1])):
        if entry.removed:
            entries.pop(entry.id, None)
        else:
            entries[entry.id] = entry


def _add_come(
    child: Child, at: datetime, before: ReadSoFar, entries: dict[str, method.Entry]
) -> None:
    """Add what lay ahead and has come, whoever wrote it when."""
    come = rows_of(child, at__gt=before.at, at__lte=at, removed=False)
    entries |= {entry.id: entry for entry in lean_entries(come)}
