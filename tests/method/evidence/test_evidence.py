"""Every number has a home, a unit, a meaning and sources; every source can be found."""

import re
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
import time_machine

from stepstool.method import evidence
from stepstool.method.evidence import NUMBERS, SOURCES, count, number, overdue, span
from stepstool.method.evidence.number import numbered
from tests.method.overdue import main, warnings

METHOD = Path(str(files(evidence))).parent
OWN = {"I", "GATE", "OWN-LADDER"}
ROW = {"value": 96, "unit": "hours", "meaning": "It is long.", "sources": ["GATE"]}


def test_a_number_has_a_unit():
    assert [key for key in NUMBERS if not number(key).unit] == []


def test_the_meaning_of_a_number_is_a_sentence():
    assert [key for key in NUMBERS if not number(key).meaning.endswith(".")] == []


def test_a_number_has_sources():
    assert [key for key in NUMBERS if not number(key).sources] == []


def test_the_sources_of_a_number_are_known():
    unknown = {key: set(number(key).sources) - set(SOURCES) for key in NUMBERS}
    assert {key: sources for key, sources in unknown.items() if sources} == {}


def test_a_source_has_a_title():
    assert [key for key in SOURCES if not SOURCES[key].title] == []


def test_a_source_has_a_place():
    assert [
        key
        for key, source in SOURCES.items()
        if not (source.year or source.link or key in OWN)
        and not key.startswith("ACCOUNT-")
    ] == []


def test_a_link_is_a_link():
    links = [source.link for source in SOURCES.values() if source.link]
    assert [each for each in links if not re.fullmatch(r"https?://\S+", each)] == []


def test_a_length_of_time_is_read_by_its_unit():
    assert span("comfort.few_gap") == timedelta(hours=72)
    assert span("comfort.own_gap_window") == timedelta(weeks=8)
    assert span("record.one_bout") == timedelta(minutes=20)


def test_a_count_is_a_whole_number():
    assert count("comfort.few_poops") == 3


def test_a_number_that_nobody_wrote_down_is_a_fault():
    with pytest.raises(KeyError):
        number("comfort.made_up")


def reviewed_on(monkeypatch, day: date) -> None:
    """Have every number reviewed on one day."""
    for key, each in NUMBERS.items():
        monkeypatch.setitem(NUMBERS, key, replace(each, reviewed=day))


def test_a_number_says_when_it_was_reviewed():
    found = numbered("comfort", "long_gap", {**ROW, "reviewed": date(2026, 11, 30)})
    assert found.reviewed == date(2026, 11, 30)


@pytest.mark.parametrize("strange", [{}, {"reviewed": "2026-11-30"}])
def test_a_number_that_was_never_reviewed_is_refused_by_file_and_name(strange):
    with pytest.raises(
        ValueError, match=r"numbers/comfort\.toml: \[long_gap\] lacks `reviewed`; write"
    ):
        numbered("comfort", "long_gap", {**ROW, **strange})


@pytest.mark.parametrize(
    ("reviewed", "last"),
    [
        (date(2026, 11, 30), date(2028, 5, 30)),
        (date(2026, 3, 1), date(2027, 9, 1)),
        (date(2026, 8, 31), date(2028, 2, 29)),  # February has no 31st
    ],
)
def test_a_number_is_overdue_from_the_day_after_18_months(monkeypatch, reviewed, last):
    reviewed_on(monkeypatch, reviewed)
    assert overdue(last) == ()
    assert overdue(last + timedelta(days=1)) == tuple(NUMBERS.values())


def test_only_the_number_that_is_overdue_is_warned_of(monkeypatch):
    reviewed_on(monkeypatch, date(2026, 11, 30))
    late = replace(number("comfort.long_gap"), reviewed=date(2025, 1, 7))
    monkeypatch.setitem(NUMBERS, late.key, late)
    (warning,) = warnings(date(2026, 12, 1))
    assert "comfort.long_gap (96 hours) was last reviewed on 2025-01-07" in warning
    assert "GATE" in warning


@pytest.mark.parametrize(
    ("today", "told"), [("2028-05-30", "All "), ("2028-05-31", "Warning: ")]
)
def test_the_build_warns_by_the_clock_and_says_when_all_is_well(
    monkeypatch, capsys, today, told
):
    reviewed_on(monkeypatch, date(2026, 11, 30))
    with time_machine.travel(f"{today}T12:00Z", tick=False):
        main()
    lines = capsys.readouterr().out.splitlines()
    assert {line[: len(told)] for line in lines} == {told}
