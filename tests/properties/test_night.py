"""While the child sleeps nothing is asked of it; with a breaker that shows it can fail."""

from datetime import timedelta
from typing import Any

import pytest

from stepstool.method.advice import advice
from stepstool.method.advice.night import waits_for_morning
from stepstool.method.record import Record
from tests.properties.families_that_reward import MIA, lived
from tests.properties.test_ladder import asked

pytestmark = pytest.mark.generated
FAMILIES = range(80)
LATE = 23


def by_night(seed: int) -> advice.Advice:
    """Ask a made-up family's advice late on its last evening."""
    at = asked(seed)
    until_late = timedelta(hours=LATE - at.hour)
    return advice.advise(Record(MIA, lived(seed), at + until_late))


def lets_it_sleep(seed: int) -> bool:
    found = by_night(seed)
    return found.proposal is None and not waits_for_morning(found.todo.key)


def test_while_the_child_sleeps_nothing_is_asked_of_it() -> None:
    assert all(map(lets_it_sleep, FAMILIES))


def test_waking_it_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_todo: Any) -> bool:
        return False

    monkeypatch.setattr(advice, "waits_for_morning", never)
    assert not all(map(lets_it_sleep, FAMILIES))
