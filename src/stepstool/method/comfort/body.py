"""The body's state from the last step of the walk: the table, most serious row first.

Source: clinical_rules.md §3.2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from stepstool.method.comfort.easing import is_soft_and_painless, is_tender
from stepstool.method.comfort.found import Found, found, reason
from stepstool.method.comfort.numbers import (
    COMFORTABLE_TYPED,
    COMFORTABLE_TYPED_SLOW,
    WINDOW,
)
from stepstool.method.comfort.openings import LONG_AGO
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.state import State
from stepstool.method.comfort.table import RULES
from stepstool.method.comfort.told import said_soft, sees_it_differently
from stepstool.method.comfort.walk import Step
from stepstool.method.comfort.watches import watches
from stepstool.method.record import Because


@dataclass(frozen=True, kw_only=True)
class Body:
    """What the log alone says. rules: those that made it so, the first one leading.

    latest: when the leading rule last saw something.
    """

    state: State
    rules: tuple[str, ...]
    because: tuple[Because, ...]
    latest: datetime = LONG_AGO


def body_of(step: Step) -> Body:
    """Give the state that the log alone leads to."""
    return _stuck(step) or _watch(step) or _at_rest(step)


def _stuck(step: Step) -> Body | None:
    open_ = [each for each in step.course.open.values() if not _overruled(step, each)]
    return _body(State.CONSTIPATED, [*open_, *step.seen]) if open_ else None


def _overruled(step: Step, each: Found) -> bool:
    return RULES[each.rule].overruled and sees_it_differently(step.sight)


def _watch(step: Step) -> Body | None:
    overruled = [each for each in step.course.open.values() if _overruled(step, each)]
    seen = [*overruled, *watches(step.sight), *_after_gap(step), *step.seen]
    lost = step.course.lost
    fresh = seen if lost is None else [each for each in seen if each.is_after(lost)]
    return _body(State.WATCH, fresh) if fresh else None


def _after_gap(step: Step) -> Iterator[Found]:
    """W7: a soft painless poop ended the gap of C2."""
    eased = step.course.eased
    if eased and is_tender(step.sight, eased):
        at = step.sight.facts.local(eased)
        yield found("W7", [(eased, "poop")], "gap_eased", at=at)


def _body(state: State, seen: Sequence[Found]) -> Body:
    reasons = {
        (each.rule, each.saw.key): each
        for each in chain.from_iterable(one.because for one in seen)
    }
    return Body(
        state=state,
        rules=tuple(each.rule for each in seen),
        because=tuple(reasons.values()),
        latest=seen[0].latest,
    )


def _at_rest(step: Step) -> Body:
    if step.course.lost:
        return _one("else", reason("else", "was_stuck"))
    sight = step.sight
    return _ill(sight) or _soft(sight) or _told(sight) or _else(sight)


def _one(rule: str, because: Because) -> Body:
    return Body(state=RULES[rule].opens, rules=(rule,), because=(because,))


def _ill(sight: Sight) -> Body | None:
    ill = sight.facts.ill_at(sight.at)
    if ill is None:
        return None
    return _one("ill", reason("ill", "ill", since=sight.facts.local(ill.since).date()))


def _soft(sight: Sight) -> Body | None:
    typed = sight.facts.typed.count(sight.at - WINDOW, sight.at)
    enough = COMFORTABLE_TYPED_SLOW if sight.is_slow else COMFORTABLE_TYPED
    last = sight.facts.telling.last(sight.at)
    if typed < enough or last is None or not is_soft_and_painless(sight.facts, last):
        return None
    return _one("soft", reason("soft", "soft", count=typed))


def _told(sight: Sight) -> Body | None:
    """The family's word, unless a poop since then was not soft."""
    said = said_soft(sight)
    if said is None:
        return None
    since = sight.facts.telling.within(said, sight.at)
    if since and not is_soft_and_painless(sight.facts, since[-1]):
        return None
    return _one(
        "told", reason("told", "told_soft", told=sight.facts.local(said).date())
    )


def _else(sight: Sight) -> Body:
    typed = sight.facts.typed.count(sight.at - WINDOW, sight.at)
    if typed:
        return _one("else", reason("else", "few_typed", count=typed))
    return _one("else", reason("else", "nothing_typed"))
