"""Why not, in plain words."""

from stepstool import method
from stepstool.method.record.kinds.interview import Topic
from tests.method.reasons.told import record

TOLD = """
19 20:00 told says_or_does hides afraid_of_the_flush
19 20:01 told can_already wants_to
19 20:02 told conditions delay
"""


def reasons_of(asked, **known):
    return method.reasons_of(asked, method.speaker_of(asked, "en"), **known)


def test_each_reason_is_said_with_why_and_the_first_thing_to_do():
    said = {each.key: each for each in reasons_of(record(TOLD)).reasons}
    assert said["privacy"].title == "Mia may want to be alone for it."
    assert said["privacy"].level_word == "likely"
    assert said["privacy"].speaks_for[0].saw.startswith("Mia hides for it, as told on")
    assert said["privacy"].speaks_for[0].sources
    assert said["privacy"].first.startswith("A better hiding place")


def test_a_fear_says_what_it_is_of():
    said = {each.key: each for each in reasons_of(record(TOLD)).reasons}
    assert said["fear"].of_words == ("of the flush",)


def test_advice_at_hand_changes_nothing():
    asked = record(TOLD)
    at_hand = reasons_of(asked, advice=method.advise(asked))
    assert at_hand == reasons_of(asked)


def test_what_nobody_was_asked_about_is_there_and_marked():
    said = {each.key: each for each in reasons_of(record(TOLD)).reasons}
    assert not said["preschool"].is_asked
    assert said["privacy"].is_asked


def test_that_nobody_can_be_sure_is_always_said():
    assert "Nobody can be sure" in reasons_of(record("")).sure


def test_a_condition_is_said_with_its_sources():
    (leads,) = reasons_of(record(TOLD)).clinician
    assert "clinician’s plan leads" in leads.saw
    assert leads.sources


def test_at_first_a_minute_of_questions_is_offered():
    said = reasons_of(record(""))
    assert "each can be skipped" in said.again
    assert said.questions[0].text == "What happens when the potty is offered?"
    assert said.questions[0].answers


def test_answered_and_unchanged_nothing_is_asked_but_what_is_open():
    said = reasons_of(record(TOLD))
    assert said.again == ""
    assert Topic.SAYS_OR_DOES not in {each.topic for each in said.questions}


def test_the_list_of_readiness_can_be_shown():
    said = {each.item: each for each in reasons_of(record(TOLD)).readiness}
    assert (said["wants_to"].text, said["wants_to"].ticked) == ("wants to", True)
