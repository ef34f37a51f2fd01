"""Piles of rows that share a reason, so that a thousand of them are one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from stepstool.trackers.limits import EXAMPLES, LONGEST_EXAMPLE
from stepstool.trackers.piece import Doubt
from stepstool.trackers.words import cut

REASONS: Final[Mapping[str, str]] = {
    "no_time": "no time stands there",
    "bad_time": "“{word}” is no time we know",
    "unknown_type": "“{word}” is new to us",
    "unknown_contents": "it does not say what was in it: “{word}”",
    "texture": "“{word}” is kept, though we don’t know what it means",
    "size": "the size “{word}” is kept, though we don’t know how much that is",
    "ends_before": "it ends before it begins, so the end was left out",
    "future": "it lies in the future: {word}",
    "too_long": "the row is longer than a diary would be",
    "bad_length": "“{word}” is no length of time that we know",
    "no_beginning": "a sleep ends here, and its beginning is nowhere",
    "refused": "{word}",
}
"""Why a row, or a part of it, was not understood; `word` as it stands in the row."""

MOST_PILES: Final = 50
"""A file of nonsense makes a pile of each row; the rest shares one."""


@dataclass(frozen=True, kw_only=True)
class Pile:
    """Rows that share a reason. examples: some of them; rows: where these stand."""

    reason: str
    word: str
    count: int
    examples: tuple[str, ...]
    rows: tuple[int, ...]

    def __str__(self) -> str:
        return REASONS[self.reason].format(word=self.word)


class Piles:
    """Piles as they grow."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counts: dict[Doubt, int] = {}
        self._examples: dict[Doubt, list[tuple[int, str]]] = {}

    def add(self, doubt: Doubt, number: int, row: str) -> None:
        """Put a row on its pile."""
        pile = Doubt(doubt.reason, cut(doubt.word, LONGEST_EXAMPLE))
        if pile not in self._counts and len(self._counts) >= MOST_PILES:
            pile = Doubt(doubt.reason, "…")
        self._counts[pile] = self._counts.get(pile, 0) + 1
        examples = self._examples.setdefault(pile, [])
        if len(examples) < EXAMPLES:
            examples.append((number, cut(row, LONGEST_EXAMPLE)))

    def largest_first(self) -> Iterable[Pile]:
        """Give the piles, the largest first."""
        for doubt, count in sorted(self._counts.items(), key=lambda item: -item[1]):
            numbers, rows = zip(*self._examples[doubt], strict=True)
            yield Pile(
                reason=doubt.reason,
                word=doubt.word,
                count=count,
                examples=rows,
                rows=numbers,
            )
