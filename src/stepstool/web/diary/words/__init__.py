"""Entries, questions and answers in words, with the family's own in the gaps."""

from stepstool.web.diary.visit import Gaps
from stepstool.web.diary.words.ago import ago, ago_of, clock_of, clock_time
from stepstool.web.diary.words.entries import answers, statement, summary, title
from stepstool.web.diary.words.labels import (
    answer_text,
    answer_word,
    fill,
    number_word,
    question_words,
)

__all__ = [
    "Gaps",
    "ago",
    "ago_of",
    "answer_text",
    "answer_word",
    "answers",
    "clock_of",
    "clock_time",
    "fill",
    "number_word",
    "question_words",
    "statement",
    "summary",
    "title",
]
