"""The page docs/method/rewards.md, drawn from the tables that the code itself reads.

Write it anew with `./redraw`.
"""

from collections.abc import Iterator
from typing import Final

from stepstool.method.evidence import NUMBERS
from stepstool.method.rewards import (
    FADES,
    NOTES,
    PRAISE,
    STAGES,
    SUBSTITUTES,
    WORDS,
    For,
)
from stepstool.method.rewards.purse import SOURCES as EARNED
from stepstool.method.rewards.things import THINGS
from tests.method.drawing import (
    DOCS,
    heading,
    keys,
    numbers,
    numbers_of,
    say,
    sources,
    table,
)

PAGE: Final = DOCS / "rewards.md"


def page() -> str:
    """Draw the whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Rewards"
    yield ""
    yield "Drawn from the tables that the code reads; not written by hand. `I` marks what is"
    yield "our own inference, to be tuned with a paediatrician. Nothing here diagnoses."
    yield ""
    yield "For the place and the try; never for the amount, the type, “a poop today” or being"
    yield "good. What is due is derived from the diary each time; what was given is an entry"
    yield "that nothing takes back. An accident costs nothing. What a step earns stands in the"
    yield "file of its ladder ([ladder](ladder.md)). Sweets and small things are a family’s choice"
    yield "when it begins one; until it chose, a sticker stands for them. Under four its own things"
    yield "are checked by their words, and asked about."
    for part in (
        _earned,
        _praise,
        _words,
        _fading,
        _things,
        _notes,
        _numbers,
        _sources,
    ):
        yield from part()


def _earned() -> Iterator[str]:
    yield from heading("What earns something")
    rows = [(each, say(f"rewards.for.{each}"), keys(EARNED[each])) for each in For]
    yield from table(("For", "In words", "Sources"), rows)
    yield ""
    yield "A success at a step pays `first` once per step and ladder, then `then`; once for a"
    yield "bout, or once a day where a day is paid; also when it was hard or hurt, and while"
    yield "softness comes first. An earlier place earns words. What nobody tapped as given is"
    yield f"asked for {NUMBERS['rewards.due_days'].value:g} days; the prize, until it is given."


def _praise() -> Iterator[str]:
    yield from heading("Praise, said at once")
    yield "After every poop, wherever it landed; not after one that hurt, a leak, one that came"
    yield "ill, asleep or in a clean-out. The first row that fits; *joy* is a page for the"
    yield "grown-up, *quiet* has no motion."
    yield ""
    rows = [
        (row.when, say(row.words), str(row.tone), keys(row.sources)) for row in PRAISE
    ]
    yield from table(("When", "Say aloud", "Tone", "Sources"), rows)


def _words() -> Iterator[str]:
    yield from heading("Words for the last poop")
    yield "The first row that fits."
    yield ""
    rows = [(row.when, say(row.words), keys(row.sources)) for row in WORDS]
    yield from table(("When", "Words", "Sources"), rows)


def _fading() -> Iterator[str]:
    yield from heading("Fading")
    yield from (
        f"{n}. {say(f'rewards.stages.{each}')}" for n, each in enumerate(STAGES, 1)
    )
    yield ""
    yield "The parent decides; a new step begins at “every time” again. A jar that was"
    yield "counted may run out instead (account B). The first row that fits."
    yield ""
    rows = [(str(row.move), row.when, keys(row.sources)) for row in FADES]
    yield from table(("Advice", "When", "Sources"), rows)


def _things() -> Iterator[str]:
    yield from heading("What may be given")
    rows = [
        (
            say(f"treats.{key}.some"),
            "yes" if key in SUBSTITUTES else "",
            "yes" if each.sweet else "",
            "yes" if each.hard or each.small else "",
            "yes" if each.for_evenings else "",
        )
        for key, each in THINGS.items()
    ]
    titles = ("Thing", "A substitute", "Sweet", "Not for the small", "Near bedtime")
    yield from table(titles, rows)


def _notes() -> Iterator[str]:
    yield from heading("Safe")
    rows = [
        (
            say(f"rewards.safe.{each.rule}", **dict(each.values), what="pear"),
            keys(each.sources),
        )
        for each in NOTES
    ]
    yield from table(("Note", "Sources"), rows)


def _numbers() -> Iterator[str]:
    yield from heading("The numbers")
    yield from numbers(["rewards"])


def _sources() -> Iterator[str]:
    yield from heading("The sources")
    rows = [
        *EARNED.values(),
        *(row.sources for row in (*PRAISE, *WORDS, *FADES, *NOTES)),
    ]
    rows += (each.sources for each in numbers_of(["rewards"]).values())
    yield from sources(key for row in rows for key in row)
