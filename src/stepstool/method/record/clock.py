"""The child's clock: which zone is in force, which day a moment belongs to.

A day starts at 04:00, so that a poop at night belongs to the evening before (rule 9 of
the house). Instants are kept in UTC; nothing here adds hours to a wall clock.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from stepstool.method.record.entry import Entry
from stepstool.method.record.kinds.lasting import Zone
from stepstool.method.record.merge import newest
from stepstool.method.record.unknown import UNKNOWN

DAY_STARTS = time(4, 0)
_BEFORE_DAY = timedelta(hours=DAY_STARTS.hour)
_ONE_DAY = timedelta(days=1)
NOWHERE = "UTC"


class Clock:
    """Local days and clock times of one child, by the zone in force at each moment.

    The days part time without gap or overlap, whatever clocks and travellers do: a day
    that has begun does not end because somebody flew west, and one that a flight east
    leaps over is empty.
    """

    def __init__(self, zones: Iterable[Zone]) -> None:
        """Take the zones in the order of their moments."""
        known = [(each.at, each.zone) for each in zones if each.zone is not UNKNOWN]
        self._since = [at for at, _ in known][1:]
        self._zones = [ZoneInfo(name) for _, name in known] or [ZoneInfo(NOWHERE)]
        self._starts: dict[date, datetime] = {}

    def zone_at(self, moment: datetime) -> ZoneInfo:
        """The zone in force; before the first one was told, the first one."""
        if not self._since:
            return self._zones[0]
        return self._zones[bisect_right(self._since, moment)]

    def local(self, moment: datetime) -> datetime:
        """The moment on the child's wall clock."""
        return moment.astimezone(self.zone_at(moment))

    def day(self, moment: datetime) -> date:
        """The child's day that the moment belongs to."""
        day = (self.local(moment).replace(tzinfo=None) - _BEFORE_DAY).date()
        while moment < self.start(day):
            day -= _ONE_DAY
        while moment >= self.end(day):
            day += _ONE_DAY
        return day

    def start(self, day: date) -> datetime:
        """The instant at which this day starts: the first time that it is 04:00."""
        start = self._starts.get(day)
        if start is None:
            start = self._starts[day] = self._first_time(day)
        return start

    def end(self, day: date) -> datetime:
        """The instant at which the next day starts."""
        return self.start(day + _ONE_DAY)

    def _first_time(self, day: date) -> datetime:
        """Try each zone while it is in force; the last one holds for ever."""
        wall = datetime.combine(day, DAY_STARTS)
        since = datetime.min.replace(tzinfo=UTC)
        for zone, until in zip(self._zones, self._since, strict=False):
            start = max(_instant(wall, zone), since)
            if start < until:
                return start
            since = until
        return max(_instant(wall, self._zones[-1]), since)


def _instant(wall: datetime, zone: ZoneInfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC)


def zones_of(entries: Iterable[Entry]) -> list[Zone]:
    """Give the zones that are told and not taken back, in the order of their moments."""
    return [
        each
        for each in newest(entries)
        if isinstance(each, Zone) and not each.removed and each.zone is not UNKNOWN
    ]


def days_between(first: date, last: date) -> Iterable[date]:
    """All days from the first to the last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
