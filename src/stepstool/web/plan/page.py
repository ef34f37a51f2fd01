"""The plan page in each of its states, with its card; and the ladders to choose from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from stepstool import method
from stepstool.web.families.roles import May
from stepstool.web.plan import decisions
from stepstool.web.plan.decided import Decided, disagreement_of
from stepstool.web.plan.decisions import Form, ways_of
from stepstool.web.plan.journey import Journey, Place
from stepstool.web.plan.steps import Path, StepRow, path_of, rows

Advised = method.Advised
Mark = method.MoveMark
Progress = method.Progress
Builder = Callable[[Journey], Form]

ANSWERS: Final[Mapping[Advised, Builder]] = {
    Advised.START: decisions.begin,
    Advised.MOVE_ON: decisions.move_on,
    Advised.STEP_BACK: decisions.back,
    Advised.TAKE_A_BREAK: decisions.take_a_break,
    Advised.GO_ON: decisions.go_on,
}
# What a grown-up says to the child before the answer.
TELLS: Final[Mapping[Advised, str]] = {
    Advised.START: "begin",
    Advised.MOVE_ON: "next",
    Advised.GO_ON: "again",
}
Ladder = method.Ladder
# So many are shown at once; the others wait behind a tap, unless one of them is yours.
AT_ONCE: Final = 2
RUNNING = frozenset({Place.ON_STEP, Place.ON_BREAK})
UNKNOWN = method.UNKNOWN
TEMPLATES: Final[Mapping[Place, str]] = {
    Place.CHOSEN: "plan/chosen.html",
    Place.ON_STEP: "plan/on_step.html",
    Place.ON_BREAK: "plan/on_break.html",
}


@dataclass(frozen=True, kw_only=True)
class PlanCard:
    """The card."""

    says: str
    reasons: tuple[method.SpokenBecause, ...]
    # Said first while it is stuck or sore.
    softness: str = ""
    # What to ask the child, or the parent.
    asks: tuple[str, ...] = ()
    # Words to say to the child.
    tell: str = ""
    # What helps now.
    helps: tuple[str, ...] = ()
    # How to answer, and another way.
    form: Form | None = None
    more: Form | None = None
    # Whether "soft and painless" is asked.
    tap: bool = False
    # Other pages.
    also: tuple[str, ...] = ()
    progress: Progress | None = None


def card_of(journey: Journey) -> PlanCard:
    """Give the card."""
    plan, visit = journey.plan, journey.visit
    return PlanCard(
        says=_says(journey),
        reasons=_reasons(journey),
        softness=visit.advice.sentence if journey.is_shut else "",
        asks=_asks(journey),
        tell=_tell(journey),
        helps=tuple(_helps(journey)),
        form=_form(journey),
        more=_more(journey),
        tap=Mark.ONE_TAP in plan.marks and journey.may_decide,
        also=plan.also,
        progress=_progress(journey),
    )


def _reasons(journey: Journey) -> tuple[method.SpokenBecause, ...]:
    """Give why; what stands behind it may be the family's own answers, and is its own."""
    because = journey.plan.because
    return because if May.READ in journey.visit.may("interview") else because[:1]


def _progress(journey: Journey) -> Progress | None:
    """Give what is counted; nothing empty is shown to who goes back."""
    plan = journey.plan
    rests = Mark.RESTS in plan.marks or plan.move is Advised.STEP_BACK
    return None if rests else plan.progress


def _says(journey: Journey) -> str:
    plan = journey.plan
    own = {
        "on_break": _("Nothing is asked. On that day we look again, together."),
        "counting": _("Nothing to decide now. We count along."),
    }
    if plan.rule in own:
        return own[plan.rule]
    is_heading = plan.place is not Place.ON_STEP or Mark.FIGHT in plan.marks
    return "" if is_heading else plan.because[0].saw


def _asks(journey: Journey) -> tuple[str, ...]:
    """Give what to ask; who does not decide about the plan does not ask for it either."""
    in_form = Mark.IN_ITS_FORM in journey.plan.marks
    return journey.plan.ask if journey.may_decide and not in_form else ()


def _tell(journey: Journey) -> str:
    plan, ladder = journey.plan, journey.ladder
    moment = TELLS.get(plan.move) if journey.may_decide else None
    if ladder is None or moment is None:
        return ""
    to = plan.to or journey.step
    return method.telling(ladder, to, moment, journey.visit.speaker)


def _helps(journey: Journey) -> Iterator[str]:
    """Give what eases a fight."""
    plan, speaker = journey.plan, journey.visit.speaker
    if Mark.FIGHT in plan.marks:
        yield from map(speaker.spoken, journey.visit.advice.calm.advice)


def _form(journey: Journey) -> Form | None:
    plan = journey.plan
    if not journey.may_decide or Mark.GOES_ON in plan.marks:
        return None
    builder = ANSWERS.get(plan.move)
    return builder(journey) if builder else None


