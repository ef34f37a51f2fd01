"""All poops and tries of the last weeks, each judged against the step the child was on."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from stepstool.method.calm import Course, Place, asked_to_sit
from stepstool.method.ladder.case import Case
from stepstool.method.ladder.gate import Gate
from stepstool.method.ladder.ladder import Ladder
from stepstool.method.ladder.numbers import AFTER_RECTAL, TRIP, VERDICTS_BACK
from stepstool.method.ladder.pause import Absence
from stepstool.method.ladder.reached import BELOW_ALL, Reached, reached
from stepstool.method.ladder.tries import mere_tries
from stepstool.method.ladder.verdict import Judged, Verdict, judge
from stepstool.method.record import Record
from stepstool.method.record.bout import Bout
from stepstool.method.record.kinds.answers import MedicineKind
from stepstool.method.record.kinds.health import Given, MedicineGiven
from stepstool.method.record.kinds.poop import Poop
from stepstool.method.record.kinds.toileting import Sit

NOT_GIVEN: Final = {Given.MISSED, Given.REFUSED}


@dataclass(frozen=True)
class Judging:
    """What poops are judged by: the plan at their time, and what else reigned then."""

    record: Record
    course: Course
    ladder: Ladder
    gate: Gate
    absences: Sequence[Absence]

    def verdicts(self) -> list[Verdict]:
        """Judge poops and tries, in order."""
        since = self.record.at - VERDICTS_BACK
        all_bouts = self.record.bouts
        first = bisect_right(all_bouts, since, key=lambda bout: bout.at)
        bouts = all_bouts[first:]
        tries = self._tries(since, [poop.at for each in bouts for poop in each.poops])
        judged = (judge(self._case(each)) for each in bouts)
        return sorted([*judged, *tries], key=lambda each: (each.at, each.entries))

    def step_at(self, moment: datetime) -> int:
        """Give the step the child was on; 0 on none, or on another ladder."""
        stretch = self.course.at(moment)
        if stretch is None or stretch.standing.place is not Place.ON_STEP:
            return BELOW_ALL
        same = stretch.standing.ladder == self.ladder.key
        return self.ladder.within(stretch.standing.step) if same else BELOW_ALL

    def _case(self, bout: Bout) -> Case:
        step = self.step_at(bout.at)
        return Case(
            bout=bout,
            day=self.record.clock.day(bout.at),
            step=step,
            reached=self._reached(bout, step),
            ill=self.gate.is_ill(bout.at),
            absent=any(each.holds(bout.at) for each in self.absences),
            gate_shut=self.gate.was_shut(bout.at),
            after_rectal=any(
                bout.at - AFTER_RECTAL < each <= bout.at for each in self._rectal
            ),
            led=any(abs(bout.at - each) <= TRIP for each in self._asked_sits),
            aside=not any(map(self.ladder.is_about, (p.where for p in bout.poops))),
        )

    def _reached(self, bout: Bout, step: int) -> Reached:
        """Give what the best of its poops reached; sure beats unsure."""
        all_reached = [self._reached_by(poop, step) for poop in bout.poops]
        return max(all_reached, key=lambda each: (each.sure, each.step))

    def _reached_by(self, poop: Poop, step: int) -> Reached:
        """Children poop at few places: what one reached is kept for the next."""
        kind = (poop.place, poop.where, poop.wearing, poop.posture, step)
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = reached(self.ladder, poop, step)
        return known

    @cached_property
    def _known(self) -> dict[tuple[object, ...], Reached]:
        return {}

    @cached_property
    def _asked_sits(self) -> Sequence[datetime]:
        since = self.record.at - VERDICTS_BACK
        sits = self.record.within(Sit, since, self.record.at)
        return [each.at for each in sits if asked_to_sit(each)]

    @cached_property
    def _rectal(self) -> Sequence[datetime]:
        since = self.record.at - VERDICTS_BACK - AFTER_RECTAL
        return [
            each.at
            for each in self.record.within(MedicineGiven, since, self.record.at)
            if each.medicine is MedicineKind.RECTAL and each.outcome not in NOT_GIVEN
        ]

    def _tries(self, since: datetime, poops: Sequence[datetime]) -> Iterator[Verdict]:
        """Give the sits without a poop."""
        sits = self.record.within(Sit, since, self.record.at)
        for sit in mere_tries(sits, poops):
            yield Verdict(
                judged=Judged.TRY,
                why="try",
                at=sit.at,
                day=self.record.clock.day(sit.at),
                entries=(sit.id,),
                step=self.step_at(sit.at),
                reached=BELOW_ALL,
            )
