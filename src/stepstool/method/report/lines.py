"""A line of the page, what a section is written of, and how lines are made.

What nobody said is a line too: "not known". The clinic's words stand here (stool, soiling),
since a clinician reads it; a count is never a verdict, and medicine stands in the words of
the order (M18).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from stepstool.method.comfort import Comfort
from stepstool.method.record import UNKNOWN, Record, Saying, Unknown, Value
from stepstool.method.record.kinds.interview import Interview, Told, Topic
from stepstool.method.report.items import CountedItem
from stepstool.method.report.stretch import Stretch


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: a sentence, and what it lists after it."""

    says: Saying
    items: tuple[Saying, ...] = ()
    # Published lists that it rests on: keys of `evidence.SOURCES`.
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Case:
    """What the sections are written of."""

    record: Record
    comfort: Comfort
    stretch: Stretch
    counted: tuple[CountedItem, ...]
    # How many days of the month of the lists are known.
    counted_days: int

    def answer(self, asked: Topic) -> Interview | None:
        """Give the newest answer to a question of the interview, if it says anything."""
        answers = [e for e in self.record.of(Interview) if e.topic is asked]
        return answers[-1] if answers and answers[-1].answers else None


def line(key: str, *items: Saying, **values: Value) -> Line:
    """Make a line of its key, what it lists, and what fills its gaps."""
    return Line(says=saying(key, **values), items=items)


def saying(key: str, **values: Value) -> Saying:
    """Make a saying of its key and what fills its gaps."""
    return Saying(key=key, values=values)


def text(words: str | Unknown) -> Saying:
    """Give the family's or a clinician's own words, or that there are none."""
    if words is UNKNOWN:
        return saying("report.not_written")
    return saying("report.quoted", words=words)


def else_line(lines: Iterable[Line], key: str) -> Iterator[Line]:
    """Give the lines; where there are none, one that says so."""
    some = tuple(lines)
    yield from some or (line(key),)


# Answers that say nothing.
SILENT: Final = frozenset({Told.DONT_KNOW, Told.NOTHING_OF_THIS})


def told(case: Case, asked: Topic) -> Iterator[Line]:
    """Give what the family answered, with its day; nothing where it did not."""
    entry = case.answer(asked)
    if entry is None or entry.answers is UNKNOWN:
        return
    items = [
        saying(f"report.told.{word}") for word in entry.answers if word not in SILENT
    ]
    if items:
        day = case.record.clock.day(entry.at)
        yield line(f"report.asked.{asked}", *items, day=day)
