"""A plan that leads somewhere: nothing is said for longer than a week, nothing turns round.

Held against made-up courses, in which the child's answers change what comes next. In
`./test` it is a part of them; for a night, ten thousand: `STEPSTOOL_PROPERTIES=long`.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import pytest

from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import State
from stepstool.method.ladder import Advised, back, forward, moves, patience
from stepstool.method.ladder.patience import PatienceStage
from tests.properties.courses import Morning, assessed, course

pytestmark = pytest.mark.generated
DAYS, A_WEEK = 56, 7
COURSES = {"quick": 96, "long": 10_000}
# Worked out by the rules of comfort, which takes ten times as long.
FELT = range(4)
PARTS = 4
# The family's own minimum, and the finished ladder.
MAY_STAND = {"family_days", "settled", "preschool", "ill"}
SHUT = {State.CONSTIPATED, State.SEE_A_DOCTOR}
TURNS = 2


def lived(first: int) -> Iterator[list[Morning]]:
    profile = os.environ.get("STEPSTOOL_PROPERTIES", "quick")
    for seed in range(first, COURSES.get(profile, PARTS), PARTS):
        yield list(course(seed, DAYS))


def may_stand(morning: Morning) -> bool:
    plan = morning.plan
    rests = plan.place not in {PlanPlace.ON_STEP, PlanPlace.CHOSEN}
    return rests or morning.comfort.state in SHUT or plan.rule in MAY_STAND


def standing(mornings: Sequence[Morning]) -> list[str]:
    """Give what stands for longer than a week: the same move, step and reason."""
    runs = groupby(
        mornings, lambda m: (m.plan.ladder, m.plan.move, m.plan.step, m.plan.rule)
    )
    counted = ((key, [m for m in run if not may_stand(m)]) for key, run in runs)
    return [f"{key} from day {run[0].day}" for key, run in counted if len(run) > A_WEEK]


def turning(mornings: Sequence[Morning]) -> list[str]:
    """Give where what is asked turns round day by day, more than twice, on one step.

    What turns with the body is comfort's to say: tender today, soft and easy tomorrow. What
    turns with a decision, if only to stay, is the family's.
    """
    asked = [
        (
            m.comfort.state,
            m.plan.ladder,
            m.plan.step,
            m.plan.since,
            m.decisions,
            m.plan.move,
        )
        for m in mornings
    ]
    turns = [
        n
        for n in range(2, len(asked))
        if asked[n] == asked[n - 2] != asked[n - 1]
        and asked[n][:-1] == asked[n - 1][:-1]
    ]
    rows = [turns[n : n + TURNS + 1] for n in range(len(turns) - TURNS)]
    return [f"day {row[0]}" for row in rows if row[-1] - row[0] == TURNS]


def back_to_nothing(mornings: Sequence[Morning]) -> list[str]:
    """Give the steps back, and the mornings after, that tell the family nothing to do."""
    backs = [m for m in mornings if m.plan.move is Advised.STEP_BACK]
    after = [m for m in mornings if m.plan.rule == "came_back"]
    return [f"day {m.day}" for m in (*backs, *after) if not m.plan.ask]


def back_from_the_first(mornings: Sequence[Morning]) -> list[str]:
    """Give the steps back from the first step, which has none."""
    return [
        f"day {m.day}"
        for m in mornings
        if m.plan.move is Advised.STEP_BACK and m.plan.step == 1
    ]


def too_soon(mornings: Sequence[Morning]) -> list[str]:
    """Give the harder steps within 72 hours of any pain."""
    return [
        f"day {m.day}"
        for m in mornings
        if m.plan.move is Advised.MOVE_ON
        and any(
            0 <= (m.at - hurt).total_seconds() < 72 * 3600
            for hurt in m.comfort.past.hurt
        )
    ]


LAWS: Sequence[Callable[[Sequence[Morning]], list[str]]] = (
    standing,
    turning,
    back_to_nothing,
    back_from_the_first,
    too_soon,
)


def broken(courses: Iterator[list[Morning]]) -> list[str]:
    return [
        f"{law.__name__}: {fault}"
        for mornings in courses
        for law in LAWS
        for fault in law(mornings)
    ]


@pytest.mark.parametrize("first", range(PARTS))
def test_every_course_leads_somewhere(first: int) -> None:
    assert broken(lived(first)) == []


@pytest.mark.parametrize("seed", FELT)
def test_so_does_one_with_the_rules_of_comfort(seed: int) -> None:
    assert broken(iter([list(course(seed, DAYS, assessed))])) == []


def test_courses_come_to_every_stage() -> None:
    rules = {m.plan.rule for seed in range(40) for m in course(seed, DAYS)}
    stages = {str(each) for each in PatienceStage} - {"none", "new", "stuck_for_months"}
    assert stages <= rules
    assert {
        "earlier_twice",
        "came_back",
        "learned_for_a_while",
        "said_no_often",
    } <= rules


def spoiled(monkeypatch: pytest.MonkeyPatch, **changes: object) -> None:
    """Change every row of the table in the same way."""
    rows = tuple(replace(row, **changes) for row in moves.MOVES)
    monkeypatch.setattr(moves, "MOVES", rows)


def some() -> Iterator[list[Morning]]:
    return (list(course(seed, DAYS)) for seed in range(30))


def sees(law: Callable[[Sequence[Morning]], list[str]]) -> bool:
    return any(map(law, some()))


def test_without_turns_a_reason_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(monkeypatch, turns=())
    assert sees(standing)


def test_without_stages_a_reason_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HIGH", (PatienceStage.SMALLER_STEP,) * 4)
    assert sees(standing)


def test_a_step_back_without_a_word_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(monkeypatch, asks=())
    assert sees(back_to_nothing)


def test_a_step_back_from_the_first_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(back, "has_one_before", lambda _: True)
    assert sees(back_from_the_first)


def test_a_step_too_soon_after_pain_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forward, "hindrance", lambda _: forward.NOTHING)
    monkeypatch.setattr(moves, "_is_tender", lambda _: False)
    monkeypatch.setattr(forward, "soft_and_painless", lambda _: True)
    assert sees(too_soon)


def test_a_plan_that_turns_round_each_day_is_seen() -> None:
    mornings = list(course(0, DAYS))
    steps = [m for m in mornings if m.plan.since == mornings[1].plan.since]
    there = [replace(m, plan=replace(m.plan, move=Advised.STAY)) for m in steps]
    turned = [
        replace(m, plan=replace(m.plan, move=Advised.STEP_BACK)) if n % 2 else m
        for n, m in enumerate(there)
    ]
    assert len(turned) > 4, [m.plan.since for m, _ in pairwise(mornings)]
    assert turning(turned)
    assert not turning(there)
