"""Rewards at a moment: what is due, what was given, how it fades, and warm words.

The words are for the last poop, wherever it landed: words, not things (rule 6 of the
method). Praising the poop in the diaper shortened refusal (TAUBMAN-RCT-2003); a high five did
more than "you are so good" (MORRIS-2014). A success that frightened gets no party (B).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stepstool.method import ladder
from stepstool.method.calm import PlanPlace
from stepstool.method.comfort import Comfort, allowed
from stepstool.method.evidence import topic
from stepstool.method.ladder import Earns, Ladder, PlanAdvice, Verdict
from stepstool.method.record import Because, Reads, Record, Saying, union
from stepstool.method.record.bout import Bout
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)
from stepstool.method.record.kinds.answers import UNEASY
from stepstool.method.record.kinds.health import ClinicianWord, MedicineGiven
from stepstool.method.record.kinds.interview import Interview
from stepstool.method.record.kinds.lasting import Reward, Settings
from stepstool.method.record.kinds.poop import IN_CLOTHES, Poop
from stepstool.method.record.kinds.promises import Price, Prize
from stepstool.method.record.kinds.toileting import Sit
from stepstool.method.rewards.events import PAID, OnLadder, RewardsGiven, judge_of
from stepstool.method.rewards.fading import Fade, FadingAdvice, Stages, fading_advice
from stepstool.method.rewards.praise import BACK, Praise, latest, praise_of
from stepstool.method.rewards.purse import Due, Paying, PrizeInSight, Purse
from stepstool.method.rewards.safety import Offer, guard, notes
from stepstool.method.rewards.things import Terms, terms_of

N: Final = topic("rewards")
LADDER: Final = topic("ladder")

READING: Final = union(
    (
        *ladder.READING,
        *(
            Reads(kind=kind, back=LADDER.span.verdicts_back)
            for kind in (Poop, Sit, MedicineGiven)
        ),
        Reads(kind=Poop, back=BACK),
        *(
            Reads(kind=each)
            for each in (Reward, Settings, Price, Prize, ClinicianWord, Interview)
        ),
    )
)


@dataclass(frozen=True, kw_only=True)
class Last:
    """The last poop: how it was judged, if it was on a step, and what it ended."""

    bout: Bout
    verdict: Verdict | None
    ends_holding: bool
    stuck: bool

    @property
    def frightened(self) -> bool:
        """Whether it landed in the potty and left the child uneasy or upset."""
        uneasy = any(poop.mood in UNEASY for poop in self.bout.poops)
        return uneasy and self.bout.in_toilet

    @property
    def slipped_out(self) -> bool:
        """Whether it landed in the clothes, on the floor or in the bath."""
        return any(poop.place in IN_CLOTHES for poop in self.bout.poops)

    @property
    def paid(self) -> bool:
        """Whether it was a success at a step, or landed in the potty."""
        done = self.verdict is not None and self.verdict.deserved in PAID
        return done or self.bout.in_toilet


@dataclass(frozen=True, kw_only=True)
class WarmRow(Row[Last]):
    """One row: the words for the last poop."""

    sources: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its words."""
        return f"rewards.words.{self.key}"

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its words."""
        return (self.words,)


# fmt: off
WORDS: Final = decision_table(
    WarmRow(key="quiet", when="in the potty, and the child was uneasy or upset", sources=("ACCOUNT-B", "I"),
        fits=lambda last: last.frightened),
    WarmRow(key="body_did_it", when="after days of holding, or while stuck or sore", sources=("TAUBMAN-RCT-2003",),
        fits=lambda last: last.ends_holding or last.stuck),
    WarmRow(key="high_five", when="a success, or in the potty", sources=("MORRIS-2014", "ACCOUNT-A"),
        fits=lambda last: last.paid),
    WarmRow(key="thats_okay", when="in the clothes, on the floor or in the bath", sources=("TAUBMAN-RCT-2003", "ACCOUNT-A"),
        fits=lambda last: last.slipped_out),
    WarmRow(key="body_works", when="anywhere else", sources=("TAUBMAN-RCT-2003",),
        fits=always),
)
# fmt: on


def warm_words(
    record: Record, comfort: Comfort, judged: Sequence[OnLadder]
) -> Because | None:
    """Give the words for the last full poop of a day; None if there was none."""
    last = _last(record, comfort, judged)
    if last is None:
        return None
    row = first_that_fits(WORDS, last)
    saw = Saying(key=row.words)
    return Because(rule=f"words_{row.key}", saw=saw, sources=row.sources)


def _last(record: Record, comfort: Comfort, judged: Sequence[OnLadder]) -> Last | None:
    bout = next((each for each in reversed(record.bouts) if each.is_full), None)
    if bout is None or bout.at <= record.at - N.span.words_for:
        return None
    verdicts = (each.verdict for each in reversed(judged))
    return Last(
        bout=bout,
        verdict=next((each for each in verdicts if each.at == bout.at), None),
        ends_holding=_ends_holding(comfort, bout),
        stuck=_was_stuck(comfort, bout),
    )


def _relief(record: Record, comfort: Comfort) -> Sequence[Bout]:
    """Give the poops of the last day that came after days of holding, or while stuck."""
    return [
        bout
        for bout in latest(record)
        if _ends_holding(comfort, bout) or _was_stuck(comfort, bout)
    ]


def _was_stuck(comfort: Comfort, bout: Bout) -> bool:
    return any(since <= bout.at < until for since, until in comfort.past.stuck)


def _ends_holding(comfort: Comfort, bout: Bout) -> bool:
    past = comfort.past
    return any(
        end == bout.at
        and end - since >= N.span.held_for
        and any(since < each <= end for each in past.holding)
        for since, end in past.gaps
    )


@dataclass(frozen=True, kw_only=True)
class Rewards:
    """Rewards at a moment."""

    due: tuple[Due, ...]  # earned and not yet given, the oldest first
    given: tuple[Reward, ...]  # in the last four weeks; nothing takes them back
    earns: Earns | None  # what the child's step pays in this house
    words: Because | None  # for the last poop
    praise: tuple[Praise, ...]  # to say aloud, for the poops of the last day
    prize: PrizeInSight | None
    fading: FadingAdvice
    guard: tuple[Because, ...]
    notes: tuple[Because, ...]
    jar: int | None  # pieces left; None where nobody counted
    promises: bool  # whether more may be promised now
    terms: Terms  # what any step pays
    in_use: bool  # whether this family rewards at all


def rewards_of(record: Record, comfort: Comfort, plan: PlanAdvice) -> Rewards:
    """Say what is due and what was given, after the tables of `events`, `fading` and `things`."""
    judge, terms, given = (
        judge_of(record, comfort, plan),
        terms_of(record),
        RewardsGiven(record),
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
        given=tuple(
            record.within(Reward, record.at - LADDER.span.verdicts_back, record.at)
        ),
        earns=earns,
        words=warm_words(record, comfort, purse.judged),
        praise=praise_of(record, comfort, purse.judged, _relief(record, comfort)),
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
    on_step = plan.place is PlanPlace.ON_STEP
    return on_step or purse.prize is not None or bool(record.of(Reward))
