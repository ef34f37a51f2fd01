"""The situation at a moment: the plan, the child's step, and what happened on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final

from stepstool.method.calm import (
    Calm,
    CalmLevel,
    Course,
    PlanPlace,
    PlanStretch,
)
from stepstool.method.evidence import topic
from stepstool.method.ladder.gate import Gate, Pause, Span, was_fight
from stepstool.method.ladder.ladder import Ladder
from stepstool.method.ladder.verdict import Verdict, chances
from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.toileting import Sit

N: Final = topic("ladder")
A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class PlanSituation:
    """All that the moves are decided by, on a ladder that was begun or chosen."""

    record: Record
    gate: Gate
    calm: Calm
    course: Course
    ladder: Ladder
    verdicts: Sequence[Verdict]  # poops and tries, in order
    pauses: Sequence[Pause]  # in which the plan rested, by their ends
    is_away: bool
    rests: Sequence[Span] = ()  # the same, what lasts and what is long over with them
    learned: bool = False  # whether the child's step is learned

    @property
    def at(self) -> datetime:
        """The moment asked for."""
        return self.record.at

    @cached_property
    def today(self) -> date:
        """The child's day."""
        return self.record.today

    @property
    def stretch(self) -> PlanStretch:
        """Where the plan stands now."""
        return self.course.stretches[-1]

    @property
    def place(self) -> PlanPlace:
        """What the plan is doing."""
        return self.stretch.standing.place

    @property
    def on_step(self) -> bool:
        """Whether the child is on a step."""
        return self.place is PlanPlace.ON_STEP

    @cached_property
    def step(self) -> int:
        """The step, within the ladder."""
        return self.ladder.within(self.stretch.standing.step)

    @property
    def is_last(self) -> bool:
        """Whether it is the last step."""
        return self.step == len(self.ladder.steps)

    @property
    def began(self) -> datetime:
        """When the child came to this step."""
        return self.stretch.since

    @property
    def decided(self) -> datetime:
        """The last decision about this step: what was seen before it has been weighed."""
        return self.stretch.facts[-1].at

    @cached_property
    def here(self) -> Sequence[Verdict]:
        """What happened on this step."""
        return [each for each in self.verdicts if each.at > self.began]

    @cached_property
    def chances(self) -> Sequence[Verdict]:
        """The poops on this step that were a chance to succeed."""
        return chances(self.here)

    @cached_property
    def days_here(self) -> int:
        """Full days on this step: the first is the day after it began."""
        return (self.today - self.record.clock.day(self.began)).days

    def active_since(self, moment: datetime) -> timedelta:
        """How long it has been, without the times in which the plan rested.

        A rest of less than a day counts as none: it can lie between two looks at the plan,
        and a reason would stand for that much longer.
        """
        rested = (
            max(until - max(since, moment), timedelta(0))
            for since, until in self.rests
            if until - since >= A_DAY
        )
        return self.at - moment - sum(rested, timedelta(0))

    @property
    def week_ago(self) -> datetime:
        """A week ago: a reason that stood then already stands too long."""
        return self.at - N.span.turn

    @cached_property
    def week(self) -> int:
        """The week on this step, from 0; rests are not counted."""
        return self.active_since(self.began) // N.span.turn

    def sits_since(self, moment: datetime) -> Sequence[Sit]:
        """The sits after a moment, as far back as poops are judged."""
        since = max(moment, self.at - N.span.verdicts_back)
        return self.record.within(Sit, since, self.at)

    @property
    def fight(self) -> bool:
        """Whether it has become a fight."""
        return self.calm.level is CalmLevel.FIGHT

    @property
    def was_fought(self) -> bool:
        """Whether it was a fight a week ago already."""
        return was_fight(self.record.until(self.week_ago), self.gate)

    def lasts(self, length: timedelta) -> bool:
        """Whether the child has been on this step for so long."""
        return self.at - self.began >= length

    def known_for(self, length: timedelta) -> bool:
        """Whether it has been so long with days that are known: silent ones count nothing."""
        days = self.gate.days
        known = days.count_known(days.index(self.began) + 1, len(days))
        return self.lasts(length) and known >= length.days

    @cached_property
    def first_step(self) -> int:
        """The step to start on: what the child does today, so that it succeeds at once."""
        known = [each.reached for each in self.verdicts if each.why == "no_step"]
        return max(min(known[-N.count.start_poops :], default=1), 1)

    @cached_property
    def days_set(self) -> Sequence[date]:
        """The days to look again that were set with the decisions about this place."""
        days = (each.until_day for each in self.stretch.facts)
        return [day for day in days if day is not UNKNOWN]
