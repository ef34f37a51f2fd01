"""Questions that come before alarms (clinical_rules.md, principle 3).

Each is asked only while its answer would change something, and not again once answered.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from stepstool.method.comfort.alerts import Alert
from stepstool.method.comfort.body import Body
from stepstool.method.comfort.closing import good_days, last_ones_soft
from stepstool.method.comfort.comfort import Asking, Asks
from stepstool.method.comfort.danger_questions import (
    after_enema,
    danger_signs,
    is_it_over,
)
from stepstool.method.comfort.numbers import GOOD_DAYS, RUNNY_DAYS, RUNNY_WINDOW, SLOW
from stepstool.method.comfort.state import State
from stepstool.method.comfort.variant import is_back, is_silent
from stepstool.method.comfort.walk import Step
from stepstool.method.record import Saying
from stepstool.method.record.kinds.interview import Topic


def questions_of(step: Step, body: Body, alerts: Sequence[Alert]) -> tuple[Asking, ...]:
    """Give what to ask now, the most urgent first."""
    asked = [*is_it_over(step, alerts), *after_enema(step)]
    asked += danger_signs(step, body, alerts)
    asked += [each for ask in ASKS if (each := ask(step, body))]
    return tuple(asked)


def _runny(step: Step, _: Body) -> Asking | None:
    """Overflow or a bug? Three questions."""
    sight = step.sight
    days = sight.facts.many_runny_days.moments_within(sight.at - RUNNY_WINDOW, sight.at)
    if len(days) < RUNNY_DAYS or _answered(step, Topic.RUNNY, days[0]):
        return None
    return _asking(Asks.RUNNY, Topic.RUNNY)


def _gap(step: Step, body: Body) -> Asking | None:
    """None since that day, or not written down? Asked once a day at most."""
    if "ill" in body.rules or not is_silent(step):
        return None
    since = step.sight.facts.day(step.sight.facts.full.moments[-1])
    text = Saying(key="ask.gap", values={"since": since})
    return Asking(asks=Asks.GAP, text=text, topic=Topic.GAP, since=since)


def _four_weeks(step: Step, body: Body) -> Asking | None:
    """How has it been? Asked at first, and again after weeks of silence."""
    facts = step.sight.facts
    if body.state is State.UNKNOWN and is_back(step):
        return _asking(Asks.FOUR_WEEKS, Topic.FOUR_WEEKS)
    new = not facts.full.items and not facts.answers(Topic.FOUR_WEEKS).items
    return _asking(Asks.FOUR_WEEKS, Topic.FOUR_WEEKS) if new else None


def _always_so(step: Step, _: Body) -> Asking | None:
    """Rarely, and always so? Asked once, of a child whose own gap is long."""
    sight = step.sight
    own = sight.gaps.own(sight.at)
    if own is None or own <= SLOW or sight.facts.answers(Topic.ALWAYS_SO).items:
        return None
    return _asking(Asks.ALWAYS_SO, Topic.ALWAYS_SO)


def _soft_and_painless(step: Step, body: Body) -> Asking | None:
    """One tap opens the way while nothing speaks against it, or no picture is tapped."""
    last = step.sight.facts.full.moment_of_last(step.sight.at)
    if last is None or not _would_help(step, body):
        return None
    if _answered(step, Topic.SOFT_AND_PAINLESS, last):
        return None
    return _asking(Asks.SOFT_AND_PAINLESS, Topic.SOFT_AND_PAINLESS)


def _would_help(step: Step, body: Body) -> bool:
    if body.state is State.CONSTIPATED:
        done = good_days(step.sight, step.course.restarted)
        return done + 1 >= GOOD_DAYS and not last_ones_soft(step.sight, step.sight.at)
    return body.rules == ("else",) and step.course.lost is None


ASKS: Final[tuple[Callable[[Step, Body], Asking | None], ...]] = (
    _runny,
    _gap,
    _four_weeks,
    _always_so,
    _soft_and_painless,
)


def _asking(asks: Asks, topic: Topic) -> Asking:
    return Asking(asks=asks, text=Saying(key=f"ask.{asks}"), topic=topic)


def _answered(step: Step, topic: Topic, since: datetime) -> bool:
    answer = step.sight.facts.answers(topic).last(step.sight.at)
    return answer is not None and answer.at >= since
