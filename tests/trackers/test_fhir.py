"""FHIR bundles: ours again with their ids, others by their Bristol type, nonsense said."""

import json
from dataclasses import replace
from typing import Any

import pytest

from stepstool import method, trackers
from stepstool.method.record.entry import Timing
from stepstool.method.report.bundle import BOWEL_FUNCTION, BRISTOL, SNOMED
from tests.method.report.diary import entry, record
from tests.trackers.exports import read

CODE = {"coding": [{"system": SNOMED, "code": BOWEL_FUNCTION}]}
TYPE = {"coding": [{"system": SNOMED, "code": BRISTOL}]}
STOOL = {
    "resourceType": "Observation",
    "id": "one",
    "code": CODE,
    "effectiveDateTime": "2026-03-04T08:10:00+01:00",
    "hasMember": [{"reference": "urn:uuid:type"}],
}


def bundle(stool: Any = STOOL, **more: Any) -> str:
    member = {"resourceType": "Observation", "code": TYPE, "valueInteger": 4, **more}
    rows = [
        {"fullUrl": "urn:uuid:one", "resource": stool},
        {"fullUrl": "urn:uuid:type", "resource": member},
    ]
    return json.dumps({"resourceType": "Bundle", "entry": rows})


def test_ours_brought_in_again_adds_nothing():
    seen = record("1-3 08:10 soft potty painless", "4 12:00")
    diary = method.DiaryFile(child=seen.child, entries=tuple(seen.entries))
    reading = read(method.bundle_of(seen))
    assert reading.format.name == "FHIR"
    assert trackers.unite(diary, reading).added == 0


def test_another_programs_stool_has_its_type_and_always_the_same_id():
    first, again = (read(bundle()).entries[0] for _ in range(2))
    assert (first.bristol, first.at.hour) == (4, 7)
    assert first == again


def test_another_programs_words_are_not_ours():
    (poop,) = read(bundle(code={"text": "place"}, valueString="potty")).entries
    assert poop.place is method.UNKNOWN


@pytest.mark.parametrize(
    "members",
    [
        None,
        "strange",
        ["strange"],
        [{"reference": 3}],
        [{"reference": "urn:uuid:nobody"}],
    ],
)
def test_members_that_are_none_say_nothing(members: Any):
    (poop,) = read(bundle(STOOL | {"hasMember": members})).entries
    assert poop.bristol is method.UNKNOWN


@pytest.mark.parametrize(
    "stool",
    [
        STOOL | {"effectiveDateTime": "yesterday"},
        {key: value for key, value in STOOL.items() if key != "effectiveDateTime"},
    ],
)
def test_a_stool_without_its_moment_is_said_to_be_not_understood(stool: Any):
    reading = read(bundle(stool))
    assert reading.entries == ()
    (pile,) = reading.not_understood
    assert pile.count == 1


@pytest.mark.parametrize(
    "stool",
    [
        STOOL | {"code": "stool"},
        STOOL | {"code": {"coding": "strange"}},
        STOOL | {"code": {"coding": ["strange", {"system": "x", "code": BRISTOL}]}},
        "strange",
    ],
)
def test_what_is_no_stool_is_passed_by(stool: Any):
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(bundle(stool))
    assert refused.value.key == "no_rows"


@pytest.mark.parametrize(
    "identifier", ["strange", ["strange"], [{"system": "x", "value": "y"}]]
)
def test_an_identifier_that_is_not_ours_is_no_id(identifier: Any):
    (poop,) = read(bundle(STOOL | {"identifier": identifier})).entries
    assert poop.bristol == 4


@pytest.mark.parametrize(
    "text",
    [
        '{"resourceType": "Bundle"',
        '{"resourceType": "Bundle"}',
        '{"resourceType": "Bundle", "entry": [3]}',
        '{"resourceType": ' + "[" * 100_000,
    ],
)
def test_what_is_no_whole_bundle_is_told_so(text: str):
    with pytest.raises(trackers.NotUnderstoodError) as refused:
        read(text)
    assert refused.value.key == "bundle"


def test_a_stool_of_which_only_the_day_is_known_stays_so():
    poop = replace(entry("poop", "3 12:00", place="diaper"), timing=Timing.DAY)
    back = read(method.bundle_of(record("1-2 08:10 soft", "5 20:00", poop)))
    assert Timing.DAY in [each.timing for each in back.entries]
