"""Every kind, question and answer has words that a family understands."""

from collections.abc import Iterator
from enum import StrEnum

import pytest

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.kinds import KINDS

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
    declared = KINDS[kind]
    assert words.fill(declared.title, GAPS)
    assert words.fill(declared.on_button, GAPS)


@pytest.mark.parametrize(("kind", "name"), sorted(questions()))
def test_every_question_has_words(kind: str, name: str) -> None:
    assert words.question_words(kind, name, GAPS)


def test_every_answer_has_words() -> None:
    assert all(words.answer_word(answer, GAPS) for answer in answers())


@pytest.mark.parametrize("pain", range(4))
def test_every_pain_has_words(pain: int) -> None:
    assert words.number_word("poop", "pain", pain, GAPS) != str(pain)


def test_no_page_says_the_doctors_word() -> None:
    said = " ".join(words.answer_word(answer, GAPS) for answer in answers())
    assert "constipat" not in said.lower()


def test_a_treat_is_called_in_the_diary_as_on_the_page_of_rewards() -> None:
    said = {
        thing: words.statement("reward", "what", thing, GAPS) for thing in method.THINGS
    }
    assert said["nail_polish"] == "Nail polish"
    assert said["dance"] == "A silly dance"
    assert words.statement("price", "thing", "dance", GAPS) == said["dance"]
    assert words.statement("reward", "what", "a walk", GAPS) == "a walk"
