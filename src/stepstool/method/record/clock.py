"""The child's clock: which zone is in force, which day a moment belongs to.

A day starts at 04:00, so that a poop at night belongs to the evening before (rule 9 of
the house). Instants are kept in UTC; nothing here adds hours to a wall clock.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.unknown import UNKNOWN

DAY_STARTS = time(4, 0)
_BEFORE_DAY = timedelta(hours=DAY_STARTS.hour)
NOWHERE = "UTC"


class Clock:
    """Local days and clock times of one child, by the zone in force at each moment."""

    def __init__(self, zones: Iterable[Zone]) -> None:
        known = [(each.at, each.zone) for each in zones if each.zone is not UNKNOWN]
        self._since = [at for at, _ in known][1:]
        self._zones = [ZoneInfo(name) for _, name in known] or [ZoneInfo(NOWHERE)]

    def zone_at(self, moment: datetime) -> ZoneInfo:
        """The zone in force; before the first one was told, the first one."""
        if len(self._zones) == 1:
            return self._zones[0]
        return self._zones[bisect_right(self._since, moment)]

    def local(self, moment: datetime) -> datetime:
        """The moment on the child's wall clock."""
        return moment.astimezone(self.zone_at(moment))

    def day(self, moment: datetime) -> date:
        """The child's day that the moment belongs to."""
        return (self.local(moment).replace(tzinfo=None) - _BEFORE_DAY).date()

    def start(self, day: date) -> datetime:
        """The instant at which this day starts (04:00)."""
        wall = datetime.combine(day, DAY_STARTS)
        guess = wall.replace(tzinfo=self._zones[-1]).astimezone(UTC)
        return wall.replace(tzinfo=self.zone_at(guess)).astimezone(UTC)

    def end(self, day: date) -> datetime:
        """The instant at which the next day starts."""
        return self.start(day + timedelta(days=1))


def days_between(first: date, last: date) -> Iterable[date]:
    """All days from the first to the last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
