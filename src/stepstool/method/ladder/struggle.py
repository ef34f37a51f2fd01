"""Calm, as comfort lets it be seen: the days that don't count, gaps and holding."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from stepstool.method.calm import LOOKS_BACK, Calm, assess
from stepstool.method.comfort import Comfort
from stepstool.method.ladder.gate import Span, gate_of
from stepstool.method.record import Record, days_between


def calm_of(record: Record, comfort: Comfort) -> Calm:
    """Say how tense it is; days of illness and days of being stuck don't count."""
    spans = chain(comfort.past.ill, comfort.past.stuck)
    resting = {day for span in spans for day in _days(record, span)}
    body = gate_of(comfort).body
    return assess(record, body, resting=resting)


def _days(record: Record, span: Span) -> Iterator[date]:
    since = max(span[0], record.at - LOOKS_BACK)
    until = min(span[1], record.at)
    if since <= until:
        clock = record.clock
        yield from days_between(clock.day(since), clock.day(until))
