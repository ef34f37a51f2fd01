"""What every word file must keep."""

import string

import pytest

from stepstool.method.record.kinds.lasting import Pronoun
from stepstool.method.words.say import FORMS
from stepstool.method.words.word_files import LANGUAGES, read_language

ENGLISH = LANGUAGES["en"]


def test_every_pronoun_has_all_its_forms():
    missing = [
        f"forms.{pronoun}.{form}"
        for pronoun in Pronoun
        for form in FORMS
        if f"forms.{pronoun}.{form}" not in ENGLISH
    ]
    assert missing == []


def test_no_sentence_leans_on_a_pronoun_that_is_not_chosen():
    """{her} or {she} would be wrong for a boy; {them} and {they} follow the family."""
    chosen = {"she", "he", "her", "hers", "him", "his", "herself", "himself"}
    wrong = [key for key, gap in all_gaps() if gap.lower() in chosen]
    assert wrong == []


def test_no_sentence_has_a_nameless_gap():
    assert [key for key, gap in all_gaps() if not gap] == []


def test_a_sentence_in_two_files_is_refused(tmp_path):
    (tmp_path / "a.toml").write_text('[x]\ny = "one"\n')
    (tmp_path / "b.toml").write_text('[x]\ny = "two"\n')

    with pytest.raises(ValueError, match="two word files"):
        read_language(tmp_path)


def test_files_that_are_no_word_files_are_left_alone(tmp_path):
    (tmp_path / "readme.txt").write_text("for translators")

    assert read_language(tmp_path) == {}


def all_gaps():
    for key, sentence in ENGLISH.items():
        forms = [sentence] if isinstance(sentence, str) else list(sentence.values())
        for form in forms:
            for _, gap, _, _ in string.Formatter().parse(form):
                if gap is not None:
                    yield key, gap
