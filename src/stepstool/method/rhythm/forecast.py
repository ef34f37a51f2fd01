"""The forecast: when poop may come, how sure that is, and what it rests on (M4)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from math import exp, fsum, prod, sqrt
from operator import mul
from statistics import median_low
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import Because, Entry, Record, Saying
from stepstool.method.record.clock import Clock
from stepstool.method.record.kinds.days import Meal, MealKind, Sleep
from stepstool.method.rhythm.curves import AFTER_POOP, ASLEEP_CLASSES, CLOCK
from stepstool.method.rhythm.habit import FACTORS, SLEEP_PLACE, Habit, Knowing, learn
from stepstool.method.rhythm.observations import (
    Lessons,
    Observations,
    observe,
)
from stepstool.method.rhythm.timeline import (
    A_DAY,
    HALF_AN_HOUR,
    HOUR,
    SPEAKS_FOR,
    WAKING,
    Timeline,
    clock_time,
    of_clock,
    tens,
)

N: Final = topic("rhythm")
_THREE_HOURS: Final = 3 * HOUR
_SOURCES: Final = ("RHYTHM-DIARIES",)
# How many poops the population's clock stands for around each time of day.
_KNOWN: Final = [SPEAKS_FOR * N.share.clock_behind / A_DAY * rate for rate in CLOCK]
# After six times as long as it takes to settle nothing is left of now that can be seen.
_SETTLES: Final = tens(N.span.settles)
_BESIDE_SLEEP: Final = [n for n in range(1, len(FACTORS)) if n != SLEEP_PLACE]
_FADING: Final = [exp(-ten / _SETTLES) for ten in range(6 * _SETTLES)]


@dataclass(frozen=True, kw_only=True)
class Chance:
    """The chance, 0 to 1, of a poop in a stretch of time.

    low, high: it lies between them eight times in ten; poops: how many of the child's own
    at this time of day it rests on, older ones counting less.
    """

    since: datetime
    until: datetime
    chance: float
    low: float
    high: float
    poops: float


def chance(
    habit: Habit, tens: Sequence[int], between: tuple[datetime, datetime], value: float
) -> Chance:
    """Give a chance with its uncertainty: that of a rate of which so many were counted.

    tens: the tens of the day that it covers; value: the chance itself, capped at 1.
    """
    behind = fsum(habit.behind[ten] for ten in tens) / len(tens)
    known = fsum(_KNOWN[ten] for ten in tens) / len(tens)
    spread = exp(N.share.interval / sqrt(behind + known))
    since, until = between
    return Chance(
        since=since,
        until=until,
        chance=min(value, 1.0),
        low=min(value / spread, 1.0),
        high=min(value * spread, 1.0),
        poops=round(behind, 1),
    )


def within(hazards: Iterable[float]) -> float:
    """Give the chance of at least one, from the chance in each ten if none came before."""
    return 1 - prod(1 - hazard for hazard in hazards)


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """The tens from a moment on.

    level: the rate in each but for the time since the last poop; since: what this time
    makes of it if no poop comes; after: the same by tens after one on the way.
    """

    level: Sequence[float]
    since: Sequence[float]
    after: Sequence[float]

    @property
    def hazards(self) -> list[float]:
        """Give the chance in each ten if none came before it."""
        return list(map(mul, self.level, self.since))

    def expected(self) -> list[float]:
        """Give the chance of a poop in each ten, whatever came before it."""
        chances: list[float] = []
        none_yet = 1.0
        last: list[float] = []
        backwards = self.after[::-1]
        for level, since in zip(self.level, self.since, strict=True):
            rates = backwards[len(backwards) - 1 - len(last) : -1]
            first = none_yet * level * since
            chances.append(first + level * sum(map(mul, last, rates)))
            last = [
                came * (1 - level * rate)
                for came, rate in zip(last, rates, strict=True)
            ]
            last.append(chances[-1])
            none_yet -= first
        return chances


def ahead(observations: Observations, habit: Habit, now: int, length: int) -> Ahead:
    """Look so many tens ahead from the beginning of a ten.

    What is known of now (asleep, just eaten, a diaper just changed) runs on and fades into
    what is usual at that hour; a poop on the way starts the time since the last one anew.
    """
    poop = habit.factors[0]
    since = observations.traces[0].ahead(now, length)
    usual = habit.usual_day
    start = now % A_DAY
    level = [usual[ten % A_DAY] for ten in range(start, start + length)]
    for n, more in enumerate(_known(observations, habit, now, length)):
        level[n] *= more
    highest = N.share.most / max(poop)
    return Ahead(
        level=[min(rate, highest) for rate in level],
        since=[poop[code] for code in since],
        after=[poop[code] for code in AFTER_POOP[: length + 1]],
    )


def _known(
    observations: Observations, habit: Habit, now: int, length: int
) -> Iterator[float]:
    """Give by how much more than usual it is, by what is known of now, while it lasts."""
    length = min(length, len(_FADING))
    known = _slept(observations, habit, now, length)
    for place in _BESIDE_SLEEP:
        rates, trace = habit.factors[place], observations.traces[place]
        known = list(map(mul, known, map(rates.__getitem__, trace.ahead(now, length))))
    for n, rate in enumerate(known):
        yield (rate / habit.usual[(now + n) % A_DAY]) ** _FADING[n]


def _slept(
    observations: Observations, habit: Habit, now: int, length: int
) -> list[float]:
    """Give what sleep makes of the rate in each ten, while nothing more of it is written.

    Many sleeps are written down afterwards. So a child of whom no sleep has begun may be
    asleep, as likely as it usually is at that hour: where it mostly sleeps, and all day if
    nothing of sleep was written since the morning.
    """
    rates, trace = habit.factors[SLEEP_PLACE], observations.traces[SLEEP_PLACE]
    codes = trace.ahead(now, length)
    if any(code < ASLEEP_CLASSES for code in codes[:1]):
        return [rates[code] for code in codes]
    silent = trace.last_before(now) < now - now % A_DAY
    least = 0.0 if silent else N.share.asleep_mostly
    asleep = (habit.asleep[(now + n) % A_DAY] for n in range(length))
    return [
        _mixed(rates[0], rates[code], share if share > least else 0.0)
        for share, code in zip(asleep, codes, strict=True)
    ]


def _mixed(asleep: float, awake: float, share: float) -> float:
    return share * asleep + (1 - share) * awake


# In the order in which a stool came after them most often (POSTPRANDIAL-2020).
ASSUMED: Final[Mapping[MealKind, timedelta]] = {
    MealKind.BREAKFAST: N.span.breakfast,
    MealKind.LUNCH: N.span.lunch,
    MealKind.DINNER: N.span.dinner,
}


@dataclass(frozen=True, kw_only=True)
class MealTime:
    """A meal of today: as written, else as usual, else when most families eat."""

    meal: MealKind
    at: datetime


def _meal_times(record: Record, timeline: Timeline) -> Iterator[MealTime]:
    """Give today's breakfast, lunch and dinner."""
    lately = record.within(Meal, record.at - N.span.meals_back, record.at)
    for kind in ASSUMED:
        moments = [meal.at for meal in lately if meal.meal is kind]
        yield MealTime(meal=kind, at=_meal_time(kind, moments, timeline))


