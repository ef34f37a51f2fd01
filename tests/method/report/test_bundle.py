"""The copy for programs: what it holds, with which codes, and what it leaves out."""

import json
from typing import Any

import pytest

from stepstool import method
from stepstool.method.report.bundle import BOWEL_FUNCTION, BRISTOL, FREQUENCY
from tests.method.report.diary import CHILD, entry, record

DIARY = """
1-14 08:10 soft potty painless
15-16 hard
"""


@pytest.fixture(scope="module")
def seen() -> method.Record:
    order = entry("medicine_ordered", "2 10:00", medicine="softener", order="at night")
    return record(DIARY, "14 20:00", order)


def resources(text: str) -> list[dict[str, Any]]:
    return [row["resource"] for row in json.loads(text)["entry"]]


def codes(text: str) -> set[str]:
    return {
        coding["code"]
        for resource in resources(text)
        for coding in resource.get("code", {}).get("coding", ())
    }


def test_it_holds_the_stools_of_the_days_how_often_and_orders_in_their_words(seen):
    held = resources(method.bundle_of(seen))
    stools = [e for e in held if e.get("code", {}).get("text") == "stool"]
    (often,) = [e for e in held if "valueQuantity" in e]
    (order,) = [e for e in held if e["resourceType"] == "MedicationStatement"]
    assert len(stools) == 14
    assert often["valueQuantity"]["value"] == 1.0
    assert order["medicationCodeableConcept"] == {"text": "at night"}


def test_it_says_codes_that_were_seen_in_a_source_and_no_others(seen):
    assert codes(method.bundle_of(seen)) == {BOWEL_FUNCTION, BRISTOL, FREQUENCY}


def test_it_reads_as_r4b(seen):
    r4b = pytest.importorskip("fhir.resources.R4B.bundle")
    bundle = r4b.Bundle.model_validate_json(method.bundle_of(seen))
    assert len(bundle.entry) == len(resources(method.bundle_of(seen)))


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("sheet", {BOWEL_FUNCTION, BRISTOL}),
        ("stools", {FREQUENCY}),
    ],
)
def test_what_is_left_out_of_the_page_is_left_out_here(seen, part, gone):
    whole = codes(method.bundle_of(seen))
    assert codes(method.bundle_of(seen, without={part})) == whole - gone


def test_orders_are_left_out_with_what_was_tried(seen):
    held = resources(method.bundle_of(seen, without={"tried"}))
    assert "MedicationStatement" not in {each["resourceType"] for each in held}


def test_it_can_be_left_out_itself(seen):
    assert method.bundle_of(seen, without={"bundle"}) == ""


def test_a_childs_name_and_free_words_stay_at_home():
    poop = entry("poop", "2 10:00", bristol=4, mood="upset", made_to="yes")
    text = method.bundle_of(record("", "3 12:00", poop))
    assert "Mia" not in text
    assert "upset" not in text
    assert "made_to" not in text


def test_of_too_few_days_it_is_not_said_how_often_and_a_bare_stool_has_no_members():
    unnamed = entry("medicine_ordered", "1 10:00")
    nobody = method.Child(name="Mia", id="mia")
    text = method.bundle_of(record("2 poop", "3 12:00", unnamed, child=nobody))
    assert codes(text) == {BOWEL_FUNCTION}
    patient, stool, order = resources(text)
    assert "birthDate" not in patient
    assert "hasMember" not in stool
    assert order["medicationCodeableConcept"] == {"text": "not written down"}
    named = entry("medicine_ordered", "1 10:00", medicine="softener")
    *_, other = resources(method.bundle_of(record("", "3 12:00", named, child=CHILD)))
    assert other["medicationCodeableConcept"] == {"text": "softener"}
