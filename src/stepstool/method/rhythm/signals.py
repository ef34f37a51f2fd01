"""What announces it: how often and how long before a poop each signal came (M3)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median_low
from typing import Final

from stepstool.method.evidence import topic
from stepstool.method.record import UNKNOWN, Because, Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.rhythm.observations import Observations, observe
from stepstool.method.rhythm.timeline import A_DAY

N: Final = topic("rhythm")
# Pushing and holding look alike to many; these mean holding (NICE-T1).
HOLDING: Final = {
    Sign.STIFF_LEGS,
    Sign.CROSSED_LEGS,
    Sign.TIPTOES,
    Sign.ARCHED_BACK,
    Sign.CLENCHED,
}
MINUTE: Final = timedelta(minutes=1)
ABOUT: Final = timedelta(minutes=5)


class Tells(StrEnum):
    """What a signal tells of this child."""

    ANNOUNCES = "announces"
    HOLDS = "holds"
    UNSURE = "unsure"
    TOO_FEW = "too_few"


@dataclass(frozen=True, kw_only=True)
class _Counts:
    """How often a sign was seen, followed by a poop, and taken for holding."""

    sign: Sign
    sightings: int
    followed: int
    holding: int


@dataclass(frozen=True, kw_only=True)
class TellsRow(Row[_Counts]):
    """What a sign tells that was seen so often."""

    tells: Tells

    @property
    def sentences(self) -> tuple[str, ...]:
        """That of each sign where it announces; else one for all."""
        if self.tells is Tells.ANNOUNCES:
            return tuple(f"rhythm.announces.{sign}" for sign in Sign)
        return (f"rhythm.tells.{self.tells}",)


TELLS: Final = decision_table(
    TellsRow(
        key="too few",
        when="seen too seldom to tell",
        fits=lambda counts: counts.sightings < N.count.signal_seen,
        tells=Tells.TOO_FEW,
    ),
    TellsRow(
        key="taken for holding",
        when="mostly taken for holding",
        fits=lambda counts: counts.holding > N.share.signal_share * counts.sightings,
        tells=Tells.HOLDS,
    ),
    TellsRow(
        key="announces",
        when="mostly followed by a poop within the hour",
        fits=lambda counts: counts.followed >= N.share.signal_share * counts.sightings,
        tells=Tells.ANNOUNCES,
    ),
    TellsRow(
        key="means holding",
        when="one of the signs of holding",
        fits=lambda counts: counts.sign in HOLDING,
        tells=Tells.HOLDS,
    ),
    TellsRow(key="unsure", when="any other", fits=always, tells=Tells.UNSURE),
)


@dataclass(frozen=True, kw_only=True)
class SignalReport:
    """One sign of one child.

    sightings: how often it was seen; followed: how often a poop came within the hour; holding:
    how often a grown-up took it for holding; before: how long before the poop it came in
    the middle, None if no poop followed.
    """

    sign: Sign
    tells: Tells
    sightings: int
    followed: int
    holding: int
    before: timedelta | None
    because: Because


@dataclass(frozen=True, kw_only=True)
class _Sighting:
    """One time that a sign was seen. before: how long before a poop, if one came."""

    before: timedelta | None
    holding: bool


def signals(record: Record) -> tuple[SignalReport, ...]:
    """Report on each sign that was seen, the one most often followed by a poop first."""
    observations = observe(record)
    by_sign = {sign: list(_sightings(record, observations, sign)) for sign in Sign}
    reports = [_report(sign, own) for sign, own in by_sign.items() if own]
    return tuple(sorted(reports, key=lambda report: -report.followed))


def _sightings(
    record: Record, observations: Observations, sign: Sign
) -> Iterator[_Sighting]:
    """Give the sightings of a sign, as long as it could be seen what came of them."""
    came = [poop.at for _, poop in observations.poops if poop.timed]
    last: datetime | None = None
    for signal in _with_sign(record, observations, sign):
        again = last is not None and signal.at - last <= N.span.signal_together
        last = signal.at
        if not again and signal.at + N.span.signal_reach <= record.at:
            holding = signal.meaning is Meaning.HOLDING
            yield _Sighting(before=_before(signal.at, came), holding=holding)


def _with_sign(
    record: Record, observations: Observations, sign: Sign
) -> Iterator[Signal]:
    """Give the signals with this sign on days on which the diaper was written down."""
    for signal in record.of(Signal):
        day = observations.timeline.ten(signal.at) // A_DAY
        written = day >= 0 and observations.written[day]
        if written and signal.signs is not UNKNOWN and sign in signal.signs:
            yield signal


def _before(at: datetime, came: Sequence[datetime]) -> timedelta | None:
    """Give how long before the next poop this was, if that came soon enough."""
    place = bisect_left(came, at)
    if place == len(came) or came[place] - at > N.span.signal_reach:
        return None
    return came[place] - at


def _report(sign: Sign, sightings: Sequence[_Sighting]) -> SignalReport:
    before = sorted(
        sighting.before for sighting in sightings if sighting.before is not None
    )
    counts = _Counts(
        sign=sign,
        sightings=len(sightings),
        followed=len(before),
        holding=sum(sighting.holding for sighting in sightings),
    )
    tells = first_that_fits(TELLS, counts).tells
    usual = median_low(before) if before else None
    return SignalReport(
        sign=sign,
        tells=tells,
        sightings=counts.sightings,
        followed=counts.followed,
        holding=counts.holding,
        before=usual,
        because=_because(counts, tells, usual),
    )


def _because(counts: _Counts, tells: Tells, before: timedelta | None) -> Because:
    if tells is Tells.ANNOUNCES and before is not None:
        key, count = f"rhythm.announces.{counts.sign}", _about(before)
    else:
        key, count = f"rhythm.tells.{tells}", counts.sightings
    values = {"count": count, "seen": counts.sightings, "followed": counts.followed}
    return Because(rule="signal", saw=Saying(key=key, values=values), sources=("I",))


def _about(before: timedelta) -> int:
    """Give minutes as people say them: to the next five, 1 for right before."""
    return max(round(before / ABOUT) * (ABOUT // MINUTE), 1)
