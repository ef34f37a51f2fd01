"""Each of the nine rules can be broken on purpose, and then it is seen."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.properties.families import FAULTS, family
from tests.properties.never_broken import RULES, Rule
from tests.properties.rules_of_telling import no_time_closes_it
from tests.properties.said import A_WEEK_ON, Said, said

pytestmark = pytest.mark.generated
SOME = range(300)
CLAUSES = [(rule, clause) for rule in RULES for clause in rule.clauses]
BREAKERS = [(rule, n) for rule in RULES for n in range(len(rule.breakers))]


@cache
def some() -> list[Said]:
    return [
        said(record, seed + n)
        for seed in SOME
        for n, record in enumerate(family(seed).records())
    ]


def spoiled(rule: Rule, which: int) -> Iterator[Said]:
    breaker = rule.breakers[which]
    return (breaker(each) for each in some() if rule.premise(each))


@pytest.mark.parametrize(
    ("rule", "which"), BREAKERS, ids=[f"{rule.number}-{n}" for rule, n in BREAKERS]
)
def test_a_breaker_is_caught(rule: Rule, which: int) -> None:
    assert any(not rule.holds(each) for each in spoiled(rule, which))


@pytest.mark.parametrize(
    ("rule", "clause"),
    CLAUSES,
    ids=[f"{rule.number}-{clause.__name__}" for rule, clause in CLAUSES],
)
def test_every_clause_is_broken_by_some_breaker(
    rule: Rule, clause: Callable[[Said], bool]
) -> None:
    assert any(
        not clause(each)
        for which in range(len(rule.breakers))
        for each in spoiled(rule, which)
    )


# Signs at the edge of what the walk sees, or that opened between two mornings.
AT_THE_EDGE = {
    "three days without restart the good days only until the next morning": (4126, 1),
    "a gap of 58 days ago, unanswered, leaves the 60 days of the walk": (6800, 0),
    "two findings for four weeks, unanswered, begin anew with the walk": (3671, 1),
    "two weeks of runny ones, unanswered, leave the 60 days of the walk": (3858, 1),
}


@pytest.mark.parametrize(("seed", "place"), AT_THE_EDGE.values(), ids=AT_THE_EDGE)
def test_no_elapsed_time_closes_these_either(seed: int, place: int) -> None:
    record = list(family(seed).records())[place]
    assert no_time_closes_it(said(record, A_WEEK_ON))


def test_there_are_nine_rules() -> None:
    assert [rule.number for rule in RULES] == list(range(1, 10))


def test_a_seed_gives_the_same_family_again() -> None:
    assert [family(n).entries for n in SOME[:30]] == [
        family(n).entries for n in SOME[:30]
    ]


def test_every_fault_and_a_life_of_years_are_tried() -> None:
    made = [family(n) for n in SOME]
    assert {name for each in made for name in each.faults} == set(FAULTS)
    assert any(each.days > 365 for each in made)
    assert sum(14 <= each.days <= 56 for each in made) > len(SOME) * 0.8
