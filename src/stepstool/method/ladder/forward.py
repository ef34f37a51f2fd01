"""Steps forward: when a step is learned, what still stands in the way, jumps, and patience.

A step that takes long asks for a smaller one, another course, a clinician (M19).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate, takewhile
from typing import Final

from stepstool.method.calm import PlanPlace, Stretch
from stepstool.method.comfort import State
from stepstool.method.evidence import topic
from stepstool.method.ladder.situation import Situation
from stepstool.method.ladder.verdict import Judged, Verdict, counts, tells
from stepstool.method.record import UNKNOWN
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import YesNo
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Move

N: Final = topic("ladder")


@dataclass(frozen=True, kw_only=True)
class Progress:
    """So many successes in a row of those that a step asks for."""

    count: int
    of: int


def progress(now: Situation) -> Progress:
    """Give the progress on this step; beyond what it asks for it stays full."""
    wanted = _wanted(now)
    return Progress(count=min(len(_row(now)), wanted), of=wanted)


def _wanted(now: Situation) -> int:
    if comes_back(now):
        return N.count.in_a_row_again
    return N.count.in_a_row_slow if now.gate.is_slow else N.count.in_a_row


def comes_back(now: Situation) -> bool:
    """Whether the child is on its way back, after a pause, to a step it stood on."""
    before = [
        each.standing.step for each in now.course.stretches if each.since < now.began
    ]
    on_the_way = now.stretch.facts[0].move is Move.GO_ON
    return on_the_way and now.step < max(before, default=now.step)


def _row(now: Situation) -> Sequence[Verdict]:
    """Give the last successes in a row; sore and uneasy ones count neither way."""
    told = [each for each in now.chances if counts(each) or each.judged in AGAINST]
    return list(takewhile(counts, reversed(told)))


AGAINST: Final = {Judged.EARLIER}


def is_learned(now: Situation) -> bool:
    """Whether this step is learned: enough in a row on two days, or nearly always."""
    row, wanted = _row(now), _wanted(now)
    days = {each.day for each in row}
    in_a_row = len(row) >= wanted and len(days) >= min(N.count.success_days, wanted)
    return now.on_step and (in_a_row or _nearly_always(now))


def _nearly_always(now: Situation) -> bool:
    good = [counts(each) for each in reversed(now.chances) if each.judged is not SORE]
    sums = enumerate(accumulate(good), start=1)
    return any(
        n >= N.count.share_chances and done >= N.share.share * n for n, done in sums
    )


SORE: Final = Judged.SORE


def ahead_to(now: Situation) -> int:
    """Give the step to follow the child to: ahead twice on two days, or once by asking.

    Nothing is followed that frightened (the child was neither uneasy nor upset), nor what
    came before the child's no. 0: none.
    """
    since = said_no(now) or now.began
    ahead = [
        each
        for each in now.here
        if each.judged is Judged.AHEAD and each.willing and each.at > since
    ]
    asked = [each.reached for each in ahead if each.asked]
    often = (
        len(ahead) >= N.count.ahead_times
        and len({e.day for e in ahead}) >= N.count.ahead_days
    )
    steps = [each.reached for each in ahead[-N.count.ahead_times :]] if often else []
    return max(max(asked, default=0), min(steps, default=0))


def soft_and_painless(now: Situation) -> bool:
    """Whether comfort lets a harder step be asked; unknown it takes one tap."""
    state = now.gate.state
    return state is State.COMFORTABLE or (state is State.UNKNOWN and _tapped(now))


def _tapped(now: Situation) -> bool:
    told = [
        each
        for each in now.record.of(Interview)
        if each.topic is Topic.SOFT_AND_PAINLESS and each.at > now.at - N.span.tap_holds
    ]
    return bool(told) and told[-1].answers == (Told.YES,)


def said_no(now: Situation) -> datetime | None:
    """Give the child's latest no to a harder step, while it holds."""
    since = now.at - N.span.childs_no
    asked = [each for each in now.stretch.facts if each.child_agreed is not UNKNOWN]
    said = asked[-1] if asked else None
    no = said is not None and said.child_agreed is YesNo.NO and said.at > since
    return said.at if said and no else None


