"""Answers that several kinds of entry share."""

from enum import StrEnum
from typing import Final


class YesNo(StrEnum):
    """A plain answer; unknown is a third value, beside these."""

    YES = "yes"
    NO = "no"


class Mood(StrEnum):
    """How the child was with it."""

    PROUD = "proud"
    FINE = "fine"
    UNEASY = "uneasy"
    UPSET = "upset"


UNEASY: Final = frozenset({Mood.UNEASY, Mood.UPSET})
GLAD: Final = frozenset({Mood.PROUD, Mood.FINE})


class Where(StrEnum):
    """Where in the house, or out of it."""

    BATHROOM = "bathroom"
    BEDROOM = "bedroom"
    LIVING_ROOM = "living_room"
    HIDING_PLACE = "hiding_place"
    ELSEWHERE_AT_HOME = "elsewhere_at_home"
    OUTDOORS = "outdoors"
    PRESCHOOL = "preschool"
    OTHER_HOME = "other_home"
    ON_THE_WAY = "on_the_way"


class MedicineKind(StrEnum):
    """What a medicine is for; never its name, never a dose."""

    SOFTENER = "softener"
    CLEAN_OUT = "clean_out"
    RECTAL = "rectal"
    OTHER = "other"
