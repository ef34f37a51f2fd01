"""What an import read, and what not, in lines for people."""

from collections.abc import Iterable, Iterator, Mapping

from stepstool import trackers


def lines(reading: trackers.Reading, united: trackers.United) -> Iterator[str]:
    """Say what was read, where, how much of it is new, and what stayed out."""
    yield f"{reading.format.name}, times of {reading.zone}."
    yield f"{_many(len(reading.entries))}{_days(reading)}{_listed(reading.counts, ': ')}."
    yield f"New in the diary: {united.added}; there already: {united.here_before}."
    if reading.left_out:
        yield f"Left out, since nothing here needs it{_listed(reading.left_out, ': ')}."
    if reading.other_files:
        yield f"Not read in the zip: {', '.join(reading.other_files)}."
    if reading.formulas:
        yield f"Cells that look like formulas, kept as plain text: {reading.formulas}."
    yield from _piles("Understood in part", reading.half_understood)
    yield from _piles("Not understood", reading.not_understood)


def _many(count: int) -> str:
    return f"{count} entries" if count != 1 else "1 entry"


def _days(reading: trackers.Reading) -> str:
    return f" from {reading.first} to {reading.last}" if reading.first else ""


def _listed(counts: Mapping[str, int], before: str) -> str:
    listed = ", ".join(f"{count} {what}" for what, count in counts.items())
    return before + listed if listed else ""


def _piles(title: str, piles: Iterable[trackers.Pile]) -> Iterator[str]:
    for pile in piles:
        where = ", ".join(map(str, pile.rows)) + ", …" * (pile.count > len(pile.rows))
        rows = f"{pile.count} rows" if pile.count > 1 else "1 row"
        yield f"{title}, {rows} (row {where}): {pile}."
        yield f"    {pile.examples[0]}"
