"""Is there a rhythm to see? Too little written, poops at all times, or learned."""

from enum import StrEnum

from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.numbers import FEW_DAYS, FEW_POOPS, SURE


class Knowing(StrEnum):
    """What is known of a child's rhythm."""

    NOT_YET = "not_yet"
    SCATTERED = "scattered"
    LEARNED = "learned"


def knowing(habit: Habit) -> Knowing:
    """Say what is known of this child's rhythm."""
    if habit.poops < FEW_POOPS or habit.days < FEW_DAYS:
        return Knowing.NOT_YET
    is_sure = habit.gain.bits > SURE * habit.gain.error
    return Knowing.LEARNED if is_sure else Knowing.SCATTERED
