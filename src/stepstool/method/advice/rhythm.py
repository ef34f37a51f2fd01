"""What of the forecast is offered today, and why where nothing is (M4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from stepstool.method import rhythm
from stepstool.method.advice.advice import Advice
from stepstool.method.advice.night import is_night
from stepstool.method.advice.offering import closed_for, most, why_none
from stepstool.method.evidence import topic
from stepstool.method.record import Because, Reads, Record, Saying, union
from stepstool.method.record.clock import Clock
from stepstool.method.record.kinds.lasting import Settings
from stepstool.method.rhythm import Closed, Forecast, Window

N: Final = topic("rhythm")
RHYTHM_READING: Final = union((*rhythm.READING, Reads(kind=Settings)))


@dataclass(frozen=True, kw_only=True)
class RhythmAdvice:
    """The rhythm, and what of it may be offered.

    closed: what forbids to offer anything now, None if something may be. windows: of today
    that are not over; none_because: why there are none, empty if there is one. For today's
    page, and only of hours that were learned, None if there is none such: good_time while
    one of them runs; often: the next of them in which many of the last poops came.
    """

    forecast: Forecast
    closed: Closed | None
    windows: tuple[Window, ...]
    none_because: tuple[Because, ...]
    good_time: Because | None
    often: Because | None


def rhythm_of(
    record: Record, advice: Advice, before: Forecast | None = None
) -> RhythmAdvice:
    """Give when it usually comes, and when a sit may be offered today.

    advice: today's advice of the same record. before: a forecast of the same child, if one
    is at hand; it spares learning and changes nothing.
    """
    forecast = rhythm.forecast(record, before)
    closed = closed_for(record, advice)
    most_now = most(record, advice)
    windows = rhythm.windows(forecast, most_now, closed, N.share.worth)
    offered = _by_day(windows, record.clock)
    # A time after a meal is any child's, and nothing for today's page.
    own = [each for each in offered if each.meal is None]
    return RhythmAdvice(
        forecast=forecast,
        closed=closed,
        windows=offered,
        none_because=() if offered else why_none(record, advice, forecast),
        good_time=_of_first("good_time", (w for w in own if w.since <= record.at)),
        often=_of_first("often", (w for w in own if w.hits >= N.count.often)),
    )


def _by_day(offered: Iterable[Window], clock: Clock) -> tuple[Window, ...]:
    """Leave out what runs into the night, when nothing is offered (rule 5)."""
    last = N.span.ten
    return tuple(
        each for each in offered if not is_night(clock.local(each.until - last))
    )


def _of_first(key: str, fit: Iterable[Window]) -> Because | None:
    """Say something of the first window that fits."""
    because = next((each.because for each in fit), None)
    if because is None:
        return None
    saw = Saying(key=f"rhythm.{key}", values=because.saw.values)
    return replace(because, saw=saw)
