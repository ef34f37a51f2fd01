"""The nine rules that never break: made-up families, and diaries of any shape."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stepstool.method.record import Record
from tests.properties.diaries import asked, children, diaries
from tests.properties.said import TURNS, said
from tests.properties.trial_of_rules import PARTS, SHOWN, broken, part, trial


@pytest.mark.generated
@pytest.mark.parametrize("first", range(PARTS))
def test_no_rule_is_broken_and_each_had_its_say(
    record_property: Callable[[str, object], None], first: int
) -> None:
    tried = trial(part(first))
    record_property("report", tried.report())
    assert tried.broken[:SHOWN] == []
    assert tried.seldom() == [], tried.report()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(Record, children, diaries, asked), st.integers(0, TURNS - 1))
def test_no_rule_is_broken_by_odd_shapes(record: Record, turn: int) -> None:
    assert list(broken(said(record, turn))) == []
