"""The plan page in each of its states: none yet, chosen, on a step, on a break."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepstool import method
from stepstool.web.plan.journey import Journey, Place
from stepstool.web.plan.presenters.asking import Form
from stepstool.web.plan.presenters.card import Card, Mark, card_of
from stepstool.web.plan.presenters.disagreement import Decided, disagreement_of
from stepstool.web.plan.presenters.ladders import LaddersPage, ladders_page
from stepstool.web.plan.presenters.steps import Path, StepRow, path_of, rows
from stepstool.web.plan.presenters.ways import ways_of

Advised, UNKNOWN = method.Advised, method.UNKNOWN
TEMPLATES: Final[Mapping[Place, str]] = {
    Place.CHOSEN: "plan/chosen.html",
    Place.ON_STEP: "plan/on_step.html",
    Place.ON_BREAK: "plan/on_break.html",
}


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """The page of a plan. sentence: its heading; step: the child's; half: of this step.

    may_tell: whether "it has become a fight" can be said; decides: whether this visitor
    decides; break_until: the day to look again, where the heading speaks of something else.
    """

    template: str
    sentence: str
    title: str
    path: Path
    step: StepRow
    steps: tuple[StepRow, ...]
    card: Card
    half: str
    ways: tuple[Form, ...]
    disagreement: tuple[Decided, ...]
    decides: bool
    shut: bool
    may_tell: bool
    break_until: date | None


def present(journey: Journey) -> PlanPage | LaddersPage:
    """Give the page."""
    ladder, place = journey.ladder, journey.plan.place
    if ladder is None or place is None or place not in TEMPLATES:
        return ladders_page(journey)
    here = 0 if place is Place.CHOSEN else journey.step
    speaker, steps = journey.visit.speaker, rows(journey, ladder, here)
    fight = Mark.FIGHT in journey.plan.marks
    return PlanPage(
        template="plan/fight.html" if fight else TEMPLATES[place],
        sentence=_sentence(journey),
        title=journey.plan.title,
        path=path_of(journey, ladder, here, resting=place is Place.ON_BREAK),
        step=steps[ladder.within(journey.step) - 1],
        steps=steps,
        card=card_of(journey),
        half=speaker.spoken(ladder.says_half(journey.step)),
        ways=ways_of(journey),
        disagreement=disagreement_of(journey),
        decides=journey.may_decide,
        shut=journey.is_shut,
        may_tell=journey.may_decide and place is Place.ON_STEP and not fight,
        break_until=_break_until(journey),
    )


def _break_until(journey: Journey) -> date | None:
    """Give the day to look again while softness or an illness speaks first."""
    until = journey.holds.until_day if journey.holds else UNKNOWN
    told = journey.plan.move in (Advised.TAKE_A_BREAK, Advised.GO_ON)
    return None if told or until is UNKNOWN else until


def _sentence(journey: Journey) -> str:
    """Give the heading: the step, or why the plan stands where it stands."""
    plan = journey.plan
    is_step = plan.place is Place.ON_STEP and Mark.FIGHT not in plan.marks
    return plan.says if is_step else plan.because[0].saw
