"""Before and after a medicine from below (evidence §5): stops, whom to ask, when to call."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stepstool.method.comfort import ASK_FIRST, STOP_AND_CALL, hard_stops
from stepstool.method.evidence import SOURCES
from stepstool.method.record import UNKNOWN, Child, Month, Record
from stepstool.method.record.kinds.answers import MedicineKind, YesNo
from stepstool.method.record.kinds.health import Given, MedicineGiven
from stepstool.method.words import language

NOW = datetime(2026, 3, 10, 18, tzinfo=UTC)
OLD_ENOUGH, TOO_YOUNG = Month(2022, 9), Month(2024, 3)


def given(hours: float, **answers: Any) -> MedicineGiven:
    enema = {"medicine": MedicineKind.RECTAL, "outcome": Given.GIVEN}
    at = NOW - timedelta(hours=hours)
    return MedicineGiven(id=f"{hours}", at=at, **(enema | answers))


def stops(*entries: MedicineGiven, born: Month | Any = OLD_ENOUGH) -> list[str]:
    record = Record(Child(born=born, name="Mia", id="mia"), entries, NOW)
    return [each.rule for each in hard_stops(record)]


def test_nothing_stops_an_ordered_one_for_a_child_of_three():
    assert stops() == []


@pytest.mark.parametrize("born", [TOO_YOUNG, UNKNOWN])
def test_never_under_two_years_nor_at_an_unknown_age(born):
    assert stops(born=born) == ["stop.under_two"]


@pytest.mark.parametrize(
    ("enema", "rules"),
    [
        (given(23, phosphate=YesNo.YES), ["stop.within_a_day"]),
        (given(24, phosphate=YesNo.YES), []),
        (given(5), ["stop.within_a_day"]),
        (given(5, outcome=UNKNOWN), ["stop.within_a_day"]),
        (given(5, outcome=Given.REFUSED), ["stop.within_a_day"]),
        (given(5, outcome=Given.MISSED), []),
        (given(5, phosphate=YesNo.NO), []),
        (given(5, medicine=MedicineKind.SOFTENER), []),
        (given(5, medicine=UNKNOWN, phosphate=YesNo.YES), ["stop.within_a_day"]),
    ],
)
def test_no_second_one_within_24_hours(enema, rules):
    assert stops(enema) == rules


def test_the_latest_one_counts():
    assert stops(given(5), given(50)) == ["stop.within_a_day"]


def test_all_sentences_have_words_and_sources():
    record = Record(Child(born=TOO_YOUNG, name="Mia", id="mia"), [given(5)], NOW)
    rows = (*STOP_AND_CALL, *ASK_FIRST, *hard_stops(record))
    english = language("en")
    assert [each.rule for each in rows if not english.has(each.saw.key)] == []
    assert {source for each in rows for source in each.sources} <= set(SOURCES)


def test_no_sentence_names_an_amount_or_a_product():
    words = language("en")
    said = [words.text(key).lower() for key in words.keys("medicine")]
    banned = ("bottle", "half", " ml", " mg", "gram", "dose", "fleet", "miralax")
    assert [each for each in said if any(word in each for word in banned)] == []
