"""A ladder of the family's own: drawn up step by step as a draft, checked, and kept."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Final, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stepstool import method
from stepstool.web.diary.visit import Visit
from stepstool.web.diary.words.table import Word
from stepstool.web.plan.journey import Journey
from stepstool.web.shell.digits import number_of

P, R = method.poop, method.answers.Where
DIAPER = tuple(place for place in P.Place if place in P.IN_A_DIAPER)
SLIT, HOLE = P.Wearing.DIAPER_WITH_SLIT, P.Wearing.DIAPER_WITH_HOLE
ANY: Final = "any"
Asks = Mapping[str, tuple[Any, ...]]

LANDS: Final[Mapping[str, Asks]] = {
    "diaper": {"place": DIAPER},
    "slit": {"place": DIAPER, "wearing": (SLIT, HOLE)},
    "hole": {"place": DIAPER, "wearing": (HOLE,)},
    "bare": {"place": (P.Place.POTTY, P.Place.TOILET)},
    "toilet": {"place": (P.Place.TOILET,)},
    ANY: {},
}
ROOMS: Final[Mapping[str, Asks]] = {
    ANY: {},
    "bathroom": {"where": (R.BATHROOM,)},
    "hiding_place": {"where": (R.HIDING_PLACE,)},
    "at_home": {"where": (R.BEDROOM, R.LIVING_ROOM, R.ELSEWHERE_AT_HOME)},
    "other_home": {"where": (R.OTHER_HOME,)},
    "out": {"where": (R.PRESCHOOL, R.ON_THE_WAY)},
}
ON_POTTY = (P.Posture.SITTING_ON_POTTY,)
HOWS: Final[Mapping[str, Asks]] = {
    ANY: {},
    "standing": {"posture": (P.Posture.STANDING, P.Posture.SQUATTING)},
    "on_potty": {"posture": ON_POTTY},
    "on_lid": {"posture": (P.Posture.SITTING_ON_LID, P.Posture.SQUATTING_ON_LID)},
    "on_seat": {
        "posture": (P.Posture.SITTING_ON_SEAT, P.Posture.SQUATTING_ON_SEAT, *ON_POTTY)
    },
}
WORDS: Final[Mapping[str, Mapping[str, Word]]] = {
    "lands": {
        "diaper": gettext_lazy("In a diaper"),
        "slit": gettext_lazy("In a diaper with a slit"),
        "hole": gettext_lazy("In a diaper with a hole"),
        "bare": gettext_lazy("In the potty or the toilet"),
        "toilet": gettext_lazy("In the toilet only"),
        ANY: gettext_lazy("Wherever it lands"),
    },
    "room": {
        ANY: gettext_lazy("In any room"),
        "bathroom": gettext_lazy("In the bathroom"),
        "hiding_place": gettext_lazy("In the hiding place"),
        "at_home": gettext_lazy("In another room at home"),
        "other_home": gettext_lazy("At another home"),
        "out": gettext_lazy("At preschool or on the way"),
    },
    "how": {
        ANY: gettext_lazy("In any way"),
        "standing": gettext_lazy("Standing or squatting"),
        "on_potty": gettext_lazy("Sitting on the potty"),
        "on_lid": gettext_lazy("On the closed lid"),
        "on_seat": gettext_lazy("On the seat or the potty"),
    },
}
TABLES: Final[Mapping[str, Mapping[str, Asks]]] = {
    "lands": LANDS,
    "room": ROOMS,
    "how": HOWS,
}
THINGS: Final = tuple(method.THINGS)
MOST: Final = method.own_ladder.STEPS.most
FIELDS: Final = ("says", "lands", "room", "how", "days", "thing", "half")
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


def nearest(table: Mapping[str, Asks], wanted: method.Wanted) -> str:
    """Give the choice that says what a step of any ladder wants; else any."""
    for key, asks in table.items():
        same = (
            getattr(wanted, name) == frozenset(answers)
            for name, answers in asks.items()
        )
        if asks and all(same):
            return key
    return ANY


def nearest_landing(wanted: method.Wanted) -> str:
    """Give what it lands in; without a diaper its clothes say nothing more."""
    if wanted.place and not wanted.place & set(DIAPER):
        return "toilet" if wanted.place == {P.Place.TOILET} else "bare"
    cut = {SLIT: "slit", HOLE: "hole"}
    worn = next((key for worn_so, key in cut.items() if worn_so in wanted.wearing), "")
    return worn or ("diaper" if wanted.place else ANY)


@dataclass(frozen=True, kw_only=True)
class DraftStep:
    """One step as typed and tapped."""

    says: str = ""
    lands: str = "diaper"
    room: str = ANY
    how: str = ANY
    days: str = ""
    thing: str = "sticker"
    half: str = ""

    def own_step(self) -> method.own_ladder.OwnStep:
        """Give the step that it tells; what is empty or none of ours stays open."""
        typed = {"says": self.says, "half": self.half, "thing": self.thing}
        answers: dict[str, Any] = {name: text for name, text in typed.items() if text}
        if (days := number_of(self.days)) is not None:
            answers["days"] = days
        for name, table in TABLES.items():
            answers |= table.get(getattr(self, name), {})
        return method.own_ladder.OwnStep(**answers)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A ladder as it stands in the form. ladder: the key of the one it is a change of."""

    title: str = ""
    ladder: str = ""
    steps: tuple[DraftStep, ...] = field(default=(DraftStep(),))

    def after(self, action: str) -> "Draft":
        """Give the draft after a button: add, or up, down, remove with a step's number."""
        what, _, which = action.partition("-")
        move = MOVES.get(what)
        if what == "add" and len(self.steps) < MOST:
            return replace(self, steps=(*self.steps, DraftStep()))
        number = number_of(which)
        if move is None or not number or number > len(self.steps):
            return self
        return replace(self, steps=move(self.steps, number - 1))


