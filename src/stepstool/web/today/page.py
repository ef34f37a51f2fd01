"""Today's page: how it is, one card to act on, what is due and likely, seven dots, one question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.earned import Earned, earned_today
from stepstool.web.diary.first_times import FirstLine, of_today
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.pictures.week import WeekDay, days_of
from stepstool.web.today.card import StepCard, card_of

# Progress is told once a week.
SUNDAY: Final = 6
Topic, Told = method.interview.Topic, method.interview.Told
Answer = method.health.DangerAnswer
# Of these any number of answers fit; of the others one.
SEVERAL: Final = frozenset({Topic.RUNNY, Topic.FOUR_WEEKS})
# What can be said of a sign that was there two days ago, if it closes that sign.
OVER: Final = (Answer.STOPPED, Answer.CALLED, Answer.SEEN)
NOTHING: Final = "nothing"
# When it often comes may stand beside an idea; a good time now waits for nothing.
OFTEN: Final = "patterns"
STOP_ASKING: Final = "stop_asking"
# Where what is to be done is told in full: by how its key begins.
TODO_PAGES: Final = {"ladder.": "plan", "as_ordered": "medicine"}


class Coming(NamedTuple):
    """What is said, and the name of the page that it leads to."""

    says: str
    page: str


def coming_of(visit: Visit) -> Coming | None:
    """Say it; not by night, beside a danger sign or where the doctor's plan takes care, nor late."""
    ends = visit.advice.of.ending is not method.Ending.ON_THE_WAY
    zone = visit.advice.of.zone
    waits = zone is not None and zone.is_careful
    if visit.advice.night or visit.advice.alerts or ends or waits:
        return None
    rhythm = visit.rhythm
    if rhythm.good_time and visit.may_write:
        return Coming(rhythm.good_time.saw, "party")
    if visit.advice.then_and_now and visit.today.weekday() == SUNDAY:
        return Coming(visit.advice.then_and_now, "plan-so-far")
    return Coming(rhythm.next_time, OFTEN) if rhythm.next_time else None


IdeaKey = method.ideas.IdeaKey
# Where an idea is told in full; a ladder has its own page.
IDEA_PAGES: Final[Mapping[IdeaKey, tuple[str, ...]]] = {
    IdeaKey.WHY_NOT: ("why-not",),
    IdeaKey.READY_LIST: ("ready",),
    IdeaKey.TENT: ("guide-page", "privacy"),
    IdeaKey.FEET: ("guide-page", "posture"),
    IdeaKey.BUBBLES: ("guide-page", "relaxing"),
    IdeaKey.STORY: ("guide-page", "story"),
    IdeaKey.EVERYBODY: ("guide-page", "together"),
    IdeaKey.GOODBYE: ("guide-page", "together"),
    IdeaKey.FOOD_PICTURE: ("food",),
}


@dataclass(frozen=True, kw_only=True)
class IdeaCard:
    """An idea of a calm day: what, why, where it is told in full, and how it is answered."""

    says: str
    because: str
    # Where it is told in full; empty where the sentence is all of it.
    address: str
    # Where *done* and *not this* go; empty for who does not answer.
    answer: str


def idea_of(visit: Visit) -> IdeaCard | None:
    """Give it, for those at home."""
    proposal, why = visit.advice.of.proposal, visit.advice.idea
    if proposal is None or why is None:
        return None
    kind = method.ideas.Idea.KIND
    if May.READ not in visit.may(kind):
        return None
    page = IDEA_PAGES.get(proposal.idea)
    if proposal.ladder:
        page = ("ladder", proposal.ladder)
    may_answer = visit.may_write and May.WRITE in visit.may(kind)
    return IdeaCard(
        says=visit.advice.todo.text,
        because=why.saw,
        address=visit.address(*page) if page else "",
        answer=visit.address("idea", proposal.idea) if may_answer else "",
    )


