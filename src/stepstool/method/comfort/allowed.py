"""What each state allows grown-ups to ask, as a table.

The gate limits what grown-ups ask, never what the child chooses: a diaper is always given
when asked for, and a child that goes further by itself is always welcome. Source:
clinical_rules.md §3.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from stepstool.method.comfort.numbers import NO_SIT_AFTER_HURT, SITS_A_DAY
from stepstool.method.comfort.state import State

NONE: Final = 0


class HarderStep(StrEnum):
    """Whether a harder step may be asked for."""

    YES = "yes"
    AFTER_ONE_TAP = "after_one_tap"
    NO = "no"


class Fibre(StrEnum):
    """Whether more fibre may be suggested."""

    GENTLY = "gently"
    WITH_A_CLINICIAN = "with_a_clinician"
    NO = "no"


class Break(StrEnum):
    """What a break from asking means."""

    NOT_NEEDED = "not_needed"
    IN_A_FIGHT = "in_a_fight"
    TREAT_FIRST = "treat_first"


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """What may be asked. sits_a_day: offers at most; 0 is none.

    no_sit_after_hurt: so long after a poop that hurt no sit is offered. reward: of the
    step the child does; new_promises: whether more may be promised. listening: a
    listening session (M10).
    """

    diaper_when_asked: bool = True
    goes_further_by_itself: bool = True
    reward: bool = True
    harder_step: HarderStep = HarderStep.NO
    sits_a_day: int = NONE
    no_sit_after_hurt: timedelta = timedelta(0)
    new_promises: bool = False
    fibre: Fibre = Fibre.GENTLY
    listening: bool = False
    break_: Break = Break.NOT_NEEDED


TABLE: Final[Mapping[State, Allowed]] = {
    State.UNKNOWN: Allowed(
        harder_step=HarderStep.AFTER_ONE_TAP,
        sits_a_day=SITS_A_DAY,
        new_promises=True,
    ),
    State.COMFORTABLE: Allowed(
        harder_step=HarderStep.YES,
        sits_a_day=SITS_A_DAY,
        new_promises=True,
        listening=True,
        break_=Break.IN_A_FIGHT,
    ),
    State.WATCH: Allowed(
        sits_a_day=SITS_A_DAY,
        no_sit_after_hurt=NO_SIT_AFTER_HURT,
        new_promises=True,
        break_=Break.IN_A_FIGHT,
    ),
    State.CONSTIPATED: Allowed(fibre=Fibre.WITH_A_CLINICIAN, break_=Break.TREAT_FIRST),
    State.SEE_A_DOCTOR: Allowed(fibre=Fibre.NO, break_=Break.TREAT_FIRST),
}


def allowed(state: State) -> Allowed:
    """Give what this state allows."""
    return TABLE[state]
