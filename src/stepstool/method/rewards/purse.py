"""What is due: earned and not yet given, derived each time, never stored, never negative.

The successes at a step are paid at first,
later, every second one, until the jar is empty; the prize in sight is one small thing, the
child's after the first poop in the potty (M8). Source: rule 6 of the
method: a reward earned is given, none is taken back, and an accident never costs anything.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.ladder import Earns, Ladder, Treat, Until
from stepstool.method.ladder.ladder import STICKER
from stepstool.method.record import UNKNOWN, Because, Record, Saying, computed_id
from stepstool.method.record.kinds.lasting import Fading, Reward, RewardKind
from stepstool.method.record.kinds.promises import Price, Prize
from stepstool.method.rewards.choking import names_a_risk
from stepstool.method.rewards.events import (
    Event,
    For,
    Judge,
    OnLadder,
    RewardsGiven,
    Slot,
    StepEvent,
    courage_events,
    potty_events,
    slot_of,
    special_events,
    step_events,
    try_events,
)
from stepstool.method.rewards.fading import Stages
from stepstool.method.rewards.things import (
    ONE_STICKER,
    SPECIAL_STICKER,
    House,
    Terms,
    thing,
)

N: Final = topic("rewards")


@dataclass(frozen=True, kw_only=True)
class PrizeInSight:
    """The prize: what and where; by which poop it was earned, and what was given.

    earned, given: None while that has not happened.
    """

    prize: Prize
    earned: Event | None
    given: Reward | None

    @property
    def is_due(self) -> bool:
        """Whether it was earned and not yet given."""
        return self.earned is not None and self.given is None


def prize_of(
    record: Record, given: RewardsGiven, potty: Sequence[Event]
) -> PrizeInSight | None:
    """Give the prize that stands in sight, if there is one. potty: poops there, in order."""
    prizes = [each for each in record.of(Prize) if each.what is not UNKNOWN]
    if not prizes:
        return None
    prize = prizes[-1]
    landed = (each for each in potty if each.at >= prize.at)
    handed = (each for each in given.all if each.at >= prize.at)
    return PrizeInSight(
        prize=prize,
        earned=next((_earned(prize, each) for each in landed), None),
        given=next((each for each in handed if slot_of(each) is Slot.PRIZE), None),
    )


def _earned(prize: Prize, event: Event) -> Event:
    """Give the event of the prize: one a prize, by whatever poop two phones name."""
    return replace(event, slot=Slot.PRIZE, for_=For.PRIZE, once=prize.id)


ONE: Final = 1
Step = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Owed:
    """What a success earns.

    treat: how much of what; named: what the step itself names instead; first: whether it
    was the first.
    """

    event: StepEvent
    treat: Treat
    named: tuple[str, ...]
    first: bool


@dataclass(frozen=True)
class Paying:
    """What payment rests on: the terms, the stages of fading, and what was given."""

    terms: Terms
    stages: Stages
    given: RewardsGiven

    def owed(self, events: Sequence[StepEvent]) -> Iterator[Owed]:
        """Give what is owed and was not given, in any order."""
        loose = self.given.apart_from(events, Slot.STEP)
        settled = self.given.settled(events)
        for step in dict.fromkeys(map(_step, events)):
            here = [each for each in events if _step(each) == step]
            before = [each for each in loose if (each.ladder, each.step) == step]
            yield from Walk(self, here, before, settled).owed()

    def jar_left(self, ladder: Ladder, step: int, at: datetime) -> int | None:
        """Give how many pieces are left for a step; None where nobody counted them."""
        price = self.terms.price(ladder.key, step, at)
        ends = Until.JAR_EMPTY in ladder.step(step).earns.until
        if not ends or price is None or price.jar is UNKNOWN:
            return None
        what = self.terms.agreed(ladder, step, at).first.thing
        return max(price.jar - sum(map(_pieces, self._taken(price, what))), 0)

    def _taken(self, price: Price, what: str) -> Iterator[Reward]:
        """Give what was taken out of the jar; nail polish instead leaves it full."""
        return (
            each
            for each in self.given.all
            if (each.ladder, each.step) == (price.ladder, price.step)
            and each.at >= price.at
            and each.what in (what, UNKNOWN)
        )


def _step(event: StepEvent) -> Step:
    return (event.ladder.key, event.step)


def _pieces(reward: Reward) -> int:
    return ONE if reward.amount is UNKNOWN else reward.amount


class Walk:
    """The successes at one step in their order, with what was given for it before."""

    def __init__(
        self,
        paying: Paying,
        events: Sequence[StepEvent],
        loose: Sequence[Reward],
        settled: Collection[tuple[str, ...]],
    ) -> None:
        """Begin before the first."""
        self._paying = paying
        self._events = events
        self._loose = loose
        self._settled = settled
        self._stickers = 0
        self._promised = 0
        self._known: dict[str, Earns] = {}

    def owed(self) -> Iterator[Owed]:
        """Give what is owed for those that nothing was given for."""
        for number, event in enumerate(self._events):
            earlier = any(each.at < event.at for each in self._loose)
            first = number == 0 and not earlier
            if self._is_settled(event):
                self._stickers = 0
            elif self._is_time(event) and not self._is_empty(event):
                owed = self._owed(event, first=first)
                self._promised += owed.treat.amount or ONE
                yield owed

    def _is_settled(self, event: StepEvent) -> bool:
        """Whether something was given for it; where a day is paid, on that day."""
        given = self._paying.given
        daily = event.is_daily and any(given.on(event.day, self._loose))
        return daily or event.entries in self._settled

    def _is_time(self, event: StepEvent) -> bool:
        """Whether the stage of fading pays this one: all, every second one, or none."""
        fading = self._paying.stages.at(event.at).fading
        if fading is not Fading.EVERY_SECOND:
            return fading is Fading.EVERY_TIME
        self._stickers += 1
        full = self._stickers >= N.count.stickers_for_a_treat
        self._stickers = 0 if full else self._stickers
        return full

    def _is_empty(self, event: StepEvent) -> bool:
        left = self._paying.jar_left(event.ladder, event.step, event.at)
        return left is not None and left <= self._promised

    def _owed(self, event: StepEvent, *, first: bool) -> Owed:
        earns = self._earns(event)
        treat = earns.first if first else earns.then
        return Owed(event=event, treat=treat, named=earns.instead, first=first)

    def _earns(self, event: StepEvent) -> Earns:
        """Give what the step paid then; it is read once a price."""
        terms, step = self._paying.terms, (event.ladder, event.step)
        price = terms.price(event.ladder.key, event.step, event.at)
        name = price.id if price else ""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = terms.of(*step, event.at)
        return known


# What a reward rests on, by what it is for.
SOURCES: Final[Mapping[For, tuple[str, ...]]] = {
    For.SUCCESS: ("ACCOUNT-B", "HOMEREWARD", "CAMERON-2001"),
    For.AHEAD: ("ACCOUNT-B", "I"),
    For.POTTY: ("ACCOUNT-C",),
    For.PRIZE: ("ACCOUNT-C",),
    For.TRY: ("HOMEREWARD", "I"),
    For.COURAGE: ("I",),
}


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing that is due."""

    id: str  # of the entry that says it was given, the same on every phone
    slot: Slot
    for_: For
    kind: RewardKind
    thing: str  # empty for something small that the family picks
    amount: int | None  # how much of it; None: some
    entries: tuple[str, ...]  # what it rests on, first the one it is for
    at: datetime  # when that was
    day: date
    because: Because
    ladder: str = ""  # empty where no step earns it
    step: int = 0  # 0 where none does
    first: bool = False
    instead: tuple[str, ...] = ()  # what may take its place

    @property
    def cause(self) -> str:
        """The entry it is for."""
        return self.entries[0]

    def given(self, at: datetime, instead: str = "") -> Reward:
        """Say that it was given at a moment, or something instead of it.

        The entry has the same id wherever it is written, so that two phones make one.
        """
        same = instead in ("", self.thing)
        return Reward(
            id=self.id,
            at=at,
            written_at=at,
            reward=self.kind if same else thing(instead).kind,
            what=instead or self.thing or UNKNOWN,
            amount=self.amount if same and self.amount else UNKNOWN,
            cause=self.cause,
            ladder=self.ladder or UNKNOWN,
            step=self.step or UNKNOWN,
        )


