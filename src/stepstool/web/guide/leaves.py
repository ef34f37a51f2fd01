"""The pages of the guide that are made of words alone, as one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from stepstool import method


class Print(StrEnum):
    """How a page likes to be read on paper."""

    NO = "no"
    LARGE = "large"
    LETTER = "letter"


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page of words. pictures: by section; sources: what a section rests on.

    figures: which figures it shows; help: whether it says whom to call.
    """

    picture: str
    pictures: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    figures: method.FigureTopic | None = None
    help: bool = False
    books: bool = False
    paper: Print = Print.NO


Topic = method.FigureTopic

LEAVES: Final[Mapping[str, Leaf]] = {
    "happens": Leaf(
        picture="dont_know",
        pictures={
            "pain": "pain_2",
            "does_not_feel": "leaks",
            "fear": "uneasy",
            "privacy": "hiding",
            "struggle": "upset",
            "event": "big_change",
            "diaper_habit": "diaper",
            "posture": "stepstool",
            "sensory": "toilet",
            "busy": "clock",
            "preschool": "caregivers",
            "not_ready": "potty",
        },
        sources={
            "pain": ("BLUM-2004", "NHSE"),
            "does_not_feel": ("NICE-T1",),
            "fear": ("DZ-SENSORY", "ERIC-NAPPY", "ACCOUNT-B"),
            "privacy": ("HIDE-2003", "NAENEN"),
            "struggle": ("RESIST-1", "TAUBMAN-1997"),
            "event": ("NICE-T2", "I"),
            "diaper_habit": ("AUSTIN-2024", "CHW-2215"),
            "posture": ("TOWNSVILLE", "I"),
            "sensory": ("ERIC-NAPPY", "I"),
            "busy": ("I",),
            "preschool": ("I",),
            "not_ready": ("BLUM-2003",),
        },
        books=True,
    ),
    "normal": Leaf(picture="diary", figures=Topic.NORMAL),
    "alone": Leaf(
        picture="caregivers",
        sources={
            "twelve": ("TAUBMAN-1997", "TAUBMAN-RCT-2003", "BLUM-2004"),
            "step_away": ("AAP-SAFETY",),
        },
        figures=Topic.ALONE,
        help=True,
    ),
    "posture": Leaf(
        picture="stepstool",
        pictures={"look": "potty", "squat": "squatting", "short": "clock"},
        sources={
            "look": ("TOWNSVILLE", "I"),
            "squat": ("I",),
            "short": ("TOWNSVILLE", "I"),
        },
    ),
    "story": Leaf(picture="poop", pictures={"apple": "meal", "waited": "poop"}),
    "relaxing": Leaf(
        picture="proud",
        pictures={
            "face": "fine",
            "bubbles": "drink",
            "belly": "sleep",
            "warm": "bath",
        },
        sources={"belly": ("ACCOUNT-C", "I")},
    ),
    "privacy": Leaf(
        picture="hiding",
        pictures={
            "tent": "diaper_in_hiding_place",
            "curtain": "bath",
            "back": "going_quiet",
        },
        sources={"tent": ("ACCOUNT-A", "HIDE-2003")},
    ),
    "together": Leaf(
        picture="proud",
        pictures={
            "goodbye": "toilet",
            "everybody": "caregivers",
            "whole": "fine",
            "proud": "diaper",
        },
        sources={"goodbye": ("ACCOUNT-A",), "proud": ("TAUBMAN-RCT-2003",)},
    ),
    "ready": Leaf(picture="potty"),
    "grandma": Leaf(
        picture="caregivers",
        sources={
            "know": ("TAUBMAN-1997", "BLUM-2004", "ERIC-NAPPY"),
            "helps": ("TAUBMAN-RCT-2003", "ERIC-NAPPY"),
            "harms": ("RESIST-1", "FDA-2014"),
            "call": ("NICE-T2",),
        },
        paper=Print.LARGE,
    ),
    "preschool": Leaf(
        picture="caregivers",
        sources={
            "dear": ("TAUBMAN-1997", "BLUM-2004", "ERIC-NAPPY"),
            "please": ("NICE-T1", "I"),
            "tell": ("NICE-T2",),
        },
        paper=Print.LETTER,
    ),
}
