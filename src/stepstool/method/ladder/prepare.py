"""What to prepare for a step on the evening before, by what the step wants.

The same for ladders of ours and of a family's own: it is read from the places, rooms, clothes and
postures of the step. What keeps a step safe is said beside it (`Ladder.safety_of`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from stepstool.method.ladder.ladder import CUT, Ladder, Step, Wanted
from stepstool.method.record import Saying
from stepstool.method.record.decision import Row, all_that_fit, always
from stepstool.method.record.kinds.answers import Where
from stepstool.method.record.kinds.poop import IN_A_DIAPER, Place, Posture

UP_HIGH: Final = {
    Posture.SQUATTING_ON_LID,
    Posture.SITTING_ON_LID,
    Posture.SQUATTING_ON_SEAT,
    Posture.SITTING_ON_SEAT,
}


@dataclass(frozen=True, kw_only=True)
class PrepareRow(Row[Step]):
    """One thing to prepare."""

    sources: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to do."""
        return (f"ladders.prepare.{self.key}",)


def _wants(fits: Callable[[Wanted], object]) -> Callable[[Step], bool]:
    """Look at the first way to succeed, which is the usual one."""
    return lambda step: bool(fits(step.success[0]))


# fmt: off
PREPARES: Final = (
    PrepareRow(key="hiding_place", when="it comes in the hiding place", sources=("HIDE-2003", "I"),
        fits=_wants(lambda way: Where.HIDING_PLACE in way.where)),
    PrepareRow(key="bathroom", when="it comes in a diaper in the bathroom", sources=("CHW-2215", "ACCOUNT-B"),
        fits=_wants(lambda way: Where.BATHROOM in way.where and way.place & IN_A_DIAPER)),
    PrepareRow(key="feet", when="up on a lid or a seat", sources=("CHW-2215", "I"),
        fits=_wants(lambda way: way.posture & UP_HIGH)),
    PrepareRow(key="cut", when="a diaper with a slit or a hole", sources=("ACCOUNT-B",),
        fits=_wants(lambda way: way.wearing & set(CUT))),
    PrepareRow(key="potty", when="on the potty", sources=("I",),
        fits=_wants(lambda way: Place.POTTY in way.place or Posture.SITTING_ON_POTTY in way.posture)),
    PrepareRow(key="words", when="always", sources=("I",), fits=always),
)
# fmt: on


def prepare_of(ladder: Ladder, number: int) -> tuple[Saying, ...]:
    """Say what to prepare for a step of a ladder."""
    rows = all_that_fit(PREPARES, ladder.step(number))
    return tuple(Saying(key=row.sentences[0]) for row in rows)