def due(child: str, event: Event, treat: Treat) -> Due:
    """Make a due of an event; child: its id."""
    return Due(
        id=computed_id(child, "reward", event.slot, event.once),
        slot=event.slot,
        for_=event.for_,
        kind=_kind(event.slot, treat.thing),
        thing=treat.thing,
        amount=treat.amount,
        entries=event.entries,
        at=event.at,
        day=event.day,
        because=_because(event),
    )


def step_due(child: str, owed: Owed, house: House) -> Due:
    """Make a due of what a step owes; house: what may take its place here."""
    event = owed.event
    return replace(
        due(child, event, owed.treat),
        instead=house.instead_of(owed.treat.thing, owed.named),
        id=computed_id(child, "reward", event.slot, *event.paid_once),
        ladder=event.ladder.key,
        step=event.step,
        first=owed.first,
    )


def _kind(slot: Slot, given: str) -> RewardKind:
    return RewardKind.PRIZE if slot is Slot.PRIZE else thing(given).kind


def _because(event: Event) -> Because:
    saw = Saying(key=f"rewards.for.{event.for_}")
    return Because(rule=f"reward_{event.for_}", saw=saw, sources=SOURCES[event.for_])


ONE_SPECIAL: Final = Treat(thing=SPECIAL_STICKER, amount=1)


