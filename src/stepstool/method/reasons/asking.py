"""What families are asked: the interview, when it is asked anew, and the list to tick.

The interview takes some minutes; each question is one tap or several, and each can be
skipped. Asked anew when things change: a big change, a fight, soft again after being stuck,
no step forward.

The list is what should be in place first (M21). It is never a gate: reviews found 21 signs and
no agreement (KAERTS-2012), so it helps to look and no more. Peeing there helps and is no
condition: account A's child pooped there first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from stepstool.method.calm import CalmLevel, PlanPlace, course_of, told
from stepstool.method.comfort import State
from stepstool.method.evidence import topic
from stepstool.method.reasons.clues import Clues
from stepstool.method.record import Because, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.days import BigChange
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic
from stepstool.method.record.kinds.lasting import Plan
from stepstool.method.record.kinds.poop import Place, Wearing

N: Final = topic("reasons")


@dataclass(frozen=True)
class InterviewQuestion:
    """One question. several: any number of answers fit; else one."""

    topic: Topic
    several: bool = True

    @property
    def text(self) -> Saying:
        """The question."""
        return Saying(key=f"reasons.ask.{self.topic}")

    @property
    def why(self) -> Saying:
        """What its answer is good for."""
        return Saying(key=f"reasons.why.{self.topic}")

    @property
    def answers(self) -> tuple[Told, ...]:
        """Its answers."""
        return ANSWERS[self.topic]


QUESTIONS: Final = (
    InterviewQuestion(Topic.WHEN_OFFERED),
    InterviewQuestion(Topic.SAYS_OR_DOES),
    InterviewQuestion(Topic.BEGAN_WITH),
    InterviewQuestion(Topic.SINCE_WHEN, several=False),
    InterviewQuestion(Topic.WITHOUT_DIAPERS),
    InterviewQuestion(Topic.FEELS_IT, several=False),
    InterviewQuestion(Topic.SEAT),
    InterviewQuestion(Topic.WHO_IS_THERE),
    InterviewQuestion(Topic.GROWN_UPS),
    InterviewQuestion(Topic.SENSES),
    InterviewQuestion(Topic.PRESCHOOL),
    InterviewQuestion(Topic.CONDITIONS),
    InterviewQuestion(Topic.CAN_ALREADY),
)
FIRST: Final = "first"
# What is told once of a life: a change at home does not make it old.
LASTING: Final = {Topic.CONDITIONS}


def again_of(clues: Clues) -> Because | None:
    """Say why to ask now; None if there is no need."""
    asked = _asked(clues)
    if asked is None:
        return _because(FIRST)
    row = first_that_fits(AGAIN, Since(clues=clues, asked=asked))
    return None if row.key == NOT_NOW else _because(row.key)


def open_questions(clues: Clues) -> tuple[Topic, ...]:
    """Give the questions to ask: those never asked, and all if things have changed."""
    newest = clues.answers.newest
    new = tuple(
        question.topic for question in QUESTIONS if question.topic not in newest
    )
    if again_of(clues) is None or not newest:
        return new
    return tuple(
        question.topic
        for question in QUESTIONS
        if question.topic not in newest or question.topic not in LASTING
    )


def _asked(clues: Clues) -> datetime | None:
    """When the interview was last answered or skipped, if ever."""
    topics = {question.topic for question in QUESTIONS}
    newest = clues.answers.newest
    return max(
        (answer.at for topic, answer in newest.items() if topic in topics), default=None
    )


@dataclass(frozen=True, kw_only=True)
class Since:
    """What is known, and when the interview was last answered or skipped."""

    clues: Clues
    asked: datetime

    @property
    def lasted(self) -> timedelta:
        """How long ago that was."""
        return self.clues.record.at - self.asked


def _big_change(since: Since) -> bool:
    changes = since.clues.record.of(BigChange)
    return any(change.at > since.asked for change in changes)


def _soft_again(since: Since) -> bool:
    """It was stuck when it was asked, and now it is not."""
    comfort = since.clues.comfort
    was = any(begun <= since.asked < until for begun, until in comfort.past.stuck)
    return was and comfort.body is not State.CONSTIPATED


def _fight(since: Since) -> bool:
    return (
        since.clues.calm.level is CalmLevel.FIGHT and since.lasted >= N.span.again_fight
    )


def _no_step(since: Since) -> bool:
    """On the same step for weeks, and not asked since."""
    record = since.clues.record
    stretches = course_of(record.of(Plan)).stretches
    if not stretches or stretches[-1].standing.place is not PlanPlace.ON_STEP:
        return False
    return record.at - max(stretches[-1].since, since.asked) >= N.span.again_no_step


@dataclass(frozen=True, kw_only=True)
class AgainRow(Row[Since]):
    """One reason to ask anew."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The reason in words."""
        return (f"reasons.again.{self.key}",)


NOT_NOW: Final = "not_now"
AGAIN: Final = decision_table(
    AgainRow(key="big_change", fits=_big_change),
    AgainRow(key="soft_again", fits=_soft_again),
    AgainRow(key="fight", fits=_fight),
    AgainRow(key="no_step", fits=_no_step),
    AgainRow(key="long_ago", fits=lambda since: since.lasted >= N.span.again_long_ago),
    Row(key=NOT_NOW, fits=always),
)


def _because(name: str) -> Because:
    saw = Saying(key=f"reasons.again.{name}")
    return Because(rule=f"again_{name}", saw=saw, sources=("I",))


