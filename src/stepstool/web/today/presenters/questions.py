"""One question at a time: what is asked, and its answers as buttons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

Topic, Told = method.interview.Topic, method.interview.Told
Answer = method.health.DangerAnswer
# Of these any number of answers fit; of the others one.
SEVERAL: Final = frozenset({Topic.RUNNY, Topic.FOUR_WEEKS})
# What can be said of a sign that was there two days ago, if it closes that sign.
OVER: Final = (Answer.STOPPED, Answer.CALLED, Answer.SEEN)


class Choice(NamedTuple):
    """One answer."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, and where its answer goes; without an address it is only a link."""

    asks: str
    address: str = ""
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
    if asking.asks is method.Asks.PHOSPHATE:
        return _of_medicine(visit, text)
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
        asks=text,
        address=_address(visit, "question", topic),
        several=topic in SEVERAL,
        options=tuple(options),
    )


def _of_sign(visit: Visit, sign: method.health.DangerKey, text: str) -> Question | None:
    still: Mapping[Answer, str] = {Answer.HERE: _("Still there")}
    options = (
        Choice(answer, still.get(answer) or words.answer_word(answer, visit.gaps))
        for answer in (*_closing(visit, sign), Answer.HERE)
    )
    address = _address(visit, "answer-sign", sign)
    return Question(asks=text, address=address, options=tuple(options))


def _closing(visit: Visit, sign: method.health.DangerKey) -> Iterator[Answer]:
    """What comes and goes is not over because it has stopped."""
    open_ = next(each for each in visit.advice.alerts if each.key == sign)
    some = (each for each in OVER if each in open_.closed_by)
    yield from (each for each in some if each is not Answer.CALLED or open_.comes_back)


def _of_medicine(visit: Visit, text: str) -> Question | None:
    """Ask for what the entry of the medicine left open; its answer is a correction."""
    if May.CHANGE_OTHERS not in visit.may("medicine_given"):
        return None
    options = (
        Choice(each, words.answer_word(each, visit.gaps)) for each in method.YesNo
    )
    return Question(
        asks=text, address=_address(visit, "phosphate"), options=tuple(options)
    )


def _address(visit: Visit, name: str, *more: str) -> str:
    return reverse(name, args=[visit.child.family_id, visit.child.id, *more])
