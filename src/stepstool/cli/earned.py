"""Rewards for programs and for people: what is due, and all that was ever given."""

from collections.abc import Iterator
from typing import Any

from stepstool import method


def for_programs(record: method.Record, advice: method.SpokenAdvice) -> dict[str, Any]:
    """Give what is due and what was given."""
    return {
        "due": [_due(due) for due in advice.rewards.due],
        "given": [_given(reward) for reward in method.given_of(record)],
    }


def _due(spoken: method.SpokenDue) -> dict[str, Any]:
    due = spoken.due
    return {
        "id": due.id,
        "kind": str(due.kind),
        "what": due.thing,
        "amount": due.amount,
        "for": str(due.for_),
        "first": due.first,
        "cause": due.cause,
        "at": due.at.isoformat(),
        "ladder": due.ladder or None,
        "step": due.step or None,
        "instead": list(due.instead),
        "text": spoken.text,
        "because": [
            {
                "rule": spoken.because.rule,
                "saw": spoken.because.saw,
                "source": "; ".join(source.title for source in spoken.because.sources),
            }
        ],
    }


def _given(reward: method.lasting.Reward) -> dict[str, Any]:
    fields = {
        "kind": reward.reward,
        "what": reward.what,
        "amount": reward.amount,
        "cause": reward.cause,
        "ladder": reward.ladder,
        "step": reward.step,
    }
    known = {
        name: None if value is method.UNKNOWN else value
        for name, value in fields.items()
    }
    return {"id": reward.id, "at": reward.at.isoformat(), "by": reward.by} | known


def for_people(advice: method.SpokenAdvice) -> Iterator[str]:
    """Say what is due, and the words for the last poop."""
    rewards = advice.rewards
    if rewards.due:
        yield ""
        yield "Earned, and not given yet:"
        yield from (f"  - {due.text}" for due in rewards.due)
