"""From a record to today's advice: gather, and decide. Nothing is stored, nothing guessed."""

from dataclasses import replace

from stepstool.method import ladder, rewards
from stepstool.method.advice.advice import Advice
from stepstool.method.advice.headline import headline
from stepstool.method.advice.kindness import kindness
from stepstool.method.advice.listening import may_listen
from stepstool.method.advice.moments import moments_of
from stepstool.method.advice.night import is_night
from stepstool.method.advice.scene import Scene
from stepstool.method.advice.then_and_now import then_and_now
from stepstool.method.advice.week import last_full, last_sayings, seven_dots
from stepstool.method.comfort import assess
from stepstool.method.record import Record


def advise(record: Record) -> Advice:
    """Give today's advice for the moment of the record.

    The same record gives the same advice, whatever the order of its entries (rule 8).
    """
    comfort = assess(record)
    calm = ladder.calm_of(record, comfort)
    plan = ladder.advise(record, comfort, calm)
    earned = rewards.rewards_of(record, comfort, plan)
    plan = replace(plan, earns=earned.earns)
    says = headline(record, comfort, plan)
    last = last_full(record)
    night = is_night(record.clock.local(record.at))
    scene = Scene(record=record, comfort=comfort, calm=calm, plan=plan, night=night)
    return Advice(
        at=record.at,
        child=record.child,
        comfort=comfort,
        sentence=says.sentence,
        todo=kindness(scene) or says.todo,
        calm=calm,
        plan=plan,
        rewards=earned,
        last=last_sayings(record, last),
        last_at=last.at if last else None,
        dots=seven_dots(record, comfort.days),
        night=night,
        moments=moments_of(scene),
        listening=may_listen(record, comfort, calm),
        progress=then_and_now(record),
    )
