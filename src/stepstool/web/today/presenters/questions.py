"""One question at a time: what is asked, and its answers as buttons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

Topic, Told = method.interview.Topic, method.interview.Told
Answer = method.health.DangerAnswer
# Of these any number of answers fit; of the others one.
SEVERAL: Final = frozenset({Topic.RUNNY, Topic.FOUR_WEEKS})
# What can be said of a sign that was there two days ago.
OVER: Final = (Answer.STOPPED, Answer.SEEN, Answer.HERE)


class Choice(NamedTuple):
    """One answer."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked. topic: of the interview; sign: a danger sign; neither: only a link."""

    asks: str
    topic: str = ""
    sign: str = ""
    several: bool = False
    options: tuple[Choice, ...] = ()


def question_of(visit: Visit) -> Question | None:
    """Give the first question that this visitor may answer, if there is one."""
    asked = visit.advice.questions
    offered = (_question(visit, each.asking, each.text) for each in asked)
    return next((question for question in offered if question), None)


def _question(visit: Visit, asking: method.Asking, text: str) -> Question | None:
    if asking.topic is not None:
        return _of_interview(visit, asking.topic, text)
    if May.WRITE not in visit.may("danger_sign"):
        return None
    if asking.asks is method.Asks.IS_IT_OVER:
        return _of_sign(visit, asking.signs[0], text)
    return Question(asks=text)


def _of_interview(
    visit: Visit, topic: method.interview.Topic, text: str
) -> Question | None:
    if May.WRITE not in visit.may("interview"):
        return None
    answers = method.interview.ANSWERS[topic]
    options = (Choice(told, words.answer_word(told, visit.gaps)) for told in answers)
    return Question(
        asks=text, topic=topic, several=topic in SEVERAL, options=tuple(options)
    )


def _of_sign(visit: Visit, sign: method.health.DangerKey, text: str) -> Question | None:
    still: Mapping[Answer, str] = {Answer.HERE: _("Still there")}
    options = (
        Choice(answer, still.get(answer) or words.answer_word(answer, visit.gaps))
        for answer in OVER
    )
    return Question(asks=text, sign=sign, options=tuple(options))
