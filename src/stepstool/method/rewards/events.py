"""What earns something, and what was given for it.

A success at the step, the first poop in the potty of a day, a try, some courage: for where and how, and for
trying; never for the amount, the type, "a poop today" or being good, which nothing here reads.
Every poop and try of the last weeks is judged by the ladder that held when it came: what was
earned on another one, or before the plan ended, stays earned. What was given is a fact that
nothing takes back (rule 6 of the method).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Final

from stepstool.method.calm import Course, PlanPlace, course_of
from stepstool.method.comfort import Comfort
from stepstool.method.evidence import topic
from stepstool.method.ladder import Judged, Ladder, Per, PlanAdvice, Verdict, ladder_in
from stepstool.method.ladder.gate import absences_of, gate_of
from stepstool.method.ladder.verdict import NOT_GIVEN, Judging, mere_tries
from stepstool.method.record import UNKNOWN, Record, in_time
from stepstool.method.record.bout import Bout
from stepstool.method.record.entry import Entry
from stepstool.method.record.kinds.health import ClinicianWord, MedicineGiven
from stepstool.method.record.kinds.lasting import Plan, Reward, RewardKind
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit

LADDER: Final = topic("ladder")

Version = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class OnLadder:
    """A verdict, and the ladder it was judged by."""

    ladder: Ladder
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Judge:
    """What verdicts of any ladder are made of; those of the plan are there already."""

    record: Record
    comfort: Comfort
    plan: PlanAdvice
    course: Course

    def judged(self) -> list[OnLadder]:
        """Give the verdicts on a step, in order."""
        since = self.record.at - LADDER.span.verdicts_back
        versions = dict.fromkeys(_versions(self.course, since))
        found = [each for version in versions for each in self._by(version)]
        return sorted(found, key=lambda each: (each.verdict.at, each.verdict.entries))

    def _by(self, version: Version) -> Iterator[OnLadder]:
        ladder = ladder_in(self.record, *version)
        if ladder is None:
            return
        for each in self._verdicts(ladder):
            if each.step and _version_at(self.course, each.at) == version:
                yield OnLadder(ladder=ladder, verdict=each)

    def _verdicts(self, ladder: Ladder) -> Sequence[Verdict]:
        if (self.plan.ladder, self.plan.version) == (ladder.key, ladder.version):
            return self.plan.verdicts
        gate, absences = gate_of(self.comfort), absences_of(self.record)
        return Judging(self.record, self.course, ladder, gate, absences).verdicts()


def judge_of(record: Record, comfort: Comfort, plan: PlanAdvice) -> Judge:
    """Give the judge of this record."""
    course = course_of(record.of(Plan))
    return Judge(record=record, comfort=comfort, plan=plan, course=course)


def _versions(course: Course, since: datetime) -> Iterator[Version]:
    for each in course.stretches:
        if each.standing.place is PlanPlace.ON_STEP and (each.until or since) >= since:
            yield (each.standing.ladder, each.standing.version)


def _version_at(course: Course, at: datetime) -> Version:
    stretch = course.at(at)
    return (stretch.standing.ladder, stretch.standing.version) if stretch else ("", 0)


class Slot(StrEnum):
    """One thing may be earned in each of these by one cause, and no more."""

    STEP = "step"
    SPECIAL = "special_sticker"
    PRIZE = "prize"
    STICKER = "sticker"


class For(StrEnum):
    """What it is for."""

    SUCCESS = "success"
    AHEAD = "ahead"
    POTTY = "potty"
    TRY = "try"
    COURAGE = "courage"
    PRIZE = "prize"


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that earns. entries: the ids it rests on, the first of them its cause.

    once: what two phones compute the same id from.
    """

    slot: Slot
    for_: For
    entries: tuple[str, ...]
    at: datetime
    day: date
    once: str

    @property
    def cause(self) -> str:
        """The entry to name as the cause."""
        return self.entries[0]


@dataclass(frozen=True, kw_only=True)
class StepEvent(Event):
    """A success at a step, or beyond the child's own: the step that was reached."""

    ladder: Ladder
    step: int

    @property
    def is_daily(self) -> bool:
        """Whether a day is paid here, and not a poop."""
        return self.ladder.step(self.step).earns.per is Per.DAY

    @property
    def paid_once(self) -> tuple[str, int, str]:
        """Name what is paid once: a bout, or a day."""
        once = str(self.day) if self.is_daily else self.once
        return (self.ladder.key, self.step, once)


# A success that was hard or hurt is paid like any other: comfort decides about the rest.
PAID: Final = {Judged.SUCCESS, Judged.SORE, Judged.AHEAD}


def step_events(judged: Iterable[OnLadder]) -> list[StepEvent]:
    """Give the successes, one a bout; where a day is paid, one a day."""
    earned = [_step_event(each) for each in judged if each.verdict.deserved in PAID]
    groups: dict[tuple[str, int, str], list[StepEvent]] = {}
    for each in earned:
        groups.setdefault(each.paid_once, []).append(each)
    return [_one(group) for group in groups.values()]


def _step_event(each: OnLadder) -> StepEvent:
    verdict = each.verdict
    return StepEvent(
        slot=Slot.STEP,
        for_=For.AHEAD if verdict.reached > verdict.step else For.SUCCESS,
        entries=verdict.entries,
        at=verdict.at,
        day=verdict.day,
        once=verdict.entries[0],
        ladder=each.ladder,
        step=verdict.reached,
    )


def _one(group: list[StepEvent]) -> StepEvent:
    entries = tuple(each for event in group for each in event.entries)
    return replace(group[0], entries=entries, once=group[0].paid_once[-1])


