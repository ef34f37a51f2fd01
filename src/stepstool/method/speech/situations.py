"""The words for now: for each situation that fits, what each reader may say or do."""

from collections.abc import Iterator
from dataclasses import dataclass

from stepstool.method.advice import Advice
from stepstool.method.record import Record, Unknown
from stepstool.method.words import (
    Reader,
    Situation,
    Speaker,
    for_situation,
    readers_of,
)


@dataclass(frozen=True, kw_only=True)
class Words:
    """What one reader may say or do in a situation, sentence by sentence."""

    situation: Situation
    reader: Reader
    lines: tuple[str, ...]


def words_of(record: Record, advice: Advice, speaker: Speaker) -> tuple[Words, ...]:
    """Give the words for the moment of a record, the most pressing first.

    advice: today's advice of the same record.
    """
    age = record.child.youngest_months(record.today)
    return tuple(
        words
        for situation in advice.moments
        for words in words_for(situation, age, speaker)
    )


def words_for(
    situation: Situation, age_months: int | Unknown, speaker: Speaker
) -> Iterator[Words]:
    """Give the words of one situation for all its readers."""
    for reader in readers_of(situation, speaker):
        lines = for_situation(situation, reader, age_months, speaker)
        yield Words(situation=situation, reader=reader, lines=lines)
