"""Today's page: the one sentence, one thing, the last one, seven dots, one question."""

from dataclasses import dataclass
from typing import Final

from stepstool import method
from stepstool.web.diary.earned import Earned, earned_today
from stepstool.web.diary.visit import Visit
from stepstool.web.families.models import Child
from stepstool.web.pictures.week import Day, days_of
from stepstool.web.today.presenters.coming import Coming, coming_of
from stepstool.web.today.presenters.questions import Question, question_of
from stepstool.web.today.presenters.step import StepLine, step_of

NOTHING: Final = "nothing"
# What the plan asks is answered on its page.
OF_THE_PLAN: Final = "ladder."


@dataclass(frozen=True, kw_only=True)
class Today:
    """What today's page shows. todo: empty if there is nothing to do.

    todo_on_plan: whether it is answered on the plan page; coming: a good time now or
    later, said only where nothing is to do; step: the child's step of the plan and what is earned for it; soon: signs for a visit within days, one line each;
    children: only if several; earned: what was earned today and not given yet.
    """

    sentence: str
    picture: str
    todo: str
    todo_on_plan: bool
    coming: Coming | None
    step: StepLine | None
    last: str
    dots: list[Day]
    soon: list[method.SpokenAlert]
    question: Question | None
    children: list[Child]
    earned: Earned | None


def present(visit: Visit) -> Today:
    """Give today's page."""
    advice = visit.advice
    idle = advice.todo.key == NOTHING
    return Today(
        sentence=advice.sentence,
        picture=f"state_{advice.comfort.state}",
        todo="" if idle else advice.todo.text,
        todo_on_plan=advice.todo.key.startswith(OF_THE_PLAN),
        coming=coming_of(visit) if idle else None,
        step=step_of(visit),
        last=advice.last,
        dots=days_of(advice.dots, visit.today),
        soon=[alert for alert in advice.alerts if alert.urgency == "soon"],
        question=question_of(visit),
        children=_children(visit),
        earned=earned_today(visit),
    )


def _children(visit: Visit) -> list[Child]:
    found = Child.objects.filter(family_id=visit.child.family_id).order_by("added_at")
    children = list(found)
    return children if len(children) > 1 else []
