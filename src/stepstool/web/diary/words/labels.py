"""From a question and an answer to words, with the family's own words in the gaps."""

from enum import StrEnum

from django.utils.translation import get_language, gettext

from stepstool import method
from stepstool.web.diary.kinds import ANSWERS, kind_of
from stepstool.web.diary.visit import Gaps
from stepstool.web.diary.words.table import Word


def fill(word: Word, gaps: Gaps) -> str:
    """Give a word with its gaps filled."""
    if isinstance(word, method.Saying):
        voice = method.Voice(name=gaps["name"], word=gaps["poop"])
        return method.language(get_language() or "").say(word, voice)
    return str(word) % gaps


def question_words(kind: str, question: str, gaps: Gaps) -> str:
    """Say a question, which the method words in English; KeyError if it is not asked."""
    return gettext(method.KINDS[kind].QUESTIONS[question].asks) % gaps


def answer_word(answer: StrEnum, gaps: Gaps) -> str:
    """Say one of the answers of a choice; KeyError if it has no words."""
    return fill(ANSWERS[type(answer)][str(answer)], gaps)


def number_word(kind: str, question: str, number: int, gaps: Gaps) -> str:
    """Say a number: by its word if the question has words for numbers."""
    words = kind_of(kind).fields[question].numbers
    return fill(words[number], gaps) if number in words else str(number)


def answer_text(kind: str, question: str, answer: object, gaps: Gaps) -> str:
    """Say any answer of any question; what is unknown is an empty text."""
    if answer is method.UNKNOWN:
        return ""
    if isinstance(answer, StrEnum):
        return answer_word(answer, gaps)
    if isinstance(answer, tuple) and not all(isinstance(e, StrEnum) for e in answer):
        return " · ".join(str(part.says) for part in answer)
    if isinstance(answer, tuple):
        return ", ".join(answer_word(one, gaps) for one in answer)
    if isinstance(answer, int):
        return number_word(kind, question, answer, gaps)
    return str(answer)
