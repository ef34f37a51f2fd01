"""A decision in words, as the pages tell it."""

from collections.abc import Mapping
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary.words.table import Word
from stepstool.web.plan.journey import Journey, Move, Plan

YesNo = method.YesNo
UNKNOWN = method.UNKNOWN
WITH_STEP: Final[Mapping[Move, Word]] = {
    Move.START: gettext_lazy("Begun with step %(step)s"),
    Move.MOVE_ON: gettext_lazy("On to step %(step)s"),
    Move.STAY: gettext_lazy("Staying on step %(step)s"),
    Move.STEP_BACK: gettext_lazy("Back to step %(step)s"),
    Move.GO_ON: gettext_lazy("Going on with step %(step)s"),
}
WITHOUT: Final[Mapping[Move, Word]] = {
    Move.START: gettext_lazy("Begun"),
    Move.MOVE_ON: gettext_lazy("On to the next step"),
    Move.STAY: gettext_lazy("Staying here"),
    Move.STEP_BACK: gettext_lazy("Back a step"),
    Move.GO_ON: gettext_lazy("Going on"),
    Move.TAKE_A_BREAK: gettext_lazy("A break"),
    Move.END: gettext_lazy("The ladder has ended"),
}


def said(journey: Journey, decision: Plan) -> str:
    """Say what was decided, in a few words."""
    parts = [_what(journey, decision), _until(decision)]
    return " ".join(part for part in parts if part)


def _what(journey: Journey, decision: Plan) -> str:
    if decision.child_agreed is YesNo.NO:
        return _("%(name)s said not yet") % {"name": journey.visit.child.nickname}
    if decision.move is UNKNOWN:
        return _("Chosen: %(title)s") % {"title": title_of(journey, decision)}
    step = decision.step
    if step is UNKNOWN or decision.move not in WITH_STEP:
        return str(WITHOUT[decision.move])
    return str(WITH_STEP[decision.move]) % {"step": step}


def _until(decision: Plan) -> str:
    if decision.until_day is UNKNOWN:
        return ""
    return _("until %(day)s") % {"day": date_format(decision.until_day, "j F")}


def title_of(journey: Journey, decision: Plan) -> str:
    """Give the title of the ladder that a decision names; empty if it is none of ours."""
    ladder = ladder_named(journey, decision)
    return journey.visit.speaker.spoken(ladder.title) if ladder else ""


def ladder_named(journey: Journey, decision: Plan) -> method.Ladder | None:
    """Give the ladder that a decision names."""
    if decision.ladder is UNKNOWN:
        return None
    version = decision.ladder_version
    return journey.ladder_named(decision.ladder, 0 if version is UNKNOWN else version)
