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
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.rhythm.observations import Observations, observe
from stepstool.method.rhythm.timeline import A_DAY

N: Final = topic("rhythm")
# Pushing and holding look alike to many; these mean holding (clinical_rules.md, part 1).
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
class SignalReport:
    """One sign of one child.

    seen: how often it was seen; followed: how often a poop came within the hour; holding:
    how often a grown-up took it for holding; before: how long before the poop it came in
    the middle, None if no poop followed.
    """

    sign: Sign
    tells: Tells
    seen: int
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
            before, holding = (
                _before(signal.at, came),
                signal.meaning is Meaning.HOLDING,
            )
            yield _Sighting(before=before, holding=holding)


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
    before = sorted(each.before for each in sightings if each.before is not None)
    holding = sum(sighting.holding for sighting in sightings)
    tells = _tells(sign, len(sightings), len(before), holding)
    usual = median_low(before) if before else None
    return SignalReport(
        sign=sign,
        tells=tells,
        seen=len(sightings),
        followed=len(before),
        holding=holding,
        before=usual,
        because=_because(sign, tells, (len(sightings), len(before)), usual),
    )


def _tells(sign: Sign, seen: int, followed: int, holding: int) -> Tells:
    """Read the table from above: too few, taken for holding, announces, holds, unsure."""
    announces = followed >= N.share.signal_share * seen
    rows = (
        (seen < N.count.signal_seen, Tells.TOO_FEW),
        (holding > N.share.signal_share * seen, Tells.HOLDS),
        (announces, Tells.ANNOUNCES),
        (sign in HOLDING, Tells.HOLDS),
    )
    return next((tells for holds, tells in rows if holds), Tells.UNSURE)


def _because(
    sign: Sign, tells: Tells, counted: tuple[int, int], before: timedelta | None
) -> Because:
    seen, followed = counted
    if tells is Tells.ANNOUNCES and before is not None:
        key, count = f"rhythm.announces.{sign}", _about(before)
    else:
        key, count = f"rhythm.tells.{tells}", seen
    values = {"count": count, "seen": seen, "followed": followed}
    return Because(rule="signal", saw=Saying(key=key, values=values), sources=("I",))


def _about(before: timedelta) -> int:
    """Give minutes as people say them: to the next five, 1 for right before."""
    return max(round(before / ABOUT) * (ABOUT // MINUTE), 1)
