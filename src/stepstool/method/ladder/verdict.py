"""How a poop is judged against the child's step; each row names its sources.

From where it landed to the step it reached, the highest one all of whose known conditions were
met; with what else reigned at that time it is a case, and the first row of the table that fits
judges it. The page never says "miss". A try, a sit without a poop, is noticed, and never counts
against.

An unknown posture counts as met on the child's own step and below it; to be ahead of it,
everything must have been seen. An unknown room is not guessed: where it decides, the place is
unknown (rule 9).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Final

from stepstool.method.calm import Course, PlanPlace, asked_to_sit, told
from stepstool.method.evidence import topic
from stepstool.method.ladder.gate import Absence, Gate
from stepstool.method.ladder.ladder import FIELDS, Ladder, Wanted
from stepstool.method.record import UNKNOWN, Record, Unknown
from stepstool.method.record.bout import Bout
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import (
    UNEASY,
    MedicineKind,
    Mood,
    Where,
    YesNo,
)
from stepstool.method.record.kinds.health import Given, MedicineGiven
from stepstool.method.record.kinds.poop import (
    POTTY_OR_TOILET,
    Place,
    Poop,
    Posture,
    Sleeping,
    Wearing,
)
from stepstool.method.record.kinds.toileting import Sit

N: Final = topic("ladder")

BELOW_ALL: Final = 0


class Fit(IntEnum):
    """How well a poop fits what a step wants."""

    NO = 0
    PERHAPS = 1
    YES = 2


@dataclass(frozen=True, kw_only=True)
class Reached:
    """The step that was reached, 0 below the first; sure: unless a room is not known."""

    step: int
    sure: bool = True


def reached(ladder: Ladder, poop: Poop, current: int) -> Reached:
    """Give the highest step that a poop reached for a child on step `current`.

    current: 0 for a child that is on no step yet: then everything must have been seen.
    """
    seen = answers_of(poop)
    for number in range(len(ladder.steps), BELOW_ALL, -1):
        step, ahead = ladder.step(number), number > current
        if ahead and step.unseen:
            continue
        fit = max(_fit(wanted, seen, ahead=ahead) for wanted in step.success)
        if fit is not Fit.NO:
            return Reached(step=number, sure=fit is Fit.YES or number < current)
    return Reached(step=BELOW_ALL)


Answers = Mapping[str, object]

BATHROOM_POSTURES: Final = {
    Posture.SQUATTING_ON_LID,
    Posture.SITTING_ON_LID,
    Posture.SQUATTING_ON_SEAT,
    Posture.SITTING_ON_SEAT,
}


def answers_of(poop: Poop) -> Answers:
    """Gather what was seen, and what follows from it: a toilet stands in a bathroom."""
    wearing: Wearing | Unknown = poop.wearing
    if wearing is UNKNOWN and poop.place in POTTY_OR_TOILET:
        wearing = Wearing.NOTHING
    where: Where | Unknown = poop.where
    there = poop.place is Place.TOILET or poop.posture in BATHROOM_POSTURES
    if where is UNKNOWN and there:
        where = Where.BATHROOM
    answers = {"place": poop.place, "posture": poop.posture}
    return {**answers, "wearing": wearing, "where": where}


def _fit(wanted: Wanted, seen: Answers, *, ahead: bool) -> Fit:
    fits = (
        _fit_of(name, getattr(wanted, name), seen[name], ahead=ahead) for name in FIELDS
    )
    return min(fits)


def _fit_of(name: str, wanted: frozenset[object], seen: object, *, ahead: bool) -> Fit:
    if not wanted or seen in wanted:
        return Fit.YES
    if seen is not UNKNOWN or ahead:
        return Fit.NO
    return Fit.PERHAPS if name == "where" else Fit.YES


ELSEWHERE: Final = {Where.PRESCHOOL, Where.OTHER_HOME, Where.ON_THE_WAY}


@dataclass(frozen=True)
class BoutOnStep:
    """One bout, the step the child was on, and what reigned at that time."""

    bout: Bout
    day: date
    step: int  # 0: on none
    reached: Reached
    ill: bool
    absent: bool  # away from home by the diary, wherever the poop says it landed
    gate_shut: bool
    after_rectal: bool  # after a suppository or an enema
    led: bool  # the child came to sit by itself just then
    aside: bool  # in no room that the ladder is about

    @property
    def sure(self) -> bool:
        """Whether its place is known."""
        return self.reached.sure and any(
            poop.place is not UNKNOWN for poop in self.bout.poops
        )

    @property
    def beyond(self) -> int:
        """How many steps beyond the child's own; below 0: an earlier place."""
        return self.reached.step - self.step

    @property
    def asleep(self) -> bool:
        """Whether the child slept."""
        return self.bout.sleeping is Sleeping.ASLEEP

    @property
    def outdoors(self) -> bool:
        """Whether it landed in the bath or the garden."""
        return any(
            poop.place is Place.BATH or poop.where is Where.OUTDOORS
            for poop in self.bout.poops
        )

    @property
    def away(self) -> bool:
        """Whether it was at preschool, on a journey or in another home."""
        return self.absent or any(poop.where in ELSEWHERE for poop in self.bout.poops)

    @property
    def sore(self) -> bool:
        """Whether it was a success, or more, that was hard or hurt."""
        return self.beyond >= 0 and (self.bout.is_hard or self.bout.hurt)

    @cached_property
    def upset(self) -> bool:
        """Whether the child was upset."""
        return any(poop.mood is Mood.UPSET for poop in self.bout.poops)

    @cached_property
    def made_to(self) -> bool:
        """Whether the child was made to go there."""
        return any(poop.made_to is YesNo.YES for poop in self.bout.poops)

    @property
    def unwilling(self) -> bool:
        """Whether it was at the step, but upset or made to."""
        return self.beyond == 0 and (self.upset or self.made_to)

    @property
    def gift(self) -> bool:
        """Whether it was at the step although away from home."""
        return self.beyond == 0 and self.away

    @property
    def willing(self) -> bool:
        """Whether the child was neither upset, uneasy nor made to."""
        glad = all(poop.mood not in UNEASY for poop in self.bout.poops)
        return glad and not self.made_to

    @property
    def asked(self) -> bool:
        """Whether the child itself told, or came to sit by itself."""
        return self.led or any(map(told, self.bout.poops))


