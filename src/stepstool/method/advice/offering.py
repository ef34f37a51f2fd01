"""What may be offered: a sit now, and what of the forecast today, or why nothing (M4).

Comfort, a fight, a break and a hurt come first.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from stepstool.method import rhythm
from stepstool.method.advice.advice import READING, Advice
from stepstool.method.advice.night import is_night
from stepstool.method.calm import CalmLevel, PlanPlace
from stepstool.method.comfort import allowed
from stepstool.method.evidence import topic
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
from stepstool.method.record.clock import Clock
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.lasting import Settings
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.rhythm import Closed, Forecast, Knowing, Window

N: Final = topic("rhythm")
RHYTHM_READING: Final = union((*rhythm.READING, Reads(kind=Settings)))
TODAY_READING: Final = union((*READING, *RHYTHM_READING))
"""What advice and the rhythm beside it read, where a page wants both."""
CALM: Final = topic("calm")
SOURCES: Final = ("I",)
DAY: Final = timedelta(days=1)
OPEN: Final = "open"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A record, its advice, and the forecast where windows are asked for."""

    record: Record
    advice: Advice
    found: Forecast | None = None

    @property
    def closed(self) -> Closed | None:
        """What forbids to offer anything now."""
        return first_that_fits(CLOSED, self).closed

    @property
    def is_enough(self) -> bool:
        """Whether so many sits were offered today as may be."""
        return _offered(self.record) >= most(self.record, self.advice)

    @property
    def is_faint(self) -> bool:
        """Whether something is known of its hours, and none of them stands out."""
        found = self.found
        if found is None or found.knowing is Knowing.NOT_YET:
            return False
        return found.has_room


@dataclass(frozen=True, kw_only=True)
class ClosedRow(Row[Moment]):
    """One thing that comes before any offer."""

    @property
    def closed(self) -> Closed | None:
        """What it is, if there is any."""
        return None if self.key == OPEN else Closed(self.key)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Why none is offered."""
        return (f"rhythm.none.{self.closed}",) if self.closed else ()


@dataclass(frozen=True, kw_only=True)
class NoneRow(Row[Moment]):
    """One reason why none is offered, beside what closes the day."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Why none is offered."""
        return (f"rhythm.none.{self.key}",)


# fmt: off
CLOSED: Final = decision_table(
    ClosedRow(key=Closed.GATE, fits=lambda now: not allowed(now.advice.comfort.state).sits_a_day),
    ClosedRow(key=Closed.FIGHT, fits=lambda now: now.advice.calm.level is CalmLevel.FIGHT),
    ClosedRow(key=Closed.BREAK, fits=lambda now: now.advice.plan.place is PlanPlace.ON_BREAK),
    ClosedRow(key=Closed.QUIET, fits=lambda now: now.advice.comfort.is_quiet),
    ClosedRow(key=Closed.CALLED, fits=lambda now: now.advice.comfort.called_lately),
    ClosedRow(key=Closed.ILL, fits=lambda now: _is_ill(now.advice)),
    ClosedRow(key=Closed.TENDER, fits=lambda now: _hurt_lately(now.record, now.advice)),
    ClosedRow(key=OPEN, fits=always),
)
NO_SIT: Final = decision_table(
    NoneRow(key="night", fits=lambda now: now.advice.night),
    NoneRow(key="enough", fits=lambda now: now.is_enough),
    Row(key=OPEN, fits=always),
)
NO_WINDOW: Final = decision_table(
    NoneRow(key="chosen", fits=lambda now: now.record.settings.windows == 0),
    NoneRow(key="enough", fits=lambda now: now.is_enough),
    NoneRow(key="faint", fits=lambda now: now.is_faint),
    NoneRow(key="over", fits=always),
)
# fmt: on


def closed_for(record: Record, advice: Advice) -> Closed | None:
    """Say why no sit is offered now, by comfort, calm and the plan; None if one may be.

    Neither elapsed time nor a setting opens what comfort, a fight or a break closes.
    """
    return Moment(record=record, advice=advice).closed


def may_offer_sit(record: Record, advice: Advice) -> tuple[Because, ...]:
    """Say why no sit is offered now; empty if one may be (rule 5).

    At most so many a day as the family chose and never more than the state allows, none
    between 20:00 and 06:00. The child may go as often as it likes.
    """
    now = Moment(record=record, advice=advice)
    why = now.closed or first_that_fits(NO_SIT, now).key
    return () if why == OPEN else _why(why)


def why_none(record: Record, advice: Advice, found: Forecast) -> tuple[Because, ...]:
    """Say why no window is offered, for a day on which there is none."""
    now = Moment(record=record, advice=advice, found=found)
    return _why(now.closed or first_that_fits(NO_WINDOW, now).key)


def _offered(record: Record) -> int:
    begins = record.at - DAY
    sits = record.within(Sit, begins, record.at)
    return sum(_is_offer_of_today(each, record) for each in sits)


def _is_offer_of_today(sit: Sit, record: Record) -> bool:
    return sit.offered is YesNo.YES and record.clock.day(sit.at) == record.today


def _is_ill(advice: Advice) -> bool:
    return any(a <= advice.at < b for a, b in advice.comfort.past.ill)


def _hurt_lately(record: Record, advice: Advice) -> bool:
    after = allowed(advice.comfort.state).no_sit_after_hurt
    poops = record.within(Poop, record.at - after, record.at) if after else ()
    return any(bout.hurt for bout in bouts_of(poops, lambda _: False))


def most(record: Record, advice: Advice) -> int:
    """Give how many offers a day: the family's choice, and fewer while it is tense."""
    chosen, state = record.settings.windows, advice.comfort.state
    most = allowed(state).sits_a_day
    wanted = most if chosen is UNKNOWN else min(chosen, most)
    if advice.calm.level is CalmLevel.WARM:
        return min(wanted, CALM.count.offers_when_warm)
    return wanted


def _why(none: str) -> tuple[Because, ...]:
    saw = Saying(key=f"rhythm.none.{none}")
    return (Because(rule="offer", saw=saw, sources=SOURCES),)


@dataclass(frozen=True, kw_only=True)
class RhythmAdvice:
    """The rhythm, and what of it may be offered."""

    forecast: Forecast
    closed: Closed | None  # what forbids to offer anything now
    windows: tuple[Window, ...]  # of today, those that are not over
    none_because: tuple[Because, ...]  # why there are none; empty if there is one
    # For today's page, and only of hours that were learned; None if there is none such:
    good_time: Because | None  # while one of them runs
    often: Because | None  # the next of them in which many of the last poops came


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
    least = rhythm.worth(forecast.habit)
    windows = rhythm.windows(forecast, most_now, closed, least)
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
