"""A poop as the rules of the ladder see it: where it stood, how the child was, what else."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from stepstool.method.calm import told
from stepstool.method.ladder.reached import Reached
from stepstool.method.record import UNKNOWN
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import UNEASY, Mood, Where, YesNo
from stepstool.method.record.kinds.poop import Place, Sleeping

ELSEWHERE: Final = {Where.PRESCHOOL, Where.OTHER_HOME, Where.ON_THE_WAY}


@dataclass(frozen=True)
class Case:
    """One bout, the step the child was on (0: on none), and what reigned at that time.

    absent: away from home by the diary, wherever the poop says it landed; led: the child
    came to sit by itself just then; aside: in no room that the ladder is about.
    """

    bout: Bout
    day: date
    step: int
    reached: Reached
    ill: bool
    absent: bool
    gate_shut: bool
    after_rectal: bool
    led: bool
    aside: bool

    @property
    def sure(self) -> bool:
        """Whether its place is known."""
        return self.reached.sure and any(
            poop.place is not UNKNOWN for poop in self.bout.poops
        )

    @property
    def beyond(self) -> int:
        """How many steps beyond the child's own; below 0: an earlier place."""
        return self.reached.step - self.step

    @property
    def asleep(self) -> bool:
        """Whether the child slept."""
        return self.bout.sleeping is Sleeping.ASLEEP

    @property
    def outdoors(self) -> bool:
        """Whether it landed in the bath or the garden."""
        return any(
            poop.place is Place.BATH or poop.where is Where.OUTDOORS
            for poop in self.bout.poops
        )

    @property
    def away(self) -> bool:
        """Whether it was at preschool, on a journey or in another home."""
        return self.absent or any(poop.where in ELSEWHERE for poop in self.bout.poops)

    @property
    def sore(self) -> bool:
        """Whether it was a success, or more, that was hard or hurt."""
        return self.beyond >= 0 and (self.bout.is_hard or self.bout.hurt)

    @cached_property
    def upset(self) -> bool:
        """Whether the child was upset."""
        return any(poop.mood is Mood.UPSET for poop in self.bout.poops)

    @cached_property
    def made_to(self) -> bool:
        """Whether the child was made to go there."""
        return any(poop.made_to is YesNo.YES for poop in self.bout.poops)

    @property
    def unwilling(self) -> bool:
        """Whether it was at the step, but upset or made to."""
        return self.beyond == 0 and (self.upset or self.made_to)

    @property
    def gift(self) -> bool:
        """Whether it was at the step although away from home."""
        return self.beyond == 0 and self.away

    @property
    def willing(self) -> bool:
        """Whether the child was neither upset, uneasy nor made to."""
        glad = all(poop.mood not in UNEASY for poop in self.bout.poops)
        return glad and not self.made_to

    @property
    def asked(self) -> bool:
        """Whether the child itself told, or came to sit by itself."""
        return self.led or any(map(told, self.bout.poops))
