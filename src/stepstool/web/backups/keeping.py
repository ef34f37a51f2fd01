"""Which backups are kept: the newest of each of the last days, weeks and months that have one.

Days without a backup take nothing away: a house that was off for a year still has its seven
days, four weeks and twelve months. In a house that makes one each night, the oldest is a year old.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

SPANS: Final[tuple[tuple[int, Callable[[datetime], object]], ...]] = (
    (7, lambda moment: moment.date()),
    (4, lambda moment: moment.isocalendar()[:2]),
    (12, lambda moment: (moment.year, moment.month)),
)
"""How many are kept of which span of time, and to which such span a moment belongs."""


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Give the moments whose backups stay.

    One that seems to be of the future is the mark of a wrong clock: it stays, and counts for
    nothing, so that it pushes none out.
    """
    all_of_them = frozenset(moments)
    past = sorted(moment for moment in all_of_them if moment <= now)
    newest = [moment for many, span in SPANS for moment in _newest(past, many, span)]
    return all_of_them.difference(past).union(newest)


def _newest(
    past: list[datetime], many: int, span: Callable[[datetime], object]
) -> list[datetime]:
    """Give the newest moment of each of the last spans; moments come in order."""
    last_of = {span(moment): moment for moment in past}
    return sorted(last_of.values())[-many:]
