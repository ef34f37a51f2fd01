"""The ladders to choose from, and one of them in full."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.plan.journey import Journey, Place
from stepstool.web.plan.presenters import decisions
from stepstool.web.plan.presenters.asking import Form
from stepstool.web.plan.presenters.disagreement import Decided, disagreement_of
from stepstool.web.plan.presenters.steps import StepRow, rows

Ladder = method.Ladder
# So many are shown at once; the others wait behind a tap, unless one of them is yours.
AT_ONCE: Final = 2
RUNNING = frozenset({Place.ON_STEP, Place.ON_BREAK})


class Offer(NamedTuple):
    """A ladder to look at. yours: the one of the plan."""

    key: str
    title: str
    about: tuple[str, ...]
    steps: tuple[StepRow, ...]
    yours: bool


@dataclass(frozen=True, kw_only=True)
class LaddersPage:
    """All ladders: a few to begin with, and more.

    why: what stands behind there being no plan; shut: softness first.
    """

    template: str = "plan/none.html"
    offers: tuple[Offer, ...]
    more: tuple[Offer, ...]
    why: str
    shut: bool
    decides: bool
    disagreement: tuple[Decided, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LadderPage:
    """One ladder in full. form: choose it; None if it is yours, or not yours to choose."""

    offer: Offer
    safety: tuple[str, ...]
    sources: tuple[method.Source, ...]
    form: Form | None
    shut: bool
    running: bool
    decides: bool
    own: bool


def ladders_page(journey: Journey) -> LaddersPage:
    """Give all ladders that there are for a child of this age."""
    newest = {key: ladder for (key, _), ladder in sorted(journey.own_ladders.items())}
    fit = [*newest.values(), *method.ladders_for(_months(journey))]
    offers = sorted((_offer(journey, each) for each in fit), key=lambda o: not o.yours)
    return LaddersPage(
        offers=tuple(offers[:AT_ONCE]),
        more=tuple(offers[AT_ONCE:]),
        why=journey.plan.because[0].saw,
        shut=journey.is_shut,
        decides=journey.may_decide,
        disagreement=disagreement_of(journey),
    )


def _months(journey: Journey) -> int | method.Unknown:
    """Give the youngest that the child can be."""
    visit = journey.visit
    return visit.advice.child.youngest_months(visit.today)


def ladder_page(journey: Journey, ladder: Ladder) -> LadderPage:
    """Give one ladder."""
    offer = _offer(journey, ladder)
    choosable = journey.may_decide and not offer.yours
    return LadderPage(
        offer=offer,
        safety=tuple(map(journey.visit.speaker.spoken, ladder.safety_sayings)),
        sources=tuple(method.SOURCES[key] for key in ladder.sources),
        form=decisions.choose(ladder, _words(journey)) if choosable else None,
        shut=journey.is_shut,
        running=journey.plan.place in RUNNING,
        decides=journey.may_decide,
        own=bool(ladder.name),
    )


def _is_yours(journey: Journey, ladder: Ladder) -> bool:
    plan = journey.plan
    same = ladder.key == plan.ladder
    return same and (not ladder.name or ladder.version == plan.version)


def _words(journey: Journey) -> str:
    if journey.is_shut:
        return _("Keep this one for later")
    return _("Choose this ladder")


def _offer(journey: Journey, ladder: Ladder) -> Offer:
    speaker = journey.visit.speaker
    return Offer(
        key=ladder.key,
        title=speaker.spoken(ladder.title),
        about=tuple(map(speaker.spoken, ladder.about)),
        steps=rows(journey, ladder),
        yours=_is_yours(journey, ladder),
    )
