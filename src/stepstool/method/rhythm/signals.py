"""What announces it: how often and how long before a poop each signal came (M3)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import sqrt
from statistics import median_low
from typing import Final

from stepstool.method.record import UNKNOWN, Because, Record, Saying
from stepstool.method.record.kinds.toileting import Meaning, Sign, Signal
from stepstool.method.rhythm.numbers import (
    INTERVAL,
    SIGNAL_REACH,
    SIGNAL_SEEN,
    SIGNAL_SHARE,
    SIGNAL_TOGETHER,
)
from stepstool.method.rhythm.seen import Seen, see
from stepstool.method.rhythm.tens import A_DAY

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

    seen: how often it was seen; followed: how often a poop came within the hour; low,
    high: the share followed lies between them eight times in ten; holding: how often a
    grown-up took it for holding; before, longest: how long before the poop it came in the
    middle, and at most; None if no poop followed.
    """

    sign: Sign
    tells: Tells
    seen: int
    followed: int
    low: float
    high: float
    holding: int
    before: timedelta | None
    longest: timedelta | None
    because: Because


@dataclass(frozen=True, kw_only=True)
class _Sighting:
    """One time that a sign was seen. before: how long before a poop, if one came."""

    at: datetime
    before: timedelta | None
    holding: bool


def signals(record: Record) -> tuple[SignalReport, ...]:
    """Report on each sign that was seen, the one most often followed by a poop first."""
    seen = see(record)
    by_sign = {sign: list(_sightings(record, seen, sign)) for sign in Sign}
    reports = [_report(sign, found) for sign, found in by_sign.items() if found]
    return tuple(sorted(reports, key=lambda each: -each.followed))


def _sightings(record: Record, seen: Seen, sign: Sign) -> Iterator[_Sighting]:
    """Give the sightings of a sign, as long as it could be seen what came of them."""
    came = [each.at for _, each in seen.poops if each.timed]
    last: datetime | None = None
    for each in _told(record, seen, sign):
        again = last is not None and each.at - last <= SIGNAL_TOGETHER
        last = each.at
        if not again and each.at + SIGNAL_REACH <= record.at:
            holding = each.meaning is Meaning.HOLDING
            yield _Sighting(at=each.at, before=_before(each.at, came), holding=holding)


def _told(record: Record, seen: Seen, sign: Sign) -> Iterator[Signal]:
    """Give the signals with this sign on days on which the diaper was written down."""
    for each in record.of(Signal):
        day = seen.timeline.ten(each.at) // A_DAY
        written = day >= 0 and seen.written[day]
        if written and each.signs is not UNKNOWN and sign in each.signs:
            yield each


def _before(at: datetime, came: Sequence[datetime]) -> timedelta | None:
    """Give how long before the next poop this was, if that came soon enough."""
    place = bisect_left(came, at)
    if place == len(came) or came[place] - at > SIGNAL_REACH:
        return None
    return came[place] - at


def _report(sign: Sign, found: Sequence[_Sighting]) -> SignalReport:
    before = sorted(each.before for each in found if each.before is not None)
    holding = sum(each.holding for each in found)
    low, high = share_between(len(before), len(found))
    tells = _tells(sign, len(found), len(before), holding)
    usual = median_low(before) if before else None
    return SignalReport(
        sign=sign,
        tells=tells,
        seen=len(found),
        followed=len(before),
        low=low,
        high=high,
        holding=holding,
        before=usual,
        longest=before[-1] if before else None,
        because=_because(sign, tells, (len(found), len(before)), usual),
    )


def _tells(sign: Sign, seen: int, followed: int, holding: int) -> Tells:
    """Read the table from above: too few, taken for holding, announces, holds, unsure."""
    announces = followed >= SIGNAL_SHARE * seen
    rows = (
        (seen < SIGNAL_SEEN, Tells.TOO_FEW),
        (holding > SIGNAL_SHARE * seen, Tells.HOLDS),
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


def share_between(followed: int, seen: int) -> tuple[float, float]:
    """Give between what the true share lies eight times in ten (Wilson's interval)."""
    share, z2 = followed / seen, INTERVAL * INTERVAL
    middle = (share + z2 / (2 * seen)) / (1 + z2 / seen)
    spread = share * (1 - share) / seen + z2 / (4 * seen * seen)
    reach = INTERVAL * sqrt(spread) / (1 + z2 / seen)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)
