"""The page docs/method/numbers.md: every number of the method, and every source.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from stepstool.method.evidence import NUMBERS, SOURCES
from tests.method.drawing import DOCS, heading, numbers, opening, sources

PAGE: Final = DOCS / "numbers.md"


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "Every number, and where it comes from",
        "A number of the method has no other home: the linter refuses bare ones in the code.",
    )
    for topic, _named in groupby(sorted(NUMBERS), key=lambda name: name.split(".")[0]):
        yield from heading(topic.capitalize())
        yield from numbers([topic])
    yield from heading("The sources")
    yield from sources(SOURCES)
