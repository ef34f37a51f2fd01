"""The page docs/method/ideas.md, drawn from the tables and stories of ideas for calm days.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.advice.coach import IDEAS, OPEN, STILL, IdeaRow, Turn
from tests.method.drawing import (
    DOCS,
    SPEAKER,
    heading,
    keys,
    numbers,
    opening,
    sources,
    table,
)

PAGE: Final = DOCS / "ideas.md"


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from opening(
        "Ideas for calm days",
        "When all is soft and calm and nothing else is to do, today proposes one small thing, chosen by what this family told.",
        "At most one a day, never the same on three days running; *not this* puts it away for weeks, and *done* lets it rest.",
    )
    yield from heading("When nothing is proposed")
    yield "The first that fits; only the last lets an idea through."
    yield ""
    yield from table(
        ("Key", "When"),
        [(f"`{row.key}`", row.when) for row in STILL if row.key != OPEN],
    )
    for turn in Turn:
        yield from heading(f"Turn {turn + 1}: {turn.name.lower()}")
        yield from table(
            ("Key", "For whom", "What is said", "Why", "Rests", "Sources"),
            [_row(row) for row in IDEAS if row.turn is turn],
        )
    yield from heading("How turns are taken")
    yield "Each turn has two days of the calendar, then the next turn. Within a turn the ideas that fit come one after the other, every other time only among those that answer something that was told. What needs the bathroom is left out for a child who won't enter it. A baby hears of what babies like, and of nothing under nine months."
    yield from heading("The numbers")
    yield from numbers(["coach"])
    yield from heading("The sources")
    yield from sources([key for row in IDEAS for key in row.sources])


def _row(row: IdeaRow) -> tuple[str, ...]:
    says, why = (SPEAKER.say(key) for key in row.sentences)
    where = "; needs the bathroom" if row.bathroom else ""
    rests = f"{row.rests.days} days"
    return (f"`{row.key}`", f"{row.when}{where}", says, why, rests, keys(row.sources))
