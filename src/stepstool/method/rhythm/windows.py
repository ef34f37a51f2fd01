"""Windows: a few half hours a day for a potty party, those expected to catch the most.

At each ten the window that could open there is weighed against waiting, with what the day
may still bring: after a poop the plan is made anew, so that waiting is worth more than by a
plan that never changes. Dynamic programming from the end of the waking day.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from math import exp
from operator import mul
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import Because, Saying
from stepstool.method.record.kinds.days import MealKind
from stepstool.method.rhythm.curves import AFTER_POOP
from stepstool.method.rhythm.forecast import (
    Chance,
    Forecast,
    ahead,
    chance,
    is_waking,
    within,
)
from stepstool.method.rhythm.habit import Habit, Knowing
from stepstool.method.rhythm.observations import Observations
from stepstool.method.rhythm.timeline import A_DAY, WAKING, WIDTH, of_clock

N: Final = topic("rhythm")


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


_STEPS: Final = len(WAKING) // WIDTH
# By step, then by the earlier step in which the last poop came.
Values = list[list[float]]


def _place(ten: int, came: int) -> tuple[int, int]:
    """Give where the value from a waking ten on stands, if the last poop came earlier."""
    last = min(came // WIDTH, _STEPS - 1)
    return min(max(-(-ten // WIDTH), last + 1), _STEPS), last


_WAITING: Final = [_place(ten + 1, ten) for ten in range(len(WAKING))]
_CLOSING: Final = [_place(ten + WIDTH, ten + 1) for ten in range(len(WAKING))]


@dataclass(frozen=True, kw_only=True)
class Later:
    """By windows left, then by waking ten: what they are worth after a poop in that ten.

    waiting: from the next ten on; closing: from the end of a window that began there.
    """

    waiting: Sequence[Sequence[float]]
    closing: Sequence[Sequence[float]]


def later(habit: Habit, most: int) -> Later:
    """Give what up to so many windows are worth after a poop, by the habits of a child.

    The day goes on then, and the plan is made anew. Reckoned in steps as long as a window
    and by what is usual: near enough for a value that is only weighed, since what is known
    of now has faded till then.
    """
    chances = _chances(habit)
    by_count: list[Values] = [[[0.0] * (step + 1) for step in range(_STEPS + 1)]]
    for _ in range(most):
        by_count.append(_one_more(chances, by_count[-1]))
    return Later(
        waiting=[[values[a][b] for a, b in _WAITING] for values in by_count],
        closing=[[values[a][b] for a, b in _CLOSING] for values in by_count],
    )


def _chances(habit: Habit) -> Values:
    """Give the chance of a poop in each step, by the step of the last one before."""
    poop, usual = habit.factors[0], habit.usual_day
    after = [poop[AFTER_POOP[WIDTH * steps]] for steps in range(_STEPS)]
    highest = N.share.most / max(poop)
    level = [
        min(sum(usual[ten] for ten in WAKING[n : n + WIDTH]) / WIDTH, highest)
        for n in range(0, len(WAKING), WIDTH)
    ]
    return [
        [1 - (1 - level[step] * after[step - last]) ** WIDTH for last in range(step)]
        for step in range(_STEPS)
    ]


def _one_more(chances: Values, fewer: Values) -> Values:
    """Give the values with one window more: it opens in a step, or it waits."""
    values: Values = [[] for _ in range(_STEPS)] + [[0.0] * _STEPS]
    for step in range(_STEPS - 1, -1, -1):
        wait, spent = values[step + 1], fewer[step + 1]
        came, caught = wait[step], 1 + spent[step]
        values[step] = [
            max(
                (1 - chance) * wait[last] + chance * came,
                (1 - chance) * spent[last] + chance * caught,
            )
            for last, chance in enumerate(chances[step])
        ]
    return values


# The catch of a window that may not lie there.
NEVER: Final = -1.0


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """The rest of a waking day, as long as nothing happens.

    first: the waking ten that is now; hazards: the chance in each ten from now on, if none
    came before it; caught: the chance within the window that begins there.
    """

    first: int
    hazards: Sequence[float]
    caught: Sequence[float]


def outlook(
    first: int, hazards: Sequence[float], free: Sequence[bool], least: float = 0.0
) -> Outlook:
    """Give the outlook.

    free: where a window may lie; least: what it must be worth to be offered, and then it
    lies on a peak.
    """
    none = [1.0] * max(len(hazards) - WIDTH + 1, 0)
    for n in range(WIDTH):
        none = list(map(mul, none, (1 - hazard for hazard in hazards[n:])))
    caught = [1 - missed if 1 - missed >= least else NEVER for missed in none]
    for n, is_free in enumerate(free):
        if not is_free:
            begin = max(n - WIDTH + 1, 0)
            caught[begin : n + 1] = [NEVER] * len(caught[begin : n + 1])
    if least:
        caught = _on_peaks(caught)
    missing = len(hazards) - len(caught)
    return Outlook(first=first, hazards=hazards, caught=[*caught, *[NEVER] * missing])


def _on_peaks(caught: Sequence[float]) -> list[float]:
    """Leave out the slope before a peak: where one begun before the end would catch more."""
    return [
        own if own >= max(caught[n : n + WIDTH]) else NEVER
        for n, own in enumerate(caught)
    ]


def plan(day: Outlook, later: Later, most: int) -> list[list[int]]:
    """Give where windows begin, from now: for none allowed, one, … up to the most."""
    length = len(day.hazards)
    values, opens = [0.0] * (length + WIDTH), [[False] * length]
    for count in range(1, most + 1):
        values, open_ = _with_one_more(day, later, count, values)
        opens.append(open_)
    return [list(_begins(opens, count)) for count in range(most + 1)]


def _with_one_more(
    day: Outlook, later: Later, count: int, fewer: Sequence[float]
) -> tuple[list[float], list[bool]]:
    """Give the value from each ten on with so many windows left, and where one opens.

    fewer: the values with one window less.
    """
    waiting, closing = later.waiting[count], later.closing[count - 1]
    values, opens, value = [0.0] * len(fewer), [False] * len(day.hazards), 0.0
    for n in range(len(day.hazards) - 1, -1, -1):
        hazard, caught = day.hazards[n], day.caught[n]
        value = (1 - hazard) * value + hazard * waiting[day.first + n]
        if caught > 0:
            then = (1 - caught) * fewer[n + WIDTH]
            opening = caught * (1 + closing[day.first + n]) + then
            if opening > value:
                value, opens[n] = opening, True
        values[n] = value
    return values, opens


def _begins(opens: Sequence[Sequence[bool]], left: int) -> Iterator[int]:
    n = 0
    while left and n < len(opens[left]):
        if opens[left][n]:
            yield n
            n, left = n + WIDTH, left - 1
        else:
            n += 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Renewing:
    """The plans of one day, made in the morning and anew as the day goes on.

    A window opens if it is the first of the plan when its time has come. The day is gone
    through from its morning, each ten with no more than was known then: so what is offered
    now depends on the diary alone, and a window that nobody took up does not move on and on.

    Its tens are counted from the beginning of waking hours. start: the ten of the timeline
    at which the day begins; free: the tens in which a window may lie; most: how many windows
    at most; least: what one must be worth to be offered, and then it lies on a peak.
    """

    observations: Observations
    habit: Habit
    start: int
    free: Sequence[bool]
    most: int
    least: float = 0.0
    _plans: dict[int, list[list[int]]] = field(default_factory=dict, repr=False)

    def plans(self, now: int) -> list[list[int]]:
        """Give, for each number of windows left, the tens at which they begin."""
        if now not in self._plans:
            self._plans[now] = self._plan(now)
        return self._plans[now]

    def opened(self, most: int, until: int) -> list[int]:
        """Give the tens before `until` at which windows opened, if so many may."""
        begun: list[int] = []
        now = 0
        while now < until and len(begun) < most:
            left = most - len(begun)
            if self._may_open(now) and self.plans(now)[left][:1] == [now]:
                begun.append(now)
                now += WIDTH
            else:
                now += 1
        return begun

    def _may_open(self, now: int) -> bool:
        """Whether a window is worth it there at all: most of a day needs no plan then."""
        free = self.free[now : now + WIDTH]
        if len(free) < WIDTH or not all(free):
            return False
        return within(self._hazards(now, WIDTH)) >= self.least

    def _hazards(self, now: int, length: int) -> list[float]:
        begin = self.start + WAKING.start + now
        return ahead(self.observations, self.habit, begin, length).hazards

    def _plan(self, now: int) -> list[list[int]]:
        hazards = self._hazards(now, len(WAKING) - now)
        day = outlook(now, hazards, self.free[now:], self.least)
        plans = plan(day, self._later, self.most)
        return [[now + begin for begin in begins] for begins in plans]

    @cached_property
    def _later(self) -> Later:
        return later(self.habit, self.most)


def worth(habit: Habit) -> float:
    """Give the chance that a window must have to be offered, by the child's own rate.

    So many times that of any half hour of its waking days: with a fixed one a child of
    every other day would hardly ever be offered anything.
    """
    any_time = 1 - exp(-habit.rate * A_DAY * WIDTH / len(WAKING))
    return N.share.worth * any_time


def windows(
    forecast: Forecast,
    most: int = N.count.windows,
    closed: Closed | None = None,
    least: float = 0.0,
) -> tuple[Window, ...]:
    """Give the windows of today that are not over, the earliest first.

    most: how many the family wants a day, at most three (rule 5); those that were open
    today and sits offered today are taken off. closed: why there are none, whatever the
    forecast says. least: a window must be worth this chance, for those who would rather ask
    less and be right more.
    """
    count = min(most, N.count.windows)
    if closed is not None or count <= len(forecast.offered):
        return ()
    if forecast.knowing is Knowing.NOT_YET:
        today = _after_meals(forecast, count - len(forecast.offered))
    else:
        today = _learned(forecast, count, least)
    return tuple(window for window in today if window.until > forecast.at)


def _after_meals(forecast: Forecast, count: int) -> Iterator[Window]:
    """Give the times after the first meals of the day: as good as anything, and honest."""
    for meal in forecast.meals[:count]:
        between = meal.at + N.span.after_meal_from, meal.at + N.span.after_meal_until
        local = [
            forecast.clock.local(moment)
            for moment in (between[0], between[1] - N.span.ten)
        ]
        if all(map(is_waking, local)):
            yield _window(forecast, between, _places(local), meal=meal.meal)


def _places(local: Iterable[datetime]) -> set[int]:
    return {of_clock(timedelta(hours=at.hour, minutes=at.minute)) for at in local}


def _learned(forecast: Forecast, count: int, least: float) -> Iterator[Window]:
    """Give the windows that together are expected to catch the most."""
    morning = forecast.observations.today * A_DAY
    for begin in _begins_today(forecast, count, least):
        places = [ten for ten in range(begin, begin + WIDTH) if ten in forecast.open]
        since = forecast.observations.timeline.moment(morning + begin)
        between = since, since + N.span.window
        hazards = (forecast.hazards[forecast.open.index(ten)] for ten in places)
        yield _window(
            forecast,
            between,
            range(begin, begin + WIDTH),
            chance=chance(forecast.habit, places, between, within(hazards)),
        )


def _window(
    forecast: Forecast,
    between: tuple[datetime, datetime],
    places: Collection[int],
    *,
    chance: Chance | None = None,
    meal: MealKind | None = None,
) -> Window:
    last = forecast.came[-N.count.hits_of :]
    hits = sum(ten in places for ten in last)
    since, until = (f"{forecast.clock.local(moment):%H:%M}" for moment in between)
    saw = Saying(
        key=f"rhythm.window.{meal or ('learned' if hits else 'earlier')}",
        values={"since": since, "until": until, "hits": hits, "of": len(last)},
    )
    sources = ("RHYTHM-DIARIES",) if meal is None else ("POSTPRANDIAL-2020",)
    return Window(
        since=between[0],
        until=between[1],
        hits=hits,
        of=len(last),
        because=Because(rule="window", saw=saw, sources=sources),
        chance=chance,
        meal=meal,
    )


def _begins_today(forecast: Forecast, most: int, least: float) -> list[int]:
    """Give the tens of the day at which windows begin that are not over, in order.

    One that is open now stays so until its end, unless something came or was offered in it.
    """
    if not forecast.open:
        return []
    day = Renewing(
        observations=forecast.observations,
        habit=forecast.habit,
        start=forecast.observations.today * A_DAY,
        free=forecast.free,
        most=most,
        least=least,
    )
    now = forecast.open.start - WAKING.start
    begun = day.opened(most, now)
    left = most - max(len(begun), len(forecast.offered))
    running = [begin for begin in begun[-1:] if begin + WIDTH > now]
    free_from = max(now, *(begin + WIDTH for begin in running), 0)
    coming = day.plans(free_from)[left] if free_from < len(WAKING) else []
    untaken = [begin for begin in running if not _taken(forecast, begin)]
    return [WAKING.start + begin for begin in (*untaken, *coming)]


def _taken(forecast: Forecast, begin: int) -> bool:
    """Whether something came, or a sit was offered, since a window opened."""
    observations = forecast.observations
    since = observations.today * A_DAY + WAKING.start + begin
    happened = (*forecast.offered, *(ten for ten, _ in observations.poops[-1:]))
    return any(ten >= since for ten in happened)
