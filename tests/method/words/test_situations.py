"""Sentences for a situation: every one is there, in pairs, and fits its reader and age."""

import re

import pytest

from stepstool.method.evidence import SOURCES
from stepstool.method.record import UNKNOWN
from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.words import (
    Reader,
    Situation,
    Speaker,
    Voice,
    band_of,
    for_situation,
    language,
    readers_of,
)

ENGLISH = language("en")
MIA = Voice(name="Mia", pronoun=Pronoun.SHE, word="poo")
SPEAKER = Speaker(ENGLISH, MIA)
BANDS = {"little", "any", "older"}
WHEN = re.compile(
    r"\b(today|soon|next time|by \w+day|until|before you|at once)\b", re.IGNORECASE
)
NUMBERS = re.compile(
    r"\d|\b(three|four|five|six|eight|ten)\b(?! toes)|\b(most|usual\w*|often|many)\b",
    re.IGNORECASE,
)


def sentences(code: str = "en"):
    said = language(code)
    for key in said.keys("situations"):
        yield key.split(".")[1:], said.text(key)


def lines(situation: Situation, reader: Reader, months: object = UNKNOWN):
    return for_situation(situation, reader, months, SPEAKER)


@pytest.mark.parametrize("situation", Situation)
def test_every_situation_has_a_title_and_a_reader(situation):
    assert ENGLISH.has(f"situations.{situation}.title")
    assert readers_of(situation, SPEAKER)


def test_no_sentence_is_about_a_situation_that_nobody_knows():
    assert {path[0] for path, _ in sentences()} == set(Situation)


@pytest.mark.parametrize("situation", Situation)
def test_every_reader_of_a_situation_has_words_at_any_age(situation):
    for reader in readers_of(situation, SPEAKER):
        for months in (UNKNOWN, 2, 35, 36, 59, 60, 120):
            assert lines(situation, reader, months)


def test_only_known_readers_and_bands_are_named():
    named = [path for path, _ in sentences() if path[1] != "title"]
    assert {path[1] for path in named} <= set(Reader)
    assert {path[2] for path in named} <= BANDS


def test_a_child_hears_something_kind_first():
    orders = {}
    for (situation, reader, *rest), _ in sentences():
        if reader == "child":
            orders.setdefault((situation, rest[0]), []).append(rest[1])
    assert all(order[0] == "kind" for order in orders.values())
    assert {name for order in orders.values() for name in order} == {
        "kind",
        "firm",
        "more",
    }


def test_firm_is_about_where_and_never_about_when():
    firm = [text for path, text in sentences() if path[-1] == "firm"]
    assert firm
    assert [text for text in firm if WHEN.search(text)] == []


@pytest.mark.parametrize(
    ("months", "band"),
    [(UNKNOWN, "any"), (35, "little"), (36, "any"), (59, "any"), (60, "older")],
)
def test_the_age_chooses_the_band(months, band):
    assert band_of(months) == band


def test_a_young_child_hears_shorter_words_than_an_older_one():
    young = lines(Situation.ACCIDENT, Reader.CHILD, 24)
    older = lines(Situation.ACCIDENT, Reader.CHILD, 72)
    assert young != older
    assert young == (
        "Oh, there it is. That\u2019s okay.",
        "Its home is the potty. Come, we bring it there.",
    )


def test_where_no_words_are_for_an_age_those_for_any_hold():
    assert lines(Situation.ON_BREAK, Reader.CHILD, 24) == lines(
        Situation.ON_BREAK, Reader.CHILD
    )


def test_the_words_are_the_familys_own():
    said = lines(Situation.ACCIDENT, Reader.CHILD, 48)
    assert said[1] == "Poo lives in the potty, so we bring it there together."


def test_a_reader_without_words_gets_none():
    assert lines(Situation.STILL_AT_TWELVE, Reader.CHILD) == ()
    assert Reader.CHILD not in readers_of(Situation.STILL_AT_TWELVE, ENGLISH)


def test_what_situations_rest_on_is_a_source():
    named = {key for each in Situation for key in each.rests_on}
    assert named - set(SOURCES) == set()


def test_grown_ups_find_a_source_wherever_a_number_or_a_share_is_told():
    told = {
        path[0]
        for path, text in sentences()
        if path[1] in {"parent", "carer", "preschool"} and NUMBERS.search(text)
    }
    assert (
        told
        - {each for each in Situation if each.rests_on}
        - {"harsh_word", "everybody"}
        == set()
    )


@pytest.mark.parametrize("pronoun", Pronoun)
@pytest.mark.parametrize("name", ["", "Mia"])
def test_every_sentence_can_be_said_for_every_child(pronoun, name):
    voice = Voice(name=name, pronoun=pronoun, word="number two")
    speaker = Speaker(ENGLISH, voice)
    for situation in Situation:
        for reader in Reader:
            said = for_situation(situation, reader, 40, speaker)
            assert all("{" not in line for line in said)
