"""`stepstool advise --why`: each sentence, its rule, where that is written, its numbers, its sources.

A rule is a row of a table in the method. It is looked up by its name in the packaged source,
and its numbers are the gaps of its `when`; so nothing is listed twice.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from stepstool import method

# How a table names its rows: by a word, by a member of an enum, or first of all.
ROWS = (
    r'\b(?:key|why|fact)="{rule}"',
    r"\bkey=\w+\.{member}\b",
    r'\bWeight\("{rule}"',
    r'\b_note\("{rule}"',
    r'\brule="{rule}"',
)
GAP = re.compile(r"\{(\w+)\}")
# A row is read up to the next one, and never farther.
LONGEST = 12


class WrittenRule(NamedTuple):
    """Where a rule is written: file and line in the package, and the text of its row."""

    file: str
    line: int
    text: str


def lines(reasons: Iterable[tuple[str, method.SpokenBecause]]) -> Iterator[str]:
    """Tell the way of each reason, each sentence once; each comes with its room."""
    shown = set()
    for room, reason in reasons:
        if (reason.rule, reason.saw) not in shown:
            shown.add((reason.rule, reason.saw))
            yield from _way(room, reason)


def _way(room: str, reason: method.SpokenBecause) -> Iterator[str]:
    yield ""
    yield reason.saw
    written = where(room, reason.rule)
    if written is None:
        yield f"  rule     {reason.rule}"
    else:
        yield f"  rule     {reason.rule}, {written.file}:{written.line}"
        for number in numbers_of(written):
            meaning = f"{number.value:g} {number.unit}: {number.meaning}"
            reviewed = f"reviewed on {number.reviewed}"
            yield f"  number   {meaning} [{', '.join(number.sources)}; {reviewed}]"
    for source in reason.sources:
        year = f" ({source.year})" if source.year else ""
        link = f" {source.link}" if source.link else ""
        yield f"  source   {source.title}{year}{link}"


@cache
def where(room: str, rule: str) -> WrittenRule | None:
    """Give where the row of a rule stands in a room; None for what is no row of a table."""
    places = (_found(room, rule, pattern) for pattern in ROWS)
    return next((place for place in places if place), None)


def _found(room: str, rule: str, pattern: str) -> WrittenRule | None:
    row = re.compile(pattern.format(rule=re.escape(rule), member=rule.upper()))
    for name, text in _sources(room):
        for number, line in enumerate(text, start=1):
            if row.search(line):
                return WrittenRule(name, number, _row(text[number - 1 :]))
    return None


def _row(rest: list[str]) -> str:
    """Give the lines of a row: up to the one that is indented no deeper."""
    first, *others = rest[:LONGEST]
    depth = len(first) - len(first.lstrip())
    more = []
    for line in others:
        if len(line) - len(line.lstrip()) <= depth:
            break
        more.append(line)
    return "\n".join([first, *more])


def numbers_of(written: WrittenRule) -> Iterator[method.Number]:
    """Give the numbers that a row names as its gaps, each once."""
    topic = written.file.split("/")[2]
    for name in dict.fromkeys(GAP.findall(written.text)):
        if number := method.NUMBERS.get(f"{topic}.{name}"):
            yield number


@cache
def _sources(room: str) -> tuple[tuple[str, list[str]], ...]:
    """Read the modules of a room of the method, once, by their path in the package."""
    folder = files("stepstool.method").joinpath(room)
    return tuple(_modules(folder, f"stepstool/method/{room}"))


def _modules(folder: Traversable, path: str) -> Iterator[tuple[str, list[str]]]:
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _modules(part, f"{path}/{part.name}")
        elif part.name.endswith(".py"):
            yield f"{path}/{part.name}", part.read_text("utf-8").splitlines()
