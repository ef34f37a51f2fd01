"""Words for every kind of entry, question and answer; a test finds those without."""

from stepstool.web.log.words.entries import answers, statement, summary, title
from stepstool.web.log.words.kinds import KINDS, kind_words
from stepstool.web.log.words.labels import (
    Gaps,
    answer_word,
    fill,
    has_number_words,
    number_word,
    question_words,
)

__all__ = [
    "KINDS",
    "Gaps",
    "answer_word",
    "answers",
    "fill",
    "has_number_words",
    "kind_words",
    "number_word",
    "question_words",
    "statement",
    "summary",
    "title",
]
