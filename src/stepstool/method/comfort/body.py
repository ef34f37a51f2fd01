"""The body's state from the last steps of the walk: the table, most serious row first.

Source: clinical_rules.md §3.2; of silence, which lifts nothing, §11.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

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

MEDICINE: Final = "W4"


@dataclass(frozen=True, kw_only=True)
class Body:
    """What the log alone says. rules: those that made it so, the first one leading.

    latest: when the leading rule last saw something. since: since when it is tender
    without a day between; None in other states.
    """

    state: State
    rules: tuple[str, ...]
    because: tuple[Because, ...]
    latest: datetime = LONG_AGO
    since: datetime | None = None


def body_of(steps: Sequence[Step]) -> Body:
    """Give the state that the log alone leads to; the last step is now."""
    step = steps[-1]
    return _stuck(step) or _watch(steps) or _at_rest(step)


def _stuck(step: Step) -> Body | None:
    open_ = [each for each in step.course.open.values() if not _overruled(step, each)]
    if not open_:
        return None
    missed = [each for each in watches(step.sight) if each.rule == MEDICINE]
    return _body(step, State.CONSTIPATED, [*open_, *step.seen, *missed])


def _overruled(step: Step, each: Found) -> bool:
    return RULES[each.rule].overruled and sees_it_differently(step.sight)


def _watch(steps: Sequence[Step]) -> Body | None:
    seen = list(_since_last_heard(steps))
    if not seen:
        return None
    body = _body(steps[-1], State.WATCH, seen)
    return replace(body, since=_tender_since(steps))


def _tender(step: Step) -> list[Found]:
    """Give all that makes it tender at a step."""
    overruled = [each for each in step.course.open.values() if _overruled(step, each)]
    return [*overruled, *watches(step.sight), *_after_gap(step), *step.seen]


def _since_last_heard(steps: Sequence[Step]) -> Iterator[Found]:
    """Give what makes it tender now, and did before silence began: it lifts nothing."""
    now, known = steps[-1].sight, set[str]()
    since = now.lapses - timedelta.resolution if now.at >= now.lapses else now.at
    for step in reversed(steps):
        if step.sight.at < since:
            return
        seen = [each for each in _tender(step) if each.rule not in known]
        known |= {each.rule for each in seen}
        yield from seen


def _tender_since(steps: Sequence[Step]) -> datetime:
    """Give since when it has been tender, or worse, as far back as the walk goes."""
    since = steps[-1].sight.at
    for step in reversed(steps):
        quiet = step.sight.is_silent and not step.course.open
        if not (quiet or step.course.open or _tender(step)):
            break
        since = step.sight.at
    return since


def _after_gap(step: Step) -> Iterator[Found]:
    """W7: a soft painless poop ended the gap of C2."""
    eased = step.course.eased
    if eased and is_tender(step.sight, eased):
        at = step.sight.facts.local(eased)
        yield found("W7", [(eased, "poop")], "gap_eased", at=at)


def _body(step: Step, state: State, seen: Sequence[Found]) -> Body:
    told = (each.of_today(step.sight) for each in seen)
    reasons = {
        (each.rule, each.saw.key): each
        for each in chain.from_iterable(one.because for one in told)
    }
    return Body(
        state=state,
        rules=tuple(each.rule for each in seen),
        because=tuple(reasons.values()),
        latest=seen[0].latest,
    )


def _at_rest(step: Step) -> Body:
    rows = (_ill, _silent, _soft, _told)
    found = (body for row in rows if (body := row(step.sight)))
    return next(found, None) or _else(step.sight)


def _one(rule: str, because: Because) -> Body:
    return Body(state=RULES[rule].opens, rules=(rule,), because=(because,))


def _ill(sight: Sight) -> Body | None:
    ill = sight.facts.ill_at(sight.at)
    if ill is None:
        return None
    return _one("ill", reason("ill", "ill", since=sight.facts.local(ill.since).date()))


def _silent(sight: Sight) -> Body | None:
    """Silence is never health: nothing heard for days is unknown (rule 9)."""
    if sight.heard is None or not sight.is_silent:
        return None
    since = sight.facts.local(sight.heard).date()
    return _one("silent", reason("silent", "silent", since=since))


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
