"""The one sentence and the one thing, as a table: comfort first, then calm, then the plan.

While comfort is good the plan may speak; a fight or a break is said whenever nothing
hurts (clinical_rules.md, parts 5 and 6).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from stepstool.method.advice.help import NOTHING, one_thing
from stepstool.method.advice.night import is_night
from stepstool.method.advice.todo import Todo, todo
from stepstool.method.calm import Place
from stepstool.method.comfort import Comfort, State, Urgency
from stepstool.method.ladder import Mark, PlanAdvice
from stepstool.method.record import Record, Saying
from stepstool.method.record.decision import (
    Row,
    always,
    decision_table,
    first_that_fits,
)


class Headline(NamedTuple):
    """One sentence for how it is, and one thing to do."""

    sentence: Saying
    todo: Todo


class Today(NamedTuple):
    """What today's headline rests on."""

    record: Record
    comfort: Comfort
    plan: PlanAdvice

    @property
    def plan_speaks(self) -> bool:
        """Whether the plan's own reason is the sentence of the day."""
        if self.comfort.state.is_shut:
            return False
        easy = self.comfort.state is State.COMFORTABLE
        return (Mark.SPEAKS if easy else Mark.FIRM) in self.plan.marks

    @property
    def is_easy_on_a_step(self) -> bool:
        """Whether it is soft and easy on a step, and nothing is to be asked first."""
        comfort = self.comfort
        easy = comfort.state is State.COMFORTABLE and comfort.quiet_since is None
        return easy and self.plan.place is Place.ON_STEP

    @property
    def visit_waits(self) -> bool:
        """Whether it is night, when a visit within days waits for the morning."""
        night = is_night(self.record.clock.local(self.record.at))
        return night and self.comfort.urgency is Urgency.SOON


def _asked(now: Today) -> Todo:
    """Give what the plan asks first."""
    if not now.plan.ask:
        return todo(NOTHING)
    asked = now.plan.ask[0]
    return Todo(key=asked.key, says=asked)


def _helps(now: Today) -> Todo:
    """Give what helps the body now."""
    return todo(one_thing(now.record, now.comfort))


@dataclass(frozen=True, kw_only=True)
class HeadlineRow(Row[Today]):
    """One row. sentence: how it is; todo: the one thing."""

    sentence: Callable[[Today], Saying]
    todo: Callable[[Today], Todo]


# fmt: off
HEADLINES: Final = decision_table(
    HeadlineRow(key="plan", when="the plan has a reason to speak, and comfort lets it",
        fits=lambda now: now.plan_speaks, sentence=lambda now: now.plan.because[0].saw, todo=_asked),
    HeadlineRow(key="on_step", when="soft and easy on a step, and nothing is to be asked first",
        fits=lambda now: now.is_easy_on_a_step,
        sentence=lambda now: Saying(key=f"on_step.{now.comfort.variant}"), todo=_asked),
    HeadlineRow(key="waits", when="at night, while a visit within days waits for the morning",
        fits=lambda now: now.visit_waits, sentence=lambda _: Saying(key="night.soon"), todo=_helps),
    HeadlineRow(key="comfort", when="everything else: comfort speaks",
        fits=always, sentence=lambda now: now.comfort.sentence, todo=_helps),
)
# fmt: on


def headline(record: Record, comfort: Comfort, plan: PlanAdvice) -> Headline:
    """Choose what today's page says."""
    now = Today(record, comfort, plan)
    row = first_that_fits(HEADLINES, now)
    return Headline(row.sentence(now), row.todo(now))
