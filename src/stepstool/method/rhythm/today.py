"""The windows of today: the one that is open now, and those still to come."""

from stepstool.method.rhythm.forecast import Forecast
from stepstool.method.rhythm.open_tens import free_tens
from stepstool.method.rhythm.renewing import Renewing
from stepstool.method.rhythm.tens import A_DAY, WAKING, WIDTH


def today(forecast: Forecast, most: int, least: float) -> list[int]:
    """Give the tens of the day at which windows begin that are not over, in order.

    One that is open now stays so until its end, unless something came or was offered in it.
    """
    if not forecast.open:
        return []
    day = _plans(forecast, most, least)
    now = forecast.open[0].ten - WAKING.start
    begun = day.opened(most, now)
    left = most - max(len(begun), len(forecast.offered))
    running = [each for each in begun[-1:] if each + WIDTH > now]
    free_from = max(now, *(each + WIDTH for each in running), 0)
    coming = day.plans(free_from)[left] if free_from < len(WAKING) else []
    untaken = [each for each in running if not _taken(forecast, each)]
    return [WAKING.start + each for each in (*untaken, *coming)]


def _plans(forecast: Forecast, most: int, least: float) -> Renewing:
    seen, habit = forecast.seen, forecast.habit
    start = seen.today * A_DAY
    free = free_tens(seen, habit, forecast.clock)
    return Renewing(
        seen=seen, habit=habit, start=start, free=free, most=most, least=least
    )


def _taken(forecast: Forecast, begin: int) -> bool:
    """Whether something came, or a sit was offered, since a window opened."""
    seen = forecast.seen
    since = seen.today * A_DAY + WAKING.start + begin
    happened = (*forecast.offered, *(ten for ten, _ in seen.poops[-1:]))
    return any(ten >= since for ten in happened)
