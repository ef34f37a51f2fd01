"""How *constipated* closes: good days counted over known days, or as the rule says.

Source: clinical_rules.md §3.2, closings of C1 to C6.
"""

from datetime import datetime

from stepstool.method.comfort.easing import is_soft_and_painless
from stepstool.method.comfort.found import Found
from stepstool.method.comfort.numbers import GOOD_DAYS, LAST_SOFT
from stepstool.method.comfort.sight import Sight
from stepstool.method.comfort.table import RULES, Closing
from stepstool.method.comfort.told import said_soft


def good_days(sight: Sight, since: datetime) -> int:
    """Whole days since the last trouble that are known and not ill."""
    first = sight.facts.days.index(since) + 1
    return sight.facts.well_days(first, sight.day)


def is_closed(sight: Sight, found: Found, days: int, restarted: datetime) -> bool:
    """Whether a rule that no longer holds is closed. days: good days so far."""
    closing = RULES[found.rule].closes
    if closing is Closing.LOG_DECIDES:
        return True
    if closing is Closing.SOFT_ONE and soft_end(sight, found):
        return True
    return days >= GOOD_DAYS and last_ones_soft(sight, restarted)


def last_ones_soft(sight: Sight, since: datetime) -> bool:
    """Whether the last typed poops were soft and painless, or the family said so since."""
    told = said_soft(sight)
    if told and told > since:
        return True
    last = sight.facts.telling.until(sight.at)[-LAST_SOFT:]
    soft = [is_soft_and_painless(sight.facts, each) for each in last]
    return len(soft) == LAST_SOFT and all(soft)


def soft_end(sight: Sight, found: Found) -> datetime | None:
    """When a soft painless poop came after the gap of C2; None if none has."""
    first = sight.facts.soft.first_after(found.latest, sight.at)
    return first.at if first else None
