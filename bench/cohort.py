#!/usr/bin/env python
"""A virtual cohort that lives with the advice: dead ends and contradictions, never effect.

    bench/cohort.py [--children 24] [--json]

First the published courses, which the made-up child must reproduce; where it misses one,
nothing else is said. Then that many children of six types, each for 26 weeks: one evening a
day the page is read, answered and mostly followed. Of each fault the lives in which it came, its
text, and a seed and a day where to look. Every number stands in cohort.toml with its source.
"""

import argparse
import json
import os
import platform
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.needs import need

need("stepstool")

from bench.cohort_courses import Course, courses, orders
from bench.cohort_family import life
from bench.cohort_faults import FAULTS, Fault

MOST_TEXTS: Final = 8
SHOWN: Final = 100  # characters of a text


class Looked(NamedTuple):
    """What was looked for in one life."""

    seed: int
    kind: str
    there: int | None
    faults: Mapping[str, Sequence[Fault]]


def looked(seed: int) -> Looked:
    """Live one life and look for faults."""
    one = life(seed)
    faults = {name: list(rule(one)) for name, rule in FAULTS.items()}
    return Looked(seed, one.kind, one.there, faults)


def figures(children: int) -> dict[str, Any]:
    """Live all lives, on all cores, and gather what came."""
    with ProcessPoolExecutor() as pool:
        lives = list(pool.map(looked, range(children)))
    return {name: _figures(name, lives) for name in FAULTS}


def _figures(name: str, lives: Sequence[Looked]) -> dict[str, Any]:
    where: dict[str, str] = {}
    times: Counter[str] = Counter()
    for one in lives:
        for fault in one.faults[name]:
            times[fault.text] += 1
            where.setdefault(fault.text, f"{one.kind} {one.seed}, day {fault.day}")
    texts = [
        {"times": count, "first": where[text], "text": text}
        for text, count in times.most_common(MOST_TEXTS)
    ]
    return {"lives": sum(bool(one.faults[name]) for one in lives), "texts": texts}


def report(found: Mapping[str, Any]) -> Iterator[str]:
    """Give the lines about faults, for people."""
    for name, row in found.items():
        yield f"\n{name}: in {row['lives']} lives"
        for each in row["texts"]:
            yield f"  {each['times']:4}  {each['first']}: {each['text'][:SHOWN]}"


def ranked(shorter: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give the lines about ways to care: only the order that asking at twice the cost keeps."""
    yield "\nin this model, also if being asked too high cost twice as much"
    yield from (f"  {one} is shorter than {other}" for one, other in shorter)


def compared(course: Course) -> str:
    """Give the line about one published course."""
    kept = "kept" if course.is_kept else "MISSED"
    band = f"{course.low:g} to {course.high:g}"
    return f"  {course.name:28}{course.figure:8.2f}   {band:14}{kept}"


def main() -> None:
    """Check the child, let it live, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--children", type=int, default=24, help="how many live")
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args()
    published = courses()
    missed = [each.name for each in published if not each.is_kept]
    found = {} if missed else figures(chosen.children)
    shorter = [] if missed else orders()
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    method = f"{chosen.children} made-up children, 26 weeks; no evidence about children"
    if chosen.json:
        head = {"method": method, "machine": machine}
        rows = [each._asdict() | {"kept": each.is_kept} for each in published]
        told = {"published": rows, "shorter": shorter, "faults": found}
        print(json.dumps({**head, **told}, indent=1))
    else:
        print(method, machine, *map(compared, published), sep="\n")
        print(*ranked(shorter), *report(found), sep="\n")
    if missed:
        sys.exit(f"The child misses {', '.join(missed)}: mend cohort.toml first.")


if __name__ == "__main__":
    main()
