"""What is wrong with a draft, in words beside the step that it is about."""

from collections.abc import Iterator, Mapping
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary.words.table import Word
from stepstool.web.plan.own.draft import Draft

TITLE: Final = 0
DAYS: Final = method.own_ladder.DAYS
LONGEST: Final = method.own_ladder.SAYS.longest
LONGEST_TITLE: Final = method.own_ladder.TITLE.longest
HARDER: Final[Mapping[method.Harder, Word]] = {
    method.Harder.DIAPER: gettext_lazy("less of the diaper"),
    method.Harder.PLACE: gettext_lazy("only the toilet"),
    method.Harder.ROOM: gettext_lazy("another room"),
    method.Harder.POSTURE: gettext_lazy("another way to sit"),
}
Faults = dict[int, str]


def faults_of(draft: Draft) -> Faults:
    """Give what must be mended before a ladder can be made of it; by step, 0 for its name."""
    faults = dict(_steps(draft))
    if not draft.title:
        faults[TITLE] = _("What do you call it? A word is enough.")
    elif len(draft.title) > LONGEST_TITLE:
        faults[TITLE] = _("A shorter name, please: %(most)s letters at most.") % {
            "most": LONGEST_TITLE
        }
    return faults


def _steps(draft: Draft) -> Iterator[tuple[int, str]]:
    days = {"low": DAYS.low, "high": DAYS.high}
    for number, step in enumerate(draft.steps, 1):
        if not step.says:
            yield number, _("What does the child do here? One sentence is enough.")
        elif max(len(step.says), len(step.half)) > LONGEST:
            gaps = {"most": LONGEST}
            yield number, _("Shorter, please: %(most)s letters at most.") % gaps
        elif step.days and not _is_days(step.days):
            yield number, _("Days are a number from %(low)s to %(high)s.") % days


def _is_days(typed: str) -> bool:
    return typed.isdecimal() and DAYS.takes(int(typed))


def findings_of(ladder: method.Ladder) -> Faults:
    """Give what the method finds: two things at once, or a diaper that is refused."""
    return {each.step: _said(each) for each in method.check_ladder(ladder)}


def _said(finding: method.Finding) -> str:
    if finding.wrong is method.Wrong.REFUSES_A_DIAPER:
        return _(
            "A diaper is never refused. Write what the child does, not what is taken away."
        )
    things = ", ".join(str(HARDER[each]) for each in finding.harder)
    words = _(
        "Harder by two things at once: %(things)s. Put a step between, with only one of them."
    )
    return words % {"things": things}
