"""The page docs/method/listening.md, drawn from the tables and stories of listening.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from stepstool.method.calm import Trend
from stepstool.method.calm.good_time import AGAINST, SOURCES
from tests.method.drawing import (
    DOCS,
    SPEAKER,
    capital,
    heading,
    keys,
    numbers,
    numbers_of,
    opening,
    sources,
    table,
)
from tests.stories.test_listening_stories import STORIES

PAGE: Final = DOCS / "listening.md"
PARTS: Final = {
    "say": "What is said",
    "never": "What never happens",
    "during": "While it lasts",
}


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "Listening",
        "One family's way (account B) and not a proven treatment: the page says so before each session.",
        "Stop is one tap at any moment, for the child and for the grown-up.",
    )
    yield from heading("Not now, if")
    yield "Any of these; each is said in plain words with its source."
    yield ""
    yield from table(("Key", "When"), [(f"`{row.key}`", row.when) for row in AGAINST])
    yield ""
    yield f"Sources: {keys(SOURCES)}. The grown-up must be rested, and the child must talk: asked last."
    for part, title in PARTS.items():
        yield from heading(title)
        yield from (f"- {line}" for line in SPEAKER.passage(f"listening.{part}"))
    yield from heading("The trend over sessions")
    yield from (f"- `{each}`" for each in Trend)
    yield from heading("Stories")
    for told in STORIES.values():
        yield from _story(told)
    yield from heading("The numbers")
    yield from numbers(["listening"])
    yield from heading("The sources")
    named = [key for each in numbers_of(["listening"]).values() for key in each.sources]
    yield from sources([*named, *SOURCES])


def _story(told: Mapping[str, Any]) -> Iterator[str]:
    yield from heading(capital(told["title"]), 3)
    if "why" in told:
        yield from (told["why"], "")
    yield from ("```text", *told["diary"].strip().splitlines(), "```", "")
    for expected in told["expect"]:
        rest = {key: value for key, value in expected.items() if key != "at"}
        said = ", ".join(f"{key}: {_plain(value)}" for key, value in rest.items())
        yield f"- at {expected['at']}: {said}"


def _plain(value: object) -> str:
    if isinstance(value, list):
        return " and ".join(map(str, value)) or "nothing"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
