"""How many of which kind: counts in words, each with its picture."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from django.utils.formats import number_format
from django.utils.translation import ngettext, ngettext_lazy

from stepstool import method


class Count(NamedTuple):
    """So many of a kind. words: without the number, in its plural."""

    number: str
    words: str
    picture: str


_OTHERS: Final = "other"
# In the order in which they matter here; the others are counted together.
WORDS: Final = {
    "poop": ngettext_lazy("poop", "poops", "number"),
    "none_came": ngettext_lazy("day without", "days without", "number"),
    "pee": ngettext_lazy("pee", "pees", "number"),
    "sit": ngettext_lazy("sit", "sits", "number"),
    "signal": ngettext_lazy("signal", "signals", "number"),
    "meal": ngettext_lazy("meal", "meals", "number"),
    "drink": ngettext_lazy("drink", "drinks", "number"),
    "sleep": ngettext_lazy("sleep", "sleeps", "number"),
    "medicine_given": ngettext_lazy("medicine", "medicines", "number"),
    "illness": ngettext_lazy("illness", "illnesses", "number"),
    "note": ngettext_lazy("note", "notes", "number"),
    _OTHERS: ngettext_lazy("other entry", "other entries", "number"),
}


def counts_of(entries: Iterable[method.Entry]) -> list[Count]:
    """Count entries by kind."""
    kinds = Counter(entry.KIND if entry.KIND in WORDS else _OTHERS for entry in entries)
    return [
        Count(
            grouped(kinds[kind]), str(words % {"number": kinds[kind]}), _picture(kind)
        )
        for kind, words in WORDS.items()
        if kinds[kind]
    ]


def entries_said(number: int) -> str:
    """Say a number of entries."""
    told = ngettext("%(number)s entry", "%(number)s entries", number)
    return told % {"number": grouped(number)}


def grouped(number: int) -> str:
    """Write a number so that it can be read: 12,345."""
    return number_format(number, force_grouping=True)


def _picture(kind: str) -> str:
    return "diary" if kind == _OTHERS else kind
