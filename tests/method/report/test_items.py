"""Items of published lists: at each edge, by age, as told, and never from silence."""

import pytest

from stepstool import method
from stepstool.method.report import List, Standing, counted
from tests.method.report.diary import CHILD, entry, record

FOUR = method.Child(born=method.Month(2022, 2), name="Mia", id="mia")
UNKNOWN_AGE = method.Child(name="Mia", id="mia")


def standing(seen: method.Record, listed: List, key: str) -> Standing:
    (one,) = [e for e in counted(seen) if (e.item.list, e.item.key) == (listed, key)]
    return one.standing


def lists(seen: method.Record) -> set[List]:
    return {one.item.list for one in counted(seen)}


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ((2022, 3), {List.ROME_TODDLER, List.NICE}),
        ((2022, 2), {List.ROME_CHILD, List.NICE}),
        ((2025, 3), {List.ROME_TODDLER}),
        ((2025, 2), {List.ROME_TODDLER, List.NICE}),
    ],
)
def test_the_lists_follow_the_youngest_possible_age(born, expected):
    child = method.Child(born=method.Month(*born), name="Mia", id="mia")
    assert lists(record("", "10 12:00", child=child)) == expected


def test_of_an_unknown_age_all_lists_are_counted():
    assert lists(record("", "10 12:00", child=UNKNOWN_AGE)) == set(List)


# Of 28 known days so many with a poop: 8 are two a week, 9 more, 11 fewer than three.
@pytest.mark.parametrize(
    ("poops", "rome", "nice"),
    [
        (8, Standing.THERE, Standing.THERE),
        (9, Standing.NOT_SEEN, Standing.THERE),
        (11, Standing.NOT_SEEN, Standing.THERE),
        (12, Standing.NOT_SEEN, Standing.NOT_SEEN),
    ],
)
def test_few_a_week_at_its_edges(poops, rome, nice):
    diary = f"1-{poops} 08:00 soft diaper\n{poops + 1}-28 20:00 none"
    seen = record(diary, "28 21:00")
    assert standing(seen, List.ROME_TODDLER, "few") is rome
    assert standing(seen, List.NICE, "fewer") is nice


def test_from_four_years_on_few_is_counted_in_the_toilet():
    diary = "1-28 08:00 soft diaper\n1-28/4 18:00 soft toilet"
    seen = record(diary, "28 21:00", child=FOUR)
    assert standing(seen, List.ROME_CHILD, "few_in_toilet") is Standing.THERE
    assert standing(seen, List.NICE, "fewer") is Standing.NOT_SEEN


@pytest.mark.parametrize(
    ("known", "expected"), [(13, Standing.NOT_KNOWN), (14, Standing.NOT_SEEN)]
)
def test_what_was_not_seen_says_something_from_14_known_days_on(known, expected):
    seen = record(f"1-{known} 08:00 soft diaper", "28 21:00")
    assert standing(seen, List.ROME_TODDLER, "large") is expected
    assert standing(seen, List.ROME_TODDLER, "few") is expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [("1-22/7", Standing.THERE), ("1-15/7", Standing.LESS_OFTEN)],
)
def test_from_four_years_on_an_item_needs_each_week(days, expected):
    seen = record(f"{days} 15:00 leak pants", "28 21:00", child=FOUR)
    assert standing(seen, List.ROME_CHILD, "soiling") is expected
    assert standing(seen, List.NICE, "soiling") is Standing.THERE


@pytest.mark.parametrize(
    ("days", "expected"),
    [("1-22/7", Standing.THERE), ("1-15/7", Standing.LESS_OFTEN)],
)
def test_soiling_of_a_toddler_needs_each_week(days, expected):
    seen = record(f"{days} 15:00 leak pants", "28 21:00")
    assert standing(seen, List.ROME_TODDLER, "soiling") is expected


def test_what_the_family_told_of_four_weeks_counts_as_told():
    seen = record("20 told four_weeks leaks", "28 21:00")
    assert standing(seen, List.NICE, "soiling") is Standing.AS_TOLD
    assert standing(seen, List.NICE, "sore") is Standing.NOT_KNOWN


@pytest.mark.parametrize("told", ["", " dont_know"])
def test_an_answer_that_says_nothing_makes_nothing(told):
    seen = record(f"20 told four_weeks{told}", "28 21:00")
    assert standing(seen, List.NICE, "soiling") is Standing.NOT_KNOWN


def test_an_answer_of_the_month_before_is_over():
    seen = record("1 told four_weeks leaks", "30 21:00")
    assert standing(seen, List.NICE, "soiling") is Standing.NOT_KNOWN


@pytest.mark.parametrize(
    ("diary", "expected"),
    [
        ("", Standing.NOT_KNOWN),
        ("1 told treated_before yes", Standing.AS_TOLD),
        ("1 told treated_before no", Standing.NOT_SEEN),
        ("1 told treated_before dont_know", Standing.NOT_KNOWN),
        ("1 doctor Ito says constipated", Standing.THERE),
    ],
)
def test_before_is_what_was_said(diary, expected):
    assert standing(record(diary, "10 12:00"), List.NICE, "before") is expected


def test_an_appetite_that_comes_back_after_a_poop_is_counted():
    ache = entry("tummy_ache", "9 12:00", better_after_poop="yes", appetite_gone="yes")
    seen = record("", "10 12:00", ache)
    assert standing(seen, List.NICE, "appetite") is Standing.THERE
    assert standing(seen, List.NICE, "ache") is Standing.THERE


def test_silence_makes_no_item():
    silent = counted(record("", "28 12:00", child=CHILD))
    assert {one.standing for one in silent} == {Standing.NOT_KNOWN}
