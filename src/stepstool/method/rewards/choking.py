"""What may choke a child under four: a family's own treats, by their words and by its answer.

Hard, round, sticky or chewy things are not for so young a child, whoever wrote them down. The
list below are the foods that paediatricians name (AAP-CHOKING) and what goes by other names in
a shop. A word that is not in it says nothing: then the family is asked, and until it says no,
something else is given. A word in it holds against every answer.
"""

import re
from enum import StrEnum
from typing import Final

from stepstool.method.record import UNKNOWN, Unknown
from stepstool.method.record.kinds.answers import YesNo

SOURCES: Final = ("AAP-CHOKING", "I")


class Risk(StrEnum):
    """Whether something may choke a child under four."""

    NONE = "none"
    CHOKES = "chokes"
    NOT_ASKED = "not_asked"


# fmt: off
HARD: Final = (
    "hard cand", "boiled sweet", "bonbon", "candy cane", "lollipop", "lolly", "lollies", "sucker",
    "smartie", "m&m", "skittle", "tic tac", "mint", "drop", "jawbreaker", "dragee", "pretzel",
    "ice cube", "crisps", "chips", "tortilla chip",
)
ROUND: Final = (
    "grape", "cherr", "blueberr", "olive", "nut", "peanut", "almond", "cashew", "pistachio",
    "hazelnut", "walnut", "chickpea", "seed", "raisin", "sultana", "cranberr", "popcorn", "pop corn",
    "hot dog", "hotdog", "sausage", "wiener", "cherry tomato", "raw carrot", "carrot stick",
    "cheese cube", "marble", "bead", "coin", "button", "magnet", "batter", "balloon",
)
STICKY: Final = (
    "caramel", "toffee", "fudge", "nougat", "peanut butter", "marshmallow", "fruit snack",
    "fruit leather", "dried fruit", "dried apricot", "dried date", "honey cand",
)
CHEWY: Final = (
    "gum", "gummy", "gummi", "gummies", "jelly bear", "jelly bean", "jellybean", "jelly bab",
    "jelly cup", "haribo", "liquorice", "licorice", "wine gum", "fruit chew", "chewy", "taffy",
    "mentos", "starburst", "maoam", "turkish delight", "bubblegum",
)
# fmt: on
_CHOKES: Final = re.compile(
    r"\b(" + "|".join(map(re.escape, (*HARD, *ROUND, *STICKY, *CHEWY))) + ")",
    re.IGNORECASE,
)


def names_a_risk(words: str) -> bool:
    """Whether the words name something that may choke, at the beginning of any of them."""
    return bool(_CHOKES.search(words))


def risk_of(words: str, answer: YesNo | Unknown) -> Risk:
    """Judge a family's own thing. answer: whether it is hard, round, sticky or chewy."""
    if names_a_risk(words) or answer is YesNo.YES:
        return Risk.CHOKES
    return Risk.NOT_ASKED if answer is UNKNOWN else Risk.NONE
