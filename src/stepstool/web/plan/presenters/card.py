"""The one card of the plan page: what is advised, what to say, how to answer, and why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.families.roles import May
from stepstool.web.plan.journey import Journey, Move, Place
from stepstool.web.plan.presenters import decisions
from stepstool.web.plan.presenters.asking import Form
from stepstool.web.plan.presenters.steps import told

Advised = method.Advised
Mark = method.Mark
Progress = method.Progress
Builder = Callable[[Journey], Form]

ANSWERS: Final[Mapping[Advised, Builder]] = {
    Advised.START: decisions.begin,
    Advised.MOVE_ON: decisions.move_on,
    Advised.STEP_BACK: decisions.back,
    Advised.TAKE_A_BREAK: decisions.take_a_break,
    Advised.GO_ON: decisions.go_on,
}
# What a grown-up says to the child before the answer.
TELLS: Final[Mapping[Advised, str]] = {
    Advised.START: "begin",
    Advised.MOVE_ON: "next",
    Advised.GO_ON: "again",
}


@dataclass(frozen=True, kw_only=True)
class Card:
    """The card. asks: of child or parent; tell: words to say; helps: what helps now.

    softness: said first while it is stuck or sore. form: how to answer, more: another way;
    tap: whether "soft and painless" is asked; also: other pages.
    """

    says: str
    reasons: tuple[method.Reason, ...]
    softness: str = ""
    asks: tuple[str, ...] = ()
    tell: str = ""
    helps: tuple[str, ...] = ()
    form: Form | None = None
    more: Form | None = None
    tap: bool = False
    also: tuple[str, ...] = ()
    progress: Progress | None = None


def card_of(journey: Journey) -> Card:
    """Give the card."""
    plan, visit = journey.plan, journey.visit
    return Card(
        says=_says(journey),
        reasons=_reasons(journey),
        softness=visit.advice.sentence if journey.is_shut else "",
        asks=_asks(journey),
        tell=_tell(journey),
        helps=tuple(_helps(journey)),
        form=_form(journey),
        more=_more(journey),
        tap=Mark.ONE_TAP in plan.marks and journey.may_decide,
        also=plan.also,
        progress=_progress(journey),
    )


def _reasons(journey: Journey) -> tuple[method.Reason, ...]:
    """Give why; what stands behind it may be the family's own answers, and is its own."""
    because = journey.plan.because
    return because if May.READ in journey.visit.may("interview") else because[:1]


def _progress(journey: Journey) -> Progress | None:
    """Give what is counted; nothing empty is shown to who goes back."""
    plan = journey.plan
    rests = Mark.RESTS in plan.marks or plan.move is Advised.STEP_BACK
    return None if rests else plan.progress


def _says(journey: Journey) -> str:
    plan = journey.plan
    own = {
        "on_break": _("Nothing is asked. On that day we look again, together."),
        "counting": _("Nothing to decide now. We count along."),
    }
    if plan.rule in own:
        return own[plan.rule]
    is_heading = plan.place is not Place.ON_STEP or Mark.FIGHT in plan.marks
    return "" if is_heading else plan.because[0].saw


def _asks(journey: Journey) -> tuple[str, ...]:
    """Give what to ask; who does not decide about the plan does not ask for it either."""
    in_form = Mark.IN_ITS_FORM in journey.plan.marks
    return journey.plan.ask if journey.may_decide and not in_form else ()


def _tell(journey: Journey) -> str:
    plan = journey.plan
    moment = TELLS.get(plan.move) if journey.may_decide else None
    return told(journey, moment, plan.to or journey.step) if moment else ""


def _helps(journey: Journey) -> Iterator[str]:
    """Give what helps now: half a step, or what eases a fight."""
    plan, speaker = journey.plan, journey.visit.speaker
    if journey.ladder and Mark.HALF_OF_THIS in plan.marks:
        yield speaker.spoken(journey.ladder.says_half(journey.step))
    if journey.ladder and Mark.HALF_OF_NEXT in plan.marks:
        yield speaker.spoken(journey.ladder.says_half(journey.step + 1))
    if Mark.FIGHT in plan.marks:
        yield from map(speaker.spoken, journey.visit.advice.calm.advice)


def _form(journey: Journey) -> Form | None:
    plan = journey.plan
    if not journey.may_decide or Mark.GOES_ON in plan.marks or _is_done(journey):
        return None
    builder = ANSWERS.get(plan.move)
    return builder(journey) if builder else None


def _more(journey: Journey) -> Form | None:
    """Give the other answer, where waiting is as good."""
    if not journey.may_decide or journey.is_shut:
        return None
    if Mark.OR_WAIT in journey.plan.marks:
        return decisions.take_a_break(
            journey, _("Or wait some weeks"), _("Wait until then")
        )
    if Mark.BREAK_ENDS in journey.plan.marks:
        return decisions.take_a_break(
            journey, _("Or a longer break"), _("Look again then")
        )
    return None


def _is_done(journey: Journey) -> bool:
    """Whether a step back that leads below the first step was decided already."""
    holds, plan = journey.holds, journey.plan
    back = plan.move is Advised.STEP_BACK and plan.place is Place.ON_STEP
    again = holds is not None and holds.move is Move.STEP_BACK
    return back and again and journey.step == 1
