"""Models of the bench: what each expects of a day, told in the morning and as it goes.

A model gives a `Day` for each day of a diary, from 04:00: the chance of a poop in each ten
as it began, and the windows chosen in the morning and renewed as things happen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rhythm_logs import Diary

from stepstool.method.evidence import topic
from stepstool.method.rhythm.forecast import ahead
from stepstool.method.rhythm.habit import GROUPS, Groups, Habit, learn
from stepstool.method.rhythm.timeline import A_DAY, HOUR, WAKING
from stepstool.method.rhythm.windows import Renewing, worth

N: Final = topic("rhythm")
MOST_WINDOWS: Final = 4
COUNTS: Final = range(1, MOST_WINDOWS + 1)
Windows = Mapping[int, Sequence[int]]


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day of one model; tens from 04:00.

    hazards: the chance in each ten, given what happened before; hour: at each waking ten
    the chance within the next hour; morning, renewed: by how many are allowed, the tens in
    which windows begin.
    """

    hazards: Sequence[float]
    hour: Sequence[float] = ()
    morning: Windows = field(default_factory=dict)
    renewed: Windows = field(default_factory=dict)


Model = Callable[[Diary, int], Day]


def learned(
    groups: Groups = GROUPS, *, plans: bool = True, served: bool = False
) -> Model:
    """Give the method's own model, or what is left of it without some traces.

    plans: whether to choose windows too; served: only those worth it, as families get them.
    """

    def model(diary: Diary, day: int) -> Day:
        habit = learn(diary.observations.lessons(day), groups)
        if not plans:
            return Day(hazards=hazards(diary, habit, day))
        windows = renewing(diary, habit, day, worth(habit) if served else 0.0)
        return Day(
            hazards=hazards(diary, habit, day),
            hour=list(next_hours(diary, habit, day)),
            morning=morning(windows),
            renewed=renewed(windows),
        )

    return model


def hazards(diary: Diary, habit: Habit, day: int) -> list[float]:
    """Give the chance in each ten of the day, each as it began."""
    chances = [habit.rate * each for each in habit.clock]
    for rates, codes in zip(habit.factors, diary.codes, strict=True):
        own = codes[day * A_DAY : (day + 1) * A_DAY]
        chances = [each * rates[code] for each, code in zip(chances, own, strict=True)]
    return [min(each, N.share.most) for each in chances]


def next_hours(diary: Diary, habit: Habit, day: int) -> Iterator[float]:
    """Give at each waking ten the chance within the next hour."""
    for ten in WAKING:
        none = 1.0
        for each in ahead(diary.observations, habit, day * A_DAY + ten, HOUR).hazards:
            none *= 1 - each
        yield 1 - none


def renewing(diary: Diary, habit: Habit, day: int, least: float = 0.0) -> Renewing:
    """Give the plans of one day of a diary."""
    free = [habit.asleep[ten] <= N.share.asleep_mostly for ten in WAKING]
    start = day * A_DAY
    return Renewing(
        observations=diary.observations,
        habit=habit,
        start=start,
        free=free,
        most=MOST_WINDOWS,
        least=least,
    )


def morning(windows: Renewing) -> Windows:
    """Give the windows as planned at the beginning of waking hours."""
    plans = windows.plans(0)
    return {count: [WAKING.start + each for each in plans[count]] for count in COUNTS}


def renewed(windows: Renewing) -> Windows:
    """Give the windows that opened, each count by plans of its own."""
    opened = {count: windows.opened(count, len(WAKING)) for count in COUNTS}
    return {
        count: [WAKING.start + each for each in begun]
        for count, begun in opened.items()
    }
