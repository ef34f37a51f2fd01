"""From what happened at a time on the wall to entries: instants, ids, checked answers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from stepstool import method
from stepstool.trackers.piece import Doubt, Happening
from stepstool.trackers.rows import PuzzleError
from stepstool.trackers.words import cut

LONGEST_NOTE: Final = 2000


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Makes the entries of one file.

    app: the key of its format; alike: how many rows had this id as their first.
    """

    app: str
    child_id: str
    zone: ZoneInfo
    newest: datetime | None = None
    alike: Counter[str] = field(default_factory=Counter)

    def entry(self, happening: Happening) -> method.Entry:
        """Make an entry, or raise PuzzleError."""
        at = self._instant(happening.at)
        if self.newest and at > self.newest:
            raise PuzzleError("future", happening.at.isoformat(" ", "minutes"))
        note = {"note": cut(happening.note, LONGEST_NOTE)} if happening.note else {}
        fields: dict[str, Any] = {**note, **happening.answers}
        try:
            made = happening.kind(
                id=self._id(happening),
                at=at,
                until=self._end(happening, at),
                timing=self._timing(happening),
                origin=_origin(self.app, happening),
                **fields,
            )
        except method.NonsenseError as nonsense:
            raise PuzzleError("refused", str(nonsense.faults[0])) from None
        return method.slim(made)

    def _instant(self, wall: datetime) -> datetime:
        """Give the instant; of an hour that comes twice the first, of a skipped one the next."""
        there = wall if wall.tzinfo else wall.replace(tzinfo=self.zone)
        return there.astimezone(UTC)

    def _end(self, happening: Happening, at: datetime) -> datetime | None:
        """Give the end; in the hour that comes twice it may be the second one's."""
        if happening.until is None:
            return None
        first = self._instant(happening.until)
        second = self._instant(happening.until.replace(fold=1))
        return next((moment for moment in (first, second) if moment >= at), None)

    def _timing(self, happening: Happening) -> method.Timing:
        is_clear = self._instant(happening.at) == self._instant(
            happening.at.replace(fold=1)
        )
        exact = happening.timing is method.Timing.EXACT
        return method.Timing.ABOUT if exact and not is_clear else happening.timing

    def _id(self, happening: Happening) -> str:
        """Compute the id: rule 6 of the diary. The same row makes the same id for ever."""
        kind = happening.kind.KIND
        if happening.own_id:
            return method.computed_id(self.child_id, self.app, kind, happening.own_id)
        until = happening.until.isoformat() if happening.until else ""
        same = (kind, happening.at.isoformat(), until, happening.details)
        first = method.computed_id(self.child_id, self.app, *same, 1)
        self.alike[first] += 1
        if self.alike[first] == 1:
            return first
        return method.computed_id(self.child_id, self.app, *same, self.alike[first])


def _origin(app: str, happening: Happening) -> Mapping[str, Any]:
    return {"app": app, "row": happening.row, **happening.words}


def doubts_of(happening: Happening, entry: method.Entry) -> tuple[Doubt, ...]:
    """Give what of an entry was not understood, its end before its beginning too."""
    backwards = happening.until is not None and entry.until is None
    return (*happening.doubts, *([Doubt("ends_before")] if backwards else []))
