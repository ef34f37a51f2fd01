"""The rhythm in the family's words, and the windows that may be offered today (M4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from stepstool.method import rhythm
from stepstool.method.advice.advice import Advice
from stepstool.method.advice.night import is_night
from stepstool.method.advice.offering import closed_for, most, why_none
from stepstool.method.advice.reason import Reason
from stepstool.method.advice.speaker import Speaker, speaker_of
from stepstool.method.evidence import topic
from stepstool.method.record import Reads, Record, Saying, union
from stepstool.method.record.clock import Clock
from stepstool.method.record.kinds.lasting import Settings
from stepstool.method.rhythm import Closed, Forecast, SignalReport, Window

N: Final = topic("rhythm")
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

    because: what is known, and on how many poops it rests. closed: what forbids to offer
    anything now, None if something may be. windows: of today that are not over;
    none_because: why there are none, empty if there is one. For today's page, and only of
    hours that were learned, None if there is none such: good_time while one of them runs;
    often: the next of them in which many of the last poops came. surer: what would help to
    know more, never a duty.
    """

    forecast: Forecast
    because: tuple[Reason, ...]
    closed: Closed | None
    windows: tuple[SpokenWindow, ...]
    none_because: tuple[Reason, ...]
    good_time: Reason | None
    often: Reason | None
    surer: tuple[str, ...]


def rhythm_of(
    record: Record,
    advice: Advice,
    language: str = "en",
    before: Forecast | None = None,
) -> SpokenRhythm:
    """Say when it usually comes, and when a sit may be offered today.

    advice: today's advice of the same record. before: a forecast of the same child, if one
    is at hand; it spares learning and changes nothing.
    """
    found, speaker = rhythm.forecast(record, before), speaker_of(record, language)
    closed = closed_for(record, advice)
    offered = _by_day(
        rhythm.windows(found, most(record, advice), closed, N.share.worth), record.clock
    )
    none = () if offered else why_none(record, advice, found)
    # A time after a meal is any child's, and nothing for today's page.
    own = [each for each in offered if each.meal is None]
    return SpokenRhythm(
        forecast=found,
        because=speaker.reasons(found.because),
        closed=closed,
        windows=tuple(_window(each, speaker) for each in offered),
        none_because=speaker.reasons(none),
        good_time=_said("good_time", (w for w in own if w.since <= record.at), speaker),
        often=_said("often", (w for w in own if w.hits >= N.count.often), speaker),
        surer=tuple(map(speaker.spoken, found.surer)),
    )


def announced_by(record: Record, language: str = "en") -> tuple[SpokenSignal, ...]:
    """Say what announces it; asked for by the pages that show it."""
    speaker = speaker_of(record, language)
    return tuple(_signal(each, speaker) for each in rhythm.signals(record))


def _by_day(offered: Iterable[Window], clock: Clock) -> tuple[Window, ...]:
    """Leave out what runs into the night, when nothing is offered (rule 5)."""
    last = N.span.ten
    return tuple(
        each for each in offered if not is_night(clock.local(each.until - last))
    )


def _said(key: str, fit: Iterable[Window], speaker: Speaker) -> Reason | None:
    """Say something of the first window that fits."""
    because = next((each.because for each in fit), None)
    if because is None:
        return None
    saw = Saying(key=f"rhythm.{key}", values=because.saw.values)
    (says,) = speaker.reasons((replace(because, saw=saw),))
    return says


def _window(window: Window, speaker: Speaker) -> SpokenWindow:
    (says,) = speaker.reasons((window.because,))
    return SpokenWindow(window=window, says=says)


def _signal(signal: SignalReport, speaker: Speaker) -> SpokenSignal:
    (says,) = speaker.reasons((signal.because,))
    return SpokenSignal(signal=signal, says=says)
