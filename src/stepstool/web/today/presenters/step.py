"""The child's step of the plan in one sentence, and what is earned for it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary.visit import Visit

Place, State = method.PlanPlace, method.State
# While it is stuck or sore, or in a fight, nobody speaks of steps.


@dataclass(frozen=True, kw_only=True)
class StepLine:
    """The step, and what it earns."""

    says: str
    earns: str


def step_of(visit: Visit) -> StepLine | None:
    """Give it while steps are spoken of; a ladder that waits to begin by its title."""
    plan = visit.advice.plan
    if visit.advice.comfort.state.is_shut or method.Mark.FIGHT in plan.marks:
        return None
    if plan.place is Place.CHOSEN:
        return StepLine(says=plan.title, earns=_("Ready when you both are."))
    if plan.place is Place.ON_STEP:
        return StepLine(says=plan.says, earns=_earned(visit))
    return None


def _earned(visit: Visit) -> str:
    """Say what is earned, without what may take its place."""
    earns = visit.advice.rewards.found.earns
    return next(method.earned(earns, visit.speaker)) if earns else ""
