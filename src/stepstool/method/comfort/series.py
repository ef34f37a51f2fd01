"""A series: things by their moments, made for quick questions about a stretch of time."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


class Series(Generic[T]):
    """Things in the order of their moments. A stretch is after `since`, up to `until`."""

    __slots__ = ("items", "moments")

    def __init__(self, dated: Iterable[tuple[datetime, T]]) -> None:
        pairs = list(dated)
        self.moments = [moment for moment, _ in pairs]
        self.items = [item for _, item in pairs]

    @classmethod
    def at(cls, moments: list[datetime], items: list[T]) -> "Series[T]":
        """Make a series of things whose moments are at hand."""
        made = cls(())
        made.moments, made.items = moments, items
        return made

    def count(self, since: datetime, until: datetime) -> int:
        """How many lie in the stretch."""
        if not self.moments or self.moments[-1] <= since:
            return 0
        return bisect_right(self.moments, until) - bisect_right(self.moments, since)

    def within(self, since: datetime, until: datetime) -> Sequence[T]:
        """Those that lie in the stretch."""
        if not self.moments or self.moments[-1] <= since:
            return ()
        first = bisect_right(self.moments, since)
        return self.items[first : bisect_right(self.moments, until)]

    def moments_within(self, since: datetime, until: datetime) -> list[datetime]:
        """The moments that lie in the stretch."""
        if not self.moments or self.moments[-1] <= since:
            return []
        first = bisect_right(self.moments, since)
        return self.moments[first : bisect_right(self.moments, until)]

    def until(self, until: datetime) -> Sequence[T]:
        """All up to a moment."""
        return self.items[: bisect_right(self.moments, until)]

    def first_after(self, since: datetime, until: datetime) -> T | None:
        """The first one in the stretch."""
        place = bisect_right(self.moments, since)
        found = place < len(self.moments) and self.moments[place] <= until
        return self.items[place] if found else None

    def last(self, until: datetime) -> T | None:
        """The latest one up to a moment."""
        place = bisect_right(self.moments, until)
        return self.items[place - 1] if place else None

    def moment_of_last(self, until: datetime) -> datetime | None:
        """When the latest one was."""
        place = bisect_right(self.moments, until)
        return self.moments[place - 1] if place else None
