"""Every sentence that comfort may say is written, in the voice of the house."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from stepstool.method import comfort
from stepstool.method.comfort import SIGNS, Asked, Asks
from stepstool.method.words import language

ENGLISH = language("en")
ROOM = Path(comfort.__file__).parent
WORDS = ("seen", "sign", "danger", "alert", "ask")


def said() -> dict[str, str]:
    """The sentences of comfort, plural forms apart."""
    return {
        f"{key} {form}": text
        for room in WORDS
        for key in ENGLISH.keys(room)
        for form, text in enumerate(ENGLISH.forms(key))
    }


def literals() -> Iterator[str]:
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


@pytest.mark.parametrize("shown", ["danger", "alert"])
def test_every_danger_sign_can_be_asked_and_shown(shown):
    keys = [f"{shown}.{sign.key}" for sign in SIGNS]
    assert [key for key in keys if not ENGLISH.has(key)] == []


@pytest.mark.parametrize("sign", SIGNS, ids=[sign.key for sign in SIGNS])
def test_an_alert_says_when_to_call(sign):
    when = {
        "now": "now",
        "today": "today",
        "soon": "this week|morning|next working day",
    }
    assert re.search(when[sign.urgency], ENGLISH.text(f"alert.{sign.key}"))


def test_every_question_has_a_sentence():
    plain = set(Asks) - {Asks.DANGER_SIGNS}
    assert [each for each in plain if not ENGLISH.has(f"ask.{each}")] == []


def test_no_sentence_of_comfort_is_left_over():
    """Each is named in the code, or is the sentence of a danger sign."""
    named = set(literals())
    endings = ("_named", *(f"tell_{each}" for each in TOLD))
    assert [
        key
        for key in ENGLISH
        if key.partition(".")[0] in ("seen", "sign", "ask")
        and key.partition(".")[2].removesuffix("_named") not in named
        and not key.endswith(endings)
    ] == []


TOLD = (
    "bowel",
    "nerve",
    "spine",
    "thyroid",
    "autism",
    "delay",
    "hirschsprung_in_family",
)


def test_no_sentence_scolds_diagnoses_or_names_a_dose():
    harsh = (
        r"constipat|should|must|overdue|naughty|lazy|shame|late\b|fail|\bmg\b|\bml\b"
    )
    sentences = said()
    assert sentences
    assert {
        key: text
        for key, text in sentences.items()
        if re.search(harsh, text, re.IGNORECASE)
    } == {}


def test_signs_that_are_asked_are_not_only_in_the_diary():
    assert {each.asked for each in SIGNS} == set(Asked)
