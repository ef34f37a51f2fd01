"""Two decisions within a day by different people: both are shown, one tap settles it."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.diary import words
from stepstool.web.families.households import names_of
from stepstool.web.plan.journey import Journey, Plan
from stepstool.web.plan.presenters.asking import Button, Form
from stepstool.web.plan.presenters.said import said

UNKNOWN = method.UNKNOWN
# The answers of a decision, and what the form calls them.
FIELDS: Final = {
    "ladder": "ladder",
    "ladder_version": "version",
    "move": "move",
    "step": "step",
    "until_day": "until",
    "child_agreed": "child_agreed",
}


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One of the two. form: the tap that settles on it; None for who only looks on."""

    who: str
    when: str
    what: str
    holds: bool
    form: Form | None


def disagreement_of(journey: Journey) -> tuple[Decided, ...]:
    """Give both, the one that holds first; nothing if there is none."""
    pair = journey.course.disagreement
    if not pair:
        return ()
    names = names_of(journey.visit.child.family_id)
    both = (_decided(journey, each, names) for each in pair)
    return tuple(sorted(both, key=lambda each: not each.holds))


def _decided(journey: Journey, fact: Plan, names: dict[str, str]) -> Decided:
    visit = journey.visit
    return Decided(
        who=names.get(fact.by, _("Somebody")),
        when=words.ago(visit.clock, fact.at, visit.now),
        what=said(journey, fact),
        holds=fact is journey.holds,
        form=_form(journey, fact),
    )


def _form(journey: Journey, fact: Plan) -> Form | None:
    """Decide the same again; nothing harder while softness comes first."""
    harder = journey.is_shut and fact is not journey.holds
    if not journey.may_decide or harder:
        return None
    answers = ((FIELDS[name], getattr(fact, name)) for name in FIELDS)
    hidden = {name: str(value) for name, value in answers if value is not UNKNOWN}
    if hidden.get("until", "") <= journey.visit.today.isoformat():
        hidden = {**hidden, "without_day": "1"}
        hidden.pop("until", None)
    hidden.setdefault("ladder", journey.plan.ladder)
    hidden.setdefault("version", str(journey.plan.version))
    button = Button(_("Let it be this one"), main=fact is journey.holds)
    return Form(key="settle", hidden=hidden, buttons=(button,))