class Judged(StrEnum):
    """What a poop, or a try, says about the step."""

    SUCCESS = "success"
    SORE = "sore"
    AHEAD = "ahead"
    EARLIER = "earlier"
    NEUTRAL = "neutral"
    TRY = "try"


@dataclass(frozen=True, kw_only=True)
class VerdictRow(Row[BoutOnStep]):
    """One row; a success away from home is a gift."""

    judged: Judged


SHUT: Final = "gate_shut"
# fmt: off
VERDICTS: Final = decision_table(
    VerdictRow(judged=Judged.NEUTRAL, key="no_step",
        when="before the ladder began, on a break, or after its end", fits=lambda case: not case.step),
    VerdictRow(judged=Judged.NEUTRAL, key="aside",
        when="in no room that this ladder is about", fits=lambda case: case.aside),
    VerdictRow(judged=Judged.NEUTRAL, key="leak",
        when="a leak or a smear", fits=lambda case: not case.bout.is_full),
    VerdictRow(judged=Judged.NEUTRAL, key="asleep",
        when="asleep", fits=lambda case: case.asleep),
    VerdictRow(judged=Judged.NEUTRAL, key="ill",
        when="ill", fits=lambda case: case.ill),
    VerdictRow(judged=Judged.NEUTRAL, key="gate_shut",
        when="while the gate is shut", fits=lambda case: case.gate_shut),
    VerdictRow(judged=Judged.NEUTRAL, key="after_rectal",
        when="after a suppository or an enema", fits=lambda case: case.after_rectal),
    VerdictRow(judged=Judged.NEUTRAL, key="bath_or_garden",
        when="in the bath or the garden", fits=lambda case: case.outdoors),
    VerdictRow(judged=Judged.NEUTRAL, key="place_unknown",
        when="the place is unknown, or the room where it decides", fits=lambda case: not case.sure),
    VerdictRow(judged=Judged.SORE, key="hard_or_hurt",
        when="at the step or beyond it, but hard, or it hurt: the reward is given, comfort decides", fits=lambda case: case.sore),
    VerdictRow(judged=Judged.AHEAD, key="ahead",
        when="beyond the step", fits=lambda case: case.beyond > 0),
    VerdictRow(judged=Judged.NEUTRAL, key="unwilling",
        when="at the step, but upset or made to", fits=lambda case: case.unwilling),
    VerdictRow(judged=Judged.SUCCESS, key="gift",
        when="at the step, though away from home", fits=lambda case: case.gift),
    VerdictRow(judged=Judged.SUCCESS, key="reached",
        when="at the step, willing, soft or unknown, and it did not hurt", fits=lambda case: case.beyond == 0),
    VerdictRow(judged=Judged.NEUTRAL, key="away",
        when="at an earlier place, but at preschool, on a journey or in another home", fits=lambda case: case.away),
    VerdictRow(judged=Judged.EARLIER, key="earlier",
        when="at an earlier place, at home, awake, well", fits=always),
)
# fmt: on


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One poop or try, judged."""

    judged: Judged
    why: str  # the row of the table
    at: datetime
    day: date
    entries: tuple[str, ...]  # the ids it rests on
    step: int  # the child's step then
    reached: int  # 0: below the first step
    willing: bool = True  # neither upset, uneasy nor made to
    asked: bool = False  # the child itself told
    upset: bool = False
    hurt: bool = False
    # What it would be if the gate were open: that limits what is asked, never what is earned.
    ungated: Judged | None = None

    @property
    def deserved(self) -> Judged:
        """What the child did, whether or not the gate was shut."""
        return self.ungated or self.judged


def judge(case: BoutOnStep) -> Verdict:
    """Judge a poop by the first row of the table that fits."""
    row = first_that_fits(VERDICTS, case)
    return Verdict(
        judged=row.judged,
        why=row.key,
        at=case.bout.at,
        day=case.day,
        entries=tuple(poop.id for poop in case.bout.poops),
        step=case.step,
        reached=case.reached.step,
        willing=case.willing,
        asked=case.asked,
        upset=case.upset,
        hurt=case.bout.hurt,
        ungated=_ungated(case) if row.key == SHUT else None,
    )


def _ungated(case: BoutOnStep) -> Judged:
    """Give what the rows below the shut gate say."""
    keys = [row.key for row in VERDICTS]
    return first_that_fits(VERDICTS[keys.index(SHUT) + 1 :], case).judged


CHANCES: Final = {Judged.SUCCESS, Judged.AHEAD, Judged.EARLIER, Judged.SORE}


def chances(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Keep the poops that were a chance to succeed at the step."""
    return [each for each in verdicts if each.judged in CHANCES]


