"""The page of the editor: the name, a card for each step, and what is wrong where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stepstool import method
from stepstool.web.plan.journey import Journey
from stepstool.web.plan.own.choices import THINGS, WORDS
from stepstool.web.plan.own.draft import MOST, Draft, DraftStep


class Option(NamedTuple):
    """One choice of a list."""

    value: str
    words: str
    chosen: bool


class Pick(NamedTuple):
    """A list to choose from. name: of the field, with the number of its step."""

    name: str
    options: list[Option]


@dataclass(frozen=True, kw_only=True)
class Card:
    """One step. picks: what it lands in, the room, how; fault: what is wrong here."""

    number: int
    step: DraftStep
    picks: list[Pick]
    things: Pick
    fault: str
    first: bool
    last: bool


@dataclass(frozen=True, kw_only=True)
class OwnPage:
    """The page. changes: whether it is a change of one that is kept already."""

    draft: Draft
    cards: list[Card]
    fault: str
    full: bool
    changes: bool

    @property
    def faulty(self) -> list[Card]:
        """The steps that need mending: named at the top, where one looks first."""
        return [card for card in self.cards if card.fault]


def present(journey: Journey, draft: Draft, faults: Mapping[int, str]) -> OwnPage:
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


def _card(journey: Journey, draft: Draft, number: int, fault: str) -> Card:
    step = draft.steps[number - 1]
    return Card(
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
        Option(key, str(words), key == chosen) for key, words in WORDS[name].items()
    ]
    return Pick(f"{name}-{number}", options)


def _things(journey: Journey, number: int, chosen: str) -> Pick:
    """Give what may be earned, as this family gives; its own thing stays its own."""
    visit = journey.visit
    house = visit.advice.rewards.found.terms.house
    keys = [key for key in THINGS if house.takes(key) or key == chosen]
    keys += [] if chosen in keys or not chosen else [chosen]
    options = [
        Option(key, method.treat(method.Treat(thing=key), visit.speaker), key == chosen)
        for key in keys
    ]
    return Pick(f"thing-{number}", options)
