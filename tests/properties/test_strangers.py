"""Whatever a stranger sends, nothing falls over, hangs or fills the memory."""

import resource
import time
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strangers

MOST_MEMORY = 200  # MB beyond what the process held before
seeds = st.sampled_from(sorted(strangers.SEEDS))
HOW_MANY = {"imports": 2500, "restores": 2500, "commands": 150}


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.fixture(autouse=True)
def little_memory() -> Iterator[None]:
    before = peak()
    yield
    assert peak() - before <= MOST_MEMORY


@pytest.mark.generated
@pytest.mark.parametrize("target", strangers.TARGETS)
def test_damaged_files_are_read_or_refused(target: str) -> None:
    @settings(max_examples=HOW_MANY[target], database=None)
    @given(seeds, st.integers(0, 2**32))
    def tried(name: str, number: int) -> None:
        data = strangers.damaged(strangers.SEEDS[name], Random(number))
        with strangers.patience():
            strangers.TARGETS[target](data)

    tried()


@pytest.mark.parametrize("name", strangers.SEEDS)
def test_what_is_damaged_was_sound(name: str) -> None:
    for target in strangers.TARGETS.values():
        target(strangers.SEEDS[name])


def test_what_takes_too_long_is_noticed() -> None:
    with pytest.raises(TimeoutError), strangers.patience(1):
        time.sleep(2)
