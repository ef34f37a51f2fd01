"""Which backups are kept: told as nights of a house, and what holds for every house."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstool.web.backups import keeping
from stepstool.web.backups.keeping import kept

Rule = Callable[[list[datetime], datetime], frozenset[datetime]]
START = datetime(2026, 1, 1, 3, tzinfo=UTC)
NIGHT = timedelta(days=1)


def lived(nights: int, rule: Rule = kept) -> list[datetime]:
    """Make a backup each night, and let go of what the rule lets go of."""
    there: list[datetime] = []
    for night in range(nights):
        now = START + night * NIGHT
        there = sorted(rule([*there, now], now))
    return there


def test_in_the_first_week_all_are_kept() -> None:
    assert lived(7) == [START + night * NIGHT for night in range(7)]


def test_after_a_year_and_a_half_there_are_days_weeks_and_months() -> None:
    dates = [f"{moment:%m-%d}" for moment in lived(365 + 181)]  # until 30 June
    assert dates[-7:] == ["06-24", "06-25", "06-26", "06-27", "06-28", "06-29", "06-30"]
    assert "06-20" in dates  # sundays of the weeks before
    assert "06-13" in dates
    assert dates[:3] == ["07-31", "08-31", "09-30"]
    assert len(dates) <= 7 + 4 + 12


def test_of_a_day_with_many_the_newest_is_kept() -> None:
    many = [START + timedelta(hours=hour) for hour in range(5)]
    assert kept(many, many[-1]) == {many[-1]}


def test_a_year_without_any_takes_none_away() -> None:
    there = lived(60)
    later = there[-1] + 400 * NIGHT
    assert len(kept([*there, later], later)) >= len(there) - 1


def test_a_wrong_clock_pushes_none_out() -> None:
    there = lived(30)
    strange = [START + (5000 + night) * NIGHT for night in range(20)]
    assert kept([*there, *strange], there[-1]) == {*there, *strange}


def holds_for_every_house(rule: Rule, gaps: list[int]) -> None:
    """Let nights pass with gaps; hold what a host may rely on after each."""
    made: list[datetime] = []
    there: frozenset[datetime] = frozenset()
    now = START
    for gap in gaps:
        now += timedelta(hours=gap)
        made.append(now)
        there = rule([*there, now], now)
        assert now in there
        assert rule(sorted(there), now) == there
        assert len(there) <= 7 + 4 + 12
        for many, span in keeping.SPANS:
            spans = sorted({span(moment) for moment in made}, reverse=True)[:many]
            assert set(spans) <= {span(moment) for moment in there}


@given(st.lists(st.integers(1, 24 * 50), min_size=1, max_size=60))
def test_each_span_that_had_one_still_has_one(gaps: list[int]) -> None:
    holds_for_every_house(kept, gaps)


def only_days(moments: list[datetime], now: datetime) -> frozenset[datetime]:
    return frozenset(sorted(moments)[-23:])


def oldest_of_each(moments: list[datetime], now: datetime) -> frozenset[datetime]:
    first = {moment.date(): moment for moment in sorted(moments, reverse=True)}
    return frozenset(sorted(first.values())[-7:])


def all_of_them(moments: list[datetime], now: datetime) -> frozenset[datetime]:
    return frozenset(moments)


@pytest.mark.parametrize("broken", [only_days, oldest_of_each, all_of_them])
def test_a_broken_rule_is_noticed(broken: Rule) -> None:
    with pytest.raises(AssertionError):
        holds_for_every_house(broken, [2, *[24] * 100])
