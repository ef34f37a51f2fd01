"""The page docs/method/words.md: what is said, by situation, reader and age.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.words import Reader, Situation, readers_of
from tests.method.drawing import DOCS, SPEAKER, heading, opening

PAGE: Final = DOCS / "words.md"
AGES: Final = {
    "little": " (under three)",
    "any": "",
    "older": " (from five)",
}


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "Words for the moment",
        "Every sentence, as it is said to Mia's family; the family's own names and its own word for poop",
        "take their places. A test scans all of them for shame, threat, comparison, pressure and blame.",
    )
    for situation in Situation:
        yield from heading(str(situation).replace("_", " ").capitalize())
        for reader in readers_of(situation, SPEAKER):
            yield from _read_by(situation, reader)


def _read_by(situation: Situation, reader: Reader) -> Iterator[str]:
    for age, words in AGES.items():
        said = SPEAKER.passage(f"situations.{situation}.{reader}.{age}")
        if said:
            yield f"For the {str(reader).replace('_', ' ')}{words}:"
            yield ""
            yield from (f"- {line}" for line in said)
            yield ""