def family_day(now: Situation) -> date | None:
    """Give the day from which the family allows the next step, while it is to come."""
    until = now.days_set[-1] if now.days_set else now.today
    return until if now.today < until else None


def is_too_soon(now: Situation) -> bool:
    """Whether the full days on this step are too few, unless the child comes back."""
    return (
        not comes_back(now) and now.days_here < now.ladder.step(now.step).at_least_days
    )


def was_upset(now: Situation) -> bool:
    """Whether the child was upset at one of the last poops here."""
    told = [each for each in now.here if tells(each)]
    return any(each.upset for each in told[-N.count.not_upset_last :])


def hurt_lately(now: Situation) -> bool:
    """Whether it hurt lately, if only a little: then nothing harder is asked."""
    return now.gate.hurt_since(now.at - N.span.hurt_lately)


def holds_lately(now: Situation) -> bool:
    """Whether holding was seen lately."""
    return any(each > now.at - N.span.holding_lately for each in now.gate.body.holding)


NOTHING: Final = "nothing"
HINDRANCES: Final = decision_table(
    Row(key="child_said_no", fits=said_no),
    Row(key="family_days", fits=family_day),
    Row(key="two_days", fits=is_too_soon),
    Row(key="upset_lately", fits=was_upset),
    Row(key="holding_lately", fits=holds_lately),
    Row(key="hurt_lately", fits=hurt_lately),
    Row(key="not_soft", fits=lambda now: now.gate.not_soft),
    Row(key=NOTHING, fits=always),
)


def hindrance(now: Situation) -> str:
    """Name the first thing that still stands in the way of a learned step, or NOTHING."""
    return first_that_fits(HINDRANCES, now).key


def last_chance(now: Situation) -> Verdict | None:
    """Give the last poop here that was a chance to succeed."""
    return now.chances[-1] if now.chances else None


def frightened(now: Situation) -> bool:
    """Whether the last one was ahead and left the child uneasy or upset."""
    last = last_chance(now)
    return last is not None and last.judged is Judged.AHEAD and not last.willing


def went_ahead(now: Situation) -> bool:
    """Whether the last one was ahead."""
    last = last_chance(now)
    return last is not None and last.judged is Judged.AHEAD


def went_back(now: Situation) -> bool:
    """Whether the last one was at an earlier place."""
    last = last_chance(now)
    return last is not None and last.judged is Judged.EARLIER


def forward_since(now: Situation) -> datetime:
    """Give when the farthest step of this climb was first reached.

    A climb begins with a start, or with going on after a pause; a step back and up again
    is no step forward.
    """
    farthest, since = 0, now.began
    for stretch in _climb(now):
        if stretch.standing.step > farthest:
            farthest, since = stretch.standing.step, stretch.since
    return since


def _climb(now: Situation) -> list[Stretch]:
    climb: list[Stretch] = []
    for stretch in now.course.stretches:
        if _begins_anew(stretch):
            climb = []
        climb.append(stretch)
    return climb


def _begins_anew(stretch: Stretch) -> bool:
    resumed = stretch.facts[0].move in {Move.START, Move.GO_ON}
    return resumed or stretch.standing.place is not PlanPlace.ON_STEP


def is_stuck_for_weeks(now: Situation) -> bool:
    """Whether there was no step forward for so long that the course is changed."""
    return _unlearned(now) and now.at - forward_since(now) >= N.span.change_course


def is_stuck_for_months(now: Situation) -> bool:
    """Whether there was none for so long that a clinician is asked."""
    return _unlearned(now) and now.at - forward_since(now) >= N.span.clinician


def needs_smaller_step(now: Situation) -> bool:
    """Whether this step took so long, or so many chances, that it is cut in half."""
    many = len(now.chances) >= N.count.smaller_step_chances
    return _unlearned(now) and (many or now.lasts(N.span.smaller_step_days))


def _unlearned(now: Situation) -> bool:
    return now.on_step and not is_learned(now)


def is_settled(now: Situation) -> bool:
    """Whether the last step has held so long that rewards begin to fade."""
    return now.is_last and is_learned(now) and now.known_for(N.span.settled)


def is_ready_for_preschool(now: Situation) -> bool:
    """Whether the last step has held so long that preschool may have steps of its own."""
    return is_settled(now) and now.known_for(N.span.preschool)
