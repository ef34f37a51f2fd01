"""Steps forward: when a step is learned, what still stands in the way, jumps, and patience.

What a step that takes long brings is told in `patience`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import accumulate, pairwise, takewhile
from typing import Final

from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import State
from stepstool.method.evidence import topic
from stepstool.method.ladder.situation import PlanSituation
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
from stepstool.method.record.kinds.lasting import Move, Plan

N: Final = topic("ladder")


@dataclass(frozen=True, kw_only=True)
class Progress:
    """So many successes in a row of those that a step asks for."""

    count: int
    of: int


def progress(now: PlanSituation) -> Progress:
    """Give the progress on this step; beyond what it asks for it stays full."""
    wanted = _wanted(now, now.chances)
    return Progress(count=min(len(_row(now.chances)), wanted), of=wanted)


def _wanted(now: PlanSituation, chances: Sequence[Verdict]) -> int:
    """Give how many it takes: more after each slip, and each return after the first."""
    return _wanted_after(now, len(_slips(now, chances)))


def _wanted_after(now: PlanSituation, slips: int) -> int:
    most = max(N.count.in_a_row_most - _wanted_at_first(now), 0)
    return _wanted_at_first(now) + min(_returns_again(now) + slips, most)


def _wanted_at_first(now: PlanSituation) -> int:
    if comes_back(now):
        return N.count.in_a_row_again
    return N.count.in_a_row_slow if now.gate.is_slow else N.count.in_a_row


def _returns_again(now: PlanSituation) -> int:
    """Count the returns from a later step of this ladder to this one, after the first."""
    ladder, step = now.ladder.key, now.step
    standings = [each.standing for each in now.course.stretches]
    returns = sum(
        before.ladder == after.ladder == ladder and before.step > after.step == step
        for before, after in pairwise(standings)
    )
    return max(returns - 1, 0)


def comes_back(now: PlanSituation) -> bool:
    """Whether the child is on its way back, after a pause, to a step it stood on."""
    before = [
        each.standing.step for each in now.course.stretches if each.since < now.began
    ]
    on_the_way = now.stretch.facts[0].move is Move.GO_ON
    return on_the_way and now.step < max(before, default=now.step)


def _slips(now: PlanSituation, chances: Sequence[Verdict]) -> Sequence[Verdict]:
    """Give those at an earlier place that undid what was learned."""
    slips: list[Verdict] = []
    for n, chance in enumerate(chances):
        before, with_it = chances[:n], chances[: n + 1]
        if (
            chance.judged in AGAINST
            and _learns_after(now, slips, before, chance.at)
            and not _learns_after(now, slips, with_it, chance.at)
        ):
            slips.append(chance)
    return slips


def slipped(now: PlanSituation) -> bool:
    """Whether it was learned until the last one at an earlier place, in the week since.

    One poop does not turn "ask for the next step" into "the step is too high" for a day.
    """
    slips = _slips(now, now.chances)[-1:]
    earlier = [each for each in now.chances if each.judged in AGAINST][-1:]
    return slips == earlier and any(each.at > now.week_ago for each in slips)


def was_slipping(now: PlanSituation) -> bool:
    """Whether it had slipped a week ago already, and slipped again since."""
    week = (now.week_ago - N.span.turn, now.week_ago)
    return slipped(now) and any(
        week[0] < each.at <= week[1] for each in _slips(now, now.chances)
    )


def _row(chances: Sequence[Verdict]) -> Sequence[Verdict]:
    """Give the last successes in a row; sore and uneasy ones count neither way."""
    counted = [each for each in chances if counts(each) or each.judged in AGAINST]
    return list(takewhile(counts, reversed(counted)))


AGAINST: Final = {Judged.EARLIER}


def learns(now: PlanSituation) -> bool:
    """Whether this step is learned: enough in a row on two days, or nearly always."""
    return now.on_step and _learns(now, now.at)


def was_learned(now: PlanSituation) -> bool:
    """Whether it was learned a week ago already."""
    return _learns(now, now.week_ago)


def _learns(now: PlanSituation, moment: datetime) -> bool:
    """Whether it was learned at a moment, by chances that are still read a week later."""
    since = moment - STILL_READ
    chances = [each for each in now.chances if since < each.at <= moment]
    return _learns_after(now, _slips(now, chances), chances, moment)


def _learns_after(
    now: PlanSituation,
    slips: Sequence[Verdict],
    chances: Sequence[Verdict],
    moment: datetime,
) -> bool:
    """Whether it is learned: enough in a row, or nearly always with no slip for a week."""
    wanted = _wanted_after(now, len(slips))
    lately = any(each.at > moment - N.span.turn for each in slips)
    return _is_enough(_row(chances), wanted) or (
        not lately and _nearly_always(chances, wanted)
    )


def _is_enough(row: Sequence[Verdict], wanted: int) -> bool:
    """Whether the successes in a row are enough, on enough days."""
    days = {each.day for each in row}
    return len(row) >= wanted and len(days) >= min(N.count.success_days, wanted)


def _nearly_always(chances: Sequence[Verdict], wanted: int) -> bool:
    good = [counts(each) for each in reversed(chances) if each.judged is not SORE]
    sums = enumerate(accumulate(good), start=1)
    least = max(N.count.share_chances, wanted)
    return any(n >= least and done >= N.share.share * n for n, done in sums)


SORE: Final = Judged.SORE


# As far back as poops are judged on both of two days a week apart: what is learned or followed
# now was so a week ago, or was not.
STILL_READ: Final = N.span.verdicts_back - N.span.turn


def ahead_to(now: PlanSituation) -> int:
    """Give the step to follow the child to: ahead twice on two days, or once by asking.

    Nothing is followed that frightened (the child was neither uneasy nor upset), nor what
    came before a not-yet; while one holds, only what the child itself asked for. 0: none.
    """
    return _ahead_by(now, now.at)


def was_ahead(now: PlanSituation) -> bool:
    """Whether the child was to be followed a week ago already."""
    return _ahead_by(now, now.week_ago) > now.step


def _ahead_by(now: PlanSituation, moment: datetime) -> int:
    said = [each for each in not_yets(now) if each.since <= moment]
    since = max(said[-1].at if said else now.began, moment - STILL_READ)
    ahead = [
        each
        for each in now.here
        if each.judged is Judged.AHEAD and each.willing and since < each.at <= moment
    ]
    asked = [each.reached for each in ahead if each.asked]
    often = [] if _holds(said, moment) else _often(now, ahead)
    return max(max(asked, default=0), min(often, default=0))


def _often(now: PlanSituation, ahead: Sequence[Verdict]) -> Sequence[int]:
    """Give the steps that were reached, where it was often enough, on enough days."""
    times = N.count.ahead_times + _returns_again(now)
    days = {each.day for each in ahead}
    enough = len(ahead) >= times and len(days) >= N.count.ahead_days
    return [each.reached for each in ahead[-N.count.ahead_times :]] if enough else ()


def soft_and_painless(now: PlanSituation) -> bool:
    """Whether comfort lets a harder step be asked; unknown it takes one tap."""
    state = now.gate.state
    return state is State.COMFORTABLE or (state is State.UNKNOWN and _tapped(now))


def _tapped(now: PlanSituation) -> bool:
    answered = [
        each
        for each in now.record.of(Interview)
        if each.topic is Topic.SOFT_AND_PAINLESS and each.at > now.at - N.span.tap_holds
    ]
    return bool(answered) and answered[-1].answers == (Told.YES,)


@dataclass(frozen=True, kw_only=True)
class NotYet:
    """An invitation that was answered with a not-yet, by the child or the family."""

    since: datetime
    at: datetime  # the latest time it was said, within its pause
    by_child: bool
    until: datetime  # when its pause is over


def not_yets(now: PlanSituation) -> Sequence[NotYet]:
    """Give the not-yets to what is asked now, since the last yes, in order."""
    said: list[NotYet] = []
    for fact in _facts_here(now):
        if fact.child_agreed is YesNo.YES:
            said = []
        elif fact.child_agreed is YesNo.NO:
            said = _with_a_no(said, fact.at)
        elif _keeps_to_the_step(now, fact) and not _holds(said, fact.at):
            said = [*said, _not_yet(len(said), fact.at, by_child=False)]
    return said


def _with_a_no(said: list[NotYet], at: datetime) -> list[NotYet]:
    """Add the child's no; within a pause it is the same one, and holds from then on."""
    if not _holds(said, at):
        return [*said, _not_yet(len(said), at, by_child=True)]
    last = said[-1]
    longer = max(last.until, at + N.span.childs_no)
    return [*said[:-1], replace(last, at=at, by_child=True, until=longer)]


