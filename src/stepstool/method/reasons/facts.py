"""Facts by name: what was told, what comfort and calm say, what the diary shows."""

from collections.abc import Mapping
from typing import Final

from stepstool.method.reasons.body_facts import BODY_FACTS, SEEN, Fact
from stepstool.method.reasons.clues import Clues
from stepstool.method.reasons.diary_facts import DIARY_FACTS
from stepstool.method.reasons.readiness import few_ticks, many_ticks
from stepstool.method.reasons.sequence_facts import SEQUENCE_FACTS
from stepstool.method.record import Saying, Value
from stepstool.method.record.kinds.interview import ANSWERS, Told, Topic

# A standing line, for what nobody has looked at yet.
NOT_LOOKED_AT: Final = "not_looked_at"


def _told(topic: Topic, answer: Told) -> Fact:
    def fact(clues: Clues) -> Mapping[str, Value] | None:
        at = clues.told.says(topic, answer)
        return None if at is None else {"told": clues.record.clock.local(at).date()}

    return fact


FACTS: Final[Mapping[str, Fact]] = {
    **{
        f"{topic}.{answer}": _told(topic, answer)
        for topic, answers in ANSWERS.items()
        for answer in answers
    },
    **BODY_FACTS,
    **DIARY_FACTS,
    **SEQUENCE_FACTS,
    "ready_few": few_ticks,
    "ready_many": many_ticks,
    NOT_LOOKED_AT: lambda _: SEEN,
}


def saw(fact: str, clues: Clues) -> Saying | None:
    """Say what was seen, if the fact holds. Unknown is never a fact."""
    values = FACTS[fact](clues)
    if values is None:
        return None
    return Saying(key=f"reasons.saw.{fact}", values=values)
