"""The page of choices: what is given here, what steps earn, the prize, fading."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final, NamedTuple, Protocol

from django.utils.formats import date_format

from stepstool import method
from stepstool.web.diary.treats import OWN, Treats, treats_of
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May
from stepstool.web.rewards.forms import OFFERED
from stepstool.web.rewards.page import (
    Looks,
    PrizeCard,
    allergies_of,
    looks_of,
    prize_of,
)

STAGES: Final = method.STAGES


class Faulty(Protocol):
    """A form with a fault."""

    key: ClassVar[str]

    @property
    def fault(self) -> str:
        """What is wrong."""


class ThingChoice(NamedTuple):
    """Something to choose."""

    key: str
    words: str
    chosen: bool


class StageRow(NamedTuple):
    """A stage of fading. here: it holds now; may: it can be chosen; advised: by us."""

    key: str
    words: str
    here: bool
    may: bool
    advised: bool


@dataclass(frozen=True, kw_only=True)
class StepPrice:
    """What a step of the ladder earns, and the form to say otherwise."""

    ladder: str
    number: int
    says: str
    earns: tuple[str, ...]
    here: bool
    things: tuple[ThingChoice, ...]
    own: str
    first: int | None
    then: int | None
    jar: int | None
    has_jar: bool


@dataclass(frozen=True, kw_only=True)
class Choices:
    """The page. treats: what is given here; earliest: when rewards may grow quieter."""

    treats: Treats
    allergies: str
    prices: tuple[StepPrice, ...]
    prize: PrizeCard | None
    looks: list[Looks]
    stages: tuple[StageRow, ...]
    fading: method.SpokenBecause
    earliest: str
    guard: tuple[method.SpokenBecause, ...]
    notes: tuple[method.SpokenBecause, ...]
    may_choose: bool
    fault: str
    faulty: str


def choices_of(visit: Visit, faulty: Faulty | None) -> Choices:
    """Give it."""
    rewards, speaker = visit.advice.rewards.unspoken, visit.speaker
    (fading,) = speaker.reasons((rewards.fading.because,))
    return Choices(
        treats=treats_of(visit),
        allergies=allergies_of(visit),
        prices=tuple(_prices(visit)),
        prize=prize_of(visit),
        looks=looks_of(visit),
        stages=tuple(_stages(visit)),
        fading=fading,
        earliest=_day(visit, rewards.fading.earliest),
        guard=speaker.reasons(rewards.guard),
        notes=speaker.reasons(rewards.notes),
        may_choose=May.WRITE in visit.may(method.lasting.Settings.KIND),
        fault=faulty.fault if faulty else "",
        faulty=faulty.key if faulty else "",
    )


def _day(visit: Visit, at: datetime | None) -> str:
    return date_format(visit.clock.day(at), "l, j F") if at and at > visit.now else ""


def _stages(visit: Visit) -> Iterator[StageRow]:
    rewards = visit.advice.rewards.unspoken
    fading = rewards.fading
    now = STAGES.index(fading.stage.fading)
    moves = (method.FadingMove.QUIETER, method.FadingMove.BACK)
    for number, stage in enumerate(STAGES):
        yield StageRow(
            key=str(stage),
            words=visit.speaker.say(f"rewards.stages.{stage}"),
            here=number == now,
            may=number != now and (rewards.promises or number < now),
            advised=fading.move in moves and stage is fading.to,
        )


def _prices(visit: Visit) -> Iterator[StepPrice]:
    plan, rewards = visit.advice.plan, visit.advice.rewards.unspoken
    ladder = plan.whole_ladder
    if ladder is None:
        return
    for number in range(1, len(ladder.steps) + 1):
        if rewards.promises or number == plan.step:
            yield _price(visit, ladder, number)


def _price(visit: Visit, ladder: method.Ladder, number: int) -> StepPrice:
    terms, speaker = visit.advice.rewards.unspoken.terms, visit.speaker
    agreed = terms.agreed(ladder, number, visit.now)
    price = terms.price(ladder.key, number, visit.now)
    thing = agreed.first.thing
    jar = price.jar if price else method.UNKNOWN
    return StepPrice(
        ladder=ladder.key,
        number=number,
        says=speaker.spoken(ladder.says(number)),
        earns=tuple(method.earned(terms.of(ladder, number, visit.now), speaker)),
        here=number == visit.advice.plan.step,
        things=tuple(_things(visit, thing)),
        own="" if thing in OFFERED else thing,
        first=agreed.first.amount,
        then=agreed.then.amount,
        jar=None if jar is method.UNKNOWN else jar,
        has_jar=method.Until.JAR_EMPTY in agreed.until,
    )


def _things(visit: Visit, chosen: str) -> Iterator[ThingChoice]:
    house = visit.advice.rewards.unspoken.terms.house
    for key in OFFERED:
        if house.takes(key):
            name = method.treat(method.Treat(thing=key), visit.speaker)
            yield ThingChoice(key, name[:1].upper() + name[1:], key == chosen)
    yield ThingChoice(OWN, "", chosen not in OFFERED)
