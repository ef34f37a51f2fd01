"""Windows: a few half hours a day for a potty party; each says how often it was right."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from stepstool.method.record import Because, Saying
from stepstool.method.record.kinds.days import MealKind
from stepstool.method.rhythm.chance import Chance, chance, within
from stepstool.method.rhythm.forecast import Forecast
from stepstool.method.rhythm.knowing import Knowing
from stepstool.method.rhythm.numbers import (
    AFTER_MEAL_FROM,
    AFTER_MEAL_UNTIL,
    HITS_OF,
    TEN,
    WINDOW,
    WINDOWS,
)
from stepstool.method.rhythm.open_tens import is_waking
from stepstool.method.rhythm.tens import A_DAY, WIDTH, of_clock
from stepstool.method.rhythm.today import today


class Closed(StrEnum):
    """Why nothing is offered; others know, and say so here."""

    GATE = "gate"
    FIGHT = "fight"
    BREAK = "break"
    QUIET = "quiet"
    CALLED = "called"
    ILL = "ill"
    TENDER = "tender"


@dataclass(frozen=True, kw_only=True)
class Window:
    """A time at which a sit may be offered.

    chance: that a poop comes in it, None while nothing is known yet; hits, of: how many of
    the last poops came at this time of day; meal: after which it lies, if chosen for that.
    """

    since: datetime
    until: datetime
    hits: int
    of: int
    because: Because
    chance: Chance | None = None
    meal: MealKind | None = None


def windows(
    forecast: Forecast,
    most: int = WINDOWS,
    closed: Closed | None = None,
    least: float = 0.0,
) -> tuple[Window, ...]:
    """Give the windows of today that are not over, the earliest first.

    most: how many the family wants a day, at most three (rule 5); those that were open
    today and sits offered today are taken off. closed: why there are none, whatever the
    forecast says. least: a window must be worth this chance, for those who would rather ask
    less and be right more.
    """
    count = min(most, WINDOWS)
    if closed is not None or count <= len(forecast.offered):
        return ()
    if forecast.knowing is Knowing.NOT_YET:
        found = _after_meals(forecast, count - len(forecast.offered))
    else:
        found = _learned(forecast, count, least)
    return tuple(each for each in found if each.until > forecast.at)


def _learned(forecast: Forecast, count: int, least: float) -> Iterator[Window]:
    """Give the windows that together are expected to catch the most."""
    open_ = forecast.open
    for begin in today(forecast, count, least):
        own = [each for each in open_ if begin <= each.ten < begin + WIDTH]
        places = [each.ten for each in own]
        since = forecast.seen.timeline.moment(forecast.seen.today * A_DAY + begin)
        value = within(each.hazard for each in own)
        between = since, since + WINDOW
        yield _window(
            forecast,
            between,
            range(begin, begin + WIDTH),
            chance=chance(forecast.habit, places, between, value),
        )


def _after_meals(forecast: Forecast, count: int) -> Iterator[Window]:
    """Give the times after the first meals of the day: as good as anything, and honest."""
    for each in forecast.meals[:count]:
        between = each.at + AFTER_MEAL_FROM, each.at + AFTER_MEAL_UNTIL
        local = [
            forecast.clock.local(moment) for moment in (between[0], between[1] - TEN)
        ]
        if all(map(is_waking, local)):
            yield _window(forecast, between, _places(local), meal=each.meal)


def _places(local: Iterable[datetime]) -> set[int]:
    return {of_clock(timedelta(hours=each.hour, minutes=each.minute)) for each in local}


def _window(
    forecast: Forecast,
    between: tuple[datetime, datetime],
    places: Collection[int],
    *,
    chance: Chance | None = None,
    meal: MealKind | None = None,
) -> Window:
    hits, of = hits_in(forecast, places)
    since, until = (f"{forecast.clock.local(each):%H:%M}" for each in between)
    saw = Saying(
        key=f"rhythm.window.{meal or ('learned' if hits else 'earlier')}",
        values={"since": since, "until": until, "hits": hits, "of": of},
    )
    sources = ("RHYTHM-DIARIES",) if meal is None else ("POSTPRANDIAL-2020",)
    return Window(
        since=between[0],
        until=between[1],
        hits=hits,
        of=of,
        because=Because(rule="window", saw=saw, sources=sources),
        chance=chance,
        meal=meal,
    )


def hits_in(forecast: Forecast, places: Collection[int]) -> tuple[int, int]:
    """Give how many of the last poops came at these tens of the day, and of how many."""
    last = forecast.came[-HITS_OF:]
    return sum(ten in places for ten in last), len(last)
