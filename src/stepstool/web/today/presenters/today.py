"""Today's page: the one sentence, one thing, the last one, seven dots, one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.families.models import Child
from stepstool.web.pictures import Day
from stepstool.web.today.presenters.questions import Question, question_of

NOTHING: Final = "nothing"
# How a day is drawn, and how it is said.
MARKS: Final[Mapping[str, tuple[str, object]]] = {
    "soft": ("soft", _("soft")),
    "hard": ("hard", _("hard")),
    "runny": ("soft", _("runny")),
    "came": ("soft", _("one came")),
    "none": ("none", _("none")),
    "not_written": ("unwritten", _("not written")),
}


@dataclass(frozen=True, kw_only=True)
class Today:
    """What today's page shows. todo: empty if there is nothing to do.

    soon: signs for a visit within days, one line each; children: only if several.
    """

    sentence: str
    picture: str
    todo: str
    last: str
    dots: list[Day]
    soon: list[method.SpokenAlert]
    question: Question | None
    children: list[Child]


def present(visit: Visit) -> Today:
    """Give today's page."""
    advice = visit.advice
    return Today(
        sentence=advice.sentence,
        picture=f"state_{advice.comfort.state}",
        todo="" if advice.todo.key == NOTHING else advice.todo.text,
        last=advice.last,
        dots=[_dot(visit, dot) for dot in advice.dots],
        soon=[alert for alert in advice.alerts if alert.urgency == "soon"],
        question=question_of(visit),
        children=_children(visit),
    )


def _dot(visit: Visit, dot: method.DayDot) -> Day:
    mark, said = MARKS[str(dot.mark)]
    named = date_format(dot.day, "l")
    return Day(
        mark=mark,
        letter=date_format(dot.day, "D")[:2],
        words=f"{named}: {said}",
        today=dot.day == visit.today,
    )


def _children(visit: Visit) -> list[Child]:
    found = Child.objects.filter(family_id=visit.child.family_id).order_by("added_at")
    children = list(found)
    return children if len(children) > 1 else []