def potty_events(record: Record) -> Iterator[Event]:
    """Give each poop that landed in the potty or the toilet."""
    for bout in _bouts(record):
        if bout.is_full and bout.in_toilet:
            entries = tuple(poop.id for poop in bout.poops)
            yield _event(record, Slot.SPECIAL, For.POTTY, bout.at, entries)


def special_events(potty: Iterable[Event]) -> list[Event]:
    """Give the special sticker of each day: one, however much or often it came there.

    potty: the poops in the potty and the toilet.
    """
    days: dict[date, list[Event]] = defaultdict(list)
    for each in potty:
        days[each.day].append(each)
    return [_special(day, poops) for day, poops in days.items()]


def _special(day: date, poops: Sequence[Event]) -> Event:
    entries = tuple(entry for each in poops for entry in each.entries)
    return replace(poops[0], entries=entries, once=str(day))


def try_events(record: Record, paid: Iterable[Event]) -> Iterator[Event]:
    """Give the sits that nothing else is paid for; an accident after one costs nothing."""
    sits = record.within(Sit, _since(record), record.at)
    tries = mere_tries(sits, sorted(each.at for each in paid))
    yield from _stickers(record, For.TRY, tries)


def courage_events(record: Record) -> Iterator[Event]:
    """Give the medicine that was taken, and the visits at a doctor's."""
    medicine = record.within(MedicineGiven, _since(record), record.at)
    taken: list[Entry] = [each for each in medicine if each.outcome not in NOT_GIVEN]
    visits = record.within(ClinicianWord, _since(record), record.at)
    brave = sorted([*taken, *visits], key=in_time)
    yield from _stickers(record, For.COURAGE, brave)


def _since(record: Record) -> datetime:
    return record.at - LADDER.span.verdicts_back


def _bouts(record: Record) -> Iterable[Bout]:
    since = _since(record)
    return (each for each in record.bouts if each.at > since)


def _stickers(record: Record, for_: For, entries: Iterable[Entry]) -> Iterator[Event]:
    for each in entries:
        yield _event(record, Slot.STICKER, for_, each.at, (each.id,))


def _event(
    record: Record, slot: Slot, for_: For, at: datetime, entries: tuple[str, ...]
) -> Event:
    day = record.clock.day(at)
    return Event(slot=slot, for_=for_, entries=entries, at=at, day=day, once=entries[0])


SLOTS: Final = {
    RewardKind.PRIZE: Slot.PRIZE,
    RewardKind.SPECIAL_STICKER: Slot.SPECIAL,
    RewardKind.STICKER: Slot.STICKER,
}


FOR_A_POOP: Final = {Slot.STEP, Slot.SPECIAL}


def slot_of(reward: Reward) -> Slot | None:
    """Say what a reward was given in; None: for nothing that is earned here."""
    slot = None if reward.reward is UNKNOWN else SLOTS.get(reward.reward)
    if slot is not Slot.PRIZE and reward.ladder is not UNKNOWN:
        return Slot.STEP
    return slot


@dataclass(frozen=True)
class RewardsGiven:
    """The rewards given, in the order of their moments."""

    record: Record

    @cached_property
    def all(self) -> Sequence[Reward]:
        """All of them, however old."""
        return self.record.of(Reward)

    @cached_property
    def _by_cause(self) -> dict[str, list[Reward]]:
        causes: dict[str, list[Reward]] = defaultdict(list)
        for each in self.all:
            if each.cause is not UNKNOWN:
                causes[each.cause].append(each)
        return causes

    def for_(self, event: Event) -> Reward | None:
        """Give what was given for this, whichever of its entries was named as the cause."""
        found = (
            reward
            for entry in event.entries
            for reward in self._by_cause.get(entry, ())
            if slot_of(reward) is event.slot
        )
        return next(found, None)

    def settled(self, events: Sequence[Event]) -> set[tuple[str, ...]]:
        """Give the events, by their entries, that something was given for.

        Two carers wrote one poop down twice, and one of the two was taken out again: what
        was given for it then settles the last one of that day that is still open.
        """
        done = {each.entries for each in events if self.for_(each)}
        for reward in self._orphans:
            day = self.record.clock.day(reward.at)
            fitting = (
                each.entries
                for each in reversed(events)
                if each.day == day and each.at <= reward.at and _fits(each, reward)
            )
            done.update(islice((each for each in fitting if each not in done), 1))
        return done

    @cached_property
    def _orphans(self) -> Sequence[Reward]:
        """Those of the last weeks whose poop is not in the diary any more."""
        since = self.record.at - LADDER.span.verdicts_back
        recent = self.record.within(Reward, since, self.record.at)
        there = {UNKNOWN, *(each.id for each in self.record.of(Poop))}
        return [
            each
            for each in recent
            if slot_of(each) in FOR_A_POOP and each.cause not in there
        ]

    def apart_from(self, events: Iterable[Event], slot: Slot) -> list[Reward]:
        """Give what was given in a slot for something that is not, or no more, among these."""
        causes = {entry for event in events for entry in event.entries}
        return [each for each in self._in.get(slot, ()) if each.cause not in causes]

    @cached_property
    def _in(self) -> dict[Slot | None, list[Reward]]:
        slots: dict[Slot | None, list[Reward]] = defaultdict(list)
        for each in self.all:
            slots[slot_of(each)].append(each)
        return slots

    def on(self, day: date, rewards: Iterable[Reward]) -> Iterator[Reward]:
        """Keep those that were given on a day."""
        start, end = self.record.clock.start(day), self.record.clock.end(day)
        return (each for each in rewards if start <= each.at < end)


def _fits(event: Event, reward: Reward) -> bool:
    """Whether a reward was given in the slot of an event, and at its step."""
    place = (reward.ladder, reward.step)
    there = (event.ladder.key, event.step) if isinstance(event, StepEvent) else place
    return slot_of(reward) is event.slot and place == there