@dataclass(frozen=True)
class Purse:
    """All that dues are made of."""

    record: Record
    judge: Judge
    paying: Paying

    @property
    def _given(self) -> RewardsGiven:
        return self.paying.given

    @property
    def _house(self) -> House:
        return self.paying.terms.house

    @cached_property
    def judged(self) -> list[OnLadder]:
        """The poops and tries on a step."""
        return self.judge.judged()

    @cached_property
    def successes(self) -> Sequence[StepEvent]:
        """What worked at a step."""
        return step_events(self.judged)

    @cached_property
    def potty(self) -> Sequence[Event]:
        """The poops in the potty and the toilet."""
        return list(potty_events(self.record))

    @cached_property
    def prize(self) -> PrizeInSight | None:
        """The prize in sight, if there is one."""
        return prize_of(self.record, self._given, self.potty)

    def dues(self) -> list[Due]:
        """Give what is due, in the order in which it was earned; the prize never lapses."""
        found = [*self._of_steps(), *self._specials(), *self._stickers()]
        return sorted([*found, *self._of_prize()], key=_in_order)

    def _is_recent(self, event: Event) -> bool:
        return event.at > self.record.at - N.span.due_days

    def _of_steps(self) -> Iterator[Due]:
        """Give what the steps owe; the special sticker of a step is that of the potty."""
        in_potty = {entry for each in self.potty for entry in each.entries}
        for owed in self.paying.owed(self.successes):
            what = owed.treat.thing
            twice = what == SPECIAL_STICKER and owed.event.cause in in_potty
            shown = not twice and not thing(what).gesture
            if shown and self._is_recent(owed.event):
                yield step_due(self.record.child.id, owed, self._house)

    def _specials(self) -> Iterator[Due]:
        """Give the special sticker of each day that was not given, by hand or by any tap.

        A day's due has one id, so that a tap stands for it whatever poop it named.
        """
        events = special_events(self.potty)
        settled = self._given.settled(events)
        loose = self._given.apart_from(events, Slot.SPECIAL)
        tapped = {each.id for each in self._given.all}
        recent = filter(self._is_recent, events)
        for each in recent if self._house.takes(SPECIAL_STICKER) else ():
            stage, owed = self.paying.stages.at(each.at), self._due(each, ONE_SPECIAL)
            had = each.entries in settled or any(self._given.on(each.day, loose))
            if stage.fading is not Fading.WORDS and not had and owed.id not in tapped:
                yield owed

    def _of_prize(self) -> Iterator[Due]:
        prize = self.prize
        if prize and prize.is_due and prize.earned and self._house.things:
            named = prize.prize.what
            unfit = named is UNKNOWN or (self._house.is_young and names_a_risk(named))
            treat = Treat(thing="" if unfit else str(named))
            yield self._due(prize.earned, treat)

    def _stickers(self) -> Iterator[Due]:
        if self._house.takes(STICKER):
            tries = list(try_events(self.record, [*self.potty, *self.successes]))
            brave = list(courage_events(self.record))
            loose = self._given.apart_from([*tries, *brave], Slot.STICKER)
            yield from self._daily(tries, N.count.tries_a_day, loose)
            yield from self._daily(brave, N.count.courage_a_day, ())

    def _daily(
        self, events: Sequence[Event], most: int, loose: Sequence[Reward]
    ) -> Iterator[Due]:
        """Give the stickers of each day, so many at most; what was given counts."""
        since = self.record.clock.day(self.record.at - N.span.due_days)
        recent = (each for each in events if each.day >= since)
        for day, group in groupby(recent, key=lambda each: each.day):
            today = list(group)
            missing = [each for each in today if not self._given.for_(each)]
            had = len(today) - len(missing) + self._on(day, loose)
            for each in filter(self._is_recent, missing[: max(most - had, 0)]):
                yield self._due(each, ONE_STICKER)

    def _on(self, day: date, rewards: Sequence[Reward]) -> int:
        return sum(1 for _ in self._given.on(day, rewards))

    def _due(self, event: Event, treat: Treat) -> Due:
        return due(self.record.child.id, event, treat)


def _in_order(due: Due) -> tuple[datetime, int, str]:
    """Sort by when it was earned; then what a step pays, and what comes with it."""
    return (due.at, list(Slot).index(due.slot), due.id)
