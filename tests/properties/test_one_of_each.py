"""One made-up family for each property that otherwise takes many: what `./test fast` tries."""

import pytest

from stepstool.method.record import Record
from tests.properties import test_ladder as ladder
from tests.properties import test_listening as listening
from tests.properties import test_reasons as reasons
from tests.properties import test_rewards as rewards
from tests.properties.families import family
from tests.properties.trial_of_rules import trial
from tests.spoken import advise

OF_REWARDS = (
    rewards.nothing_is_taken_back,
    rewards.an_accident_costs_nothing,
    rewards.nothing_is_negative,
    rewards.one_for_a_bout,
    rewards.the_amount_earns_nothing,
    rewards.order_does_not_matter,
    rewards.what_is_not_declared_does_not_matter,
)


@pytest.mark.parametrize("check", OF_REWARDS, ids=lambda check: check.__name__)
def test_a_family_that_rewards(check) -> None:
    assert check(5)


def test_a_family_that_asks_why_not() -> None:
    told = [reasons.case(record) for record in family(3).records()]
    rules = reasons.RULES.items()
    assert [name for name, rule in rules if any(map(rule.is_broken, told))] == []


def test_a_family_that_listens() -> None:
    entries = listening.family(2)
    record = Record(listening.MIA, entries, max(each.at for each in entries))
    advice = advise(record)
    shut = [name for name, is_met in listening.SHUT.items() if is_met(record, advice)]
    assert shut == [] or not advice.listening.is_now


def test_a_family_on_a_ladder_with_its_gate_shut() -> None:
    _, plan = next(ladder.met())
    assert not ladder.asks_for_more(plan)


def test_a_family_and_the_nine_rules() -> None:
    assert trial([8]).broken == []
