"""What came, and how much its moment says of the child's own time."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from stepstool.method.record import UNKNOWN, Timing
from stepstool.method.record.bout import Bout, bouts_of
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.poop import Beginning, Brussels, Poop, Witness
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.rhythm.numbers import SIT_REACH

NOT_WRITTEN: Final = 0
FIRM: Final = 1
MUSHY: Final = 2
WATERY: Final = 3
_BRISTOL: Final[Mapping[int, int]] = {
    1: FIRM, 2: FIRM, 3: FIRM, 4: FIRM, 5: MUSHY, 6: MUSHY, 7: WATERY,
}  # fmt: skip
_BRUSSELS: Final[Mapping[Brussels, int]] = {
    Brussels.HARD: FIRM,
    Brussels.FORMED: FIRM,
    Brussels.LOOSE: MUSHY,
    Brussels.WATERY: WATERY,
}


@dataclass(frozen=True, kw_only=True)
class Came:
    """One full poop.

    timed: whether its clock time is known; invited: whether it came at an offered sit or
    a reminder; later: whether it was found later; texture: its class.
    """

    at: datetime
    timed: bool
    invited: bool
    later: bool
    texture: int

    @property
    def natural(self) -> bool:
        """Whether it tells when poop comes by itself; an invited one tells only how often."""
        return self.timed and not self.invited


def came(poops: Iterable[Poop], sits: Iterable[Sit]) -> list[Came]:
    """Give the full poops by their moments, each bout once."""
    begun = [each.at for each in sits if _is_taken_offer(each)]
    full = (bout for bout in bouts_of(poops, _untreated) if bout.is_full)
    return [_came(bout, begun) for bout in full]


def _untreated(_: datetime) -> bool:
    """Medicine changes what a texture means for comfort; here it means the same."""
    return False


def _came(bout: Bout, begun: Sequence[datetime]) -> Came:
    first = bout.poops[0]
    later = first.timing is Timing.FOUND_LATER
    return Came(
        at=bout.at,
        timed=first.timing is not Timing.DAY,
        invited=_is_at_sit(bout.at, begun) or any(map(_was_prompted, bout.poops)),
        later=later or first.witness is Witness.FOUND_LATER,
        texture=max(map(texture_of, bout.poops)),
    )


def texture_of(poop: Poop) -> int:
    """Give the class of its texture, by the picture or another app's word for it."""
    if poop.bristol is not UNKNOWN:
        return _BRISTOL[poop.bristol]
    if poop.brussels is not UNKNOWN:
        return _BRUSSELS[poop.brussels]
    if poop.bristol_low is UNKNOWN or poop.bristol_high is UNKNOWN:
        return NOT_WRITTEN
    return _BRISTOL[(poop.bristol_low + poop.bristol_high) // 2]


def _is_taken_offer(sit: Sit) -> bool:
    return sit.offered is YesNo.YES and sit.accepted is not YesNo.NO


def _is_at_sit(at: datetime, begun: Sequence[datetime]) -> bool:
    last = bisect_right(begun, at) - 1
    return last >= 0 and at - begun[last] <= SIT_REACH


def _was_prompted(poop: Poop) -> bool:
    return poop.began is not UNKNOWN and Beginning.WAS_PROMPTED in poop.began
