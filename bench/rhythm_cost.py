#!/usr/bin/env python
"""What a forecast for today's page costs: milliseconds of CPU, nothing kept from before.

A made-up child with two poops and 20 entries a day, as in the bench of the pages.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import median

from needs import need

need("stepstool")

from stepstool.method import Child, Entry, Record
from stepstool.method.evidence import topic
from stepstool.method.record.kinds.days import Drink, Meal, MealKind, Sleep
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Pee, Sign, Signal, Sit
from stepstool.method.rhythm import forecast, signals, windows

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TIMES = 30
WORTH = topic("rhythm").share.worth
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


def cost(days: int) -> float:
    """Give the milliseconds of CPU of one forecast with its windows, in the middle."""
    found, spent = list(entries(days)), []
    for _ in range(TIMES):
        record = Record(Child(), found, NOW)
        begin = time.process_time()
        windows(forecast(record), least=WORTH)
        spent.append(time.process_time() - begin)
    return median(spent) * 1000


def main() -> None:
    """Print the cost by length of the diary."""
    for days in (0, 14, 30, 60, 90, 120, 400):
        print(f"{days:4} days {days * len(DAY):5} entries  {cost(days):5.1f} ms")
    record = Record(Child(), entries(120), NOW)
    begin = time.process_time()
    signals(record)
    print(f"signals of 120 days  {(time.process_time() - begin) * 1000:5.1f} ms")


if __name__ == "__main__":
    main()
