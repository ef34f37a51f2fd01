"""Days without a poop: when it is time to call, by our limit or the clinician's own.

Source: clinical_rules.md, part 2 (today) and "a clinician's own limit replaces ours".
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import NamedTuple

from stepstool.method.comfort.danger_log import Shown
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.findings import hours
from stepstool.method.comfort.gap import Gap
from stepstool.method.comfort.illness import eats_not, has_bug
from stepstool.method.comfort.numbers import (
    BREAST_FED,
    BREAST_FED_GAP,
    DAYS_WITHOUT,
    DAYS_WITHOUT_UNWELL,
    FIRST_MONTH,
)
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.walk import Step
from stepstool.method.record import UNKNOWN, Saying, Value
from stepstool.method.record.kinds.days import Meal, MealKind
from stepstool.method.record.kinds.health import ClinicianWord, Illness, Word


class Limit(NamedTuple):
    """From when on a gap is too long, and whose limit that is."""

    at: datetime
    key: str
    word: ClinicianWord | None = None


def days_without(facts: Facts, steps: Sequence[Step]) -> Iterator[Shown]:
    """Show a gap that passed its limit, as long as it goes on.

    A limit that is passed between two steps counts as well: nobody need have looked.
    """
    breast_fed = is_breast_fed(facts)
    for step, following in zip_longest(steps, steps[1:]):
        sight = step.sight
        until = _goes_on(sight, following.sight.at) if following else sight.at
        goes_days = breast_fed and _may_go_days(sight)
        yield from _too_long(sight, until, goes_days=goes_days)


def _goes_on(sight: Sight, until: datetime) -> datetime:
    """Until when a gap goes on: just before the next sight, or the poop that ends it."""
    ended = sight.facts.full.first_after(sight.at, until)
    return (ended.at if ended else until) - timedelta.resolution


def is_breast_fed(facts: Facts) -> bool:
    """Whether breast meals were written down lately."""
    meals = facts.record.within(Meal, facts.at - BREAST_FED, facts.at)
    return any(each.meal is MealKind.BREAST for each in meals)


def _may_go_days(sight: Sight) -> bool:
    return sight.is_baby and not sight.is_under(FIRST_MONTH)


def _too_long(sight: Sight, until: datetime, *, goes_days: bool) -> Iterator[Shown]:
    """A well breast-fed baby over one month may go for a week."""
    gap = sight.gaps.at(sight.at, sight.day)._replace(until=until)
    if gap.length < DAYS_WITHOUT_UNWELL and not _own_limits(sight):
        return
    if goes_days and gap.length < BREAST_FED_GAP:
        return
    passed = [each for each in _limits(sight, gap) if each.at <= until]
    if passed:
        first = min(passed)
        yield Shown(until, _saw(sight, gap, first), since=first.at)


def _limits(sight: Sight, gap: Gap) -> Iterator[Limit]:
    word = next(reversed(_own_limits(sight)), None)
    if word is None or word.days is UNKNOWN:
        yield Limit(gap.since + DAYS_WITHOUT, "days_without")
    else:
        yield Limit(gap.since + timedelta(days=word.days), "days_without_own", word)
    if unwell := list(_unwell(sight, gap)):
        at = max(gap.since + DAYS_WITHOUT_UNWELL, min(unwell))
        yield Limit(at, "days_without_unwell")


def _own_limits(sight: Sight) -> list[ClinicianWord]:
    """The clinician's own limits for this child."""
    return [
        each
        for each in sight.facts.words
        if each.word is Word.CALL_AFTER_DAYS
        and each.days is not UNKNOWN
        and each.at <= sight.at
    ]


def _unwell(sight: Sight, gap: Gap) -> Iterator[datetime]:
    """When pain, vomiting or not eating was written in this gap."""
    facts = sight.facts
    yield from facts.aches.moments_within(gap.since, gap.until)
    for each in facts.record.within(Illness, gap.since, gap.until):
        if has_bug(each) or eats_not(each):
            yield each.at


def _saw(sight: Sight, gap: Gap, limit: Limit) -> Saying:
    facts = sight.facts
    values: dict[str, Value] = {
        "hours": hours(gap.length),
        "since": facts.local(gap.since) if gap.whole else facts.day(gap.since),
        "until": facts.local(gap.until).date(),
    }
    if gap.until < facts.at - timedelta.resolution:
        came = facts.full.first_after(gap.until - timedelta.resolution, facts.at)
        key = "days_without_over" if came else "days_without_silent"
        return Saying(key=f"sign.{key}", values=values)
    if limit.word is None:
        return Saying(key=f"sign.{limit.key}", values=values)
    name = "" if limit.word.name is UNKNOWN else limit.word.name
    days = 0 if limit.word.days is UNKNOWN else limit.word.days
    values |= {"clinician": name, "count": days, "told": limit.word.at.date()}
    key = f"sign.{limit.key}_named" if name else f"sign.{limit.key}"
    return Saying(key=key, values=values)
