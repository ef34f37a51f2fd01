"""No sentence scolds, shames, threatens, compares, pushes, blames or doses (rules 3 and 4)."""

import pytest

from stepstool.method.words import language
from stepstool.method.words.catalogue import HOME, folders
from tests.method.words.tone import FORBIDDEN, faults_of

BAD = [
    ("shame", "That was naughty."),
    ("shame", "What a mess you made."),
    ("shame", "Yuck, that stinks."),
    ("baby as an insult", "Don\u2019t be a baby."),
    ("baby as an insult", "You are a big girl now."),
    ("baby as an insult", "You\u2019re too old for this."),
    ("threat", "Sit down, or you\u2019ll get no story."),
    ("threat", "You will lose your sticker."),
    ("comparison", "Your sister could do it at two."),
    ("comparison", "Other children can do this."),
    ("pressure", "She should be trained by now."),
    ("pressure", "You must sit until it comes."),
    ("pressure", "Mia is overdue."),
    ("blame", "It is your own fault."),
    ("blame", "Why didn\u2019t you tell me?"),
    ("blame", "He does it on purpose."),
    ("the doctor\u2019s word", "Mia is constipated."),
    ("medicine", "A little lactulose will help."),
    ("dose", "Give 5 mg in the evening."),
]


def sentences(code):
    said = language(code)
    for key in said:
        yield from ((key, text) for text in said.forms(key))


@pytest.mark.parametrize("code", sorted(folders(HOME)))
def test_every_language_says_what_hurts_in_it(code):
    assert set(FORBIDDEN[code]) == set(FORBIDDEN["en"])


@pytest.mark.parametrize("code", sorted(folders(HOME)))
def test_no_sentence_of_the_method_hurts(code):
    found = {key: faults_of(text, code) for key, text in sentences(code)}
    assert {key: faults for key, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("fault", "sentence"), BAD)
def test_a_sentence_that_hurts_is_found(fault, sentence):
    assert fault in faults_of(sentence)


def test_a_kind_sentence_is_left_alone():
    assert faults_of("That\u2019s okay. It isn\u2019t your fault.") == []
