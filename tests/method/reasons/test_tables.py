"""The tables of the room: every row leads somewhere, says something, and has a source."""

import pytest

from stepstool.method import evidence, reasons
from stepstool.method.ladder import LADDERS
from stepstool.method.reasons import HELP, HELP_OF, QUESTIONS, WEIGHTS, Key, Of, Speaks
from stepstool.method.reasons.asking import ITEMS, SHOWN
from stepstool.method.reasons.facts import FACTS
from stepstool.method.reasons.reasons import LADDER_FOR, TELL
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic
from stepstool.method.words import language

ENGLISH = language("en")
ROWS = [(key, row) for key in Key for row in WEIGHTS[key]]
# What is no news, or what comfort itself reads.
SILENT = {Told.DONT_KNOW, Told.YES, Told.NO}


def test_every_reason_has_weights_and_help():
    assert set(WEIGHTS) == set(HELP) == set(Key)


@pytest.mark.parametrize("key", Key)
def test_something_speaks_for_every_reason(key: Key):
    assert any(row.speaks is Speaks.STRONGLY_FOR for row in WEIGHTS[key])


@pytest.mark.parametrize("key", Key)
def test_something_speaks_against_every_reason(key: Key):
    against = (Speaks.AGAINST, Speaks.STRONGLY_AGAINST)
    assert any(row.speaks in against for row in WEIGHTS[key])


def test_every_row_is_about_a_fact_that_can_be_seen():
    assert [row.fact for _, row in ROWS if row.fact not in FACTS] == []


def test_no_fact_stands_twice_for_one_form_of_a_reason():
    rows = [(key, row.fact, row.of) for key, row in ROWS]
    assert len(rows) == len(set(rows))


def test_every_row_names_sources_that_are_there():
    missing = {name for _, row in ROWS for name in row.sources} - set(evidence.SOURCES)
    assert missing == set()
    assert all(row.sources for _, row in ROWS)


def test_every_ladder_that_a_reason_leads_to_is_there():
    assert set(LADDER_FOR.values()) <= set(LADDERS)


def test_everything_seen_can_be_said():
    facts = {row.fact for _, row in ROWS} | {fact for fact, _ in TELL}
    assert [f for f in facts if not ENGLISH.has(f"reasons.saw.{f}")] == []


def test_nothing_is_worded_that_no_table_uses():
    facts = {row.fact for _, row in ROWS} | {fact for fact, _ in TELL}
    said = {key.removeprefix("reasons.saw.") for key in ENGLISH.keys("reasons.saw")}
    assert said - facts == set()


@pytest.mark.parametrize("key", Key)
def test_every_reason_has_a_title_and_a_first_thing_to_do(key: Key):
    assert ENGLISH.has(f"reasons.title.{key}")
    assert ENGLISH.has(f"reasons.first.{key}")


@pytest.mark.parametrize("of", HELP_OF)
def test_every_fear_has_its_own_first_thing_to_do(of: Of):
    assert ENGLISH.has(f"reasons.first.fear_{of}")


@pytest.mark.parametrize("of", Of)
def test_every_form_is_named_and_used(of: Of):
    assert ENGLISH.has(f"reasons.of.{of}")
    assert of in {row.of for _, row in ROWS}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.topic)
def test_every_question_can_be_asked(asked: reasons.InterviewQuestion):
    assert ENGLISH.has(asked.text.key)
    assert asked.answers == ANSWERS[asked.topic]


@pytest.mark.parametrize("item", ITEMS)
def test_every_item_of_the_list_can_be_said(item: Told):
    assert ENGLISH.has(f"reasons.ready.{item}")
    assert ENGLISH.has(f"reasons.ready_help.{item}")
    assert ENGLISH.has(f"reasons.ready_shown.{item}") is (item in SHOWN)


def test_no_answer_is_asked_for_nothing():
    """Each answer moves a reason, ticks the list, is told to a doctor, or leads."""
    used = {row.fact for _, row in ROWS} | {fact for fact, _ in TELL}
    asked = [
        (question.topic, answer)
        for question in QUESTIONS
        if question.topic not in (Topic.CAN_ALREADY, Topic.CONDITIONS)
        for answer in question.answers
        if answer not in SILENT
    ]
    idle = {f"{topic}.{answer}" for topic, answer in asked} - used
    assert idle == {
        "since_when.under_a_month",
        "since_when.some_months",
        "without_diapers.pooped_in_pants",
        "without_diapers.never_tried",
        "who_is_there.nobody",
        "who_is_there.grown_up_near",
    }


def test_all_numbers_are_ours_or_have_a_source():
    numbers = [
        each for each in evidence.NUMBERS.values() if each.key.startswith("reasons.")
    ]
    missing = {name for each in numbers for name in each.sources}
    assert missing <= set(evidence.SOURCES)
