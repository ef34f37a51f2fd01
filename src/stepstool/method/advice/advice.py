"""Today as one value, in no language yet: gathered and decided; nothing is stored or guessed."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from stepstool.method import comfort, ladder, reasons, rewards
from stepstool.method.advice import coach
from stepstool.method.advice.card import Card, card_of
from stepstool.method.advice.coach import IdeaScene, Proposal, proposal_of
from stepstool.method.advice.doctors_plan import READING as PLAN_READING
from stepstool.method.advice.doctors_plan import ZoneNow, zone_now
from stepstool.method.advice.ending import NEARLY_OVER, Ending, ending_of
from stepstool.method.advice.headline import (
    NOTHING,
    Headline,
    Todo,
    headline,
    is_first_evening,
    kindness,
    one_thing,
)
from stepstool.method.advice.headline import todo as thing
from stepstool.method.advice.jump import jump_of, told_by
from stepstool.method.advice.moments import Scene, moments_of
from stepstool.method.advice.night import is_asleep, is_night, waits_for_morning
from stepstool.method.advice.week import (
    DayDot,
    ThenAndNow,
    last_full,
    last_sayings,
    seven_dots,
    since_sayings,
    then_and_now,
)
from stepstool.method.calm import Calm, Ease, GoodTime, good_time
from stepstool.method.comfort import Comfort, State, allowed, assess
from stepstool.method.ladder import PlanAdvice
from stepstool.method.record import Because, Child, Reads, Record, Saying, union
from stepstool.method.record.kinds.lasting import Settings
from stepstool.method.rewards import Rewards
from stepstool.method.words.situation import Situation

READING: Final = union(
    (
        *comfort.READING,
        *ladder.READING,
        *reasons.READING,
        *rewards.READING,
        *coach.READING,
        *PLAN_READING,
        Reads(kind=Settings),
    )
)


OF_THE_PLAN: Final = "ladder."


@dataclass(frozen=True, kw_only=True)
class Advice:
    """Today, in sayings: keys and gaps that a speaker turns into a family's words."""

    at: datetime  # the moment it is for
    child: Child
    comfort: Comfort
    sentence: Saying  # how it is
    why: tuple[Because, ...]  # what the sentence rests on
    todo: Todo  # the one thing
    card: Card | None  # the step to act on, and what to say to the child
    proposal: Proposal | None  # what a coach proposes, where nothing else is to do
    zone: ZoneNow | None  # of the doctor's own plan, where one holds
    calm: Calm  # whether it is a fight
    ending: Ending  # how near the end of the way is
    plan: PlanAdvice  # the ladder's advice
    rewards: Rewards  # what is due and was given
    last: tuple[Saying, ...]  # the latest full poop that was written, and how it was
    last_at: datetime | None
    since: tuple[Saying, ...]  # how long ago that was, and how it was
    dots: tuple[DayDot, ...]  # the last seven days, today last
    night: bool  # 20:00 to 06:00 there
    asleep: bool  # 22:00 to 06:00 there, when the child is taken to sleep
    listening: GoodTime  # whether now is a good time for it
    moments: tuple[Situation, ...]  # whose words fit now, the most pressing first
    progress: ThenAndNow | None  # in weeks; None where there is none to tell


def may_listen(record: Record, comfort: Comfort, calm: Calm) -> GoodTime:
    """Say whether now is a good time to listen, by the child's own clock, and why."""
    past = comfort.past
    soft = allowed(comfort.state).listening
    ease = Ease(soft=soft, ill=past.ill, holding=past.holding)
    return good_time(record, calm, ease)


def _known(scene: Scene, ending: Ending) -> IdeaScene:
    return IdeaScene(
        ending=ending,
        record=scene.record,
        comfort=scene.comfort,
        calm=scene.calm,
        plan=scene.plan,
        night=scene.night,
    )


def _proposed(proposal: Proposal) -> Todo:
    return Todo(key=f"idea.{proposal.idea}", says=proposal.says)


