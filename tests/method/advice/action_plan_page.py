"""The page docs/method/action_plan.md, drawn from the table of zones and the signs to pick.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.advice.doctors_plan import SOURCES, ZONES
from stepstool.method.record.kinds.action_plan import TroubleSign, WellSign
from stepstool.method.words import FigureTopic, figures_for
from tests.method.drawing import (
    DOCS,
    SPEAKER,
    heading,
    numbers,
    opening,
    sources,
    table,
)

PAGE: Final = DOCS / "action_plan.md"


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "The doctor’s own plan at home",
        "A plan in the doctor’s words has up to three zones. For each of them a parent picks from a list when it holds; today shows which zone holds now, by which facts of the diary, and its words as they are.",
        "Where none fits nothing is said, and beside a zone no line of ours about the body; while one of trouble holds, no step and no idea either. A danger sign for a visit within days is said beside it.",
    )
    yield from heading("Which zone holds")
    yield "The first row that fits decides. What nobody wrote down is no sign."
    yield ""
    yield from table(
        ("Key", "When", "Zone"),
        [(f"`{row.key}`", row.when, _zone(row.zone)) for row in ZONES],
    )
    for title, signs in (
        ("The signs of going well: all of those picked", WellSign),
        ("The signs of trouble: any of those picked", TroubleSign),
    ):
        yield from heading(title)
        yield from table(
            ("Sign", "To pick"),
            [(f"`{sign}`", SPEAKER.say(f"action_plan.when.{sign}")) for sign in signs],
        )
    yield from heading("Does a written plan help?")
    yield from (
        f"- {told.text}" for told in figures_for(FigureTopic.ACTION_PLAN, 60, SPEAKER)
    )
    yield from heading("The numbers")
    yield from numbers(["action_plan"])
    yield from heading("The sources")
    yield from sources(SOURCES)


def _zone(zone: str | None) -> str:
    return SPEAKER.say(f"action_plan.zone.{zone}") if zone else "none"