def counts(verdict: Verdict) -> bool:
    """Whether it counts to moving on: at the step or beyond it, willingly."""
    beyond = verdict.judged is Judged.AHEAD and verdict.willing
    return beyond or verdict.judged is Judged.SUCCESS


def tells(verdict: Verdict) -> bool:
    """Whether it tells how the child is with the step: a chance, or one unwillingly."""
    return verdict.judged in CHANCES or verdict.why == "unwilling"


def mere_tries(sits: Iterable[Sit], poops: Sequence[datetime]) -> Iterator[Sit]:
    """Give the sits that the child took and that no poop ended; poops in order."""
    for sit in sits:
        end = max(sit.until or sit.at, sit.at) + N.span.trip
        came = bisect_right(poops, end) > bisect_left(poops, sit.at)
        if sit.accepted is YesNo.YES and not came:
            yield sit


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
        since = self.record.at - N.span.verdicts_back
        all_bouts = self.record.bouts
        first = bisect_right(all_bouts, since, key=lambda bout: bout.at)
        bouts = all_bouts[first:]
        tries = self._tries(since, [poop.at for each in bouts for poop in each.poops])
        judged = (judge(self._case(each)) for each in bouts)
        return sorted([*judged, *tries], key=lambda each: (each.at, each.entries))

    def step_at(self, moment: datetime) -> int:
        """Give the step the child was on; 0 on none, or on another ladder."""
        stretch = self.course.at(moment)
        if stretch is None or stretch.standing.place is not PlanPlace.ON_STEP:
            return BELOW_ALL
        same = stretch.standing.ladder == self.ladder.key
        return self.ladder.within(stretch.standing.step) if same else BELOW_ALL

    def _case(self, bout: Bout) -> BoutOnStep:
        step = self.step_at(bout.at)
        return BoutOnStep(
            bout=bout,
            day=self.record.clock.day(bout.at),
            step=step,
            reached=self._reached(bout, step),
            ill=self.gate.is_ill(bout.at),
            absent=any(each.holds(bout.at) for each in self.absences),
            gate_shut=self.gate.was_shut(bout.at),
            after_rectal=any(
                bout.at - N.span.after_rectal < each <= bout.at for each in self._rectal
            ),
            led=any(abs(bout.at - each) <= N.span.trip for each in self._asked_sits),
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
        since = self.record.at - N.span.verdicts_back
        sits = self.record.within(Sit, since, self.record.at)
        return [each.at for each in sits if asked_to_sit(each)]

    @cached_property
    def _rectal(self) -> Sequence[datetime]:
        since = self.record.at - N.span.verdicts_back - N.span.after_rectal
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
