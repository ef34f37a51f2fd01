"""It is an evening in March, for all tests of rewards."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

EVENING = datetime(2026, 3, 20, 16, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def evening() -> Iterator[None]:
    """Hold the clock."""
    with time_machine.travel(EVENING, tick=False):
        yield
