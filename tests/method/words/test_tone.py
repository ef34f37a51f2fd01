"""No sentence scolds, shames, threatens, compares, pushes, blames or doses (rules 3 and 4)."""

import re

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
    ("promise", "Then wait; it will come."),
    ("promise", "Soft one after soft one, the hurt is forgotten."),
    ("fire and scalding", "Blow with me: long and soft, like on hot soup."),
    (
        "where it lands, of every child",
        "{Name} pees where {they} please{s} and poops in a diaper.",
    ),
    (
        "where it lands, of every child",
        "{They} need{s} a diaper for it, and {they} ask{s} for one.",
    ),
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


TO_A_CHILD = re.compile(r"situations\.\w+\.child\.|telling\.|pages\.story\.")


def test_a_child_hears_the_step_itself():
    """Stones are a picture of ours; who is three knows a bathroom and a hole."""
    stones = [
        key
        for key, text in sentences("en")
        if TO_A_CHILD.match(key) and re.search(r"\b(stones?|step \d)\b", text)
    ]
    assert stones == []


NO_ENGLISH = re.compile(
    r"as if nothing were|look along|(the|an) own \w|belongs to it|worth gold|help from below"
    r"|upbringing|\b(1|2) times|\bchild that\b|since when|it is not about willing"
)


def test_the_sentences_are_english():
    faults = {key: text for key, text in sentences("en") if NO_ENGLISH.search(text)}
    assert faults == {}


@pytest.mark.parametrize(("fault", "sentence"), BAD)
def test_a_sentence_that_hurts_is_found(fault, sentence):
    assert fault in faults_of(sentence)


def test_a_kind_sentence_is_left_alone():
    assert faults_of("That\u2019s okay. It isn\u2019t your fault.") == []
