"""The card of today: the step that it is about, what to say to the child, how to answer (M5).

It is the one thing that a family can act on. What the plan asks is said in the words of the step
and answered right there; on other days the child hears its own step. Softness, a fight, silence
and a rest come first and leave no card, and while the child sleeps nothing is said to it
(rules 1 and 5). On the day on which a step begins it says what to have ready.
Sources: `GATE` and `IOP-2013` for what may be asked; `ACCOUNT-B` for asking the child.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stepstool.method.advice.ending import NEARLY_OVER, Ending
from stepstool.method.advice.headline import NOTHING, Todo
from stepstool.method.advice.moments import Scene
from stepstool.method.advice.night import ASKS_THE_CHILD
from stepstool.method.calm import CalmLevel, PlanPlace
from stepstool.method.ladder import (
    Advised,
    Ladder,
    MoveMark,
    PlanAdvice,
    prepare_of,
)
from stepstool.method.record import Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)


class Telling(StrEnum):
    """For what moment a grown-up says the step to the child."""

    BEGIN = "begin"
    NEXT = "next"
    AGAIN = "again"
    TODAY = "today"


class Reply(StrEnum):
    """How the card may be answered with one tap."""

    YES = "yes"
    NOT_YET = "not_yet"
    TOO_HIGH = "too_high"
    BACK = "back"


@dataclass(frozen=True, kw_only=True)
class Card:
    """The card, in sayings. half: of its step, for one that is too high."""

    key: str  # the row of the table
    ladder: Ladder
    step: int  # the one that it is about
    tells: Telling | None  # None where nothing is said to the child
    replies: tuple[Reply, ...]
    half: Saying | None
    ready: tuple[Saying, ...]  # what to have ready, on the day on which the step begins


@dataclass(frozen=True, kw_only=True)
class CardDay:
    """What the card is chosen by."""

    scene: Scene
    todo: Todo
    ending: Ending
    asleep: bool

    @property
    def plan(self) -> PlanAdvice:
        """What the ladder advises."""
        return self.scene.plan

    @property
    def is_quiet(self) -> bool:
        """Whether a question comes before everything else."""
        comfort = self.scene.comfort
        return comfort.is_quiet or comfort.quiet_since is not None

    @property
    def is_a_fight(self) -> bool:
        """Whether steps are not spoken of, since it is one."""
        return (
            self.scene.calm.level is CalmLevel.FIGHT
            or MoveMark.FIGHT in self.plan.marks
        )

    @property
    def is_asked(self) -> bool:
        """Whether the one thing to do is what the plan asks."""
        return self.todo.key.startswith(ASKS_THE_CHILD)


def _moves(move: Advised) -> Callable[[CardDay], bool]:
    return lambda day: day.plan.move is move and day.is_asked


@dataclass(frozen=True, kw_only=True)
class CardRow(Row[CardDay]):
    """One row. shows: whether there is a card; half: whether half of its step is offered."""

    shows: bool = True
    tells: Telling | None = None
    replies: tuple[Reply, ...] = ()
    half: bool = False


T, R = Telling, Reply
# fmt: off
CARDS: Final = decision_table(
    CardRow(key="no_step", when="no ladder, a break, or the ladder has ended", shows=False,
        fits=lambda day: day.plan.place not in (PlanPlace.CHOSEN, PlanPlace.ON_STEP)),
    CardRow(key="softness", when="stuck or sore, or a doctor is to be called", shows=False,
        fits=lambda day: day.scene.comfort.state.is_shut),
    CardRow(key="fight", when="a fight", shows=False, fits=lambda day: day.is_a_fight),
    CardRow(key="quiet", when="nothing heard for so long that it is asked first", shows=False,
        fits=lambda day: day.is_quiet),
    CardRow(key="rests", when="the plan rests: ill, away, or much that is new at home", shows=False,
        fits=lambda day: MoveMark.RESTS in day.plan.marks),
    CardRow(key="called", when="a doctor was asked within a day", shows=False,
        fits=lambda day: day.scene.comfort.called_lately),
    CardRow(key="kindness", when="harsh words were noted today: the day is the grown-up’s", shows=False,
        fits=lambda day: day.scene.was_harsh_today),
    CardRow(key="ends", when="the way is nearly over: nothing more is asked", shows=False,
        fits=lambda day: day.ending in NEARLY_OVER),
    CardRow(key="asleep", when="22:00 to 06:00: the step alone, and nothing is said or asked",
        fits=lambda day: day.asleep),
    CardRow(key="begin", when="a ladder may begin", tells=T.BEGIN, replies=(R.YES, R.NOT_YET), half=True,
        fits=_moves(Advised.START)),
    CardRow(key="next", when="the next step may be asked", tells=T.NEXT, replies=(R.YES, R.NOT_YET, R.TOO_HIGH),
        fits=_moves(Advised.MOVE_ON)),
    CardRow(key="again", when="it may go on after a pause", tells=T.AGAIN, replies=(R.YES, R.NOT_YET, R.TOO_HIGH),
        fits=_moves(Advised.GO_ON)),
    CardRow(key="back", when="a step back", replies=(R.BACK,), fits=_moves(Advised.STEP_BACK)),
    CardRow(key="first", when="something else is to do first: it is said on the card",
        fits=lambda day: day.todo.key != NOTHING),
    CardRow(key="today", when="everything else: the step of today", tells=T.TODAY, half=True, fits=always),
)
# fmt: on


def card_of(scene: Scene, todo: Todo, ending: Ending, *, asleep: bool) -> Card | None:
    """Give the card by the first row that fits; None where there is none."""
    day = CardDay(scene=scene, todo=todo, ending=ending, asleep=asleep)
    row = first_that_fits(CARDS, day)
    plan = scene.plan
    ladder, own = plan.found, plan.step
    if not row.shows or ladder is None or own is None:
        return None
    step = plan.to or own if row.replies else own
    return Card(
        key=row.key,
        ladder=ladder,
        step=step,
        tells=row.tells,
        replies=_replies(row, step),
        half=ladder.says_half(step) if row.half else None,
        ready=_ready(scene.record, plan, ladder),
    )


def _replies(row: CardRow, step: int) -> tuple[Reply, ...]:
    """Give the replies; nothing is lower than the first step."""
    if step > 1:
        return row.replies
    return tuple(each for each in row.replies if each is not Reply.TOO_HIGH)


def _ready(record: Record, plan: PlanAdvice, ladder: Ladder) -> tuple[Saying, ...]:
    """Say what to have ready for a step that begins today."""
    begun = plan.since if plan.place is PlanPlace.ON_STEP else None
    if begun is None or plan.step is None or record.clock.day(begun) != record.today:
        return ()
    return prepare_of(ladder, plan.step)
