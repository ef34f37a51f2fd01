"""Fading: from every time down to words, planned from the start, decided by the parent.

The stage is a choice that holds from its moment on; a new step, another ladder or the way
back after a break begins at "every time" again. Source:
UNC-AFIRM: each stage at least a week, one back under 80 % of the last five.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import takewhile
from typing import Final

from stepstool.method.calm import Course, PlanPlace
from stepstool.method.evidence import topic
from stepstool.method.ladder import Judged, MoveMark, PlanAdvice, Verdict
from stepstool.method.ladder.verdict import chances, counts
from stepstool.method.record import UNKNOWN, Because, Record, Saying
from stepstool.method.record.clock import Days
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.lasting import Fading, Settings

N: Final = topic("rewards")
LADDER: Final = topic("ladder")

STAGES: Final = tuple(Fading)
FIRST: Final = STAGES[0]


class FadingMove(StrEnum):
    """What is advised about fading."""

    BACK = "back"
    DONE = "done"
    QUIETER = "quieter"
    NOT_YET = "not_yet"
    STAY = "stay"


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A stage of fading, and since when it holds; None: from the beginning."""

    fading: Fading = FIRST
    since: datetime | None = None

    def step(self, by: int) -> Fading:
        """Give the stage so many stages on, within the row of them."""
        number = STAGES.index(self.fading) + by
        return STAGES[min(max(number, 0), len(STAGES) - 1)]


class Stages:
    """Which stage held when."""

    def __init__(self, record: Record, course: Course) -> None:
        """Read what was chosen."""
        self._told = [
            (each.at, each.fading)
            for each in record.of(Settings)
            if each.fading is not UNKNOWN
        ]
        self._course = course

    def at(self, moment: datetime) -> Stage:
        """Give the stage at a moment: the newest choice since the plan last moved."""
        stretch = self._course.at(moment)
        begun = stretch.since if stretch else None
        told = [
            (at, fading)
            for at, fading in self._told
            if at <= moment and (begun is None or at >= begun)
        ]
        if not told:
            return Stage()
        newest = told[-1][1]
        same = list(takewhile(lambda each: each[1] is newest, reversed(told)))
        return Stage(fading=newest, since=same[-1][0])


@dataclass(frozen=True, kw_only=True)
class FadingAdvice:
    """Which stage holds, what is advised, to which stage that leads, and why.

    earliest: when the next stage may begin at the earliest; None when nobody can say.
    """

    stage: Stage
    move: FadingMove
    to: Fading
    because: Because
    earliest: datetime | None


@dataclass(frozen=True, kw_only=True)
class Fade:
    """What fading is decided by. days: which are known; silent ones let nothing settle."""

    stage: Stage
    plan: PlanAdvice
    at: datetime
    days: Days

    @property
    def is_first(self) -> bool:
        """Whether rewards are as loud as they began."""
        return self.stage.fading is FIRST

    @property
    def has_settled(self) -> bool:
        """Whether the last step has held so long that rewards may grow quieter."""
        return MoveMark.SETTLED in self.plan.marks

    @property
    def drops(self) -> bool:
        """Whether fewer than 80 % of the last five came well at this stage."""
        last = self._last()
        enough = len(last) >= N.count.fade_chances and not self.is_first
        return enough and sum(map(counts, last)) < N.share.fade_share * len(last)

    def _last(self) -> Sequence[Verdict]:
        since = self.stage.since
        told = [each for each in chances(self.plan.verdicts) if _says(each)]
        return [each for each in told if since is None or each.at > since][
            -N.count.fade_chances :
        ]

    @property
    def earliest(self) -> datetime | None:
        """Give when the next stage may begin at the earliest."""
        if self.stage.fading is STAGES[-1]:
            return None
        if self.stage.since is not None and not self.is_first:
            return self.stage.since + N.span.fade_stage
        begun = self.plan.since
        return (
            begun + LADDER.span.settled if begun and _is_last_step(self.plan) else None
        )

    @property
    def is_time(self) -> bool:
        """Whether this stage has lasted long enough, over days that are known."""
        if self.earliest is None or self.at < self.earliest:
            return False
        since = self.stage.since
        if since is None or self.is_first:
            return True
        known = self.days.count_known(self.days.index(since) + 1, len(self.days))
        return known >= N.span.fade_stage.days


def _says(verdict: Verdict) -> bool:
    """Whether it tells how it goes: one that was hard or hurt says neither."""
    return verdict.judged is not Judged.SORE


def _is_last_step(plan: PlanAdvice) -> bool:
    ladder = plan.found
    if ladder is None or plan.place is not PlanPlace.ON_STEP:
        return False
    return plan.step == len(ladder.steps)


@dataclass(frozen=True, kw_only=True)
class FadeRow(Row[Fade]):
    """One row. by: so many stages on."""

    by: int
    sources: tuple[str, ...] = ("UNC-AFIRM", "I")

    @property
    def move(self) -> FadingMove:
        """What it advises."""
        return FadingMove(self.key)

    @property
    def why(self) -> str:
        """The key of its reason in words."""
        return f"rewards.fading.why.{self.key}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its reason."""
        return (self.why,)


# fmt: off
FADES: Final = decision_table(
    FadeRow(key=FadingMove.BACK, by=-1, fits=lambda fade: fade.drops,
        when="under 80 % of the last five since this stage began"),
    FadeRow(key=FadingMove.DONE, by=0, fits=lambda fade: fade.stage.fading is STAGES[-1],
        when="high five and words", sources=("MORRIS-2014", "HOMEREWARD", "I")),
    FadeRow(key=FadingMove.QUIETER, by=1, fits=lambda fade: fade.has_settled and fade.is_time,
        when="the last step has held for 14 days, nearly always; each stage for a week"),
    FadeRow(key=FadingMove.NOT_YET, by=1, fits=lambda fade: fade.is_first,
        when="before that"),
    FadeRow(key=FadingMove.STAY, by=1, fits=always,
        when="this stage may settle"),
)
# fmt: on


def fading_advice(fade: Fade) -> FadingAdvice:
    """Advise by the first row of the table that fits. The parent decides."""
    row = first_that_fits(FADES, fade)
    return FadingAdvice(
        stage=fade.stage,
        move=row.move,
        to=fade.stage.step(row.by),
        because=Because(
            rule=f"fade_{row.move}", saw=Saying(key=row.why), sources=row.sources
        ),
        earliest=fade.earliest,
    )
