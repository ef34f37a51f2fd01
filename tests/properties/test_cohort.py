"""The virtual cohort: its numbers have homes, and published courses come out of its child."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bench.cohort_child import TYPES, tables
from bench.cohort_courses import Course, courses, held_orders
from bench.cohort_family import life
from stepstool import method

BENCH = Path(__file__).parents[2] / "bench"
pytestmark = pytest.mark.generated


def rows(table: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for topic, names in table.items():
        for name, row in names.items():
            yield f"{topic}.{name}", row


def test_every_number_says_what_it_means_and_where_it_is_from() -> None:
    for name, row in rows(tables()):
        assert row["meaning"], name
        assert set(row["sources"]) <= set(method.SOURCES), name
        assert row["sources"], name


def test_what_was_fitted_says_so_and_is_our_inference() -> None:
    fitted = [row for _, row in rows(tables()) if row.get("fitted")]
    assert fitted
    assert all("I" in row["sources"] for row in fitted)


def test_code_reads_every_number() -> None:
    code = "".join(path.read_text() for path in BENCH.glob("cohort_*.py"))
    topics = {"pace", "asks", "body", "softener", "diary"}
    for name, _ in rows({each: tables()[each] for each in topics}):
        topic, _, key = name.partition(".")
        assert re.search(rf'{topic.upper()}\["{key}"\]', code), name


def test_there_are_six_types_and_the_child_is_short() -> None:
    assert len(TYPES) == 6
    assert len((BENCH / "cohort_child.py").read_text().splitlines()) < 300


@pytest.fixture(scope="module")
def published() -> list[Course]:
    return courses(400)


def test_published_courses_come_out_of_the_child(published: list[Course]) -> None:
    missed = [each for each in published if not each.is_kept]
    assert not missed


def test_a_child_that_ignores_being_praised_would_be_noticed(
    published: list[Course],
) -> None:
    figures = {each.name: each for each in published}
    usual = figures["usual_mean"].figure
    praised = figures["praise_mean"]._replace(figure=usual)
    assert not praised.is_kept


def test_no_order_is_told_that_turns_round_when_asking_costs_twice() -> None:
    once = {"usual": 8.0, "praise": 5.0, "diapers": 6.0}
    twice = {"usual": 9.0, "praise": 7.0, "diapers": 6.0}
    assert held_orders(once, twice) == [("praise", "usual"), ("diapers", "usual")]


def test_the_same_seed_lives_the_same_life() -> None:
    first, again = life(4, days=40), life(4, days=40)
    assert first.entries == again.entries
    assert [each.text for each in first.evenings] == [e.text for e in again.evenings]
