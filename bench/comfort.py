#!/usr/bin/env python
"""How comfort judges made-up children: ordinary ones are left alone, holders are found.

    bench/comfort.py [--children 30] [--json]

Each child of tests/properties/children.py has a diary of 12 weeks and is assessed in the
evening, without looking ahead; nobody answers a question. Ordinary children are looked at
every evening, the other kinds every fourth from five weeks on, and until stuck is found.
Stuck is what the body alone says, sent an open danger sign. The marks are our
own inference (tests/properties/test_comfort_trial.py). Figures compare designs; they are no evidence about
children.
"""

import argparse
import json
import os
import platform
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import islice, pairwise
from math import ceil
from operator import attrgetter, ge, le
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple, TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from needs import need

need("stepstool")

from stepstool.method.comfort import State
from tests.properties.children import EACH_ITS_OWN, KINDS, ordinary_child
from tests.properties.judged_children import (
    DAYS,
    HOLDERS,
    SETTLED,
    SICK,
    Evening,
    evenings,
    found_on,
)

T = TypeVar("T")

TROUBLED: Final = (HOLDERS, *SICK)
STUCK: Final = State.CONSTIPATED
STATES: Final = (State.WATCH, State.COMFORTABLE, State.UNKNOWN, STUCK)
EVER: Final = "ever stuck or sent"
LARGE: Final = (3, 5, 7, 10)  # bounds of the bands, per cent of poops
BOUNDS: Final = {"at most": le, "at least": ge}
# Per cent of evenings or of children (2 of 30 are 6.7), or the day from 1.
MARKS: Final[Mapping[tuple[str, str], tuple[str, float]]] = {
    (EACH_ITS_OWN, State.WATCH): ("at most", 20),
    (EACH_ITS_OWN, EVER): ("at most", 6.7),
    (HOLDERS, "found in the median on day"): ("at most", 4),
    (HOLDERS, "nine of ten found by day"): ("at most", 7),
    ("ordinary", STUCK): ("at most", 6),
    ("ordinary", State.COMFORTABLE): ("at least", 60),
    ("soft every third day", STUCK): ("at most", 10),
    ("soft on a laxative", STUCK): ("at most", 1),
    **{(kind, STUCK): ("at least", 97) for kind in TROUBLED},
}


class Life(NamedTuple):
    """The evenings of one child."""

    seed: int
    evenings: Sequence[Evening]


Look = Callable[[Evening], Any]
IS_STUCK, RULES_OF, SIGNS = map(attrgetter, ("is_stuck", "rules", "signs"))
IS_STUCK_OR_SENT: Final[Look] = attrgetter("is_stuck_or_sent")


def lived(kind: str, seed: int) -> Life:
    """Assess one child in the evenings that count."""
    days = DAYS if kind == EACH_ITS_OWN else SETTLED
    return Life(seed, list(evenings(kind, seed, days)))


def figures(children: int) -> dict[str, Any]:
    """Give the figures of every kind, on all cores."""
    with ProcessPoolExecutor() as pool:
        lives = _of_each(pool, lived, (EACH_ITS_OWN, HOLDERS, *KINDS), children)
        days = _of_each(pool, found_on, TROUBLED, children)
    ordinary = lives[EACH_ITS_OWN]
    told = {kind: shares(each) for kind, each in lives.items()}
    told[EACH_ITS_OWN] |= ever(ordinary) | causes(ordinary)
    for kind in TROUBLED:
        told[kind] |= found(days[kind])
    return told


def _of_each(
    pool: Executor, what: Callable[[str, int], T], kinds: Sequence[str], children: int
) -> dict[str, list[T]]:
    jobs = [(kind, seed) for kind in kinds for seed in range(children)]
    done = iter(pool.map(what, *zip(*jobs, strict=True)))
    return {kind: list(islice(done, children)) for kind in kinds}


def shares(lives: Iterable[Life]) -> dict[str, float]:
    """Per cent of evenings in each state, and with an open sign."""
    days = [one for life in lives for one in life.evenings]
    times = Counter(one.body for one in days)
    sent = sum(bool(one.signs) for one in days)
    return {state.value: _percent(times[state], days) for state in STATES} | {
        "sent": _percent(sent, days)
    }


