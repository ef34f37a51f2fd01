"""All sentences are found: in the method's catalogue, in code and in templates."""

from collections import Counter

import polib
import pytest

from stepstool import method
from stepstool.method.words import language
from stepstool.sentences.written import METHOD, PAGES, written


@pytest.fixture(scope="module")
def sentences() -> dict[str, list[polib.POEntry]]:
    return written()


def by_text(entries: list[polib.POEntry]) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in entries}


def test_those_of_the_method_are_all_there_in_their_order(sentences) -> None:
    assert [entry.msgctxt for entry in sentences[METHOD]] == list(language("en"))


def test_each_says_what_it_belongs_to(sentences) -> None:
    assert [entry.msgctxt for entry in sentences[METHOD] if not entry.comment] == []


def test_those_of_code_and_of_templates_are_there(sentences) -> None:
    found = by_text(sentences[PAGES])
    assert ("log/days.py", "") in found["Yesterday"].occurrences
    assert found["About %(name)s"].flags == ["python-format"]


def test_the_questions_of_the_kinds_are_there(sentences) -> None:
    found = by_text(sentences[PAGES])
    asked = {
        question.asks
        for kind in method.KINDS.values()
        for question in kind.QUESTIONS.values()
    }
    assert asked - set(found) == set()
    place = ("method/record/kinds/toileting.py", "")
    assert place in found["Did %(name)s sit?"].occurrences


def test_what_is_counted_has_two_forms(sentences) -> None:
    assert len([entry for entry in sentences[PAGES] if entry.msgid_plural]) > 10


def test_no_sentence_is_there_twice(sentences) -> None:
    for entries in sentences.values():
        twice = Counter((entry.msgctxt, entry.msgid) for entry in entries)
        assert [name for name, times in twice.items() if times > 1] == []
