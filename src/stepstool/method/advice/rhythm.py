"""When to offer a potty party: the forecast, and what comfort, calm and plan let through (M4)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from stepstool.method import rhythm
from stepstool.method.advice.advice import Advice
from stepstool.method.advice.reason import Reason
from stepstool.method.advice.speaker import Speaker, speaker_of
from stepstool.method.calm import OFFERS_WHEN_WARM, Level, Place
from stepstool.method.comfort import allowed
from stepstool.method.record import (
    UNKNOWN,
    Because,
    Reads,
    Record,
    Saying,
    YesNo,
    union,
)
from stepstool.method.record.bout import bouts_of
from stepstool.method.record.kinds.lasting import Settings
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.rhythm import Closed, Forecast, SignalReport, Window

SOURCES: Final = ("I",)
DAY: Final = timedelta(days=1)
RHYTHM_READING: Final = union((*rhythm.READING, Reads(kind=Settings)))


@dataclass(frozen=True, kw_only=True)
class SpokenWindow:
    """A time at which a potty party may be offered, with how often it was right."""

    window: Window
    says: Reason


@dataclass(frozen=True, kw_only=True)
class SpokenSignal:
    """What one sign tells of this child."""

    signal: SignalReport
    says: Reason


@dataclass(frozen=True, kw_only=True)
class SpokenRhythm:
    """The rhythm in the family's words.

    because: what is known, and on how many poops it rests. closed: why nothing is offered
    now, None if something may be; closed_because: the same in plain words. windows: of
    today that are not over; surer: what would help to know more, never a duty.
    """

    forecast: Forecast
    because: tuple[Reason, ...]
    closed: Closed | None
    closed_because: tuple[Reason, ...]
    windows: tuple[SpokenWindow, ...]
    signals: tuple[SpokenSignal, ...]
    surer: tuple[str, ...]


def rhythm_of(record: Record, advice: Advice, language: str = "en") -> SpokenRhythm:
    """Say when it usually comes, what announces it, and when a sit may be offered today.

    advice: today's advice of the same record.
    """
    found, speaker = rhythm.forecast(record), speaker_of(record, language)
    closed = closed_for(record, advice)
    offered = rhythm.windows(found, _most(record, advice), closed)
    return SpokenRhythm(
        forecast=found,
        because=speaker.reasons(found.because),
        closed=closed,
        closed_because=speaker.reasons(_why(closed)),
        windows=tuple(_window(each, speaker) for each in offered),
        signals=tuple(_signal(each, speaker) for each in rhythm.signals(record)),
        surer=tuple(map(speaker.spoken, found.surer)),
    )


def closed_for(record: Record, advice: Advice) -> Closed | None:
    """Say why no sit is offered now (clinical_rules.md §3.3 and part 6); None if one may be.

    Neither elapsed time nor a setting opens what comfort, a fight or a break closes.
    """
    rows = (
        (not allowed(advice.comfort.state).sits_a_day, Closed.GATE),
        (advice.calm.level is Level.FIGHT, Closed.FIGHT),
        (advice.plan.place is Place.ON_BREAK, Closed.BREAK),
        (_hurt_lately(record, advice), Closed.TENDER),
    )
    return next((closed for holds, closed in rows if holds), None)


def may_offer_sit(
    record: Record, advice: Advice, language: str = "en"
) -> tuple[Reason, ...]:
    """Say why no sit is offered now; empty if one may be (rule 5).

    At most so many a day as the family chose and never more than the state allows, none
    between 20:00 and 06:00. The child may go as often as it likes.
    """
    closed = closed_for(record, advice)
    rows = (
        (closed is not None, str(closed)),
        (advice.night, "night"),
        (_offered(record) >= _most(record, advice), "enough"),
    )
    why = next((key for holds, key in rows if holds), "")
    return speaker_of(record, language).reasons(_why(why))


def _offered(record: Record) -> int:
    begins = record.at - DAY
    sits = record.within(Sit, begins, record.at)
    return sum(_is_offer_of_today(each, record) for each in sits)


def _is_offer_of_today(sit: Sit, record: Record) -> bool:
    return sit.offered is YesNo.YES and record.clock.day(sit.at) == record.today


def _hurt_lately(record: Record, advice: Advice) -> bool:
    after = allowed(advice.comfort.state).no_sit_after_hurt
    poops = record.within(Poop, record.at - after, record.at) if after else ()
    return any(bout.hurt for bout in bouts_of(poops, lambda _: False))


def _most(record: Record, advice: Advice) -> int:
    """Give how many offers a day: the family's choice, and fewer while it is tense."""
    chosen, state = record.settings.windows, advice.comfort.state
    most = allowed(state).sits_a_day
    wanted = most if chosen is UNKNOWN else min(chosen, most)
    if advice.calm.level is Level.WARM:
        return min(wanted, OFFERS_WHEN_WARM)
    return wanted


def _why(closed: str | None) -> tuple[Because, ...]:
    if not closed:
        return ()
    saw = Saying(key=f"rhythm.closed.{closed}")
    return (Because(rule="offer", saw=saw, sources=SOURCES),)


def _window(window: Window, speaker: Speaker) -> SpokenWindow:
    (says,) = speaker.reasons((window.because,))
    return SpokenWindow(window=window, says=says)


def _signal(signal: SignalReport, speaker: Speaker) -> SpokenSignal:
    (says,) = speaker.reasons((signal.because,))
    return SpokenSignal(signal=signal, says=says)
