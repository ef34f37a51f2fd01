"""The words of the room: reasons, what they are about, how likely, and what speaks."""

from enum import StrEnum


class Key(StrEnum):
    """What may be in the way, in the order in which it is looked at."""

    CONSTIPATION = "constipation"
    PAIN = "pain"
    DOES_NOT_FEEL = "does_not_feel"
    FEAR = "fear"
    PRIVACY = "privacy"
    STRUGGLE = "struggle"
    EVENT = "event"
    DIAPER_HABIT = "diaper_habit"
    POSTURE = "posture"
    SENSORY = "sensory"
    BUSY = "busy"
    PRESCHOOL = "preschool"
    NOT_READY = "not_ready"


class Of(StrEnum):
    """What a fear is of, or which event it was."""

    REACTION = "reaction"
    SUCCESS = "success"
    LOSING_A_PART = "losing_a_part"
    FLUSH = "flush"
    SPLASH = "splash"
    FALLING_IN = "falling_in"
    DARK = "dark"
    ELSEWHERE = "elsewhere"
    PLACE = "place"
    SCARE = "scare"
    BUG = "bug"
    TRAVEL = "travel"
    NEW_BABY = "new_baby"
    NEW_HOME = "new_home"
    NEW_PRESCHOOL = "new_preschool"
    MISSING = "missing"


class Level(StrEnum):
    """How sure we are. Not asked: nobody said anything, which says nothing."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    NOT_ASKED = "not_asked"


class Speaks(StrEnum):
    """What a fact does to a reason, and how strongly."""

    STRONGLY_FOR = "strongly for"
    FOR = "for"
    AGAINST = "against"
    STRONGLY_AGAINST = "strongly against"


# Looked at before everything else, since where they are there they usually came first.
BODY = (Key.CONSTIPATION, Key.PAIN)
