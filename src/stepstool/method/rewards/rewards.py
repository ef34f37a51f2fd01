"""Rewards at a moment: what is due, what was given, how it fades, what keeps it small."""

from dataclasses import dataclass

from stepstool.method.calm import Place
from stepstool.method.comfort import Comfort, allowed
from stepstool.method.ladder import Earns, Ladder, PlanAdvice
from stepstool.method.ladder.numbers import VERDICTS_BACK
from stepstool.method.record import Because, Record
from stepstool.method.record.kinds.lasting import Reward
from stepstool.method.rewards.due import Due
from stepstool.method.rewards.fading import Fade, FadingAdvice, Stages, fading_advice
from stepstool.method.rewards.given import Given
from stepstool.method.rewards.guard import guard
from stepstool.method.rewards.judged import judge_of
from stepstool.method.rewards.paying import Paying
from stepstool.method.rewards.prize import PrizeInSight
from stepstool.method.rewards.purse import Purse
from stepstool.method.rewards.safety import Offer, notes
from stepstool.method.rewards.terms import Terms, terms_of
from stepstool.method.rewards.warm import warm_words


@dataclass(frozen=True, kw_only=True)
class Rewards:
    """Rewards at a moment.

    due: earned and not yet given, the oldest first. given: in the last four weeks; nothing
    takes them back. earns: what the child's step pays in this house. words: for the last
    poop. jar: pieces left, None where nobody counted. promises: whether more may be
    promised now. terms: what
    any step pays. in_use: whether this family rewards at all.
    """

    due: tuple[Due, ...]
    given: tuple[Reward, ...]
    earns: Earns | None
    words: Because | None
    prize: PrizeInSight | None
    fading: FadingAdvice
    guard: tuple[Because, ...]
    notes: tuple[Because, ...]
    jar: int | None
    promises: bool
    terms: Terms
    in_use: bool


def rewards_of(record: Record, comfort: Comfort, plan: PlanAdvice) -> Rewards:
    """Say what is due and what was given, after the tables of clinical_rules.md, part 8."""
    judge, terms, given = (
        judge_of(record, comfort, plan),
        terms_of(record),
        Given(record),
    )
    stages = Stages(record, judge.course)
    purse = Purse(record, judge, Paying(terms, stages, given))
    dues, step = purse.dues(), _step(plan)
    earns = terms.of(*step, record.at) if step else None
    agreed = terms.agreed(*step, record.at) if step else None
    prize = purse.prize
    offer = Offer(house=terms.house, dues=dues, prize=prize, earns=earns, agreed=agreed)
    fade = Fade(stage=stages.at(record.at), plan=plan, at=record.at, days=comfort.days)
    return Rewards(
        due=tuple(dues),
        given=tuple(record.within(Reward, record.at - VERDICTS_BACK, record.at)),
        earns=earns,
        words=warm_words(record, comfort, purse.judged),
        prize=prize,
        fading=fading_advice(fade),
        guard=guard(record, terms),
        notes=notes(offer),
        jar=purse.paying.jar_left(*step, record.at) if step else None,
        promises=allowed(comfort.state).new_promises,
        terms=terms,
        in_use=_in_use(record, plan, purse),
    )


def _step(plan: PlanAdvice) -> tuple[Ladder, int] | None:
    return (plan.found, plan.step) if plan.found and plan.step else None


def _in_use(record: Record, plan: PlanAdvice, purse: Purse) -> bool:
    """Whether this family rewards: a step, a prize, or anything ever given."""
    on_step = plan.place is Place.ON_STEP
    return on_step or purse.prize is not None or bool(record.of(Reward))