def _meal_time(
    kind: MealKind, moments: Sequence[datetime], timeline: Timeline
) -> datetime:
    """Take today's own, else the middle one of the last days, else what is assumed."""
    if moments and moments[-1] >= timeline.days.starts[-1]:
        return moments[-1]
    places = [ten % A_DAY for ten in timeline.tens(moments)]
    usual = median_low(places) if places else of_clock(ASSUMED[kind])
    return timeline.moment(timeline.size - A_DAY + usual)


HELPFUL: Final[tuple[tuple[type[Entry], str], ...]] = (
    (Sleep, "sleeps"),
    (Meal, "meals"),
)


def _surer(
    record: Record, habit: Habit, observations: Observations
) -> Iterator[Saying]:
    """Give what would make it surer, as a help and never a duty, the most helpful first."""
    for name, missing in _missing(habit).items():
        yield _count(name, missing)
    if observations.only_with_poop:
        yield Saying(key="rhythm.surer.none_came")
    lately = [poop for _, poop in observations.poops[-N.count.hits_of :]]
    vague = sum(not poop.timed or poop.later for poop in lately)
    if vague > len(lately) - vague:
        yield _count("times", vague)
    for kind, name in HELPFUL:
        if not record.within(kind, record.at - N.span.meals_back, record.at):
            yield Saying(key=f"rhythm.surer.{name}")


