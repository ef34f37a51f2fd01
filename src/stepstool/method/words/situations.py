"""Sentences for a situation, by reader and by age (M9, M14, M20).

They are data: `situations.<situation>.<reader>.<age band>` in the catalogue. To a child
they come in pairs, kind, and firm about where it ends up, never about when.
"""

from typing import Final

from stepstool.method.evidence import count
from stepstool.method.record import UNKNOWN, Unknown
from stepstool.method.words.situation import Reader, Situation
from stepstool.method.words.speaker import Speaker

LITTLE_UNDER: Final = count("words.little_under")
OLDER_FROM: Final = count("words.older_from")
ANY: Final = "any"


def for_situation(
    situation: Situation,
    reader: Reader,
    age_months: int | Unknown,
    speaker: Speaker,
) -> tuple[str, ...]:
    """Give the sentences of a situation for a reader, in their order.

    age_months: the child's age in whole months; it chooses between shorter words under
    three years and words without baby talk from five. Empty where nobody has words for
    this reader.
    """
    path = f"situations.{situation}.{reader}"
    for_age = speaker.passage(f"{path}.{band_of(age_months)}")
    return for_age or speaker.passage(f"{path}.{ANY}")


def readers_of(situation: Situation, speaker: Speaker) -> tuple[Reader, ...]:
    """Give the readers for whom this situation has sentences."""
    return tuple(
        reader for reader in Reader if speaker.keys(f"situations.{situation}.{reader}")
    )


def band_of(age_months: int | Unknown) -> str:
    """Give the band of an age: little, any, older; any while the age is unknown."""
    if age_months is UNKNOWN:
        return ANY
    if age_months < LITTLE_UNDER:
        return "little"
    return "older" if age_months >= OLDER_FROM else ANY
