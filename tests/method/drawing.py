"""Drawing pages for clinicians in Markdown: headings, tables, numbers, sources."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from stepstool.method.evidence import NUMBERS, SOURCES, Number
from stepstool.method.words import Speaker, Voice, language

DOCS: Final = Path(__file__).parents[2] / "docs/method"
ENGLISH: Final = language("en")
MIA: Final = Voice(name="Mia")
SPEAKER: Final = Speaker(ENGLISH, MIA)
DRAWN: Final = (
    "Drawn from the tables and stories that the code reads; not written by hand. `I` marks",
    "what is our own inference, to be tuned with a paediatrician. Nothing here diagnoses.",
)


def opening(title: str, *lines: str) -> Iterator[str]:
    """Begin a page."""
    yield f"# {title}"
    yield ""
    yield from DRAWN
    if lines:
        yield ""
        yield from lines


def heading(title: str, level: int = 2) -> Iterator[str]:
    """Begin a section."""
    yield from ("", f"{'#' * level} {title}", "")


def capital(title: str) -> str:
    """Begin with a capital; names within keep theirs."""
    return title[:1].upper() + title[1:]


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Draw a table."""
    yield f"| {' | '.join(titles)} |"
    yield "|" + "---|" * len(titles)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def keys(named: Iterable[str]) -> str:
    """Name sources, or other keys."""
    return ", ".join(f"`{key}`" for key in named)


def say(key: str, **values: str | float) -> str:
    """Say a sentence of the catalogue to Mia's family."""
    return SPEAKER.say(key, **values)


def numbers_of(topics: Iterable[str]) -> dict[str, Number]:
    """Give the numbers of some topics, by their names."""
    wanted = tuple(f"{topic}." for topic in topics)
    return {name: each for name, each in NUMBERS.items() if name.startswith(wanted)}


def numbers(topics: Iterable[str]) -> Iterator[str]:
    """Draw the numbers of some topics."""
    rows = [
        (
            f"{each.value:g} {each.unit}",
            each.meaning,
            keys(each.sources),
            str(each.reviewed),
        )
        for each in numbers_of(topics).values()
    ]
    yield from table(("Number", "What it decides", "Sources", "Reviewed on"), rows)


def sources(named: Iterable[str]) -> Iterator[str]:
    """Draw a list of sources, each once."""
    for key in sorted(set(named)):
        source = SOURCES[key]
        year = f", {source.year}" if source.year else ""
        link = f" <{source.link}>" if source.link else ""
        yield f"- `{key}`: {source.title}{year}.{link}"
