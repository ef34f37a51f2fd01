"""How grown-ups are with this child: with few words, with quiet praise, one thing at a time.

The family says how much its child talks and how it likes to be praised; autism or a slower
development is told among the conditions. Nothing is guessed from an age or from silence.
Sources: FAMILIES, and our own inference.
"""

from enum import StrEnum
from typing import Final

from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.record.kinds.lasting import Loudness, Talks
from stepstool.method.record.question import UNKNOWN
from stepstool.method.record.record import Record


class Manner(StrEnum):
    """One way to be with a child; those of words have sentences of their own."""

    WITHOUT_WORDS = "without_words"
    QUIETLY = "quietly"
    ONE_AT_A_TIME = "one_at_a_time"


FEW_WORDS: Final = {Talks.FEW_WORDS, Talks.NO_WORDS}
# With these one step and one help at a time are enough.
SLOWLY: Final = {Told.AUTISM, Told.DELAY}


def manners_of(record: Record) -> tuple[Manner, ...]:
    """Give what the family said, in the order in which sentences are looked for."""
    chosen = record.settings
    few = chosen.talks in FEW_WORDS
    holds = {
        Manner.WITHOUT_WORDS: few,
        Manner.QUIETLY: chosen.praise is Loudness.QUIET,
        Manner.ONE_AT_A_TIME: few or not SLOWLY.isdisjoint(_conditions(record)),
    }
    return tuple(manner for manner, is_so in holds.items() if is_so)


def _conditions(record: Record) -> tuple[Told, ...]:
    """Give the newest answer about conditions."""
    answers = [
        interview.answers
        for interview in record.of(Interview)
        if interview.topic is Topic.CONDITIONS and interview.answers is not UNKNOWN
    ]
    return answers[-1] if answers else ()
