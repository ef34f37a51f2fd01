"""Questions that come before alarms (clinical_rules.md, principle 3).

Each is asked only while its answer would change something, and not again once answered.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise
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
from stepstool.method.comfort.numbers import (
    GOOD_DAYS,
    OVERFLOW_DAYS,
    OVERFLOW_WINDOW,
    RUNNY_DAYS,
    RUNNY_WINDOW,
    SLOW,
    STEADY_DAYS,
    STEADY_GAP,
    WINDOW,
)
from stepstool.method.comfort.openings import is_cleaning_out
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.state import State
from stepstool.method.comfort.variant import is_back, quiet_since
from stepstool.method.comfort.walk import Step
from stepstool.method.record import Saying
from stepstool.method.record.kinds.interview import Topic


def questions_of(step: Step, body: Body, alerts: Sequence[Alert]) -> tuple[Asking, ...]:
    """Give what to ask now, the most urgent first.

    Whether one came goes before the list of danger signs, since all else waits for it.
    """
    gap = _gap(step, body)
    asked = [*is_it_over(step, alerts), *after_enema(step), *([gap] if gap else [])]
    asked += danger_signs(step, body, alerts)
    asked += [each for ask in ASKS if (each := ask(step, body))]
    return tuple(asked)


def _runny(step: Step, _: Body) -> Asking | None:
    """Overflow or a bug? Three questions."""
    sight, facts = step.sight, step.sight.facts
    runny = facts.many_runny_days.moments_within(sight.back(RUNNY_WINDOW), sight.at)
    if len(runny) >= RUNNY_DAYS and not _answered(step, Topic.RUNNY, runny[0]):
        return _asking(Asks.RUNNY, Topic.RUNNY)
    soiled = facts.leak_days.moments_within(sight.back(OVERFLOW_WINDOW), sight.at)
    if len(soiled) < OVERFLOW_DAYS or is_cleaning_out(sight):
        return None
    if _answered(step, Topic.RUNNY, sight.back(WINDOW)):
        return None
    return _asking(Asks.RUNNY, Topic.RUNNY, "soiling")


def _gap(step: Step, body: Body) -> Asking | None:
    """None since that day, or not written down? Asked once a day at most."""
    since = quiet_since(step)
    if "ill" in body.rules or since is None or _answered_today(step):
        return None
    text = Saying(key="ask.gap", values={"since": since})
    return Asking(asks=Asks.GAP, text=text, topic=Topic.GAP, since=since)


def _answered_today(step: Step) -> bool:
    return _answered(step, Topic.GAP, step.sight.facts.days.starts[step.sight.day])


def _all_written(step: Step, _: Body) -> Asking | None:
    """Do you write every one down? Once, after days of steady writing; anew after a pause."""
    sight, facts = step.sight, step.sight.facts
    told = facts.writes_all.last(sight.at)
    asked = facts.answers(Topic.ALL_WRITTEN).last(sight.at)
    paused = facts.writes_all.moment_of_last(sight.at)
    again = asked is None or (told is False and paused and paused > asked.at)
    if not again or sight.is_quiet or not _writes_steadily(sight):
        return None
    return _asking(Asks.ALL_WRITTEN, Topic.ALL_WRITTEN)


def _writes_steadily(sight: Sight) -> bool:
    """Whether something was heard every other day or so, for ten days."""
    since = sight.facts.days.starts[sight.day - STEADY_DAYS]
    first = sight.facts.heard.last(since)
    if first is None:
        return False
    heard = sight.facts.heard.moments_within(since, sight.at)
    pairs = pairwise([first, *heard, sight.at])
    return all(later - before < STEADY_GAP for before, later in pairs)


def _four_weeks(step: Step, _: Body) -> Asking | None:
    """How has it been? Asked at first, and again after weeks of silence."""
    facts = step.sight.facts
    if is_back(step):
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
    return body.rules[0] in OPENED_BY_A_TAP


ASKS: Final[tuple[Callable[[Step, Body], Asking | None], ...]] = (
    _runny,
    _four_weeks,
    _always_so,
    _soft_and_painless,
    _all_written,
)


# Not known yet, and "not soft and painless" as the family said.
OPENED_BY_A_TAP: Final = {"else", "W9"}


def _asking(asks: Asks, topic: Topic, key: str = "") -> Asking:
    return Asking(asks=asks, text=Saying(key=f"ask.{key or asks}"), topic=topic)


def _answered(step: Step, topic: Topic, since: datetime) -> bool:
    answer = step.sight.facts.answers(topic).last(step.sight.at)
    return answer is not None and answer.at >= since
