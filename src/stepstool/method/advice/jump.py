"""A jump ahead: the child went further than its step, and that is seen everywhere at once.

The first poop in the potty for weeks, or one beyond the child's step: for that day the headline,
the plan and the words speak of it, say what it was, and let the child choose next time. Whether
the jump itself is offered stays with the ladder (twice on two days, or asked for). What left the
child uneasy brings no party, and what was hard or hurt is left to comfort. What comes on a few
days in a row is no news of today: its days are counted.
Source: account B, whose daughter two early successes frightened.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count, takewhile
from typing import Final

from stepstool.method.advice.moments import Scene
from stepstool.method.calm import CalmLevel, PlanPlace
from stepstool.method.evidence import topic
from stepstool.method.ladder import Advised, Judged, MoveMark, PlanAdvice
from stepstool.method.record import Because, Record, Saying
from stepstool.method.record.bout import Bout
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import UNEASY
from stepstool.method.record.kinds.poop import Place as Landed

N: Final = topic("today")
A_DAY: Final = timedelta(days=1)
SOURCES: Final = ("ACCOUNT-B", "I")


@dataclass(frozen=True, kw_only=True)
class Leap:
    """The last poop of today, beside the plan; step: the one reached beyond the child's, or 0."""

    record: Record
    bout: Bout
    plan: PlanAdvice
    step: int

    @property
    def was_uneasy(self) -> bool:
        """Whether it left the child uneasy or upset."""
        return _was_uneasy(self.bout)

    @property
    def in_the_toilet(self) -> bool:
        """Whether it landed in the toilet."""
        return any(poop.place is Landed.TOILET for poop in self.bout.poops)

    @property
    def potty_days(self) -> int:
        """In a row up to today, on which one came in the potty or the toilet."""
        return self._in_a_row(lambda bout: bout.in_toilet)

    @property
    def ahead_days(self) -> int:
        """The same, on which one went beyond the child's step."""
        return self._in_a_row(lambda bout: _reached(self.plan, bout) > 0)

    @property
    def uneasy_days(self) -> int:
        """The same, on which one left the child uneasy."""
        return self._in_a_row(_was_uneasy)

    def _in_a_row(self, fits: Callable[[Bout], bool]) -> int:
        clock, today = self.record.clock, self.record.today
        came = {clock.day(bout.at) for bout in self.record.bouts if fits(bout)}
        back = (today - n * A_DAY for n in count())
        return sum(1 for _ in takewhile(came.__contains__, back))

    @property
    def asks(self) -> Saying:
        """Let the child choose next time; a baby is only watched."""
        if self.was_uneasy:
            return Saying(key="ladder.ask.quiet")
        if self.plan.found is None:
            return Saying(key="advice.child_chooses")
        baby = self.plan.found.for_babies
        return Saying(key=f"ladder.ask.{'baby' if baby else 'child'}_chooses")


Fits = Callable[[Leap], object]


@dataclass(frozen=True, kw_only=True)
class JumpRow(Row[Leap]):
    """What is said of a jump, the first row that fits. days: what is counted, where it is."""

    days: Callable[[Leap], int] = lambda _: 1

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it was."""
        return (f"advice.{self.key}",)


def _often(days: Callable[[Leap], int], fits: Callable[[Leap], bool]) -> Fits:
    """So on so many days in a row that they are counted."""
    return lambda leap: fits(leap) and days(leap) >= N.count.days_in_a_row


def _uneasy(leap: Leap) -> bool:
    return leap.was_uneasy


def _elsewhere(leap: Leap) -> bool:
    return not leap.bout.in_toilet


def _uneasy_days(leap: Leap) -> int:
    return leap.uneasy_days


def _ahead_days(leap: Leap) -> int:
    return leap.ahead_days


def _potty_days(leap: Leap) -> int:
    return leap.potty_days


# fmt: off
JUMPS: Final = decision_table(
    JumpRow(key="jump_uneasy_days", when="it left the child uneasy or upset, on a few days in a row",
        fits=_often(_uneasy_days, _uneasy), days=_uneasy_days),
    JumpRow(key="jump_uneasy", when="it left the child uneasy or upset: no party", fits=_uneasy),
    JumpRow(key="jump_step_days", when="beyond the child’s step, and not in the potty, on a few days in a row",
        fits=_often(_ahead_days, _elsewhere), days=_ahead_days),
    JumpRow(key="jump_step", when="beyond the child’s step, and not in the potty", fits=_elsewhere),
    JumpRow(key="jump_days", when="in the potty or the toilet, on a few days in a row",
        fits=_often(_potty_days, always), days=_potty_days),
    JumpRow(key="jump_toilet", when="in the toilet", fits=lambda leap: leap.in_the_toilet),
    JumpRow(key="jump_potty", when="in the potty", fits=always),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Jump:
    """A jump of today: what it was, with its reason, and what to ask of the child."""

    because: Because
    asks: Saying


def jump_of(scene: Scene) -> Jump | None:
    """Give the jump of today; None without one, while stuck or sore, or in a fight."""
    if scene.comfort.state.is_shut or scene.calm.level is CalmLevel.FIGHT:
        return None
    leap = next(_leaps(scene), None)
    if leap is None:
        return None
    row = first_that_fits(JUMPS, leap)
    ladder = scene.plan.found
    what = {"what": ladder.says(leap.step)} if ladder and leap.step else {}
    saw = Saying(key=row.sentences[0], values={**what, "count": row.days(leap)})
    because = Because(rule=row.key, saw=saw, sources=SOURCES)
    return Jump(because=because, asks=leap.asks)


def _leaps(scene: Scene) -> Iterator[Leap]:
    """Give the last poop of today, if it was a jump and nothing hurt."""
    bouts = [bout for bout in scene.record.bouts if bout.is_full]
    last = bouts[-1] if bouts else None
    if last is None or scene.record.clock.day(last.at) != scene.record.today:
        return
    ahead = _reached(scene.plan, last)
    if ahead or (scene.first_was_today and not (last.hurt or last.is_hard)):
        yield Leap(record=scene.record, bout=last, plan=scene.plan, step=ahead)


def _was_uneasy(bout: Bout) -> bool:
    return any(poop.mood in UNEASY for poop in bout.poops)


def _reached(plan: PlanAdvice, bout: Bout) -> int:
    """Give the step beyond the child's own that a poop reached; 0 for none."""
    ahead = (
        verdict.reached
        for verdict in plan.verdicts
        if verdict.at == bout.at and verdict.judged is Judged.AHEAD
    )
    return next(ahead, 0)


def told_by(plan: PlanAdvice, jump: Jump | None) -> PlanAdvice:
    """Let the plan say it first, in place of its own words for it.

    What it asks stays where it moves on, goes back or rests.
    """
    if jump is None:
        return plan
    same = jump.asks in plan.ask
    because = (jump.because, *plan.because[same:])
    plan = replace(plan, because=because, marks=plan.marks | {MoveMark.SPEAKS})
    waits = (
        plan.move in (Advised.STAY, Advised.NONE)
        and plan.place is not PlanPlace.ON_BREAK
    )
    return replace(plan, ask=(jump.asks,)) if waits else plan
