"""Every state that comfort can reach has its sentence and its one thing to do."""

from stepstool.method.advice.headline import FIRST_EVENING, FROM_TOMORROW, HELP
from stepstool.method.comfort import SIGNS
from stepstool.method.words import language

ENGLISH = language("en")


def test_every_row_of_the_table_has_its_sentence():
    sentences = {f"today.{state}.{each}" for state, row in HELP.items() for each in row}
    assert sentences <= set(ENGLISH)


def test_every_sentence_of_today_has_its_row_in_the_table():
    sentences = {key for key in ENGLISH if key.startswith("today.")}
    rows = {f"today.{state}.{each}" for state, row in HELP.items() for each in row}
    assert sentences == rows


def test_every_thing_to_do_has_its_sentence():
    things = {thing for row in HELP.values() for thing in row.values()}
    things |= set(FROM_TOMORROW.values())
    assert {f"todo.{thing}" for thing in things - {FIRST_EVENING}} <= set(ENGLISH)


def test_every_danger_sign_has_its_sentence():
    assert {f"danger.{sign.key}" for sign in SIGNS} <= set(ENGLISH)


def test_no_page_says_the_doctors_word():
    told = [key for key in ENGLISH if "constipat" in " ".join(ENGLISH.forms(key))]
    assert told == []
