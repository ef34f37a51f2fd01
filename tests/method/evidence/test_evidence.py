"""Every number has a home, a unit, a meaning and sources; every source can be found."""

import re
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from stepstool.method import evidence
from stepstool.method.evidence import NUMBERS, SOURCES, count, number, span

METHOD = Path(str(files(evidence))).parent
OWN = {"I", "GATE", "OWN-LADDER"}


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_has_a_unit_a_meaning_and_known_sources(key):
    found = number(key)
    assert found.unit
    assert found.meaning.endswith(".")
    assert found.sources
    assert set(found.sources) <= set(SOURCES)


@pytest.mark.parametrize("key", [key for key in NUMBERS if key.startswith("comfort.")])
def test_a_number_of_comfort_is_used(key):
    code = (METHOD / "comfort/numbers.py").read_text(encoding="utf-8")
    (name,) = re.findall(rf'^(\w+): Final = .*"{re.escape(key)}"', code, re.MULTILINE)
    users = [
        path
        for path in (METHOD / "comfort").glob("*.py")
        if path.name != "numbers.py"
        and re.search(rf"\b{name}\b", path.read_text("utf-8"))
    ]
    assert users


@pytest.mark.parametrize("key", SOURCES)
def test_a_source_has_a_title_and_a_place(key):
    source = SOURCES[key]
    assert source.title
    assert source.year or source.link or key in OWN or key.startswith("ACCOUNT-")


@pytest.mark.parametrize("key", [key for key in SOURCES if SOURCES[key].link])
def test_a_link_is_a_link(key):
    assert re.fullmatch(r"https?://\S+", SOURCES[key].link)


def test_a_length_of_time_is_read_by_its_unit():
    assert span("comfort.few_gap") == timedelta(hours=72)
    assert span("comfort.own_gap_window") == timedelta(weeks=8)
    assert span("record.one_bout") == timedelta(minutes=20)


def test_a_count_is_a_whole_number():
    assert count("comfort.few_poops") == 3


def test_a_number_that_nobody_wrote_down_is_a_fault():
    with pytest.raises(KeyError):
        number("comfort.made_up")