def _count(name: str, count: int) -> Saying:
    return Saying(key=f"rhythm.surer.{name}", values={"count": count})


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """What is to be expected of one child from a moment on.

    came: when the poops behind it came, as tens of the day, the last one last; surer: what
    would make it surer; free: whether a window may lie in each waking ten of today: awake by
    the clock and by habit; open: the tens of today in which windows may still begin or go
    on, with hazards: the chance in each if none came before; meals: when they are; offered:
    the tens in which sits were offered today; begins: the ten of the timeline at which it
    begins. lessons: what the habit was learned from.
    """

    at: datetime
    because: tuple[Because, ...]
    came: tuple[int, ...]
    surer: tuple[Saying, ...]
    free: Sequence[bool]
    open: range
    hazards: Sequence[float]
    meals: tuple[MealTime, ...]
    offered: tuple[int, ...]
    habit: Habit
    coming: Ahead
    begins: int
    lessons: Lessons = field(compare=False, repr=False)
    observations: Observations = field(compare=False, repr=False)
    clock: Clock = field(compare=False, repr=False)

    @property
    def knowing(self) -> Knowing:
        """Whether there is a rhythm to see."""
        return self.habit.knowing

    @property
    def poops(self) -> int:
        """How many poops it rests on."""
        return self.habit.poops

    @property
    def days(self) -> int:
        """How many days it rests on."""
        return self.habit.days

    @property
    def drawn(self) -> Sequence[int]:
        """Those of the last that came, as the clock of the page draws them."""
        return self.came[-N.count.dots :]

    @property
    def usual(self) -> Sequence[float]:
        """The rate in each ten minutes of a usual day, from 04:00."""
        return self.habit.usual_day

    @property
    def has_room(self) -> bool:
        """Whether a window may still lie anywhere today."""
        return any(self.free[len(self.free) - len(self.open) :])

    @cached_property
    def next_hour(self) -> Chance:
        """The chance of a poop within the next hour."""
        return self._within(HOUR)

    @cached_property
    def next_three_hours(self) -> Chance:
        """The chance of a poop within the next three hours."""
        return self._within(_THREE_HOURS)

    @cached_property
    def tens(self) -> tuple[Chance, ...]:
        """The chance of a poop in each ten minutes of the next 24 hours."""
        return tuple(
            self._chance(n, 1, value) for n, value in enumerate(self.coming.expected())
        )

    def _within(self, length: int) -> Chance:
        return self._chance(0, length, within(self.coming.hazards[:length]))

    def _chance(self, first: int, length: int, value: float) -> Chance:
        begin = self.begins + first
        places = [ten % A_DAY for ten in range(begin, begin + length)]
        moment = self.observations.timeline.moment
        return chance(
            self.habit, places, (moment(begin), moment(begin + length)), value
        )