NOT_AN_ITEM: Final = {Told.NOTHING_OF_THIS, Told.DONT_KNOW}
ITEMS: Final = tuple(
    item for item in ANSWERS[Topic.CAN_ALREADY] if item not in NOT_AN_ITEM
)


@dataclass(frozen=True, kw_only=True)
class Ready:
    """One item.

    ticked: None as long as nobody said and the diary does not show it. shown: what the
    diary shows, if that is why it is ticked; help: the small thing that helps, if not.
    """

    item: Told
    ticked: bool | None
    says: Saying
    shown: Saying | None
    help: Saying


Shows = Callable[[Clues], Iterable[datetime]]


def _was_told(topic: Topic, answer: Told) -> Shows:
    return lambda clues: filter(None, [clues.answers.says(topic, answer)])


def _told_of_it(clues: Clues) -> Iterator[datetime]:
    return (poop.at for poop in clues.poops if told(poop))


def _on_the_potty(clues: Clues) -> Iterator[datetime]:
    yield from (sit.at for sit in clues.sits if sit.place is Place.POTTY)
    yield from (poop.at for poop in clues.poops if poop.place is Place.POTTY)


def _feet_held(clues: Clues) -> Iterator[datetime]:
    return (sit.at for sit in clues.sits if sit.feet_supported is YesNo.YES)


def _without_diaper(clues: Clues) -> Iterator[datetime]:
    bare = (Wearing.NOTHING, Wearing.PANTS)
    return (poop.at for poop in clues.poops if poop.wearing in bare)


# What shows an item beside its tick.
SHOWN: Final[Mapping[Told, tuple[Shows, ...]]] = {
    Told.TELLS: (_told_of_it, _was_told(Topic.FEELS_IT, Told.NOTICES_BEFORE)),
    Told.SMALL_POTTY: (_on_the_potty,),
    Told.STOOL_FOR_THE_FEET: (
        _feet_held,
        _was_told(Topic.SEAT, Told.FEET_ON_SOMETHING),
    ),
    Told.TIME_WITHOUT_DIAPER: (_without_diaper,),
    Told.GROWN_UPS_SMILE: (_was_told(Topic.GROWN_UPS, Told.STAY_CALM),),
}


def readiness(clues: Clues) -> tuple[Ready, ...]:
    """Give the list, ticked from answers and entries.

    What the family ticked or left open holds until the diary shows something newer.
    """
    return tuple(_ready(clues, item) for item in ITEMS)


def _ready(clues: Clues, item: Told) -> Ready:
    ticked = clues.answers.of(Topic.CAN_ALREADY)
    shown = item not in ticked and _is_shown(clues, item)
    return Ready(
        item=item,
        ticked=(item in ticked or shown) if ticked or shown else None,
        says=Saying(key=f"reasons.ready.{item}"),
        shown=Saying(key=f"reasons.ready_shown.{item}") if shown else None,
        help=Saying(key=f"reasons.ready_help.{item}"),
    )


def _is_shown(clues: Clues, item: Told) -> bool:
    looked = clues.answers.of(Topic.CAN_ALREADY)
    since = clues.answers.newest[Topic.CAN_ALREADY].at if looked else None
    moments = (at for shows in SHOWN.get(item, ()) for at in shows(clues))
    return any(since is None or at > since for at in moments)


@dataclass(frozen=True, kw_only=True)
class ReadyLook:
    """What the list means now rests on this: looked at, put off, and how many ticks."""

    looked: bool
    waits: bool
    ticks: int


@dataclass(frozen=True, kw_only=True)
class SoFarRow(Row[ReadyLook]):
    """One way that it is so far."""

    @property
    def says(self) -> Saying:
        """It in words."""
        return Saying(key=f"reasons.ready_so_far.{self.key}")

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its words."""
        return (self.says.key,)


SO_FAR: Final = decision_table(
    SoFarRow(key="not_looked", fits=lambda look: not look.looked),
    SoFarRow(key="waits", fits=lambda look: look.waits),
    SoFarRow(key="few", fits=lambda look: look.ticks < N.count.ready_few),
    SoFarRow(key="some", fits=lambda look: look.ticks < N.count.ready_many),
    SoFarRow(key="many", fits=always),
)


def so_far(clues: Clues, *, waits: bool) -> Saying:
    """Say kindly what the list means now; it opens and shuts nothing.

    waits: softness or calm comes first.
    """
    ticks = _ticks(clues)
    look = ReadyLook(looked=ticks is not None, waits=waits, ticks=ticks or 0)
    return first_that_fits(SO_FAR, look).says


def _ticks(clues: Clues) -> int | None:
    """How many items are ticked; None if the list was not looked at."""
    if not clues.answers.of(Topic.CAN_ALREADY):
        return None
    return sum(item.ticked is True for item in readiness(clues))


def few_ticks(clues: Clues) -> Mapping[str, int] | None:
    """Say how many are ticked, if they are few."""
    ticks = _ticks(clues)
    return {"count": ticks} if ticks is not None and ticks < N.count.ready_few else None


def many_ticks(clues: Clues) -> Mapping[str, int] | None:
    """Say how many are ticked, if they are many."""
    ticks = _ticks(clues)
    return (
        {"count": ticks} if ticks is not None and ticks >= N.count.ready_many else None
    )