Steps = tuple[DraftStep, ...]


def _without(steps: Steps, place: int) -> Steps:
    return (*steps[:place], *steps[place + 1 :]) or (DraftStep(),)


def _up(steps: Steps, place: int) -> Steps:
    if place == 0:
        return steps
    return (*steps[: place - 1], steps[place], steps[place - 1], *steps[place + 1 :])


def _down(steps: Steps, place: int) -> Steps:
    return _up(steps, place + 1) if place + 1 < len(steps) else steps


MOVES: Final[Mapping[str, Callable[[Steps, int], Steps]]] = {
    "remove": _without,
    "up": _up,
    "down": _down,
}


def draft_in(posted: QueryDict) -> Draft:
    """Read the form as it was sent."""
    steps = []
    for number in count(1):
        if f"says-{number}" not in posted or number > MOST:
            break
        answers = {name: posted.get(f"{name}-{number}", "").strip() for name in FIELDS}
        steps.append(DraftStep(**answers))
    return Draft(
        title=posted.get("title", "").strip(),
        ladder=posted.get("ladder", ""),
        steps=tuple(steps) or (DraftStep(),),
    )


def draft_of(visit: Visit, ladder: method.Ladder) -> Draft:
    """Begin with the steps of a ladder; a change, if it is the family's own."""
    say, terms = visit.speaker.spoken, visit.advice.rewards.unspoken.terms
    own = ladder.key if ladder.key.startswith(method.OWN_LADDER) else ""
    steps = tuple(
        DraftStep(
            says=say(ladder.says(number)),
            lands=nearest_landing(step.success[0]),
            room=nearest(ROOMS, step.success[0]),
            how=nearest(HOWS, step.success[0]),
            days=str(step.at_least_days),
            thing=terms.agreed(ladder, number, visit.now).first.thing,
            half=say(ladder.says_half(number)),
        )
        for number, step in enumerate(ladder.steps, 1)
    )
    return Draft(title=say(ladder.title) if own else "", ladder=own, steps=steps)


