"""Which answers are drawn: by question, how the picture of an answer is called."""

from collections.abc import Mapping
from typing import Final

from stepstool.web.pictures import ALBUM

# The beginning of the picture's name; the answer itself is the rest.
DRAWN: Final[Mapping[str, str]] = {
    "poop.place": "",
    "poop.bristol": "bristol_",
    "poop.brussels": "brussels_",
    "poop.pain": "pain_",
    "poop.mood": "",
    "pee.place": "",
    "sit.place": "",
    "sit.mood": "",
    "signal.signs": "",
    "diaper_request.mood": "",
    "prompt.mood": "",
    "interview.answers": "",
}
# Answers that are drawn by a picture of another name.
SPECIAL: Final[Mapping[str, str]] = {
    "signal.meaning.about_to_go": "pushing",
    "signal.meaning.holding": "holding",
}
UNDRAWN: Final = frozenset({"signal.signs.other"})


def picture_of(kind: str, name: str, value: str) -> str:
    """Give the name of an answer's picture; empty if it is not drawn."""
    question, answer = f"{kind}.{name}", f"{kind}.{name}.{value}"
    if answer in SPECIAL or answer in UNDRAWN:
        return SPECIAL.get(answer, "")
    drawn = f"{DRAWN[question]}{value}" if question in DRAWN else ""
    return drawn if drawn in ALBUM else ""
