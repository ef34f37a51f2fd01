"""What no family of the cohort may read in half a year: 24 children, asked every evening.

Each fault is also made on purpose, and then it is seen. More children: bench/cohort.py.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bench.cohort_family import Life, Read, life
from bench.cohort_faults import FAULTS
from stepstool.method.comfort import State, Variant
from stepstool.method.ladder import Advised
from stepstool.method.record import Because, Saying
from stepstool.method.record.decision import Dates

pytestmark = pytest.mark.generated
SEEDS = range(24)
NEVER_READ = (
    "getting to know a child of a full diary",
    "tender for weeks, and nothing follows",
    "a number that the diary does not hold",
)


@pytest.fixture(scope="module")
def lives() -> Sequence[Life]:
    return [life(seed) for seed in SEEDS]


@pytest.mark.parametrize("name", NEVER_READ)
def test_no_family_reads(name: str, lives: Sequence[Life]) -> None:
    read = [
        f"{one.kind} {one.seed}, day {fault.day}: {fault.text}"
        for one in lives
        for fault in FAULTS[name](one)
    ]
    assert not read


def spoiled(one: Life, spoil: Callable[[Read], Read]) -> Life:
    return replace(one, evenings=tuple(map(spoil, one.evenings)))


def comfort(**changes: Any) -> Callable[[Read], Read]:
    def spoil(evening: Read) -> Read:
        advice = evening.advice
        changed = replace(advice.comfort, **changes)
        return evening._replace(advice=replace(advice, comfort=changed))

    return spoil


def plan(**changes: Any) -> Callable[[Read], Read]:
    def spoil(evening: Read) -> Read:
        advice = evening.advice
        changed = replace(advice.plan, **changes)
        return evening._replace(advice=replace(advice, plan=changed))

    return spoil


def the_same(evening: Read) -> Read:
    """Say the same every evening, and never rest."""
    told = plan(place=None, marks=frozenset())(evening)
    return told._replace(sentence="Soft and easy.", todo="Nothing to do now.")


def to_and_fro(evening: Read) -> Read:
    """Ask for more on even days, and for less on odd ones."""
    move = Advised.STEP_BACK if evening.day % 2 else Advised.MOVE_ON
    return plan(move=move, step=1)(evening)


def hard_by_thousands(evening: Read) -> Read:
    """Say of how many hard ones nobody wrote."""
    day = evening.advice.at.date()
    values = {"count": 1000, "of": 1000, "when": Dates(day, day)}
    saw = Saying(key="seen.hard", values=values)
    return comfort(because=(Because(rule="F2", saw=saw, sources=("I",)),))(evening)


BREAKERS: dict[str, Callable[[Read], Read]] = {
    "a text unchanged for more than a week": the_same,
    "stuck though soft on an ordered softener": comfort(body=State.CONSTIPATED),
    "asked to and fro on alternating days": to_and_fro,
    "getting to know a child of a full diary": comfort(
        state=State.UNKNOWN, variant=Variant.PLAIN
    ),
    "tender for weeks, and nothing follows": comfort(
        body=State.WATCH, alerts=(), variant=Variant.PLAIN
    ),
    "a number that the diary does not hold": hard_by_thousands,
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_made_on_purpose_is_seen(name: str, lives: Sequence[Life]) -> None:
    assert any(list(FAULTS[name](spoiled(one, BREAKERS[name]))) for one in lives)
