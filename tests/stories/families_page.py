"""The page docs/method/families.md: the manual, made from the families' stories.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tests.method.drawing import DOCS, capital, heading, opening
from tests.stories.family_story import Story, stories

PAGE: Final = DOCS / "families.md"
# What a story may expect, in the order in which it is told, and how it is called.
TOLD: Final[Mapping[str, str]] = {
    "state": "comfort",
    "calm": "calm",
    "first": "leads first",
    "likely": "likely",
    "possible": "possible",
    "unlikely": "unlikely",
    "of": "of",
    "step": "first step",
    "help": "parts that help",
    "ladders": "ladders made for it",
    "alerts": "danger signs",
    "tell": "to tell the doctor",
}


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "Families: what comes in, and what is said",
        "Each case is a story that the tests hold the code to (`tests/stories/families/`): the days that the",
        "family wrote down, what it told, and what Stepstool then makes of it. To correct one, correct the",
        "story. Lines of a diary are `day hour:minute` and what was seen; `told` is an answer.",
    )
    for story in stories():
        yield from _case(story)


def _case(story: Story) -> Iterator[str]:
    told = story.told
    yield from heading(capital(told["title"]))
    if "why" in told:
        yield from (told["why"], "")
    if "born" in told:
        yield from (f"Born {told['born']}.", "")
    yield from ("```text", *told["diary"].strip().splitlines(), "```")
    for expected in told["expect"]:
        yield ""
        yield f"Day {expected['at']}:"
        yield ""
        yield from _said(expected)


def _said(expected: Mapping[str, Any]) -> Iterator[str]:
    order = [*TOLD, *(key for key in expected if key not in TOLD)]
    for key in order:
        if key in expected and key != "at":
            yield f"- {TOLD.get(key, key.replace('_', ' '))}: {_plain(expected[key])}"


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each).replace("_", " ") for each in value) or "none"
    return str(value).replace("_", " ")
