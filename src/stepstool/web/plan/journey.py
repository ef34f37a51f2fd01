"""A child's plan as its pages need it: what was decided, and what the ladder advises."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from stepstool import method
from stepstool.web.diary import reading
from stepstool.web.diary.first_times import WholeWay, of_the_way
from stepstool.web.diary.visit import Visit
from stepstool.web.families.roles import May

Plan = method.lasting.Plan
Move = method.lasting.Move
Place = method.PlanPlace
State, HarderStep = method.State, method.HarderStep
# While it hurts, is stuck or worries: softness comes first (rule 1 of the method).


@dataclass(frozen=True)
class Journey:
    """A visit to the plan, with all decisions up to now."""

    visit: Visit
    decisions: list[Plan]

    @property
    def plan(self) -> method.SpokenPlan:
        """What the ladder advises, in the family's words."""
        return self.visit.advice.plan

    @cached_property
    def course(self) -> method.Course:
        """The decisions, folded."""
        return method.course_of(self.decisions)

    @cached_property
    def way(self) -> WholeWay:
        """The first times and the last diaper's day."""
        return of_the_way(self.visit)

    @property
    def holds(self) -> Plan | None:
        """The decision that holds now."""
        return self.course.now.standing.fact if self.course.now else None

    @property
    def ladder(self) -> method.Ladder | None:
        """The ladder of the plan; None without a plan."""
        return self.plan.whole_ladder

    @cached_property
    def own_ladders(self) -> Mapping[tuple[str, int], method.Ladder]:
        """The ladders that the family made itself, by key and version."""
        kept = reading.lasting(self.visit.child, method.own_ladder.OwnLadder)
        return method.own_ladders(kept)

    def ladder_named(self, key: str, version: int = 0) -> method.Ladder | None:
        """Give a ladder, published or the family's own; version 0 is the newest."""
        if key.startswith(method.OWN_LADDER):
            return method.own_ladder_of(self.own_ladders, key, version)
        return method.ladder_of(key, version)

    @property
    def step(self) -> int:
        """The child's step; for a start the one to begin on."""
        return self.plan.step or 1

    @property
    def prepare(self) -> tuple[str, ...]:
        """What to prepare before the ladder begins."""
        if self.ladder is None:
            return ()
        lines = method.prepare_of(self.ladder, self.step)
        return tuple(map(self.visit.speaker.spoken, lines))

    @property
    def first_ladder(self) -> method.FirstLadder | None:
        """Which ladder to look at first, and why, while there is no plan.

        It may rest on what the family told, so it is for those who read that.
        """
        if self.plan.place is not None or May.READ not in self.visit.may("interview"):
            return None
        at, reading_of = self.visit.advice.at, method.FIRST_LADDER_READING
        return method.first_ladder(reading.record_of(self.visit.child, at, reading_of))

    @property
    def may_decide(self) -> bool:
        """Whether this visitor decides about the plan."""
        return May.WRITE in self.visit.may(Plan.KIND)

    @property
    def is_shut(self) -> bool:
        """Whether softness comes first: then nothing harder is asked, nor begun."""
        return self.visit.advice.comfort.state.is_shut

    @property
    def may_go_further(self) -> bool:
        """Whether a harder step may be spoken of."""
        allowed = method.allowed(self.visit.advice.comfort.state)
        return allowed.harder_step is not HarderStep.NO

    def asks_more(self, decision: Plan) -> bool:
        """Whether a decision would ask more of the child than what holds now."""
        after = method.course_of([*self.decisions, decision]).now
        return after is not None and after.standing.fact is decision and after.harder


def journey_of(visit: Visit) -> Journey:
    """Look up what was decided, up to the moment of the advice."""
    until = visit.advice.at
    decided = (
        decision
        for decision in reading.lasting(visit.child, Plan)
        if decision.at <= until
    )
    return Journey(visit, list(decided))
