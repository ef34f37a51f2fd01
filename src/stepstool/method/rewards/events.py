"""What earns something: a success at the step, a poop in the potty, a try, some courage.

For where and how, and for trying; never for the amount, the type, "a poop today" or being
good: nothing here reads any of these. Source: clinical_rules.md §8.2.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from stepstool.method.ladder import Judged, Ladder, Per
from stepstool.method.ladder.judging import NOT_GIVEN
from stepstool.method.ladder.numbers import VERDICTS_BACK
from stepstool.method.ladder.tries import mere_tries
from stepstool.method.record import Record
from stepstool.method.record.bout import Bout
from stepstool.method.record.entry import Entry
from stepstool.method.record.kinds.health import ClinicianWord, MedicineGiven
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.rewards.judged import OnLadder


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
    brave = sorted([*taken, *visits], key=lambda each: each.in_time)
    yield from _stickers(record, For.COURAGE, brave)


def _since(record: Record) -> datetime:
    return record.at - VERDICTS_BACK


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
