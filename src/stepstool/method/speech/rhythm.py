"""The rhythm in the family's words, and what announces a poop."""

from dataclasses import dataclass

from stepstool.method import rhythm
from stepstool.method.advice import RhythmAdvice
from stepstool.method.record import Because, Record
from stepstool.method.rhythm import Closed, Forecast, SignalReport, Window
from stepstool.method.words import Reason, Speaker


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
    """What `RhythmAdvice` holds, in words.

    because: what is known, and on how many poops it rests; surer: what would help to know
    more, never a duty.
    """

    forecast: Forecast
    because: tuple[Reason, ...]
    closed: Closed | None
    windows: tuple[SpokenWindow, ...]
    none_because: tuple[Reason, ...]
    good_time: Reason | None
    often: Reason | None
    surer: tuple[str, ...]


def spoken_rhythm(advice: RhythmAdvice, speaker: Speaker) -> SpokenRhythm:
    """Say it."""
    return SpokenRhythm(
        forecast=advice.forecast,
        because=speaker.reasons(advice.forecast.because),
        closed=advice.closed,
        windows=tuple(
            SpokenWindow(window=each, says=speaker.reason(each.because))
            for each in advice.windows
        ),
        none_because=speaker.reasons(advice.none_because),
        good_time=_if_any(advice.good_time, speaker),
        often=_if_any(advice.often, speaker),
        surer=tuple(map(speaker.spoken, advice.forecast.surer)),
    )


def announced_by(record: Record, speaker: Speaker) -> tuple[SpokenSignal, ...]:
    """Say what announces it; asked for by the pages that show it."""
    return tuple(
        SpokenSignal(signal=each, says=speaker.reason(each.because))
        for each in rhythm.signals(record)
    )


def _if_any(because: Because | None, speaker: Speaker) -> Reason | None:
    return None if because is None else speaker.reason(because)
