"""Easing: how what is tender closes again, by soft painless poops in a row.

Source: clinical_rules.md §3.2, W1. Untyped painless poops are passed over; a hard, runny
or hurting one starts the row anew.
"""

from datetime import datetime

from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.numbers import TENDER_LEAST, TENDER_MOST
from stepstool.method.comfort.sight import Sight
from stepstool.method.record.bout import Bout


def is_tender(sight: Sight, since: datetime) -> bool:
    """Whether what happened at `since` still makes it tender; silent days end nothing."""
    lasts = sight.at - since
    if lasts < TENDER_LEAST:
        return True
    days = sight.facts.days
    known = days.count_known(days.index(since) + 1, sight.day + 1)
    over = lasts >= TENDER_MOST and known >= TENDER_MOST.days
    return not over and not _was_eased(sight, since)


def soft_run(sight: Sight, since: datetime) -> int:
    """How many soft painless poops in a row came since, up to now."""
    run = 0
    for bout in sight.facts.telling.within(since, sight.at):
        run = run + 1 if is_soft_and_painless(sight.facts, bout) else 0
    return run


def _was_eased(sight: Sight, since: datetime) -> bool:
    run = 0
    for bout in sight.facts.telling.within(since, sight.at):
        run = run + 1 if is_soft_and_painless(sight.facts, bout) else 0
        if run >= sight.soft_run:
            return True
    return False


def is_soft_and_painless(facts: Facts, bout: Bout) -> bool:
    """Whether a poop was soft and did not hurt; pain not written down is none."""
    return bout.is_soft and not facts.really_hurt(bout)
