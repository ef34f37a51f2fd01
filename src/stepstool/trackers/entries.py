"""From what happened at a time on the wall to entries: instants, ids, checked answers."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from stepstool import method
from stepstool.trackers.found import Doubt, Happening
from stepstool.trackers.rows import PuzzleError
from stepstool.trackers.words import cut

LONGEST_NOTE: Final = 2000


@dataclass(frozen=True, kw_only=True)
class Maker:
    """Makes the entries of one file. app: the key of its format."""

    app: str
    child_id: str
    zone: ZoneInfo
    newest: datetime | None = None
    seen: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def entry(self, found: Happening) -> method.Entry:
        """Make an entry, or raise PuzzleError."""
        at = self._instant(found.at)
        if self.newest and at > self.newest:
            raise PuzzleError("future", found.at.isoformat(" ", "minutes"))
        note = {"note": cut(found.note, LONGEST_NOTE)} if found.note else {}
        fields: dict[str, Any] = {**note, **found.answers}
        try:
            return found.kind(
                id=self._id(found),
                at=at,
                until=self._end(found, at),
                timing=self._timing(found),
                origin=_origin(self.app, found),
                **fields,
            )
        except method.NonsenseError as nonsense:
            raise PuzzleError("refused", str(nonsense.faults[0])) from None

    def _instant(self, wall: datetime) -> datetime:
        """Give the instant; of an hour that comes twice the first, of a skipped one the next."""
        there = wall if wall.tzinfo else wall.replace(tzinfo=self.zone)
        return there.astimezone(UTC)

    def _end(self, found: Happening, at: datetime) -> datetime | None:
        """Give the end; in the hour that comes twice it may be the second one's."""
        if found.until is None:
            return None
        first = self._instant(found.until)
        second = self._instant(found.until.replace(fold=1))
        return next((each for each in (first, second) if each >= at), None)

    def _timing(self, found: Happening) -> method.Timing:
        is_clear = self._instant(found.at) == self._instant(found.at.replace(fold=1))
        exact = found.timing is method.Timing.EXACT
        return method.Timing.ABOUT if exact and not is_clear else found.timing

    def _id(self, found: Happening) -> str:
        """Compute the id: rule 6 of the diary. The same row makes the same id for ever."""
        kind = found.kind.KIND
        if found.own_id:
            return method.computed_id(self.child_id, self.app, kind, found.own_id)
        until = found.until.isoformat() if found.until else ""
        same = (kind, found.at.isoformat(), until, found.details)
        self.seen[same] += 1
        return method.computed_id(self.child_id, self.app, *same, self.seen[same])


def _origin(app: str, found: Happening) -> Mapping[str, Any]:
    return {"app": app, "row": found.row, **found.words}


def doubts_of(found: Happening, entry: method.Entry) -> tuple[Doubt, ...]:
    """Give what of an entry was not understood, its end before its beginning too."""
    backwards = found.until is not None and entry.until is None
    return (*found.doubts, *([Doubt("ends_before")] if backwards else []))
