"""What would make a forecast surer: what to write down, told as a help and never a duty."""

from collections.abc import Iterator
from typing import Final

from stepstool.method.record import Entry, Record, Saying
from stepstool.method.record.kinds.days import Meal, Sleep
from stepstool.method.rhythm.came import Came
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.numbers import FEW_DAYS, FEW_POOPS, MEALS_BACK

HALF: Final = 2
HELPFUL: Final[tuple[tuple[type[Entry], str], ...]] = (
    (Sleep, "sleeps"),
    (Meal, "meals"),
)


def surer(record: Record, habit: Habit, lately: list[Came]) -> Iterator[Saying]:
    """Give what would help most first. lately: the last poops, of any kind."""
    if habit.poops < FEW_POOPS:
        yield _saying("poops", FEW_POOPS - habit.poops)
    if habit.days < FEW_DAYS:
        yield _saying("days", FEW_DAYS - habit.days)
    vague = [each for each in lately if not each.timed or each.later]
    if len(vague) * HALF > len(lately):
        yield _saying("times", len(vague))
    for kind, name in HELPFUL:
        if not record.within(kind, record.at - MEALS_BACK, record.at):
            yield Saying(key=f"rhythm.surer.{name}")


def _saying(name: str, count: int) -> Saying:
    return Saying(key=f"rhythm.surer.{name}", values={"count": count})
