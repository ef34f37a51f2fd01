"""Every kind, question and answer has words that a family understands."""

from collections.abc import Iterator
from enum import StrEnum

import pytest

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.words.statements import STATEMENTS

GAPS: words.Gaps = {"name": "Mia", "poop": "poo", "Poop": "Poo"}


def questions() -> Iterator[tuple[str, str]]:
    for kind, made in method.KINDS.items():
        for name in made.QUESTIONS:
            yield kind, name


def answers() -> Iterator[StrEnum]:
    for made in method.KINDS.values():
        for question in made.QUESTIONS.values():
            yield from getattr(question, "answers", ())


@pytest.mark.parametrize("kind", sorted(method.KINDS))
def test_every_kind_has_a_name_and_a_button(kind: str) -> None:
    named = words.KINDS[kind]
    assert words.fill(named.title, GAPS)
    assert words.fill(named.button, GAPS)


@pytest.mark.parametrize(("kind", "name"), sorted(questions()))
def test_every_question_has_words(kind: str, name: str) -> None:
    assert words.question_words(kind, name, GAPS)


def test_every_answer_has_words() -> None:
    assert all(words.answer_word(answer, GAPS) for answer in answers())


def test_every_plain_yes_and_no_has_a_statement() -> None:
    plain = {
        f"{kind}.{name}"
        for kind, name in questions()
        if getattr(method.KINDS[kind].QUESTIONS[name], "answers", None)
        is method.poop.YesNo
    }
    assert plain - set(STATEMENTS) == set()


def test_every_statement_is_about_a_question_that_is_there() -> None:
    known = {f"{kind}.{name}" for kind, name in questions()}
    assert set(STATEMENTS) - known == set()


@pytest.mark.parametrize("pain", range(4))
def test_every_pain_has_words(pain: int) -> None:
    assert words.number_word("pain", pain, GAPS) != str(pain)


def test_no_page_says_the_doctors_word() -> None:
    said = " ".join(words.answer_word(answer, GAPS) for answer in answers())
    assert "constipat" not in said.lower()
