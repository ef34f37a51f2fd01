"""The trial on made-up children: a design is compared with a table, no child is judged.

Source of the figures: the table at the end of clinical_rules.md, part 3.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from statistics import median

import pytest

from stepstool.method.comfort import State, assess
from tests.properties.children import BEGIN, KINDS, MIA, WEEKS, Record, diary

CHILDREN = 12
EVENING = timedelta(hours=14)
SETTLED, EVERY, LAST = 35, 4, WEEKS * 7
FIRST_DAYS = 40
SICK = ("holds 3 to 6 days", "daily, but hard and sore", "overflow")


@cache
def whole(kind: str, seed: int) -> Record:
    return Record(MIA, diary(kind, seed), BEGIN + timedelta(days=LAST) + EVENING)


def states(kind: str, seed: int) -> Iterator[State]:
    for day in range(SETTLED, LAST, EVERY):
        evening = BEGIN + timedelta(days=day) + EVENING
        yield assess(whole(kind, seed).until(evening)).body


@cache
def shares(kind: str) -> Counter[State]:
    """Per cent of days in each state, five weeks and later."""
    times = Counter(each for seed in range(CHILDREN) for each in states(kind, seed))
    return Counter({each: round(100 * times[each] / times.total()) for each in times})


@cache
def found_on(kind: str, seed: int) -> int:
    """The first day, from 0, on which it was seen that the child is stuck or sore."""
    evenings = (BEGIN + timedelta(days=n) + EVENING for n in range(FIRST_DAYS))
    stuck = (
        n
        for n, evening in enumerate(evenings)
        if assess(whole(kind, seed).until(evening)).body is State.CONSTIPATED
    )
    return next(stuck, FIRST_DAYS)


def test_ordinary_children_are_seldom_stuck() -> None:
    assert shares("ordinary")[State.CONSTIPATED] <= 6


def test_ordinary_children_are_mostly_easy() -> None:
    assert shares("ordinary")[State.COMFORTABLE] >= 60


def test_softly_every_third_day_is_seldom_stuck() -> None:
    assert shares("soft every third day")[State.CONSTIPATED] <= 10


def test_soft_on_a_laxative_is_never_stuck() -> None:
    assert shares("soft on a laxative")[State.CONSTIPATED] <= 1


@pytest.mark.parametrize("kind", SICK)
def test_who_is_stuck_is_found_and_stays_found(kind: str) -> None:
    assert shares(kind)[State.CONSTIPATED] >= 97


@pytest.mark.parametrize(
    ("kind", "days"), list(zip(SICK, (7, 12, 5), strict=True)), ids=SICK
)
def test_who_is_stuck_is_found_within_days(kind: str, days: int) -> None:
    assert median(found_on(kind, seed) + 1 for seed in range(CHILDREN)) <= days


def test_every_kind_is_tried() -> None:
    calm = {"ordinary", "soft every third day", "soft on a laxative"}
    assert calm | set(SICK) == set(KINDS)
