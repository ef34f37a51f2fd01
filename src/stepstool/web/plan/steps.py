"""The steps of a ladder in words and pictures, and the path they make."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stepstool import method
from stepstool.web.diary.step_pictures import step_picture
from stepstool.web.diary.visit import Visit
from stepstool.web.plan.journey import Journey

Ladder = method.Ladder


@dataclass(frozen=True, kw_only=True)
class StepRow:
    """One step. earns: what is earned for it; here: whether the child is on it."""

    number: int
    says: str
    picture: str
    earns: tuple[str, ...]
    safety: tuple[str, ...]
    here: bool = False


@dataclass(frozen=True, kw_only=True)
class Path:
    """The ladder as a path of stones. here: 0 before the first one."""

    steps: int
    here: int
    title: str
    resting: bool = False


def rows(journey: Journey, ladder: Ladder, here: int = 0) -> tuple[StepRow, ...]:
    """Give all steps of a ladder, in order."""
    numbers = range(1, len(ladder.steps) + 1)
    return tuple(_row(journey.visit, ladder, n, here) for n in numbers)


def _row(visit: Visit, ladder: Ladder, number: int, here: int) -> StepRow:
    speaker, terms = visit.speaker, visit.advice.rewards.unspoken.terms
    return StepRow(
        number=number,
        says=speaker.spoken(ladder.says(number)),
        picture=step_picture(ladder, number),
        earns=tuple(method.earned(terms.of(ladder, number, visit.now), speaker)),
        safety=tuple(map(speaker.spoken, ladder.safety_of(number))),
        here=number == here,
    )


def path_of(journey: Journey, ladder: Ladder, here: int, *, resting: bool) -> Path:
    """Draw where the child is."""
    steps = len(ladder.steps)
    return Path(
        steps=steps, here=here, title=_title(journey, steps, here), resting=resting
    )


def _title(journey: Journey, steps: int, here: int) -> str:
    name = journey.visit.child.nickname
    where = {"name": name, "here": here, "steps": steps}
    if here == 0:
        return _("A path of %(steps)s steps to the potty, not begun yet.") % where
    standing = _("%(name)s is on step %(here)s of %(steps)s to the potty.") % where
    if here == 1:
        return standing
    behind = ngettext(
        "%(count)s step is behind.", "%(count)s steps are behind.", here - 1
    )
    return f"{standing} {behind % {'count': here - 1}}"
