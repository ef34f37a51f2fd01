"""Parts: an answer that is a row of smaller ones, refused when one of them is nonsense."""

import pytest

from stepstool.method.record import UNKNOWN, NonsenseError, read_entry, write_entry
from stepstool.method.record.kinds.own_ladder import OwnLadder, OwnStep
from stepstool.method.record.kinds.poop import Place
from tests.method.rhythm.diary import at

STEP = OwnStep(says="Sit there.", place=(Place.DIAPER,))


def kept(*steps: OwnStep) -> OwnLadder:
    return OwnLadder(
        id="own", at=at(1), ladder="own-a", ladder_version=1, title="Ours", steps=steps
    )


def test_parts_are_written_and_read_again():
    entry = kept(STEP, OwnStep(says="Go."))
    raw = write_entry(entry)
    sitting = {"says": "Sit there.", "place": ["diaper"]}
    assert raw["data"]["steps"] == [sitting, {"says": "Go."}]
    assert read_entry(raw) == entry


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (STEP,) * 13,
        (OwnStep(says="x" * 161),),
        (OwnStep(days=1),),
        ("Sit there.",),
        [STEP],
    ],
    ids=["none", "too many", "too long", "too short", "no part", "no tuple"],
)
def test_nonsense_is_refused_with_a_cure(steps):
    with pytest.raises(NonsenseError, match="Write each part"):
        OwnLadder(id="own", at=at(1), steps=steps)


@pytest.mark.parametrize("raw", ["Sit there.", [{"says": "a", "height": 3}], [3]])
def test_what_is_no_row_of_parts_cannot_be_read(raw):
    question = OwnLadder.QUESTIONS["steps"]
    with pytest.raises((KeyError, TypeError, ValueError)):
        question.read(raw)


def test_the_schema_names_every_question_of_a_part():
    schema = OwnLadder.QUESTIONS["steps"].schema()
    names = {"says", "place", "where", "wearing", "posture", "days", "thing", "half"}
    assert set(schema["items"]["properties"]) == names


def test_a_part_leaves_open_what_was_not_said():
    assert STEP.half is UNKNOWN
