"""The family's own words: the child's name, its pronoun, and their word for poop."""

from dataclasses import dataclass

from stepstool.method.record import UNKNOWN, Record
from stepstool.method.record.kinds.lasting import Pronoun


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How sentences speak of this child. An empty name is filled by the language."""

    name: str = ""
    pronoun: Pronoun = Pronoun.NAME_ONLY
    word: str = ""


def voice_of(record: Record) -> Voice:
    """Give the words this family chose; what was not told is left to the language."""
    chosen = record.settings
    return Voice(
        name=record.child.name,
        pronoun=Pronoun.NAME_ONLY if chosen.pronoun is UNKNOWN else chosen.pronoun,
        word="" if chosen.word is UNKNOWN else chosen.word,
    )
