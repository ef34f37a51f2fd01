"""Every poop and try of the last weeks, judged by the ladder that held when it came.

The plan's advice judges by the ladder that holds now; what was earned on another one, or
before the plan ended, stays earned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from stepstool.method.calm import Course, Place, course_of
from stepstool.method.comfort import Comfort
from stepstool.method.ladder import Ladder, PlanAdvice, Verdict, ladder_in
from stepstool.method.ladder.gate import gate_of
from stepstool.method.ladder.judging import Judging
from stepstool.method.ladder.numbers import VERDICTS_BACK
from stepstool.method.ladder.pause import absences_of
from stepstool.method.record import Record
from stepstool.method.record.kinds.lasting import Plan

Version = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class OnLadder:
    """A verdict, and the ladder it was judged by."""

    ladder: Ladder
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Judge:
    """What verdicts of any ladder are made of; those of the plan are there already."""

    record: Record
    comfort: Comfort
    plan: PlanAdvice
    course: Course

    def judged(self) -> list[OnLadder]:
        """Give the verdicts on a step, in order."""
        since = self.record.at - VERDICTS_BACK
        versions = dict.fromkeys(_versions(self.course, since))
        found = [each for version in versions for each in self._by(version)]
        return sorted(found, key=lambda each: (each.verdict.at, each.verdict.entries))

    def _by(self, version: Version) -> Iterator[OnLadder]:
        ladder = ladder_in(self.record, *version)
        if ladder is None:
            return
        for each in self._verdicts(ladder):
            if each.step and _version_at(self.course, each.at) == version:
                yield OnLadder(ladder=ladder, verdict=each)

    def _verdicts(self, ladder: Ladder) -> Sequence[Verdict]:
        if (self.plan.ladder, self.plan.version) == (ladder.key, ladder.version):
            return self.plan.verdicts
        gate, absences = gate_of(self.comfort), absences_of(self.record)
        return Judging(self.record, self.course, ladder, gate, absences).verdicts()


def judge_of(record: Record, comfort: Comfort, plan: PlanAdvice) -> Judge:
    """Give the judge of this record."""
    course = course_of(record.of(Plan))
    return Judge(record=record, comfort=comfort, plan=plan, course=course)


def _versions(course: Course, since: datetime) -> Iterator[Version]:
    for each in course.stretches:
        if each.standing.place is Place.ON_STEP and (each.until or since) >= since:
            yield (each.standing.ladder, each.standing.version)


def _version_at(course: Course, at: datetime) -> Version:
    stretch = course.at(at)
    return (stretch.standing.ladder, stretch.standing.version) if stretch else ("", 0)
