"""Whether anything may be offered now: the body, the peace and the plan come first."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from stepstool import method
from stepstool.web.diary.words.table import Word

GATE: Final = {method.State.CONSTIPATED, method.State.SEE_A_DOCTOR}
FIGHT: Final = "fight"
WHY: Final[Mapping[method.Closed, Word]] = {
    method.Closed.GATE: _("No times are offered for now: the body comes first."),
    method.Closed.FIGHT: _(
        "No times are offered for now: it’s tense, and peace comes first."
    ),
    method.Closed.BREAK: _("No times are offered: you’re on a break, and that’s fine."),
}


def closed_by(advice: method.Advice) -> method.Closed | None:
    """Give why nothing is offered; None while windows are open. The first row counts."""
    rows = (
        (advice.comfort.state in GATE, method.Closed.GATE),
        (FIGHT in {advice.calm.level, advice.plan.rule}, method.Closed.FIGHT),
        (advice.plan.place is method.PlanPlace.ON_BREAK, method.Closed.BREAK),
    )
    return next((why for holds, why in rows if holds), None)
