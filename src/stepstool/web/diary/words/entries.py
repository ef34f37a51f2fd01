"""An entry in a few words: its title, and what was answered."""

from collections.abc import Collection, Iterator
from datetime import date

from django.utils.formats import date_format

from stepstool import method
from stepstool.web.diary.kinds import kind_of
from stepstool.web.diary.visit import Gaps
from stepstool.web.diary.words.labels import answer_text, fill, question_words


def title(entry: method.Entry, gaps: Gaps) -> str:
    """Say what kind of entry it is."""
    return fill(kind_of(entry.KIND).title, gaps)


def summary(
    entry: method.Entry, gaps: Gaps, without: Collection[str] = frozenset()
) -> str:
    """Say what was answered, in one line; empty if nothing was."""
    said_so = (
        statement(entry.KIND, name, value, gaps)
        for name, value in _answered(entry)
        if name not in without
    )
    return " · ".join(line for line in said_so if line)


def answers(entry: method.Entry, gaps: Gaps) -> list[tuple[str, str]]:
    """Give all questions that were answered, each with its answer."""
    return [
        (question_words(entry.KIND, name, gaps), plainly(entry.KIND, name, value, gaps))
        for name, value in _answered(entry)
    ]


def statement(kind: str, name: str, value: object, gaps: Gaps) -> str:
    """Say an answer so that it needs no question; empty where silence is better."""
    words = kind_of(kind).fields[name].statements
    if isinstance(value, str | int) and value in words:
        return fill(words[value], gaps)
    return plainly(kind, name, value, gaps)


def plainly(kind: str, name: str, value: object, gaps: Gaps) -> str:
    """Say an answer as it stands under its question."""
    field = kind_of(kind).fields[name]
    if field.unit:
        return str(field.unit % {"number": value})
    if field.otherwise and isinstance(value, str):
        return str(field.statements.get(value, field.otherwise))
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return answer_text(kind, name, value, gaps)


def _answered(entry: method.Entry) -> Iterator[tuple[str, object]]:
    fields = kind_of(entry.KIND).fields
    for name in entry.QUESTIONS:
        value = getattr(entry, name)
        if value is not method.UNKNOWN and not fields[name].silent:
            yield name, value
