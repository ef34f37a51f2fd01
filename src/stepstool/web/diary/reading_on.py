"""Reading on: a diary is read once a day for some rules, and from then on only what is newer.

What is newer, the running number of the diary tells: whatever is written, changed, removed
or brought back gets the next one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
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

    # When it was read whole.
    since: datetime
    # Epoch and running number, from before it was read.
    state: State
    # One for all who ask.
    record: method.Record

    def serves(self, at: datetime, state: State) -> bool:
        """Whether what is newer may be added, to know the diary at a moment."""
        return self.state[0] == state[0] and self.record.at <= at < self.since + LASTS


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
    if (
        before is None
        or not before.serves(at, state)
        or before.record.child != child_of_method(child)  # another name, or age
    ):
        record = record_of(child, at, reading)
        return ReadSoFar(since=at, state=state, record=record)
    new = [*_written(child, before, state), *_come(child, before, at)]
    record = before.record.later(at, new)
    return ReadSoFar(since=before.since, state=state, record=record)


def _written(child: Child, before: ReadSoFar, state: State) -> Iterable[method.Entry]:
    """Give what was written, changed, removed or brought back since."""
    if state == before.state:
        return ()
    return lean_entries(rows_of(child, seq__gt=before.state[1]))


def _come(child: Child, before: ReadSoFar, at: datetime) -> Iterable[method.Entry]:
    """Give what lay ahead and has come, whoever wrote it when."""
    if at == before.record.at:
        return ()
    come = rows_of(child, at__gt=before.record.at, at__lte=at, removed=False)
    return lean_entries(come)
