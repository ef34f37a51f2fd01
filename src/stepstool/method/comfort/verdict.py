"""The verdict: facts, walk, signs and questions put together."""

from stepstool.method.comfort.alerts import Alert, alerts_of
from stepstool.method.comfort.body import Body, body_of
from stepstool.method.comfort.comfort import Comfort, Stools
from stepstool.method.comfort.facts import Facts
from stepstool.method.comfort.notes import notes_of, tell_of, was_called
from stepstool.method.comfort.numbers import MONTH, WEEK
from stepstool.method.comfort.past import past_of
from stepstool.method.comfort.questions import questions_of
from stepstool.method.comfort.review import review_of
from stepstool.method.comfort.state import State, Variant
from stepstool.method.comfort.variant import (
    Sentence,
    progress_of,
    quiet_since,
    sentence_of,
)
from stepstool.method.comfort.walk import Step, walk
from stepstool.method.record import Because, Record


def assess(record: Record) -> Comfort:
    """Say how the child's body feels at the moment of the record, and why.

    Reads `READING`; the same record gives the same verdict. Source: clinical_rules.md,
    parts 1 to 3.
    """
    facts = Facts(record)
    steps = walk(facts)
    now = steps[-1]
    body, alerts = body_of(steps), alerts_of(facts, steps)
    sentence = _sentence(now, body, alerts)
    return Comfort(
        state=State.SEE_A_DOCTOR if alerts else body.state,
        urgency=alerts[0].urgency if alerts else None,
        because=_because(body, alerts),
        body=body.state,
        variant=sentence.variant,
        values=sentence.values,
        notes=notes_of(now),
        alerts=alerts,
        tell=tell_of(now),
        progress=progress_of(now, body),
        questions=questions_of(now, body, alerts),
        stools=(_stools(facts, WEEK.days), _stools(facts, MONTH.days)),
        days=facts.days,
        past=past_of(facts, steps, alerts),
        quiet_since=quiet_since(now),
        is_quiet=now.sight.is_quiet,
        called_lately=was_called(now),
        tender_since=body.since,
        review=review_of(now),
    )


def _sentence(now: Step, body: Body, alerts: tuple[Alert, ...]) -> Sentence:
    if alerts:
        return Sentence(Variant(alerts[0].urgency.value), {})
    return sentence_of(now, body)


def _because(body: Body, alerts: tuple[Alert, ...]) -> tuple[Because, ...]:
    signs = [reason for alert in alerts for reason in alert.because]
    return (*signs, *body.because)


def _stools(facts: Facts, days: int) -> Stools:
    """Count full poops of the last days, today included."""
    end = len(facts.days.dates)
    since = facts.days.starts[end - days]
    bouts = [each for each in facts.full.items if each.at >= since]
    return Stools(
        days=days,
        known_days=facts.days.count_known(end - days, end),
        in_all=len(bouts),
        in_toilet=sum(each.in_toilet for each in bouts),
    )