class AnswerButton(NamedTuple):
    """One answer."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True)
class TodayQuestion:
    """What is asked, and where its answer goes; without an address it is only a link."""

    asks: str
    address: str = ""
    several: bool = False
    options: tuple[AnswerButton, ...] = ()


def question_of(visit: Visit) -> TodayQuestion | None:
    """Give the first question that this visitor may answer, if there is one."""
    asked = visit.advice.questions
    offered = (_question(visit, question.asking, question.text) for question in asked)
    return next((question for question in offered if question), None)


def _question(visit: Visit, asking: method.Asking, text: str) -> TodayQuestion | None:
    if asking.topic is not None:
        return _of_interview(visit, asking.topic, text)
    if asking.asks is method.Asks.PHOSPHATE:
        return _of_medicine(visit, text)
    if May.WRITE not in visit.may("danger_sign"):
        return None
    if asking.asks is method.Asks.IS_IT_OVER:
        return _of_sign(visit, asking.signs[0], text)
    return TodayQuestion(asks=text)


def _of_interview(
    visit: Visit, topic: method.interview.Topic, text: str
) -> TodayQuestion | None:
    if May.WRITE not in visit.may("interview"):
        return None
    answers = method.interview.ANSWERS[topic]
    options = (
        AnswerButton(answer, words.answer_word(answer, visit.gaps))
        for answer in answers
    )
    return TodayQuestion(
        asks=text,
        address=_address(visit, "question", topic),
        several=topic in SEVERAL,
        options=tuple(options),
    )


def _of_sign(
    visit: Visit, sign: method.health.DangerKey, text: str
) -> TodayQuestion | None:
    still: Mapping[Answer, str] = {Answer.HERE: _("Still there")}
    options = (
        AnswerButton(answer, still.get(answer) or words.answer_word(answer, visit.gaps))
        for answer in (*_closing(visit, sign), Answer.HERE)
    )
    address = _address(visit, "answer-sign", sign)
    return TodayQuestion(asks=text, address=address, options=tuple(options))


def _closing(visit: Visit, sign: method.health.DangerKey) -> Iterator[Answer]:
    """What comes and goes is not over because it has stopped."""
    alert = next(one for one in visit.advice.alerts if one.key == sign)
    closing = (answer for answer in OVER if answer in alert.closed_by)
    for answer in closing:
        if answer is not Answer.CALLED or alert.comes_back:
            yield answer


def _of_medicine(visit: Visit, text: str) -> TodayQuestion | None:
    """Ask for what the entry of the medicine left open; its answer is a correction."""
    if May.CHANGE_OTHERS not in visit.may("medicine_given"):
        return None
    options = (
        AnswerButton(answer, words.answer_word(answer, visit.gaps))
        for answer in method.YesNo
    )
    return TodayQuestion(
        asks=text, address=_address(visit, "phosphate"), options=tuple(options)
    )


def _address(visit: Visit, name: str, *more: str) -> str:
    return reverse(name, args=[visit.child.family_id, visit.child.id, *more])


@dataclass(frozen=True, kw_only=True)
class TodayPage:
    """What today's page shows."""

    picture: str
    # Empty if there is nothing to do.
    todo: str
    # What a coach proposes where nothing is to do.
    idea: IdeaCard | None
    # The name of the page where what is to be done stands in full; empty if none does.
    todo_page: str
    # Whether one tap begins a break: in a fight without a ladder.
    may_stop_asking: bool
    # A good time now or later, said only where nothing is to do.
    coming: Coming | None
    # Whether the doctor's own plan speaks, and nothing of ours is left to say.
    rests: bool
    # The doctor's words where it is not going well, also for the night.
    zone_at_night: method.SpokenZone | None
    # The child's step, what to say to it, and how to answer.
    card: StepCard | None
    dots: list[WeekDay]
    # Signs for a visit within days, one line each.
    soon: list[method.SpokenAlert]
    question: TodayQuestion | None
    # Only if there are several.
    # Whether the app says goodbye.
    goodbye: bool
    # What happened today for the first time.
    first: FirstLine | None
    # What was earned today and not given yet.
    earned: Earned | None


def present(visit: Visit) -> TodayPage:
    """Give today's page; an idea waits for a question and a good time, beside a step for what is due."""
    advice, question, card = visit.advice, question_of(visit), card_of(visit)
    idea, proposed = idea_of(visit), advice.of.proposal is not None
    idle = advice.todo.key == NOTHING or (proposed and not idea)
    coming = coming_of(visit) if idle or idea else None
    earned = earned_today(visit)
    waits = (
        question or (card and earned) or (coming is not None and coming.page != OFTEN)
    )
    zone = advice.zone
    goodbye = advice.of.ending is method.Ending.GOODBYE
    return TodayPage(
        picture=f"state_{advice.comfort.state}",
        todo="" if idle or idea else advice.todo.text,
        idea=None if waits else idea,
        todo_page=_page_of(advice.todo.key),
        may_stop_asking=_may_stop_asking(visit),
        coming=coming,
        rests=bool(zone) and idle and not goodbye,
        zone_at_night=zone if zone and zone.of.is_careful else None,
        card=card,
        dots=days_of(advice.dots, visit.today),
        soon=[alert for alert in advice.alerts if alert.urgency == "soon"],
        question=question,
        goodbye=goodbye,
        first=of_today(visit),
        earned=earned,
    )


def _page_of(todo: str) -> str:
    pages = (page for key, page in TODO_PAGES.items() if todo.startswith(key))
    return next(pages, "")


def _may_stop_asking(visit: Visit) -> bool:
    decides = May.WRITE in visit.may(method.lasting.Plan.KIND)
    return decides and visit.advice.todo.key == STOP_ASKING
