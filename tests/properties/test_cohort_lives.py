"""What no family of the cohort may read: 24 children, asked every evening, half of them for 26 weeks.

The others live for the nine weeks in which most happens. A life is lived once, by one worker,
and looked through for all faults. Each fault is also made on purpose, and then it is seen. More
children: bench/cohort.py.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from bench.cohort_family import Life, Read, life
from bench.cohort_faults import FAULTS
from stepstool.method.comfort import State, Variant
from stepstool.method.ladder import Advised
from stepstool.method.record import Because, Saying
from stepstool.method.record.decision import Dates

pytestmark = pytest.mark.generated
SEEDS, LONG_LIVES = range(24), range(12)  # two of each type live for long
HALF_A_YEAR, NINE_WEEKS, TWELVE_WEEKS = 182, 63, 84  # days
SPOILED = 16  # the seed of a child that is long soft on a softener early


@pytest.mark.parametrize("seed", SEEDS)
def test_no_family_reads(seed: int) -> None:
    one = life(seed, days=HALF_A_YEAR if seed in LONG_LIVES else NINE_WEEKS)
    assert not [
        f"{name}: {one.kind} {seed}, day {fault.day}: {fault.text}"
        for name, look in FAULTS.items()
        for fault in look(one)
    ]


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


@cache
def a_life() -> Life:
    return life(SPOILED, days=TWELVE_WEEKS)


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_made_on_purpose_is_seen(name: str) -> None:
    assert list(FAULTS[name](spoiled(a_life(), BREAKERS[name])))
