"""The card of today as the page shows it: the step, what to say, and the answers in one tap.

An answer is a decision like those of the plan page, and is sent to the same address, which leads
back to today with its Undo.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.step_pictures import step_picture
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

Plan, Move = method.lasting.Plan, method.lasting.Move
Reply = method.Reply
Fields = dict[str, Any]


class Answer(NamedTuple):
    """One tap: its words, the fields of its decision, and whether it is the yes."""

    words: str
    fields: Fields
    main: bool = False


@dataclass(frozen=True, kw_only=True)
class StepCard:
    """The card."""

    picture: str
    # The step in a sentence, for who does not see its picture.
    step: str
    # Where the child is, of so many steps; 0 of none where one thing at a time is enough.
    here: int
    steps: int
    # What to say to the child, or else what to do.
    tells: str
    todo: str
    answers: tuple[Answer, ...]
    half: str
    # One tap back, offered with the half step.
    back: Answer | None
    ready: tuple[str, ...]


def card_of(visit: Visit) -> StepCard | None:
    """Give it; who does not decide about the plan asks nothing for it either."""
    advice, card = visit.advice, visit.advice.card
    if card is None:
        return None
    decides = May.WRITE in visit.may(Plan.KIND)
    asks = bool(card.of.replies)
    counted = not visit.one_at_a_time
    return StepCard(
        picture=step_picture(card.of.ladder, card.of.step),
        step=card.step,
        here=_here(advice.plan) if counted else 0,
        steps=advice.plan.steps if counted else 0,
        tells="" if asks and not decides else card.tells,
        todo="" if card.tells or card.of.key == ASLEEP else _todo(visit),
        answers=tuple(_answers(visit, card.of)) if decides else (),
        half=card.half,
        back=_back(card.of) if decides and not asks else None,
        ready=card.ready,
    )


ASLEEP: Final = "asleep"
NOTHING: Final = "nothing"


def _here(plan: method.SpokenPlan) -> int:
    """Give the step that the child is on, 0 before the first."""
    return 0 if plan.place is method.PlanPlace.CHOSEN else plan.step or 0


def _todo(visit: Visit) -> str:
    todo = visit.advice.todo
    return "" if todo.key == NOTHING else todo.text


def _answers(visit: Visit, card: method.Card) -> Iterator[Answer]:
    for reply in card.replies:
        words, fields = ANSWERS[reply](visit.advice.plan, card)
        yield Answer(words, _named(card) | fields, main=reply in MAIN)


MAIN: Final = {Reply.YES, Reply.BACK}


def _named(card: method.Card) -> Fields:
    return {"ladder": card.ladder.key, "version": card.ladder.version}


def _yes(plan: method.SpokenPlan, card: method.Card) -> tuple[str, Fields]:
    fields = {"move": MOVES[card.key], "step": card.step, "child_agreed": "yes"}
    return _("Yes"), fields


def _not_yet(plan: method.SpokenPlan, card: method.Card) -> tuple[str, Fields]:
    """Write down that the child was asked: it stays where it is, before a start on none."""
    stays = card.step if card.key == "again" else _here(plan)
    return _("Not yet"), {"move": MOVES[card.key], "not_yet": stays}


def _too_high(plan: method.SpokenPlan, card: method.Card) -> tuple[str, Fields]:
    """Stay on the step, or go on with an easier one: the family's own decision."""
    if card.key == "again":
        return _("Too high"), {"move": Move.STEP_BACK, "step": card.step - 1}
    return _("Too high"), {"move": Move.STAY, "step": _here(plan)}


def _one_back(plan: method.SpokenPlan, card: method.Card) -> tuple[str, Fields]:
    words = _("Back to step %(number)s") % {"number": card.step}
    return words, {"move": Move.STEP_BACK, "step": card.step}


MOVES: Final[Mapping[str, method.lasting.Move]] = {
    "begin": Move.START,
    "next": Move.MOVE_ON,
    "again": Move.GO_ON,
}
ANSWERS: Final[
    Mapping[Reply, Callable[[method.SpokenPlan, method.Card], tuple[str, Fields]]]
] = {
    Reply.YES: _yes,
    Reply.NOT_YET: _not_yet,
    Reply.TOO_HIGH: _too_high,
    Reply.BACK: _one_back,
}


def _back(card: method.Card) -> Answer | None:
    """Go back one step from that of today; nothing is lower than the first."""
    if not card.half or card.step == 1:
        return None
    words = _("Back to step %(number)s") % {"number": card.step - 1}
    fields = {"move": Move.STEP_BACK, "step": card.step - 1}
    return Answer(words, _named(card) | fields)
