"""What rules declare to read is bounded, and united for each kind."""

from datetime import timedelta

import pytest

from stepstool import method

POOP, ZONE = method.poop.Poop, method.lasting.Zone
DAY = timedelta(days=1)


def test_what_a_family_writes_every_day_is_not_read_in_full() -> None:
    with pytest.raises(ValueError, match="poop is not lasting"):
        method.Reads(kind=POOP)


def test_lasting_kinds_may_be_read_in_full() -> None:
    assert method.Reads(kind=ZONE).back is None


def test_the_farthest_look_back_of_a_kind_counts() -> None:
    declared = [method.Reads(kind=POOP, back=n * DAY) for n in (7, 60, 14)]
    assert method.union(declared) == (method.Reads(kind=POOP, back=60 * DAY),)


@pytest.mark.parametrize("order", [1, -1])
def test_in_full_goes_farther_than_any_number_of_days(order: int) -> None:
    declared = [method.Reads(kind=ZONE), method.Reads(kind=ZONE, back=DAY)][::order]
    assert method.union(declared) == (method.Reads(kind=ZONE),)


def test_kinds_are_united_apart() -> None:
    declared = [method.Reads(kind=ZONE), method.Reads(kind=POOP, back=DAY)]
    assert method.union(declared) == tuple(declared)
