"""How many of which kind: counts in words, each with its picture."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import ngettext, ngettext_lazy

from stepstool import method
from stepstool.web.diary.kinds import KINDS, kind_of


class KindCount(NamedTuple):
    """So many of a kind. words: without the number, in its plural."""

    number: str
    words: str
    picture: str


_OTHERS: Final = "other"
# What matters less here stands last; kinds without a plural are counted together.
_LAST: Final = ("medicine_given", "illness", "note")
_OTHER_ENTRIES: Final = ngettext_lazy("other entry", "other entries", "number")


def counts_of(entries: Iterable[method.Entry]) -> list[KindCount]:
    """Count entries by kind."""
    of_kind = Counter(_counted_as(entry) for entry in entries)
    return [
        KindCount(
            grouped(of_kind[name]), str(words % {"number": of_kind[name]}), picture
        )
        for name, words, picture in _lines()
        if of_kind[name]
    ]


def _counted_as(entry: method.Entry) -> str:
    return _OTHERS if kind_of(entry.KIND).plural is None else entry.KIND


def _lines() -> Iterator[tuple[str, Promise, str]]:
    """Give each kind that has a line of its own, with its words and its picture."""
    first = [kind for kind in KINDS.values() if kind.name not in _LAST]
    for kind in (*first, *map(kind_of, _LAST)):
        if kind.plural is not None:
            yield kind.name, kind.plural, kind.drawing
    yield _OTHERS, _OTHER_ENTRIES, "diary"


def entries_said(number: int) -> str:
    """Say a number of entries."""
    words = ngettext("%(number)s entry", "%(number)s entries", number)
    return words % {"number": grouped(number)}


def grouped(number: int) -> str:
    """Write a number so that it can be read: 12,345."""
    return number_format(number, force_grouping=True)
