#!/usr/bin/env python
"""What a forecast for today's page costs: milliseconds of CPU, by length of diary.

Twice: with nothing kept from before, and with what was learned since 04:00 at hand.
`calibration_ms` is a fixed loop in the same run; compare machines by their ratio to it.
A made-up child with two poops and 20 entries a day, as in the bench of the pages.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median

from calibration import calibration
from needs import need

need("stepstool")

from stepstool.method import Child, Entry, Record
from stepstool.method.record.kinds.days import Drink, Meal, MealKind, Sleep
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Pee, Sign, Signal, Sit
from stepstool.method.rhythm import Forecast, forecast, signals, windows, worth

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TIMES = 30
DAY: tuple[tuple[float, type[Entry], dict[str, object]], ...] = (
    (7.0, Pee, {}),
    (7.3, Meal, {"meal": MealKind.BREAKFAST}),
    (7.4, Drink, {}),
    (8.0, Poop, {"bristol": 4}),
    (9.5, Pee, {}),
    (10.0, Meal, {"meal": MealKind.SNACK}),
    (11.0, Drink, {}),
    (11.5, Pee, {}),
    (12.2, Meal, {"meal": MealKind.LUNCH}),
    (12.7, Sit, {}),
    (13.0, Sleep, {"until": 1.4}),
    (14.8, Pee, {}),
    (15.2, Drink, {}),
    (15.5, Meal, {"meal": MealKind.SNACK}),
    (16.0, Signal, {"signs": (Sign.GOING_QUIET,)}),
    (16.3, Poop, {"bristol": 5}),
    (17.0, Pee, {}),
    (18.0, Meal, {"meal": MealKind.DINNER}),
    (19.0, Pee, {}),
    (19.8, Sleep, {"until": 11.0}),
)


def entries(days: int) -> Iterator[Entry]:
    """Give so many days of the child, up to now."""
    midnight = NOW.replace(hour=0, minute=0)
    for ago in range(days + 1):
        late = timedelta(minutes=ago * 37 % 50)
        for n, (hour, kind, known) in enumerate(DAY):
            at = midnight - timedelta(days=ago) + timedelta(hours=hour) + late
            answers = dict(known)
            if "until" in answers:
                answers["until"] = at + timedelta(hours=float(str(answers["until"])))
            if at <= NOW:
                yield kind(id=f"{ago}-{n}", at=at, **answers)  # type: ignore[arg-type]


def cost(written: Sequence[Entry], work: Callable[[Record], object]) -> float:
    """Give the milliseconds of CPU of some work on a fresh record, in the middle."""
    spent = []
    for _ in range(TIMES):
        record = Record(Child(), written, NOW)
        begin = time.process_time()
        work(record)
        spent.append(time.process_time() - begin)
    return median(spent) * 1000


def main() -> None:
    """Print the cost by length of the diary."""
    print(f"calibration_ms {calibration():.1f}")
    for days in (0, 14, 30, 60, 90, 120, 400):
        written = list(entries(days))
        morning = forecast(Record(Child(), written, NOW - timedelta(hours=4)))
        cold = cost(written, partial(page, before=None))
        warm = cost(written, partial(page, before=morning))
        print(
            f"{days:4} days {len(written):5} entries  "
            f"nothing kept {cold:5.1f} ms  learned this morning {warm:5.1f} ms"
        )
    print(f"signals of 120 days  {cost(list(entries(120)), signals):5.1f} ms")


def page(record: Record, before: Forecast | None) -> None:
    """Do what today's page needs of the rhythm."""
    found = forecast(record, before)
    windows(found, least=worth(found.habit))


if __name__ == "__main__":
    main()
