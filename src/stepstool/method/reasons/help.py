"""Which help belongs to which reason: parts of the method, and the first thing to do.

Each stands in the method's own list (M1): pain leads to comfort, fear to small steps, a
fight to a break. What asks something of the child waits while it is tender, stuck or sore,
while a doctor is to be called, and in a fight (rule 1 of the method; clinical_rules.md
§3.3, §6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from stepstool.method.reasons.keys import Key, Of


@dataclass(frozen=True)
class Help:
    """One row. parts: of the method, by number; asks: whether the child is asked for more."""

    parts: tuple[str, ...]
    asks: bool = False


# fmt: off
HELP: Final[Mapping[Key, Help]] = {
    Key.CONSTIPATION: Help(("M2", "M16", "M18", "M23")),
    Key.PAIN: Help(("M2", "M9", "M12")),
    Key.DOES_NOT_FEEL: Help(("M2", "M9", "M23")),
    Key.FEAR: Help(("M5", "M13", "M10"), asks=True),
    Key.PRIVACY: Help(("M14",)),
    Key.STRUGGLE: Help(("M17", "M9")),
    Key.EVENT: Help(("M17", "M20")),
    Key.DIAPER_HABIT: Help(("M5", "M6"), asks=True),
    Key.POSTURE: Help(("M15",)),
    Key.SENSORY: Help(("M15", "M12")),
    Key.BUSY: Help(("M4", "M11"), asks=True),
    Key.PRESCHOOL: Help(("M22", "M14")),
    Key.NOT_READY: Help(("M21", "M13")),
}
# A fear has its own first thing to do by what it is of.
HELP_OF: Final[Mapping[Of, Help]] = {
    Of.REACTION: Help(("M9", "M12")),
    Of.SUCCESS: Help(("M5", "M9")),
    Of.LOSING_A_PART: Help(("M12", "M13")),
    Of.FLUSH: Help(("M12", "M5")),
    Of.SPLASH: Help(("M15", "M12")),
    Of.FALLING_IN: Help(("M15",)),
    Of.DARK: Help(("M14", "M13")),
    Of.ELSEWHERE: Help(("M22", "M9")),
    Of.PLACE: Help(("M5", "M13", "M10"), asks=True),
}
# fmt: on
# Where a ladder of its own begins at this reason, or at what it is of (M5, M14).
LADDERS: Final[Mapping[Key | Of, str]] = {
    Key.DIAPER_HABIT: "b",
    Key.PRIVACY: "hiding_place",
    Key.PRESCHOOL: "away",
    Of.FLUSH: "flush",
    Of.ELSEWHERE: "away",
}


def ladders_of(key: Key, of: Iterable[Of]) -> tuple[str, ...]:
    """Give the ladders made for a reason, each once; none for most."""
    names: tuple[Key | Of, ...] = (key, *of)
    return tuple(dict.fromkeys(LADDERS[each] for each in names if each in LADDERS))


def help_of(key: Key, of: Of | None) -> tuple[str, Help]:
    """Give the name of the first thing to do, and the help it belongs to."""
    if of is not None and of in HELP_OF:
        return f"{key}_{of}", HELP_OF[of]
    return key, HELP[key]