def _not_yet(before: int, at: datetime, *, by_child: bool) -> NotYet:
    """Make one; after each the pause grows."""
    growing = (N.span.childs_no * N.count.no_grows**n for n in range(before + 1))
    pause = min(max(growing), N.span.no_at_most)
    return NotYet(since=at, at=at, by_child=by_child, until=at + pause)


def _holds(said: Sequence[NotYet], moment: datetime) -> bool:
    return bool(said) and moment < said[-1].until


def _facts_here(now: PlanSituation) -> Iterator[Plan]:
    """Give the decisions about this place; a start that waits may name several steps."""
    here = [now.stretch]
    if now.place is PlanPlace.CHOSEN:
        same = takewhile(
            lambda each: (
                each.standing.place is PlanPlace.CHOSEN
                and each.standing.ladder == now.ladder.key
            ),
            reversed(now.course.stretches),
        )
        here = list(reversed(list(same)))
    yield from (fact for stretch in here for fact in stretch.facts)


def _keeps_to_the_step(now: PlanSituation, fact: Plan) -> bool:
    """Whether the family itself decided to stay, without a day to look again."""
    return now.on_step and fact.move is Move.STAY and fact.until_day is UNKNOWN


def _was_held_back(now: PlanSituation) -> bool:
    """Whether a not-yet, or the family's own day, held a week ago."""
    said = [each for each in not_yets(now) if each.since <= now.week_ago]
    kept = now.days_set and now.days_set[-1] > now.record.clock.day(now.week_ago)
    return bool(kept) or _holds(said, now.week_ago)