def faults_of(draft: Draft) -> Faults:
    """Give what must be mended before a ladder can be made of it; by step, 0 for its name."""
    faults = dict(_steps_at_fault(draft))
    if not draft.title:
        faults[TITLE] = _("What do you call it? A word is enough.")
    elif len(draft.title) > LONGEST_TITLE:
        faults[TITLE] = _("A shorter name, please: %(most)s letters at most.") % {
            "most": LONGEST_TITLE
        }
    return faults


def _steps_at_fault(draft: Draft) -> Iterator[tuple[int, str]]:
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
    return DAYS.takes(number_of(typed))


def findings_of(ladder: method.Ladder) -> Faults:
    """Give what the method finds: two things at once, or a diaper that is refused."""
    return {fault.step: _finding(fault) for fault in method.check_ladder(ladder)}


def _finding(finding: method.Finding) -> str:
    if finding.wrong is method.Wrong.REFUSES_A_DIAPER:
        return _(
            "A diaper is never refused. Write what the child does, not what is taken away."
        )
    things = ", ".join(str(HARDER[thing]) for thing in finding.harder)
    words = _(
        "Harder by two things at once: %(things)s. Put a step between, with only one of them."
    )
    return words % {"things": things}


class PickOption(NamedTuple):
    """One choice of a list."""

    value: str
    words: str
    chosen: bool


class Pick(NamedTuple):
    """A list to choose from."""

    # Of the field, with the number of its step.
    name: str
    options: list[PickOption]


@dataclass(frozen=True, kw_only=True)
class DraftCard:
    """One step."""

    number: int
    step: DraftStep
    # What it lands in, the room, how.
    picks: list[Pick]
    things: Pick
    fault: str
    first: bool
    last: bool


@dataclass(frozen=True, kw_only=True)
class OwnPage:
    """The page."""

    draft: Draft
    cards: list[DraftCard]
    fault: str
    full: bool
    # Whether it is a change of one that is kept already.
    changes: bool

    @property
    def faulty(self) -> list[DraftCard]:
        """The steps that need mending: named at the top, where one looks first."""
        return [card for card in self.cards if card.fault]


def own_page(journey: Journey, draft: Draft, faults: Mapping[int, str]) -> OwnPage:
    """Give the page."""
    cards = [
        _card(journey, draft, number, faults.get(number, ""))
        for number in range(1, len(draft.steps) + 1)
    ]
    return OwnPage(
        draft=draft,
        cards=cards,
        fault=faults.get(0, ""),
        full=len(draft.steps) >= MOST,
        changes=bool(draft.ladder),
    )


def _card(journey: Journey, draft: Draft, number: int, fault: str) -> DraftCard:
    step = draft.steps[number - 1]
    return DraftCard(
        number=number,
        step=step,
        picks=[_pick(name, number, getattr(step, name)) for name in WORDS],
        things=_things(journey, number, step.thing),
        fault=fault,
        first=number == 1,
        last=number == len(draft.steps),
    )


def _pick(name: str, number: int, chosen: str) -> Pick:
    options = [
        PickOption(key, str(words), key == chosen) for key, words in WORDS[name].items()
    ]
    return Pick(f"{name}-{number}", options)


def _things(journey: Journey, number: int, chosen: str) -> Pick:
    """Give what may be earned, as this family gives; its own thing stays its own."""
    visit = journey.visit
    house = visit.advice.rewards.unspoken.terms.house
    keys = [key for key in THINGS if house.takes(key) or key == chosen]
    keys += [] if chosen in keys or not chosen else [chosen]
    options = [
        PickOption(
            key, method.treat(method.Treat(thing=key), visit.speaker), key == chosen
        )
        for key in keys
    ]
    return Pick(f"thing-{number}", options)