def _percent(part: int, whole: Sequence[Any]) -> float:
    return round(100 * part / max(len(whole), 1), 1)


def found(days: Sequence[int]) -> dict[str, float]:
    """When the middle one and nine of ten were found."""
    return {
        "found in the median on day": median(days),
        "nine of ten found by day": sorted(days)[ceil(0.9 * len(days)) - 1],
    }


def _first(life: Life, what: Look) -> Evening | None:
    return next((one for one in life.evenings if what(one)), None)


def ever(lives: Sequence[Life]) -> dict[str, Any]:
    """Per cent of children that were ever stuck, ever sent, and either of them."""
    looks = {EVER: IS_STUCK_OR_SENT, "ever stuck": IS_STUCK, "ever sent": SIGNS}
    return {
        name: _percent(sum(_first(life, what) is not None for life in lives), lives)
        for name, what in looks.items()
    }


def causes(lives: Sequence[Life]) -> dict[str, Any]:
    """What led ordinary children there, by the rules and by how many poops are large."""
    return {
        "first stuck by": _led(lives, IS_STUCK, RULES_OF),
        "first sent by": _led(lives, SIGNS, SIGNS),
        "tender by": tender_by(lives),
        "by large poops": {
            f"{low} to {high} %": {"children": len(part)} | shares(part) | ever(part)
            for low, high in pairwise(LARGE)
            if (part := [each for each in lives if low <= _large(each) < high])
        },
    }


def _large(life: Life) -> float:
    return 100 * ordinary_child(life.seed)["large"]


def _led(lives: Iterable[Life], what: Look, why: Look) -> dict[str, list[str]]:
    """Seeds and days on which it first came to that, by what led there."""
    led = defaultdict(list)
    for life in lives:
        if first := _first(life, what):
            led[" ".join(why(first))].append(f"{life.seed} on day {first.day}")
    return dict(sorted(led.items(), key=lambda item: -len(item[1])))


def tender_by(lives: Iterable[Life]) -> dict[str, dict[str, float]]:
    """Of tender evenings, per cent with a rule, and with no other beside it."""
    looks = [one for life in lives for one in life.evenings]
    tender = [one.rules for one in looks if one.body is State.WATCH]
    named = Counter(rule for rules in tender for rule in rules)
    return {
        rule: {
            "all": _percent(times, tender),
            "alone": _percent(tender.count((rule,)), tender),
        }
        for rule, times in named.most_common()
    }


def verdicts(told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Say of each mark whether it is kept."""
    for (kind, what), (bound, value) in MARKS.items():
        figure = told[kind][what]
        kept = BOUNDS[bound](figure, value)
        yield {
            "kind": kind, "what": what, "figure": figure,
            "mark": f"{bound} {value:g}", "kept": kept,
        }  # fmt: skip


def report(told: Mapping[str, Any]) -> Iterator[str]:
    """Give the lines for people."""
    marks = {(each["kind"], each["what"]): each for each in verdicts(told)}
    for kind, rows in told.items():
        yield f"\n{kind}"
        for what, figure in rows.items():
            mark = marks.get((kind, what))
            if isinstance(figure, dict):
                yield from _details(what, figure)
            elif mark:
                kept = "kept" if mark["kept"] else "missed"
                yield f"  {what:28}{figure:6g}   {mark['mark']:12} {kept}"
            else:
                yield f"  {what:28}{figure:6g}"


def _details(what: str, figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"  {what}"
    for name, figure in figures.items():
        if isinstance(figure, list):
            yield f"    {len(figure):3} {name}: {', '.join(figure)}"
        else:
            yield f"    {name}: " + ", ".join(f"{k} {v:g}" for k, v in figure.items())


def main() -> None:
    """Assess and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--children", type=int, default=30, help="of each kind")
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args()
    told = figures(chosen.children)
    head = {
        "method": f"{chosen.children} made-up children of a kind; per cent of evenings, or of children",
        "machine": f"Python {platform.python_version()}, {os.cpu_count()} cores",
    }
    if chosen.json:
        print(json.dumps({**head, "marks": list(verdicts(told)), **told}, indent=1))
    else:
        print(*head.values(), *report(told), sep="\n")


if __name__ == "__main__":
    main()
