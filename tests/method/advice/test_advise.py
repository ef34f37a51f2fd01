"""Today as one value: the urgent first, one thing to do, and a face for the night."""

from datetime import UTC, datetime

import pytest

from stepstool.method.advice import READING
from stepstool.method.record import KINDS, Child, Entry, Record
from stepstool.method.record.kinds.health import DangerAnswer, DangerKey, DangerSign
from stepstool.method.record.kinds.lasting import Pronoun, Settings, Zone
from tests.spoken import advise

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
VOMIT = DangerSign(
    id="vomit",
    at=NOON,
    sign=DangerKey.GREEN_OR_BLOODY_VOMIT,
    answer=DangerAnswer.HERE,
)


def advice(*entries: Entry, at: datetime = NOON):
    return advise(Record(Child(name="Mia"), entries, at))


def test_a_new_family_gets_a_sentence_and_one_thing():
    today = advice()

    assert today.today == (
        "We\u2019re getting to know Mia: tap the next poop, wherever it lands.",
        "Look once at the next one and tap the picture.",
    )


def test_it_speaks_in_the_familys_words():
    chosen = Settings(id="settings", at=NOON, word="kaka", pronoun=Pronoun.SHE)

    assert "tap the next kaka" in advice(chosen).sentence


def test_a_danger_sign_is_said_first():
    today = advice(VOMIT)

    assert today.today[0] == today.alerts[0].text


def test_a_danger_sign_of_now_has_one_thing_to_do():
    assert advice(VOMIT).todo.key == "call_now"


def test_the_word_for_the_state_is_the_pages_word():
    assert advice(VOMIT).state_word == "please call"


def test_every_reason_names_its_source():
    assert all(reason.sources for reason in advice(VOMIT).because)


def test_what_is_asked_is_asked_in_words():
    assert all(question.text for question in advice().questions)


@pytest.mark.parametrize(
    ("hour", "night"), [(5, True), (6, False), (19, False), (20, True), (23, True)]
)
def test_the_night_is_from_eight_to_six(hour, night):
    assert advice(at=NOON.replace(hour=hour)).night is night


def test_the_night_is_that_of_the_child():
    tokyo = Zone(id="zone", at=NOON, zone="Asia/Tokyo")

    assert advice(tokyo).night


def test_what_it_reads_is_declared_for_kinds_that_are_there():
    assert {each.kind for each in READING} <= set(KINDS.values())
