"""The call: the first sentence, the answers they ask for, what to ask, and whom."""

from collections import Counter

import pytest

from stepstool import method
from stepstool.method.evidence import SOURCES, TELEPHONES
from stepstool.method.record.kinds.lasting import is_zone
from tests.method.report.diary import entry, record


def call(diary: str, at: str = "14 12:00", *more, **told) -> method.SpokenCall:
    seen = record(diary, at, *more, **told)
    return method.spoken_call(method.call_of(seen), method.speaker_of(seen, "en"))


MIA = "Mia, 3 years and 6 months old"
TALK = "I would like to talk with somebody today."
VISIT = "I would like a visit in the next days."
SORE = "Pooping is hard or sore, and I would like help with softening."
PLAIN = "Pooping on the potty does not work yet, and I have questions."


@pytest.mark.parametrize(
    ("diary", "first"),
    [
        (
            "14 11:00 sign green_or_bloody_vomit here",
            f"“My child {MIA}: green or bloody vomit. What do I do now?”",
        ),
        (
            "14 11:00 sign cannot_drink here",
            f"“This is about {MIA}: no drink stays down. {TALK}”",
        ),
        (
            "14 11:00 sign not_growing here",
            f"“This is about {MIA}: not growing or losing weight. {VISIT}”",
        ),
        (
            "13 told four_weeks hard hurts",
            f"“This is about {MIA}. {SORE}”",
        ),
        (
            "",
            f"“This is about {MIA}. {PLAIN}”",
        ),
    ],
)
def test_the_first_sentence_says_who_how_old_and_why(diary: str, first: str):
    said = call(diary)
    assert said.first == first
    assert said.to_ask


def test_the_most_pressing_sign_is_said_first():
    both = "14 10:00 sign cannot_drink here\n14 11:00 sign hard_to_wake here"
    said = call(both)
    assert said.of.urgency == "now"
    assert "hard to wake" in said.first


def test_an_age_that_is_not_known_is_not_made_up():
    nobody = method.Child(name="Mia", id="mia")
    assert "Mia, age not said." in call("", child=nobody).first


def test_what_they_ask_has_its_seven_answers():
    titles = [section.title for section in call("1-14 soft").answers]
    assert titles == [
        "Age, and for how long",
        "How often",
        "What it is like",
        "Pain and blood",
        "Holding and soiling",
        "Medicine, and what was tried",
        "Alarm signs",
    ]


def test_the_numbers_are_those_of_the_zone_and_the_office_is_the_familys():
    office = entry("office", "1 10:00", name="Dr Ito", phone="020 1234")
    said = call("", "14 12:00", office)
    assert (said.of.telephones.emergency, said.of.telephones.advice) == ("999", "111")
    assert said.of.office == office


def test_where_no_numbers_are_known_none_are_made_up():
    moved = entry("zone", "2 10:00", zone="Asia/Tokyo")
    assert call("", "14 12:00", moved).of.telephones is None


def test_every_number_is_dialled_has_a_source_and_zones_that_there_are():
    zones = Counter(zone for row in TELEPHONES.values() for zone in row.zones)
    assert [zone for zone, times in zones.items() if times > 1] == []
    assert [zone for zone in zones if not is_zone(zone)] == []
    for row in TELEPHONES.values():
        assert set(row.sources) <= set(SOURCES)
        assert row.emergency.isdigit()
        assert row.advice.replace(" ", "").isdigit() or not row.advice


def test_what_is_asked_names_no_medicine_and_no_amount():
    speaker = method.speaker_in("en")
    said = " ".join(speaker.passage("report.to_ask"))
    assert not any(letter.isdigit() for letter in said)
