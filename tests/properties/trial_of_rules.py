"""The trial: made-up families against the nine rules, and its report."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

from tests.properties.families import family
from tests.properties.never_broken import RULES
from tests.properties.said import TURNS, Said, said

DIARIES = {"quick": 10_000, "long": 1_000_000}
# Tried in parts, so that processes share the work.
PARTS = 8
PREMISES = 100
SHOWN = 20


def part(first: int) -> range:
    """Give the seeds of a part, which begins with the first."""
    profile = os.environ.get("STEPSTOOL_PROPERTIES", "quick")
    return range(first, DIARIES[profile], PARTS)


@dataclass
class Trial:
    """What came of it. premises, faults: in how many diaries; broken: where a rule was."""

    diaries: int = 0
    premises: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, seed: int) -> None:
        """Try one diary: at its end, or at some moment before, for six of them each."""
        made = family(seed)
        turn = seed // PARTS
        told = said(made.record(made.at[turn // TURNS % len(made.at)]), turn)
        self.diaries += 1
        self.faults.update(made.faults)
        self.premises.update(rule.number for rule in RULES if rule.premise(told))
        self.broken += [
            f"{name} (family({seed}) at {told.record.at})" for name in broken(told)
        ]

    def seldom(self) -> list[int]:
        """Give the rules of which too few diaries say anything."""
        least = PREMISES / PARTS
        return [each.number for each in RULES if self.premises[each.number] < least]

    def report(self) -> str:
        """Say how often each premise was true."""
        lines = (
            f"  {rule.number}  {self.premises[rule.number]:>7}  {rule.says}"
            for rule in RULES
        )
        faults = ", ".join(f"{name} {n}" for name, n in sorted(self.faults.items()))
        head = f"{self.diaries} diaries in {self.seconds:.0f} s; with {faults}"
        return "\n".join([head, "rule  premise held in", *lines])


def broken(told: Said) -> Iterator[str]:
    """Give the clauses that are broken, of rules whose premise is true."""
    for rule in RULES:
        if rule.premise(told):
            found = (each for each in rule.clauses if not each(told))
            yield from (f"rule {rule.number}: {each.__name__}" for each in found)


def trial(seeds: Iterable[int]) -> Trial:
    """Try them all."""
    begun, tried = perf_counter(), Trial()
    for seed in seeds:
        tried.add(seed)
    tried.seconds = perf_counter() - begun
    return tried
