"""The Record: what is written of one child up to a moment, ready to be read by rules.

And what a rule declares to read of it: which kinds, and how far back (rule 8 of the house).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TypeVar, cast

from stepstool.method.record.bout import Bout, bouts_of, with_smears
from stepstool.method.record.child import Child
from stepstool.method.record.clock import Clock
from stepstool.method.record.entry import LATEST, Entry, Unread, in_time
from stepstool.method.record.kinds.health import MedicineGiven, MedicineOrdered
from stepstool.method.record.kinds.lasting import Settings, Zone
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.merge import newest
from stepstool.method.record.question import UNKNOWN
from stepstool.method.record.treatment import Treatment

E = TypeVar("E", bound=Entry)


class Record:
    """The entries of one child at or before a moment, newest versions, none removed.

    Entries after the moment are not there (rule 9 of the house). Unread entries are
    apart: they are no kind, yet the days they lie on are not known. Those whose moment
    can't be read stay too, at the end of all time.
    """

    def __init__(self, child: Child, entries: Iterable[Entry], at: datetime) -> None:
        """Gather entries of any order and version; `at` is the moment asked for."""
        self.child = child
        self.at = at
        current = [entry for entry in newest(entries) if not entry.removed]
        self.unread = [
            entry
            for entry in current
            if isinstance(entry, Unread) and (entry.at <= at or entry.at == LATEST)
        ]
        self.entries = [
            entry
            for entry in current
            if entry.at <= at and not isinstance(entry, Unread)
        ]
        by_kind = defaultdict[type[Entry], list[Entry]](list)
        for one in self.entries:
            by_kind[type(one)].append(one)
        self._by_kind: Mapping[type[Entry], list[Entry]] = by_kind
        self._joined_before: Sequence[Bout] = ()

    @cached_property
    def clock(self) -> Clock:
        """The child's zones and days."""
        return Clock(self.of(Zone))

    @cached_property
    def treatment(self) -> Treatment:
        """When the child is on a laxative."""
        return Treatment(self.of(MedicineOrdered), self.of(MedicineGiven), self.clock)

    @cached_property
    def bouts(self) -> Sequence[Bout]:
        """The poops, joined into bouts."""
        return with_smears(self._joined, self.clock.day)

    @cached_property
    def _joined(self) -> list[Bout]:
        before, self._joined_before = self._joined_before, ()
        return bouts_of(self.of(Poop), self.treatment.on_laxative, before)

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(one.id for one in (*self.entries, *self.unread))

    @property
    def today(self) -> date:
        """The child's day at the moment asked for."""
        return self.clock.day(self.at)

    def of(self, kind: type[E]) -> Sequence[E]:
        """All entries of a kind, by their moment."""
        return cast("Sequence[E]", self._by_kind.get(kind, ()))

    def within(self, kind: type[E], since: datetime, until: datetime) -> Sequence[E]:
        """Entries of a kind after `since` up to and including `until`."""
        entries = self.of(kind)
        first = bisect_right(entries, since, key=lambda entry: entry.at)
        return entries[first : bisect_right(entries, until, key=lambda entry: entry.at)]

    def last(self, kind: type[E]) -> E | None:
        """The latest entry of a kind, if there is one."""
        entries = self.of(kind)
        return entries[-1] if entries else None

    @cached_property
    def settings(self) -> Settings:
        """What the family chose: for each question the newest answer."""
        chosen = {
            name: value
            for entry in self.of(Settings)
            for name in Settings.QUESTIONS
            if (value := getattr(entry, name)) is not UNKNOWN
        }
        return Settings(id="settings", at=self.at, **chosen)

    def until(self, moment: datetime) -> "Record":
        """Give the same record as it was at an earlier moment; costs next to nothing."""
        return _made(
            child=self.child,
            at=min(moment, self.at),
            unread=[one for one in self.unread if one.at <= moment or one.at == LATEST],
            entries=_up_to(moment, self.entries),
            _by_kind={
                kind: _up_to(moment, entries) for kind, entries in self._by_kind.items()
            },
            _joined_before=(),
        )

    def later(self, at: datetime, written: Iterable[Entry]) -> "Record":
        """Give the record of a later moment, with what was written or has come since.

        written: in their newest versions; what is removed, or moved past `at`, goes. What is
        new and follows all that was there, as nearly always, is added without looking at the
        rest again.
        """
        new = sorted({one.id: one for one in written}.values(), key=in_time)
        if not self._is_followed_by(new, at):
            ids = {one.id for one in new}
            old = [one for one in (*self.entries, *self.unread) if one.id not in ids]
            return Record(self.child, [*old, *new], at)
        by_kind = dict(self._by_kind)
        for one in new:
            by_kind[type(one)] = [*by_kind.get(type(one), ()), one]
        return _made(
            child=self.child,
            at=at,
            unread=self.unread,
            entries=[*self.entries, *new],
            _by_kind=by_kind,
            _ids=self._ids.union(one.id for one in new),
            _joined_before=self.__dict__.get("_joined", self._joined_before),
        )

    def _is_followed_by(self, new: Sequence[Entry], at: datetime) -> bool:
        """Whether these, in order, are new, come last, and count at a moment."""
        if not new:
            return True
        last = self.entries[-1:]
        return (
            (not last or in_time(last[0]) < in_time(new[0]))
            and new[-1].at <= at
            and self._ids.isdisjoint(one.id for one in new)
            and not any(one.removed or isinstance(one, Unread) for one in new)
        )


def _made(**parts: object) -> Record:
    """Make a record of what is in order already."""
    record = object.__new__(Record)
    record.__dict__.update(parts)
    return record


def _up_to(moment: datetime, entries: list[E]) -> list[E]:
    return entries[: bisect_right(entries, moment, key=lambda entry: entry.at)]


@dataclass(frozen=True, kw_only=True)
class Reads:
    """One declaration of what a rule reads."""

    kind: type[Entry]
    back: timedelta | None = None
    """How far back from the moment; None is in full, which only lasting kinds may be read
    in, since they are rare."""

    def __post_init__(self) -> None:
        """Refuse to read in full what a family writes every day."""
        if self.back is None and not self.kind.LASTING:
            raise ValueError(f"{self.kind.KIND} is not lasting; say how far back.")


def union(declared: Iterable[Reads]) -> tuple[Reads, ...]:
    """For each kind the farthest look-back that any rule declares."""
    farthest: dict[type[Entry], timedelta | None] = {}
    for reads in declared:
        known = farthest.get(reads.kind, timedelta(0))
        full = reads.back is None or known is None
        farthest[reads.kind] = None if full else max(known, reads.back)  # type: ignore[type-var]
    return tuple(Reads(kind=kind, back=back) for kind, back in farthest.items())