def was_invited(now: PlanSituation) -> bool:
    """Whether the next step could be asked for a week ago already."""
    return was_learned(now) and not _was_held_back(now)


def was_startable(now: PlanSituation) -> bool:
    """Whether the ladder could be begun a week ago already."""
    return now.began <= now.week_ago and not _was_held_back(now)


def last_no(now: PlanSituation) -> NotYet | None:
    """Give the latest not-yet to what is asked, while it holds."""
    said = not_yets(now)
    return said[-1] if _holds(said, now.at) else None


def said_no(now: PlanSituation) -> datetime | None:
    """Give when that was."""
    last = last_no(now)
    return last.at if last else None


SECOND: Final = 2


def leaves_it_longer(now: PlanSituation) -> bool:
    """Whether it was the second not-yet, or one that holds for more than a week, by turns."""
    last = last_no(now)
    if last is None:
        return False
    weeks = (now.at - last.since) // N.span.turn
    return (weeks + (len(not_yets(now)) == SECOND)) % 2 == 1


def was_often(now: PlanSituation) -> bool:
    """Whether it was the third not-yet that holds, or a later one."""
    return last_no(now) is not None and len(not_yets(now)) > SECOND


def family_stays(now: PlanSituation) -> bool:
    """Whether the latest not-yet that holds is the family's own."""
    last = last_no(now)
    return last is not None and not last.by_child


