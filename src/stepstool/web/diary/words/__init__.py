"""Words for every kind of entry, question and answer; a test finds those without."""

from stepstool.web.diary.visit import Gaps
from stepstool.web.diary.words.ago import ago, clock_time
from stepstool.web.diary.words.entries import answers, statement, summary, title
from stepstool.web.diary.words.kinds import KINDS, kind_words
from stepstool.web.diary.words.labels import (
    answer_word,
    fill,
    has_number_words,
    number_word,
    question_words,
    said,
)

__all__ = [
    "KINDS",
    "Gaps",
    "ago",
    "answer_word",
    "answers",
    "clock_time",
    "fill",
    "has_number_words",
    "kind_words",
    "number_word",
    "question_words",
    "said",
    "statement",
    "summary",
    "title",
]
