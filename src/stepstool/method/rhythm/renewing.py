"""The windows of one day: planned in the morning, and anew as the day goes on.

A window opens if it is the first of the plan when its time has come. The day is gone through
from its morning, each ten with no more than was known then: so what is offered now depends
on the diary alone, and a window that nobody took up does not move on and on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from stepstool.method.rhythm.ahead import ahead
from stepstool.method.rhythm.chance import within
from stepstool.method.rhythm.habit import Habit
from stepstool.method.rhythm.later import Later, later
from stepstool.method.rhythm.plan import outlook, plan
from stepstool.method.rhythm.seen import Seen
from stepstool.method.rhythm.tens import WAKING, WIDTH


@dataclass(frozen=True, kw_only=True, eq=False)
class Renewing:
    """The plans of one day; its tens are counted from the beginning of waking hours.

    start: the ten of the timeline at which the day begins; free: the tens in which a window
    may lie; most: how many windows at most; least: what one must be worth.
    """

    seen: Seen
    habit: Habit
    start: int
    free: Sequence[bool]
    most: int
    least: float = 0.0
    _plans: dict[int, list[list[int]]] = field(default_factory=dict, repr=False)

    def plans(self, now: int) -> list[list[int]]:
        """Give, for each number of windows left, the tens at which they begin."""
        if now not in self._plans:
            self._plans[now] = self._plan(now)
        return self._plans[now]

    def opened(self, most: int, until: int) -> list[int]:
        """Give the tens before `until` at which windows opened, if so many may."""
        begun: list[int] = []
        now = 0
        while now < until and len(begun) < most:
            left = most - len(begun)
            if self._may_open(now) and self.plans(now)[left][:1] == [now]:
                begun.append(now)
                now += WIDTH
            else:
                now += 1
        return begun

    def _may_open(self, now: int) -> bool:
        """Whether a window is worth it there at all: most of a day needs no plan then."""
        free = self.free[now : now + WIDTH]
        if len(free) < WIDTH or not all(free):
            return False
        return within(self._hazards(now, WIDTH)) >= self.least

    def _hazards(self, now: int, length: int) -> list[float]:
        begin = self.start + WAKING.start + now
        return ahead(self.seen, self.habit, begin, length).hazards

    def _plan(self, now: int) -> list[list[int]]:
        hazards = self._hazards(now, len(WAKING) - now)
        day = outlook(now, hazards, self.free[now:], self.least)
        plans = plan(day, self._later, self.most)
        return [[now + each for each in begins] for begins in plans]

    @cached_property
    def _later(self) -> Later:
        return later(self.habit, self.most)