def family_day(now: PlanSituation) -> date | None:
    """Give the day from which the family allows the next step, while it is to come."""
    until = now.days_set[-1] if now.days_set else now.today
    return until if now.today < until else None


def is_too_soon(now: PlanSituation) -> bool:
    """Whether the full days on this step are too few, unless the child comes back."""
    return (
        not comes_back(now) and now.days_here < now.ladder.step(now.step).at_least_days
    )


def was_upset(now: PlanSituation) -> bool:
    """Whether the child was upset at one of the last poops here."""
    return _upset_by(now, now.at)


def _upset_by(now: PlanSituation, moment: datetime) -> bool:
    telling = [each for each in now.here if tells(each) and each.at <= moment]
    last = {each.at for each in telling[-N.count.not_upset_last :]}
    since = moment - N.span.upset_lately
    return any(each.upset and (each.at in last or each.at > since) for each in telling)


def hurt_lately(now: PlanSituation) -> bool:
    """Whether it hurt lately, if only a little: then nothing harder is asked."""
    return _lie_in(now.gate.hurt, now.at, N.span.hurt_lately)


def holds_lately(now: PlanSituation) -> bool:
    """Whether holding was seen lately."""
    return _lie_in(now.gate.body.holding, now.at, N.span.holding_lately)


def _lie_in(moments: Sequence[datetime], until: datetime, span: timedelta) -> bool:
    return any(until - span < moment <= until for moment in moments)


def was_hindered(now: PlanSituation) -> bool:
    """Whether tears, holding or pain stood in the way a week ago already."""
    then = now.week_ago
    return (
        _upset_by(now, then)
        or _lie_in(now.gate.body.holding, then, N.span.holding_lately)
        or _lie_in(now.gate.hurt, then, N.span.hurt_lately)
    )


def is_not_soft(now: PlanSituation) -> bool:
    """Whether the last one was a little hard or runny, in the week since."""
    return now.gate.not_soft is not None and not was_not_soft(now)


def was_not_soft(now: PlanSituation) -> bool:
    """Whether the last one that was not quite soft was it a week ago already."""
    return now.gate.not_soft is not None and now.gate.not_soft <= now.week_ago


NOTHING: Final = "nothing"
HINDRANCES: Final = decision_table(
    Row(key="not_yet", fits=said_no),
    Row(key="family_days", fits=family_day),
    Row(key="two_days", fits=is_too_soon),
    Row(key="upset_lately", fits=was_upset),
    Row(key="holding_lately", fits=holds_lately),
    Row(key="hurt_lately", fits=hurt_lately),
    Row(key="not_soft", fits=lambda now: now.gate.not_soft is not None),
    Row(key=NOTHING, fits=always),
)


def hindrance(now: PlanSituation) -> str:
    """Name the first thing that still stands in the way of a learned step, or NOTHING."""
    return first_that_fits(HINDRANCES, now).key


def last_chance(now: PlanSituation) -> Verdict | None:
    """Give the last poop here that was a chance to succeed."""
    return now.chances[-1] if now.chances else None


def frightened(now: PlanSituation) -> bool:
    """Whether the last one was ahead and left the child uneasy or upset."""
    last = last_chance(now)
    return last is not None and last.judged is Judged.AHEAD and not last.willing


def went_ahead(now: PlanSituation) -> bool:
    """Whether the last one was ahead."""
    last = last_chance(now)
    return last is not None and last.judged is Judged.AHEAD


def went_back(now: PlanSituation) -> bool:
    """Whether the last one was at an earlier place."""
    last = last_chance(now)
    return last is not None and last.judged is Judged.EARLIER


def is_settled(now: PlanSituation) -> bool:
    """Whether the last step has held so long that rewards begin to fade."""
    return now.is_last and now.learned and now.known_for(N.span.settled)


def is_ready_for_preschool(now: PlanSituation) -> bool:
    """Whether the last step has held so long that preschool may have steps of its own."""
    return is_settled(now) and now.known_for(N.span.preschool)
