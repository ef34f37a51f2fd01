"""The trial on made-up children: a design is compared with a table, no child is judged.

The figures are our own inference: how often ordinary children may be held, and how soon others
must be found. More of them, and their causes: bench/comfort.py.
"""

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain
from math import ceil
from statistics import median
from typing import Any

import pytest

from stepstool.method.comfort import State
from tests.properties.children import (
    DIFFER,
    EACH_ITS_OWN,
    KINDS,
    ordinary_rows,
)
from tests.properties.judged_children import (
    DAYS,
    HOLDERS,
    SETTLED,
    SICK,
    Evening,
    evenings,
    found_on,
)

pytestmark = pytest.mark.generated
CHILDREN, MARKED = 12, 60
Fits = Callable[[dict[str, Any]], bool]
TROUBLED = ("holds 3 to 6 days", *SICK)


@cache
def shares(kind: str) -> Counter[State]:
    """Per cent of days in each state, five weeks and later."""
    times = Counter(
        evening.body
        for seed in range(CHILDREN)
        for evening in evenings(kind, seed, SETTLED)
    )
    return Counter(
        {state: round(100 * n / times.total()) for state, n in times.items()}
    )


@cache
def ordinary(seed: int) -> list[Evening]:
    """What is said of an ordinary child, every third evening of the 12 weeks."""
    return list(evenings(EACH_ITS_OWN, seed, DAYS[1::3]))


def test_ordinary_children_are_seldom_stuck() -> None:
    assert shares("ordinary")[State.CONSTIPATED] <= 6


def test_ordinary_children_are_mostly_easy() -> None:
    assert shares("ordinary")[State.COMFORTABLE] >= 60


def test_softly_every_third_day_is_seldom_stuck() -> None:
    assert shares("soft every third day")[State.CONSTIPATED] <= 10


def test_soft_on_a_laxative_is_never_stuck() -> None:
    assert shares("soft on a laxative")[State.CONSTIPATED] <= 1


@pytest.mark.parametrize("kind", TROUBLED)
def test_who_is_stuck_is_found_and_stays_found(kind: str) -> None:
    assert shares(kind)[State.CONSTIPATED] >= 97


@pytest.mark.parametrize(
    ("kind", "days"), [("daily, but hard and sore", 12), ("overflow", 5)]
)
def test_who_is_stuck_is_found_within_days(kind: str, days: int) -> None:
    assert median(found_on(kind, seed) for seed in range(CHILDREN)) <= days


@cache
def holders_found() -> list[int]:
    return sorted(found_on(HOLDERS, seed) for seed in range(MARKED))


def test_who_holds_is_found_on_day_4_in_the_median() -> None:
    assert median(holders_found()) <= 4


def test_nine_of_ten_who_hold_are_found_by_day_7() -> None:
    assert holders_found()[ceil(0.9 * MARKED) - 1] <= 7


def test_ordinary_children_are_tender_on_a_fifth_of_days_at_most() -> None:
    looks = list(chain.from_iterable(map(ordinary, range(MARKED))))
    tender = sum(evening.body is State.WATCH for evening in looks)
    assert tender / len(looks) <= 0.20


def test_at_most_2_of_30_ordinary_children_are_ever_stuck_or_sent() -> None:
    ever = [
        n for n in range(MARKED) if any(one.is_stuck_or_sent for one in ordinary(n))
    ]
    assert len(ever) <= MARKED * 2 / 30


@pytest.mark.parametrize(
    ("what", "fits"),
    [
        ("large", lambda said: said.get("amount") == "large"),
        ("hard", lambda said: said["bristol"] < 3),
        ("hurts", lambda said: said["pain"] == 2),
        ("hurts a little", lambda said: said["pain"] == 1),
    ],
)
def test_ordinary_children_are_made_as_the_table_says(what: str, fits: Fits) -> None:
    rows = chain.from_iterable(ordinary_rows(n, len(DAYS)) for n in range(MARKED))
    poops = [row["data"] for row in rows if row["kind"] == "poop"]
    least, most = DIFFER[what]
    slack = 0.003
    assert least - slack <= sum(map(fits, poops)) / len(poops) <= most + slack


def test_every_kind_is_tried() -> None:
    calm = {"ordinary", "soft every third day", "soft on a laxative"}
    assert calm | set(TROUBLED) == set(KINDS)