def _successes(plan: PlanAdvice) -> frozenset[date]:
    """Give the days on which one counted on the child's step."""
    return frozenset(each.day for each in plan.verdicts if ladder.counts(each))


def _scene(record: Record, comfort: Comfort) -> tuple[Scene, Rewards]:
    """Look at the moment as calm and the ladder see it, with what it earns."""
    calm = ladder.calm_of(record, comfort)
    plan = ladder.advise(record, comfort, calm)
    earned = rewards.rewards_of(record, comfort, plan)
    plan = replace(plan, earns=earned.earns)
    night = is_night(record.clock.local(record.at))
    scene = Scene(record=record, comfort=comfort, calm=calm, plan=plan, night=night)
    return scene, earned


def _competes(todo: Todo, zone: ZoneNow | None, scene: Scene) -> bool:
    """Whether the doctor's own words stand for this already; a call never does.

    Where it goes well, only what we would say of the body; else the steps too.
    """
    if zone is None or scene.comfort.state is State.SEE_A_DOCTOR:
        return False
    of_the_body = todo.key == one_thing(scene.record, scene.comfort)
    return of_the_body or (zone.is_careful and todo.key.startswith(OF_THE_PLAN))


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What else decides whether something of ours is said now."""

    ending: Ending
    zone: ZoneNow | None
    asleep: bool

    @property
    def takes_care(self) -> bool:
        """Whether the doctor's own plan speaks of trouble: no step, no idea stands beside it."""
        return self.zone is not None and self.zone.is_careful


def _todo(scene: Scene, says: Headline, beside: Beside) -> Todo:
    """Give the one thing: kindness first; near the end of the way the plan asks no more.

    What can wait until morning waits; where the doctor's own plan speaks, we do not.
    """
    kind = kindness(scene)
    if kind is None and _competes(says.todo, beside.zone, scene):
        return thing(NOTHING)
    todo, ending, asleep = kind or says.todo, beside.ending, beside.asleep
    if ending in NEARLY_OVER and todo.key.startswith(OF_THE_PLAN):
        return thing(NOTHING)
    waits = asleep and waits_for_morning(todo.key)
    return thing(NOTHING) if waits and not is_first_evening(scene.record) else todo


def _proposal(scene: Scene, todo: Todo, beside: Beside) -> Proposal | None:
    idle = todo.key == NOTHING and not beside.takes_care
    return proposal_of(_known(scene, beside.ending)) if idle else None


def _card(scene: Scene, todo: Todo, beside: Beside) -> Card | None:
    if beside.takes_care:
        return None
    return card_of(scene, todo, beside.ending, asleep=beside.asleep)


def advise(record: Record) -> Advice:
    """Give today's advice for the moment of the record.

    The same record gives the same advice, whatever the order of its entries (rule 8).
    """
    comfort = assess(record)
    scene, earned = _scene(record, comfort)
    jump = jump_of(scene)
    scene = replace(scene, plan=told_by(scene.plan, jump))
    ending = ending_of(scene)
    says = headline(scene, jump, ending)
    asleep = is_asleep(record.clock.local(record.at))
    beside = Beside(ending=ending, zone=zone_now(record, comfort), asleep=asleep)
    todo = _todo(scene, says, beside)
    proposal = _proposal(scene, todo, beside)
    last = last_full(record)
    return Advice(
        at=record.at,
        child=record.child,
        comfort=comfort,
        sentence=says.sentence,
        why=says.because,
        todo=_proposed(proposal) if proposal else todo,
        card=_card(scene, todo, beside),
        proposal=proposal,
        zone=beside.zone,
        calm=scene.calm,
        ending=ending,
        plan=scene.plan,
        rewards=earned,
        last=last_sayings(record, last),
        last_at=last.at if last else None,
        since=since_sayings(record, last),
        dots=seven_dots(record, comfort.days, _successes(scene.plan)),
        night=scene.night,
        asleep=asleep,
        moments=moments_of(scene),
        listening=may_listen(record, comfort, scene.calm),
        progress=then_and_now(record),
    )