def _more(journey: Journey) -> Form | None:
    """Give the other answer, where waiting is as good."""
    if not journey.may_decide or journey.is_shut:
        return None
    if Mark.OR_WAIT in journey.plan.marks:
        return decisions.take_a_break(
            journey, _("Or wait some weeks"), _("Wait until then")
        )
    if Mark.BREAK_ENDS in journey.plan.marks:
        return decisions.take_a_break(
            journey, _("Or a longer break"), _("Look again then")
        )
    return None


class LadderOffer(NamedTuple):
    """A ladder to look at."""

    key: str
    title: str
    about: tuple[str, ...]
    steps: tuple[StepRow, ...]
    # Whether it is the one of the plan.
    yours: bool
    # Why it is the one to look at first; empty for all others.
    because: str = ""


@dataclass(frozen=True, kw_only=True)
class LaddersPage:
    """All ladders: a few to begin with, and more."""

    template: str = "plan/none.html"
    offers: tuple[LadderOffer, ...]
    more: tuple[LadderOffer, ...]
    # What stands behind there being no plan.
    why: str
    disagreement: tuple[Decided, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LadderPage:
    """One ladder in full. form: choose it; None if it is yours, or not yours to choose."""

    offer: LadderOffer
    safety: tuple[str, ...]
    sources: tuple[method.Source, ...]
    form: Form | None
    running: bool
    own: bool


def ladders_page(journey: Journey) -> LaddersPage:
    """Give all ladders that there are for a child of this age."""
    newest = {key: ladder for (key, _), ladder in sorted(journey.own_ladders.items())}
    fit = [*newest.values(), *method.ladders_for(_months(journey))]
    first = journey.first_ladder
    offers = sorted(
        (_with_why(journey, _offer(journey, ladder), first) for ladder in fit),
        key=lambda offer: (not offer.yours, not offer.because),
    )
    return LaddersPage(
        offers=tuple(offers[:AT_ONCE]),
        more=tuple(offers[AT_ONCE:]),
        why=journey.plan.because[0].saw,
        disagreement=disagreement_of(journey),
    )


def _with_why(
    journey: Journey, offer: LadderOffer, first: method.FirstLadder | None
) -> LadderOffer:
    """Say of the ladder to look at first why it is."""
    if first is None or offer.key != first.ladder:
        return offer
    return offer._replace(because=journey.visit.speaker.spoken(first.because.saw))


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
        form=decisions.choose(ladder, _choosing(journey)) if choosable else None,
        running=journey.plan.place in RUNNING,
        own=bool(ladder.name),
    )


def _is_yours(journey: Journey, ladder: Ladder) -> bool:
    plan = journey.plan
    same = ladder.key == plan.ladder
    return same and (not ladder.name or ladder.version == plan.version)


def _choosing(journey: Journey) -> str:
    if journey.is_shut:
        return _("Keep this one for later")
    return _("Choose this ladder")


def _offer(journey: Journey, ladder: Ladder) -> LadderOffer:
    speaker = journey.visit.speaker
    return LadderOffer(
        key=ladder.key,
        title=speaker.spoken(ladder.title),
        about=tuple(map(speaker.spoken, ladder.about)),
        steps=rows(journey, ladder),
        yours=_is_yours(journey, ladder),
    )


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """The page of a plan."""

    template: str
    # The heading.
    sentence: str
    path: Path
    # The child's step, all of them, and half of the child's one in words.
    step: StepRow
    steps: tuple[StepRow, ...]
    half: str
    card: PlanCard
    ways: tuple[Form, ...]
    disagreement: tuple[Decided, ...]
    # Whether "it has become a fight" can be said.
    may_tell: bool
    # The day to look again, where the heading speaks of something else.
    break_until: date | None


def page_of(journey: Journey) -> PlanPage | LaddersPage:
    """Give the page."""
    ladder, place = journey.ladder, journey.plan.place
    if ladder is None or place is None or place not in TEMPLATES:
        return ladders_page(journey)
    here = 0 if place is Place.CHOSEN else journey.step
    speaker, steps = journey.visit.speaker, rows(journey, ladder, here)
    fight = Mark.FIGHT in journey.plan.marks
    return PlanPage(
        template="plan/fight.html" if fight else TEMPLATES[place],
        sentence=_sentence(journey),
        path=path_of(journey, ladder, here, resting=place is Place.ON_BREAK),
        step=steps[ladder.within(journey.step) - 1],
        steps=steps,
        card=card_of(journey),
        half=speaker.spoken(ladder.says_half(journey.step)),
        ways=ways_of(journey),
        disagreement=disagreement_of(journey),
        may_tell=journey.may_decide and place is Place.ON_STEP and not fight,
        break_until=_break_until(journey),
    )


def _break_until(journey: Journey) -> date | None:
    """Give the day to look again while softness or an illness speaks first."""
    until = journey.holds.until_day if journey.holds else UNKNOWN
    spoken_of = journey.plan.move in (Advised.TAKE_A_BREAK, Advised.GO_ON)
    return None if spoken_of or until is UNKNOWN else until


def _sentence(journey: Journey) -> str:
    """Give the heading: the step, or why the plan stands where it stands."""
    plan = journey.plan
    is_step = plan.place is Place.ON_STEP and Mark.FIGHT not in plan.marks
    return plan.says if is_step else plan.because[0].saw
