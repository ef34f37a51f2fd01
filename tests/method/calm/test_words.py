"""Every sentence of calm has words, and everything it rests on has a source."""

from stepstool.method.calm.calm import ADVICE, ADVICE_BY_SIGN
from stepstool.method.calm.signs import SIGNS
from stepstool.method.evidence import SOURCES
from stepstool.method.words import language

ENGLISH = language("en")


def test_every_sign_has_its_sentence_and_sources():
    keys = [f"calm.signs.{each.key}" for each in SIGNS]
    assert [key for key in keys if not ENGLISH.has(key)] == []
    assert {source for each in SIGNS for source in each.sources} <= set(SOURCES)


def test_every_advice_has_its_sentence():
    by_level = {each for keys in ADVICE.values() for each in keys}
    keys = [f"calm.advice.{each}" for each in (*by_level, *ADVICE_BY_SIGN.values())]
    assert [key for key in keys if not ENGLISH.has(key)] == []


def test_what_it_says_without_a_sign_has_words():
    assert all(ENGLISH.has(f"calm.{each}") for each in ("none", "set_aside", "lasts"))


def test_the_signs_are_p1_to_p9():
    assert [each.rule for each in SIGNS] == [f"P{n}" for n in range(1, 10)]
