"""The one sentence and the one thing: comfort speaks first, then calm, then the plan.

While comfort is good the plan may speak; a fight or a break is said whenever nothing
hurts (clinical_rules.md, parts 5 and 6).
"""

from typing import NamedTuple

from stepstool.method.advice.help import NOTHING, one_thing
from stepstool.method.advice.night import is_night
from stepstool.method.advice.speaker import Speaker
from stepstool.method.advice.todo import Todo
from stepstool.method.calm import Place
from stepstool.method.comfort import Comfort, State, Urgency
from stepstool.method.ladder import Mark, PlanAdvice
from stepstool.method.record import Record, Saying


class Headline(NamedTuple):
    """One sentence for how it is, and one thing to do."""

    sentence: str
    todo: Todo


def headline(
    record: Record, comfort: Comfort, plan: PlanAdvice, speaker: Speaker
) -> Headline:
    """Choose what today's page says."""
    if _plan_speaks(comfort, plan):
        return Headline(speaker.spoken(plan.because[0].saw), _asked(plan, speaker))
    if _is_easy(comfort) and plan.place is Place.ON_STEP:
        sentence = speaker.say(f"on_step.{comfort.variant}")
        return Headline(sentence, _asked(plan, speaker))
    key = one_thing(record, comfort)
    todo = Todo(key=key, text=speaker.say(f"todo.{key}"))
    return Headline(_how_it_is(record, comfort, speaker), todo)


def _how_it_is(record: Record, comfort: Comfort, speaker: Speaker) -> str:
    """Say it; at night a visit within days waits for the morning."""
    waits = comfort.urgency is Urgency.SOON and is_night(record.clock.local(record.at))
    if waits:
        return speaker.say("night.soon")
    return speaker.spoken(comfort.sentence)


def _is_easy(comfort: Comfort) -> bool:
    """Whether it is soft and easy, and nothing is to be asked first."""
    return comfort.state is State.COMFORTABLE and comfort.quiet_since is None


def _plan_speaks(comfort: Comfort, plan: PlanAdvice) -> bool:
    if comfort.state.is_shut:
        return False
    easy = comfort.state is State.COMFORTABLE
    return (Mark.SPEAKS if easy else Mark.FIRM) in plan.marks


def _asked(plan: PlanAdvice, speaker: Speaker) -> Todo:
    if not plan.ask:
        return Todo(key=NOTHING, text=speaker.say(f"todo.{NOTHING}"))
    asked: Saying = plan.ask[0]
    return Todo(key=asked.key, text=speaker.spoken(asked))
