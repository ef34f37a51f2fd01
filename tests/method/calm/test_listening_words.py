"""Every sentence of listening has words, and says what it is."""

import pytest

from stepstool.method.calm import AGAINST, Trend
from stepstool.method.calm.good_time import GOOD
from stepstool.method.evidence import NUMBERS
from stepstool.method.record.kinds.listening import GrownUp, StoppedBy
from stepstool.method.words import language

ENGLISH = language("en")
KEYS = [
    *(f"time.{row.key}" for row in AGAINST),
    f"time.{GOOD}",
    *(f"trend.{each}" for each in Trend),
    *(f"stopped.{each}" for each in StoppedBy),
    *(f"not_rested.{each}" for each in GrownUp if each is not GrownUp.RESTED),
]


@pytest.mark.parametrize("key", KEYS)
def test_everything_has_a_sentence(key):
    assert ENGLISH.has(f"listening.{key}")


def test_it_is_said_that_this_is_one_familys_way():
    assert "One family’s way" in ENGLISH.text("listening.honest")


def test_every_limit_says_that_it_is_our_own():
    limits = [each for key, each in NUMBERS.items() if key.startswith("listening.")]
    assert limits
    assert all("I" in each.sources for each in limits)
