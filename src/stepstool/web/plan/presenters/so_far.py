"""What was decided, by whom, when; and the last poops beside the steps, in kind words."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.diary.words.table import Word
from stepstool.web.plan.journey import Journey, Plan
from stepstool.web.plan.presenters.said import ladder_named, said, title_of
from stepstool.web.plan.presenters.steps import PLAIN, step_picture

UNKNOWN = method.UNKNOWN
# Nobody scrolls further, and the diary has all of it.
LATEST: Final = 30
# By the rows of the method's table; there is no word for what did not succeed.
KIND_WORDS: Final[Mapping[str, Word]] = {
    "reached": gettext_lazy("On the step"),
    "gift": gettext_lazy("On the step, and away from home at that"),
    "hard_or_hurt": gettext_lazy("On the step, though hard or sore: softness first"),
    "ahead": gettext_lazy("Further than the step"),
    "earlier": gettext_lazy("At an earlier place. That’s okay."),
    "unwilling": gettext_lazy("On the step, but not gladly. Nothing is lost."),
    "try": gettext_lazy("A try"),
    "leak": gettext_lazy("A leak or a smear: nobody’s fault"),
    "asleep": gettext_lazy("Asleep"),
    "ill": gettext_lazy("While ill"),
    "gate_shut": gettext_lazy("While softness came first"),
    "after_rectal": gettext_lazy("After medicine from below"),
    "bath_or_garden": gettext_lazy("In the bath or the garden"),
    "place_unknown": gettext_lazy("Somewhere; where, was not written down"),
    "aside": gettext_lazy("In another place than this ladder is about"),
    "away": gettext_lazy("Away from home, where steps rest"),
    "no_step": gettext_lazy("On no step yet, or in a break"),
}


class DecisionRow(NamedTuple):
    """A decision: what, who, when, on which ladder."""

    what: str
    who: str
    when: str
    ladder: str
    picture: str


class VerdictRow(NamedTuple):
    """A poop or a try beside the step that was asked then; 0: none."""

    entry_id: str
    words: str
    when: str
    picture: str
    step: int


class SoFar(NamedTuple):
    """The page."""

    then_and_now: str
    decisions: tuple[DecisionRow, ...]
    verdicts: tuple[VerdictRow, ...]


def present(journey: Journey, names: Mapping[str, str]) -> SoFar:
    """Give it, the newest first."""
    decided = journey.decisions[: -LATEST - 1 : -1]
    judged = journey.plan.verdicts[: -LATEST - 1 : -1]
    return SoFar(
        journey.visit.advice.then_and_now,
        tuple(_decision(journey, each, names) for each in decided),
        tuple(_verdict(journey, each) for each in judged),
    )


def _decision(journey: Journey, fact: Plan, names: Mapping[str, str]) -> DecisionRow:
    visit = journey.visit
    ladder, step = ladder_named(journey, fact), fact.step
    return DecisionRow(
        what=said(journey, fact),
        who=names.get(fact.by, _("Somebody")),
        when=words.ago(visit.clock, fact.at, visit.now),
        ladder=title_of(journey, fact),
        picture=step_picture(ladder, step) if ladder and step is not UNKNOWN else PLAIN,
    )


def _verdict(journey: Journey, verdict: method.Verdict) -> VerdictRow:
    visit, ladder = journey.visit, journey.ladder
    reached = step_picture(ladder, verdict.reached) if ladder else "poop"
    tried = verdict.judged is method.Judged.TRY
    return VerdictRow(
        entry_id=verdict.entries[0],
        words=str(KIND_WORDS[verdict.why]),
        when=words.ago(visit.clock, verdict.at, visit.now),
        picture="sit" if tried else reached,
        step=verdict.step,
    )