def forecast(record: Record, before: Forecast | None = None) -> Forecast:
    """Forecast from the moment of the record on; the same record, the same forecast.

    before: one of the same child, if there is one at hand. Where nothing has changed of
    what it learned from (all day long, as a rule), its habit serves again; the forecast is
    the same with it and without.
    """
    at_hand = before.observations.timeline if before else None
    observations = observe(record, before=at_hand)
    lessons = observations.lessons(observations.today)
    remembered = before is not None and before.lessons == lessons
    habit = before.habit if before and remembered else learn(lessons)
    came = tuple(ten % A_DAY for ten, poop in observations.poops if poop.natural)
    now = _now(observations, record.at)
    begin = max(now - observations.today * A_DAY, WAKING.start)
    open_ = range(begin, max(begin, WAKING.stop))
    morning = observations.today * A_DAY
    return Forecast(
        at=record.at,
        because=tuple(_because(habit, came, observations)),
        came=came,
        surer=tuple(_surer(record, habit, observations)),
        free=_free(observations, habit, record.clock),
        open=open_,
        hazards=ahead(observations, habit, morning + begin, len(open_)).hazards,
        meals=tuple(_meal_times(record, observations.timeline)),
        offered=tuple(ten for ten in observations.offers if ten >= morning),
        habit=habit,
        coming=ahead(observations, habit, now, A_DAY),
        begins=now,
        lessons=lessons,
        observations=observations,
        clock=record.clock,
    )


def _now(observations: Observations, at: datetime) -> int:
    """Give the first ten that may still bring something: this one, or the one after."""
    ten = observations.timeline.ten(at)
    return max(ten, observations.last_event(ten + 1) + 1)


def _because(
    habit: Habit, came: Sequence[int], observations: Observations
) -> Iterator[Because]:
    """Say what is known, and of which days it holds."""
    values = {"count": habit.poops, "days": habit.days}
    known = Saying(key=f"rhythm.knowing.{habit.knowing}", values=values)
    if habit.knowing is not Knowing.LEARNED:
        known = _together(habit, came[-N.count.dots :]) or known
    yield Because(rule="rhythm", saw=known, sources=_SOURCES)
    if observations.only_with_poop:
        saw = Saying(key="rhythm.days_written")
        yield Because(rule="rhythm", saw=saw, sources=("I",))


def _together(habit: Habit, dots: Sequence[int]) -> Saying | None:
    """Say where the dots lie together, and what is missing to call it a rhythm."""
    if len(dots) < N.count.few_dots:
        return None
    near = {
        place: [ten for ten in dots if _apart(ten, place) <= HOUR]
        for place in range(0, A_DAY, HALF_AN_HOUR)
    }
    best = max(near, key=lambda place: (len(near[place]), -_distance(near, place)))
    hits = len(near[best])
    if hits < N.share.together * len(dots):
        return None
    name, count = next(reversed(_missing(habit).items()), ("others", habit.poops))
    values = {"hits": hits, "of": len(dots), "count": count}
    return Saying(
        key=f"rhythm.together.{name}", values={"clock": clock_time(best), **values}
    )


def _distance(near: Mapping[int, Sequence[int]], place: int) -> int:
    return sum(_apart(ten, place) for ten in near[place])


def _apart(one: int, other: int) -> int:
    """Give by how many tens two times of day are apart, midnight being no border."""
    return min((one - other) % A_DAY, (other - one) % A_DAY)


def _missing(habit: Habit) -> dict[str, int]:
    """Give how much is missing to know: poops, days."""
    missing = {
        "poops": N.count.few_poops - habit.poops,
        "days": N.count.few_days - habit.days,
    }
    return {name: count for name, count in missing.items() if count > 0}


def _free(observations: Observations, habit: Habit, clock: Clock) -> list[bool]:
    """Say for each waking ten of today whether a window may lie there."""
    morning, moment = observations.today * A_DAY, observations.timeline.moment
    return [
        habit.asleep[ten] <= N.share.asleep_mostly
        and is_waking(clock.local(moment(morning + ten)))
        for ten in WAKING
    ]


def is_waking(local: datetime) -> bool:
    """Whether ten minutes from here on lie in waking hours by the wall clock."""
    since = timedelta(hours=local.hour, minutes=local.minute)
    return since >= N.span.waking_from and since + N.span.ten <= N.span.waking_until
